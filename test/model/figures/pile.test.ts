import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPile, groupByAge, type Pile } from '../../../src/model/figures/pile.js';
import type { TrackedItem } from '../../../src/model/trackedItem.js';
import { asOf, frontMatter, readHistory, trackItems } from './history.js';

/** An item as its author writes it. */
interface Written {
  state: string;
  opened?: string | undefined;
  done?: string | undefined;
}

function track(items: readonly Written[], more = ''): TrackedItem[] {
  const lines = items.map(({ state, opened, done }, index) =>
    [
      `  - id: R${index + 1}\n    title: Do it\n    type: prevent\n    state: ${state}`,
      ...(opened === undefined ? [] : [`    opened: ${opened}`]),
      ...(done === undefined ? [] : [`    done: ${done}`]),
      ...(state === 'wont-do' ? ['    reason: No.'] : []),
    ].join('\n'),
  );
  const remediation = lines.length === 0 ? '' : `remediation:\n${lines.join('\n')}`;
  return trackItems(readHistory({ '2026-03-14-it-broke': frontMatter(`${more}\n${remediation}`) }));
}

const pileOf = (items: readonly Written[], most?: number): Pile =>
  createPile(track(items), asOf, 'Europe/Dublin', most);
const rows = ({ before, months }: Pile) =>
  [
    { name: 'before', ...before },
    ...months.map(({ period, ...flow }) => ({ name: period.name, ...flow })),
  ].map(({ name, opened, endedUndated, closed, open }) => [name, opened, endedUndated, closed, open]);

it('counts what was opened and done by month, and what was open at its end', () => {
  const pile = pileOf(
    [
      { state: 'open', opened: '2026-09-30' },
      { state: 'done', opened: '2026-09-01', done: '2026-10-31' },
      { state: 'done', opened: '2026-06-12', done: '2026-09-02' },
      { state: 'in-progress', opened: '2026-10' },
      { state: 'blocked', opened: '2025' },
      { state: 'proposed', opened: '2026-10-02' },
    ],
    3,
  );
  expect(rows(pile)).toEqual([
    ['before', 2, 0, 0, 2],
    ['2026-09', 2, 0, 1, 3],
    ['2026-10', 1, 0, 1, 3],
    ['2026-11', 0, 0, 0, 3],
  ]);
  expect(pile.undated).toEqual([]);
});

it('leaves what ended on a day that nobody wrote out of both lines, and says how much of it may have been open', () => {
  const pile = pileOf(
    [
      { state: 'wont-do', opened: '2026-09-10' },
      { state: 'superseded', opened: '2026-10-10' },
      { state: 'done', opened: '2026-09-10', done: 'unknown' },
      { state: 'open', opened: '2026-10-11' },
    ],
    3,
  );
  expect(rows(pile)).toEqual([
    ['before', 0, 0, 0, 0],
    ['2026-09', 2, 2, 0, 0],
    ['2026-10', 2, 1, 0, 1],
    ['2026-11', 0, 0, 0, 1],
  ]);
  // Today it is certain that they have ended.
  expect(pile.months.map(({ bounds }) => [bounds.min, bounds.max])).toEqual([
    [0, 2],
    [1, 4],
    [1, 1],
  ]);
});

it('puts what is dated too roughly into no month, unless all of it was before', () => {
  const pile = pileOf(
    [
      { state: 'open', opened: '2026-Q3' },
      { state: 'open', opened: '2026-Q2' },
      { state: 'done', opened: '2026-10-01', done: '2026-Q4' },
    ],
    3,
  );
  expect(pile.undated.map(({ item }) => item.id)).toEqual(['R1']);
  // It is open today, though no month counts it.
  expect(pile.months.at(-1)?.bounds).toEqual({ min: 2, max: 2 });
  expect(rows(pile)).toEqual([
    ['before', 1, 0, 0, 1],
    ['2026-09', 0, 0, 0, 1],
    ['2026-10', 1, 1, 0, 1],
    ['2026-11', 0, 0, 0, 1],
  ]);
});

it('counts nothing that nobody follows up any more', () => {
  const items = track([{ state: 'open', opened: '2026-10-01' }], 'last_told: 2026-10-05');
  expect(createPile(items, asOf, 'Europe/Dublin').before.opened).toBe(0);
  expect(createPile(items, asOf, 'Europe/Dublin').months.map(({ opened }) => opened)).toEqual([0]);
});

const day = fc
  .integer({ min: 0, max: 900 })
  .map((back) => new Date(Date.UTC(2026, 10, 22) - back * 86_400_000).toISOString().slice(0, 10));
const written: fc.Arbitrary<Written> = fc
  .record({
    state: fc.constantFrom(
      'open',
      'in-progress',
      'blocked',
      'done',
      'done',
      'wont-do',
      'superseded',
      'proposed',
    ),
    days: fc.tuple(day, day),
    shape: fc.constantFrom('day', 'day', 'month'),
    isUnknown: fc.boolean(),
  })
  .map(({ state, days, shape, isUnknown }) => {
    const [first, last] = days.toSorted();
    const cut = (text = ''): string => (shape === 'month' ? text.slice(0, 7) : text);
    const done = state !== 'done' ? undefined : isUnknown ? 'unknown' : cut(last);
    return { state, opened: cut(first), done };
  });

it('changes from month to month by what was opened less what was done, and ends with what is open', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 30 }), fc.integer({ min: 1, max: 30 }), (items, most) => {
      const pile = pileOf(items, most);
      let { open } = pile.before;
      for (const month of pile.months) {
        expect(month.open - open).toBe(month.opened - month.endedUndated - month.closed);
        expect(month.bounds.min).toBeLessThanOrEqual(month.open);
        expect(month.bounds.max).toBeGreaterThanOrEqual(month.open);
        open = month.open;
      }
      // Recomputed from what the authors wrote, without intervals.
      const promised = items.filter(({ state }) => state !== 'proposed');
      const isOpen = ({ state }: Written): boolean => /^(?:open|in-progress|blocked)$/.test(state);
      expect(open).toBe(promised.filter(isOpen).length);
      expect(pile.months.at(-1)?.bounds).toEqual({ min: open, max: open });
      for (const { period, opened, closed } of pile.months) {
        expect(opened).toBe(promised.filter((one) => one.opened?.slice(0, 7) === period.name).length);
        expect(closed).toBe(promised.filter((one) => one.done?.slice(0, 7) === period.name).length);
      }
      const all = [pile.before, ...pile.months];
      expect(all.reduce((sum, { opened }) => sum + opened, 0) + pile.undated.length).toBe(promised.length);
    }),
    { numRuns: 60 },
  );
});

it('groups what is open by age, the day of 30 days in the second group', () => {
  const items = track([
    { state: 'open', opened: '2026-10-24' },
    { state: 'open', opened: '2026-10-23' },
    { state: 'blocked', opened: '2025-11-22' },
    { state: 'open', opened: '2025-11-23' },
    { state: 'open', opened: '2025' },
    { state: 'done', opened: '2026-11-01', done: '2026-11-02' },
  ]);
  const { groups, rough } = groupByAge(items, asOf);
  expect(groups.map(({ from, to, items: own }) => [from, to, ...own.map(({ item }) => item.id)])).toEqual([
    [0, 30, 'R1'],
    [30, 90, 'R2'],
    [90, 180],
    [180, 365, 'R4'],
    [365, undefined, 'R3'],
  ]);
  // Some day of 2025: between 326 and 690 days ago.
  expect(rough.map(({ item }) => item.id)).toEqual(['R5']);
});
