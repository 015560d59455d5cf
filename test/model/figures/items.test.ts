import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { countFixOutcomes } from '../../../src/model/figures/fixOutcome.js';
import { firstDue, listSlips } from '../../../src/model/figures/slip.js';
import { createSpread } from '../../../src/model/figures/spread.js';
import { countDue, measureLateness } from '../../../src/model/figures/standing.js';
import { measureTaking, measureWaiting } from '../../../src/model/figures/taking.js';
import { countEffects } from '../../../src/model/figures/verification.js';
import type { RemediationItem } from '../../../src/model/remediationItem.js';
import { DAY } from '../../../src/time/isoDay.js';
import { asOf, frontMatter, readHistory, readItems, trackItems } from './history.js';

const days = (min: number, max: number | null = min) => ({
  min: min * DAY,
  max: max === null ? null : max * DAY,
});

const [first, ...others] = readItems(`
  - { id: R1, title: One, type: detect, state: done, opened: 2026-04-01, due: 2026-05-01, done: 2026-05-03, moved: [{ from: 2026-04-20 }] }
  - { id: R2, title: Two, type: detect, state: done, opened: 2026-04, due: 2026-05, done: 2026-05 }
  - { id: R3, title: Three, type: prevent, state: done, opened: 2026-04-01, due: 2026-05-10, done: 2026-05 }
  - { id: R4, title: Four, type: prevent, state: done, opened: 2026-04-01, due: 2026-05-01, done: unknown }
  - { id: R5, title: Five, type: prevent, state: blocked, opened: 2026-11-20, due: 2026-11-21, moved: [{ from: 2026-11-01 }, { from: 2026-12 }] }
  - { id: R6, title: Six, type: repair, state: open, opened: 2026-11, due: 2026-11-22, moved: [{ from: 2026-Q3 }] }
  - { id: R7, title: Seven, type: repair, state: wont-do, due: 2026-05-01, reason: Retired. }
  - { id: R8, title: Eight, type: repair, state: superseded, due: 2026-05-01, superseded_by: R7 }
  - { id: R9, title: Nine, type: repair, state: proposed, due: 2026-05-01 }
  - { id: R10, title: Ten, type: repair, moved: [{ from: 2026-02-01 }] }`);
const items = first ? [first, ...others] : [];
const item = (id: string): RemediationItem => {
  const found = items.find((one) => one.id === id);
  if (!found) throw new Error(`There is no ${id}`);
  return found;
};

it('counts what was due by what became of it, and only what was promised and is over', () => {
  expect(countDue(items, asOf)).toEqual({
    due: 6,
    standings: { 'in-time': 1, done: 2, 'done-late': 1, late: 1, dropped: 1 },
  });
  // Against the first date R6, due today, was due at the end of September, and R10, which has none today, on 1 February.
  expect(countDue(items, asOf, firstDue)).toEqual({
    due: 8,
    standings: { 'in-time': 1, done: 2, 'done-late': 1, late: 3, dropped: 1 },
  });
  expect(countDue([], asOf).due).toBe(0);
});

it('never calls late what nobody follows up', () => {
  const told = readItems(
    `
  - { id: R1, title: One, type: detect, due: 2014-12-31, moved: [{ from: 2014-06-01 }] }
  - { id: R2, title: Two, type: detect, state: done, due: 2014-07-01, done: 2014-09-01 }`,
    'last_told: 2014-06-12',
  );
  expect(countDue(told, asOf).due).toBe(0);
  expect(countDue(told, asOf, firstDue).due).toBe(0);
  for (const { state, due, done, lastTold } of told) {
    if (state !== 'proposed') expect(measureLateness({ state, due, done, lastTold }, asOf)).toBeUndefined();
  }
});

it('counts the standings of any items as one would by hand', () => {
  const dayText = fc.integer({ min: 1, max: 28 }).map((day) => `2026-11-${String(day).padStart(2, '0')}`);
  const one = fc.record({
    state: fc.constantFrom('open', 'in-progress', 'blocked', 'done', 'wont-do', 'superseded', 'proposed'),
    due: fc.option(dayText, { nil: undefined }),
    done: fc.oneof(dayText, fc.constant('unknown' as const)),
  });
  const toDay = (text: string) => ({ words: text, first: text, last: text, precision: 'day' as const });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 30 }), (list) => {
      const made = list.map(({ state, due, done }): RemediationItem => ({
        ...item('R10'),
        state,
        due: due === undefined ? undefined : toDay(due),
        done: state !== 'done' ? undefined : done === 'unknown' ? 'unknown' : toDay(done),
      }));
      const over = list.filter(({ due }) => due !== undefined && due < '2026-11-22');
      const count = (is: (one: (typeof over)[number]) => boolean): number => over.filter(is).length;
      expect(countDue(made, asOf).standings).toEqual({
        'in-time': count(
          ({ state, due = '', done }) => state === 'done' && done !== 'unknown' && done <= due,
        ),
        'done-late': count(
          ({ state, due = '', done }) => state === 'done' && done !== 'unknown' && done > due,
        ),
        done: count(({ state, done }) => state === 'done' && done === 'unknown'),
        late: count(({ state }) => ['open', 'in-progress', 'blocked'].includes(state)),
        dropped: count(({ state }) => state === 'wont-do'),
      });
    }),
  );
});

it('measures how late something was, and of what is open how late it is so far', () => {
  const late = (id: string) => {
    const { state, due, done, lastTold } = item(id);
    return state === 'proposed' ? undefined : measureLateness({ state, due, done, lastTold }, asOf);
  };
  expect(late('R1')).toEqual(days(2));
  expect(late('R5')).toEqual(days(1, null));
  // In time; perhaps in time; on an unknown day; due today; dropped.
  for (const id of ['R2', 'R3', 'R4', 'R6', 'R7', 'R10']) expect(late(id), id).toBeUndefined();
});

it('measures how long items took and have waited, no more exactly than their days are known', () => {
  expect(measureTaking(item('R1'), item('R1').opened, asOf)).toEqual(days(32));
  expect(measureTaking(item('R2'), item('R2').opened, asOf)).toEqual(days(1, 60));
  expect(measureTaking(item('R4'), item('R4').opened, asOf)).toBeUndefined();
  expect(measureTaking(item('R5'), item('R5').opened, asOf)).toBeUndefined();
  expect(measureWaiting(item('R5'), asOf)).toEqual(days(2));
  // Opened in the month that goes on: at most 21 days ago.
  expect(measureWaiting(item('R6'), asOf)).toEqual(days(0, 21));
  expect(measureWaiting({ opened: undefined }, asOf)).toBeUndefined();
});

it('lists what slipped, the farthest first; what has no date any more last', () => {
  const history = readHistory({
    '2026-03-14-it-broke': frontMatter(`remediation:
  - { id: R1, title: One, type: detect, due: 2026-05-01, moved: [{ from: 2026-04-20 }, { from: 2026-04-25 }] }
  - { id: R2, title: Two, type: detect, due: 2026-06, moved: [{ from: 2026-Q1 }] }
  - { id: R3, title: Three, type: detect, due: 2026-04-01, moved: [{ from: 2026-04-11 }] }
  - { id: R4, title: Four, type: detect, moved: [{ from: 2026-04-11 }] }
  - { id: R5, title: Five, type: detect, due: 2026-04-11 }`),
  });
  expect(
    listSlips(trackItems(history)).map(({ tracked, times, first: from, days: moved }) => [
      tracked.item.id,
      times,
      from.words,
      moved,
    ]),
  ).toEqual([
    ['R2', 1, '2026-Q1', 91],
    ['R1', 2, '2026-04-20', 11],
    ['R3', 1, '2026-04-11', -10],
    ['R4', 1, '2026-04-11', undefined],
  ]);
});

it('sorts lengths into columns, and says of how many the column is not known', () => {
  const counts = (...spans: { min: number; max: number | null }[]) => {
    const { columns, rough } = createSpread(spans);
    return [...columns.map(({ count }) => count), rough];
  };
  expect(counts(days(0), days(7), days(8), days(31, 90), days(731), days(800, null))).toEqual([
    2, 1, 1, 0, 0, 0, 2, 0,
  ]);
  expect(counts(days(7, 8), days(20, null))).toEqual([0, 0, 0, 0, 0, 0, 0, 2]);
  expect(counts()).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
});

it('counts each item in one outcome, and effects only of what is done', () => {
  const history = readHistory({
    '2026-03-14-it-broke': frontMatter(`remediation:
  - { id: R1, title: One, type: detect, state: done, done: 2026-04-01, verified: { date: 2026-05-01, result: effective } }
  - { id: R2, title: Two, type: detect, state: done, done: 2026-04-01, verified: { date: 2026-05-01, result: ineffective } }
  - { id: R3, title: Three, type: detect, state: done, done: 2026-04-01, verified: { date: 2026-05-01, result: unclear } }
  - { id: R4, title: Four, type: detect, state: done, done: 2026-04-01 }
  - { id: R5, title: Five, type: detect, due: 2026-04-01 }
  - { id: R6, title: Six, type: detect }
  - { id: R7, title: Seven, type: detect, state: proposed }
  - { id: R8, title: Eight, type: detect, state: wont-do, reason: Retired. }`),
    '2014-06-28-told': frontMatter(
      `last_told: 2014-07-01
remediation:
  - { id: R1, title: One, type: detect, due: 2014-07-31 }`,
      { started: '2014-06-28', resolved: '2014-06-28' },
    ),
  });
  const tracked = trackItems(history);
  expect(countFixOutcomes(tracked)).toEqual({
    effective: 1,
    ineffective: 1,
    done: 2,
    open: 1,
    overdue: 1,
    proposed: 1,
    dropped: 1,
    told: 1,
  });
  expect(countEffects(tracked.map((one) => one.item))).toEqual({
    effective: 1,
    ineffective: 1,
    unclear: 1,
    unverified: 1,
  });
});
