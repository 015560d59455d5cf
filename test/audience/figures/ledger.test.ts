import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLedgers } from '../../../src/audience/figures/ledger.js';
import type { Commitment } from '../../../src/audience/publicHistory.js';
import { commitment, day, impact, service } from '../../render/history.js';
import { DAY, historyOf, incidentAt } from './history.js';

const of = { id: 'a', title: 'Incident a' };
const promise = (id: string, changes: Partial<Commitment>) => commitment(id, { incident: of, ...changes });

/** The ledger of promises after an incident that was over on 14 March 2026. */
function ledgerOf(...remediation: Commitment[]) {
  const history = historyOf([incidentAt('a', '2026-03-14 09:05', '2026-03-14 14:02', { remediation })]);
  const [ledger] = createLedgers(history);
  if (ledger === undefined) throw new Error('There is no ledger');
  return ledger;
}

const standingOf = (changes: Partial<Commitment>) => ledgerOf(promise('R1', changes)).entries[0]?.standing;
const tookOf = (changes: Partial<Commitment>) =>
  ledgerOf(promise('R1', { state: 'done', ...changes })).entries[0]?.took;

describe('where a promise stands', () => {
  const due = day('2026-03-31');
  test('is said only as far as it is certain', () => {
    expect(standingOf({ due, overdue: true, daysLate: 200 })).toBe('late');
    expect(standingOf({ due: day('2026-12') })).toBe('open');
    expect(standingOf({ state: 'blocked' })).toBe('open');
    expect(standingOf({ state: 'done', due, done: day('2026-03-31') })).toBe('in-time');
    expect(standingOf({ state: 'done', due, done: day('2026-04-01') })).toBe('done-late');
    expect(standingOf({ state: 'done', due, done: day('2026') })).toBe('done');
    expect(standingOf({ state: 'done', due, done: 'unknown' })).toBe('done');
    expect(standingOf({ state: 'done', done: day('2026-04-01') })).toBe('done');
    expect(standingOf({ state: 'wont-do' })).toBe('dropped');
    expect(standingOf({ state: 'superseded' })).toBe('superseded');
    expect(standingOf({ due, lastTold: day('2026-03-20') })).toBe('not-followed');
    expect(ledgerOf(promise('R1', { due }), promise('R2', { state: 'wont-do' })).standings).toMatchObject({
      open: 1,
      dropped: 1,
      late: 0,
    });
  });
  test('how long it took counts from the day the incident was over', () => {
    expect(tookOf({ done: day('2026-03-29') })).toEqual({ min: 15 * DAY, max: 15 * DAY });
    expect(tookOf({ done: day('2026-04') })).toEqual({ min: 18 * DAY, max: 47 * DAY });
    expect(tookOf({ done: day('2026') })).toEqual({ min: 0, max: 253 * DAY });
    expect(tookOf({ done: day('2026-03-01') })).toEqual({ min: 0, max: 0 });
    expect(tookOf({ done: 'unknown' })).toBeUndefined();
    expect(tookOf({ state: 'open' })).toBeUndefined();
    const ledger = ledgerOf(promise('R1', { state: 'done', done: day('2026-03-29') }), promise('R2', { state: 'done', done: 'unknown' }), promise('R3', {})); // prettier-ignore
    expect(ledger.took).toMatchObject({ n: 1, unknown: 1, median: { min: 15 * DAY, max: 15 * DAY } });
  });
  test('ledgers of different companies stay apart', () => {
    const at = (id: string, group: string | undefined) =>
      incidentAt(id, '2026-03-14 09:05', '2026-03-14 14:02', {
        impact: [impact({ service: service(id, { group }) })],
        remediation: [commitment('R1', { incident: { id, title: id } })],
      });
    const incidents = [at('x', 'Second'), at('y', 'First'), at('z', undefined)];
    const services = [service('y', { group: 'First' }), service('x', { group: 'Second' }), service('z')];
    const told = createLedgers(historyOf(incidents, { totals: false, services }));
    expect(
      told.map(({ group, entries }) => [group, entries.map(({ commitment: one }) => one.incident.id)]),
    ).toEqual([
      ['First', ['y']],
      ['Second', ['x']],
      [undefined, ['z']],
    ]);
    expect(createLedgers(historyOf(incidents, { services })).map(({ entries }) => entries.length)).toEqual([
      3,
    ]);
  });
});

describe('how promises were kept, by quarter', () => {
  /** `in-time 1; late 0..1`, of all that was due by then. */
  const tell = (name: string, ...list: Commitment[]) => {
    const found = ledgerOf(...list).quarters.find(({ quarter }) => quarter.name === name);
    if (found === undefined) return 'nothing';
    const counts = Object.entries(found.sofar.outcomes).flatMap(([outcome, { min, max }]) =>
      max === 0 ? [] : [`${outcome} ${min === max ? min : `${min}..${max}`}`],
    );
    return [`${found.sofar.due} due`, ...counts].join('; ');
  };
  test('is as it stood at the end of each', () => {
    const list = [
      promise('R1', { state: 'done', due: day('2026-03-31'), done: day('2026-03-20') }),
      promise('R2', { state: 'done', due: day('2026-03-31'), done: day('2026-07-02') }),
      promise('R3', { due: day('2026-06-01'), overdue: true }),
      promise('R4', { state: 'wont-do', due: day('2026-06-01') }),
      promise('R5', { state: 'superseded', due: day('2026-03-31') }),
      promise('R6', { due: day('2026-03-31'), lastTold: 'unknown' }),
      promise('R7', { due: undefined }),
      promise('R8', { due: day('2026-11-22') }),
    ];
    expect(tell('2026-Q1', ...list)).toBe('2 due; in-time 1; open 1');
    expect(tell('2026-Q2', ...list)).toBe('4 due; in-time 1; dropped 1; open 2');
    expect(tell('2026-Q3', ...list)).toBe('4 due; in-time 1; late 1; dropped 1; open 1');
    // The day of what is due on asOf is not over.
    expect(tell('2026-Q4', ...list)).toBe('4 due; in-time 1; late 1; dropped 1; open 1');
    const quarters = ledgerOf(...list).quarters;
    expect(quarters.map(({ fell }) => fell.due)).toEqual([2, 2, 0, 0]);
    expect(quarters.at(-1)?.sofar).toMatchObject({
      inTime: { min: 0.25, max: 0.25 },
      kept: { min: 0.5, max: 0.5 },
    });
    expect(quarters.at(-1)?.fell.inTime).toBeUndefined();
    expect(quarters.at(-1)?.quarter.running).toBe(true);
  });
  test('leaves open what is doubtful', () => {
    const vague = promise('R1', { state: 'done', due: day('2026-05-15'), done: day('2026-05') });
    expect(tell('2026-Q2', vague)).toBe('1 due; in-time 0..1; late 0..1');
    expect(ledgerOf(vague).quarters[0]?.sofar).toMatchObject({
      inTime: { min: 0, max: 1 },
      kept: { min: 1, max: 1 },
    });
    const unknown = promise('R1', { state: 'done', due: day('2026-05-15'), done: 'unknown' });
    expect(tell('2026-Q2', unknown)).toBe('1 due; done 0..1; open 0..1');
    expect(tell('2026-Q4', unknown)).toBe('1 due; done 1');
    // Of a year the days that are to come are none.
    const year = promise('R1', { state: 'done', due: day('2026-02-01'), done: day('2026') });
    expect(tell('2026-Q1', year)).toBe('1 due; in-time 0..1; late 0..1; open 0..1');
    expect(tell('2026-Q4', year)).toBe('1 due; in-time 0..1; late 0..1');
  });
  test('says of how many the day was moved', () => {
    const moved = [{ from: day('2026-03-24'), date: day('2026-03-20') }];
    const kept = promise('R1', { state: 'done', due: day('2026-03-31'), done: day('2026-03-29'), moved });
    expect(ledgerOf(kept).quarters[0]?.sofar.moved).toEqual({ min: 1, max: 1 });
    const sooner = promise('R1', { state: 'done', due: day('2026-03-31'), done: day('2026-03-29'), moved: [{ from: day('2026-04-24'), date: undefined }] }); // prettier-ignore
    expect(ledgerOf(sooner).quarters[0]?.sofar.moved).toEqual({ min: 0, max: 0 });
  });
  test('every promise became one of the outcomes, in any order', () => {
    const anyDay = fc
      .constantFrom('2025', '2025-Q4', '2026', '2026-02', '2026-02-11', '2026-05-30', '2026-Q3', '2026-11-21')
      .map(day);
    const anyPromise = fc
      .record({
        state: fc.constantFrom('open' as const, 'done' as const, 'wont-do' as const),
        due: anyDay,
        done: fc.oneof(anyDay, fc.constant('unknown' as const)),
      }) // prettier-ignore
      .map((one) => promise('R1', { ...one, done: one.state === 'done' ? one.done : undefined }));
    fc.assert(
      fc.property(fc.array(anyPromise, { maxLength: 8 }), (list) => {
        const { quarters } = ledgerOf(...list, promise('R9', { due: day('2026-03-01') }));
        expect(ledgerOf(promise('R9', { due: day('2026-03-01') }), ...list.toReversed()).quarters).toEqual(
          quarters,
        );
        let before = 0;
        for (const { sofar, fell } of quarters) {
          const bounds = Object.values(sofar.outcomes);
          expect(bounds.reduce((sum, { min }) => sum + min, 0)).toBeLessThanOrEqual(sofar.due);
          expect(bounds.reduce((sum, { max }) => sum + max, 0)).toBeGreaterThanOrEqual(sofar.due);
          expect(sofar.due).toBe(before + fell.due);
          before = sofar.due;
          expect(sofar.inTime?.min ?? 0).toBeLessThanOrEqual(sofar.inTime?.max ?? 1);
          expect(sofar.kept?.min ?? 0).toBeGreaterThanOrEqual(sofar.inTime?.min ?? 0);
          expect(sofar.kept?.max ?? 1).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
