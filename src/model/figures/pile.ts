import { compareText } from '../../diagnostic/diagnostic.js';
import { monthOfDay, type Day } from '../../time/day.js';
import { addDays, daysBetween, monthOf, partsOfDay, type IsoDay } from '../../time/isoDay.js';
import { createPeriods, type Period } from '../../time/period.js';
import type { TrackedItem } from '../trackedItem.js';

/** What was promised and what of it was done, in a stretch of time. */
interface Flow {
  /** Items that were opened in it. */
  opened: number;
  /** Of those opened in it, how many have ended on a day that nobody wrote: dropped, superseded, or done at an unknown time. */
  endedUndated: number;
  /** Items that were done in it. */
  closed: number;
  /**
   * How many were open at its end, of those whose days are known: opened so far, less those that ended undated, less closed so far.
   * So from one stretch to the next it changes by `opened - endedUndated - closed`.
   */
  open: number;
  /** How many were open at its end, of all: for certain, and at most. */
  bounds: { min: number; max: number };
}

/** How the pile of promises grew and shrank. */
export interface Pile {
  /** Everything before the first month. */
  before: Flow;
  /** Without gaps; the last goes on until asOf. */
  months: (Flow & { period: Period })[];
  /** Items in no month: nobody knows in which one they were opened, or it is only known roughly. */
  undated: TrackedItem[];
}

/**
 * Counts what was opened and what was closed by month, over the last months until asOf; fewer where nothing is older. Promises only:
 * neither what is only proposed nor what nobody follows up any more. "2025-03" counts in March; what may lie in either of two months,
 * in the earlier; a quarter or a year counts where it is wholly before the first month. What is done before it was opened counts as
 * done when it was opened.
 */
export function createPile(items: readonly TrackedItem[], asOf: IsoDay, zone: string, most = 12): Pile {
  const promised = items.filter(({ item }) => item.state !== 'proposed' && item.lastTold === undefined);
  const { year, month } = partsOfDay(asOf);
  const opened = promised.flatMap(({ item }) => (item.opened ? [item.opened.first] : []));
  const oldest = opened.toSorted()[0] ?? asOf;
  const earliest = monthOf(year, month, 1 - most).first;
  const periods = createPeriods('month', oldest > earliest ? oldest : earliest, asOf, zone);
  const first = periods[0]?.first ?? monthOf(year, month).first;

  /** The number of a day's month; -1 before the first, undefined where it is not known. */
  const findMonth = (day: Day): number | undefined => {
    if (day.last < first) return -1;
    // The future is an error of its own; it must not be lost from the sums.
    if (day.first > asOf) return periods.length - 1;
    const name = monthOfDay(day);
    return name === undefined ? undefined : periods.findIndex((period) => period.name === name);
  };

  const undated: TrackedItem[] = [];
  const counts = [undefined, ...periods].map(() => ({ opened: 0, endedUndated: 0, closed: 0 }));
  for (const tracked of promised) {
    const { opened: day, state, done } = tracked.item;
    const start = day && findMonth(day);
    const from = start === undefined ? undefined : counts[start + 1];
    if (start === undefined || from === undefined) {
      undated.push(tracked);
      continue;
    }
    from.opened++;
    if (tracked.open) continue;
    const end = state === 'done' && done !== undefined && done !== 'unknown' ? findMonth(done) : undefined;
    const to = end === undefined ? undefined : counts[Math.max(start, end) + 1];
    if (to) to.closed++;
    else from.endedUndated++;
  }

  let open = 0;
  const [before, ...months] = counts.map((count, index): Flow => {
    open += count.opened - count.endedUndated - count.closed;
    const last = periods[index - 1]?.last ?? addDays(first, -1);
    return { ...count, open, bounds: countOpenAt(last, promised, asOf) };
  });
  return {
    before: before ?? { opened: 0, endedUndated: 0, closed: 0, open: 0, bounds: { min: 0, max: 0 } },
    months: months.flatMap((flow, index) => {
      const period = periods[index];
      return period ? [{ ...flow, period }] : [];
    }),
    undated,
  };
}

/** How many were open at the end of a day, for certain and at most: what ended undated may have ended at any time since it was opened. */
function countOpenAt(day: IsoDay, promised: readonly TrackedItem[], asOf: IsoDay): Flow['bounds'] {
  const bounds = { min: 0, max: 0 };
  for (const { open, item } of promised) {
    const { opened, state, done } = item;
    const isDated = state === 'done' && done !== undefined && done !== 'unknown';
    const end = open ? undefined : isDated ? done : { first: '', last: asOf };
    const isPossible = day >= asOf ? open : (opened?.first ?? '') <= day && (!end || end.last > day);
    const isCertain = day >= asOf ? open : (opened?.last ?? asOf) <= day && (!end || end.first > day);
    if (isPossible) bounds.max++;
    if (isCertain) bounds.min++;
  }
  return bounds;
}

/** How old what is open is: from `from` days on, up to less than the next one's. */
export interface AgeGroup {
  from: number;
  /** Undefined: without an end. */
  to: number | undefined;
  items: TrackedItem[];
}

const ages = [0, 30, 90, 180, 365];

/**
 * What is open by how long ago it was opened, youngest first, in each group the oldest first; `rough` are those of which it is not known in
 * which group they are.
 */
export function groupByAge(
  items: readonly TrackedItem[],
  asOf: IsoDay,
): { groups: AgeGroup[]; rough: TrackedItem[] } {
  const groups = ages.map((from, index): AgeGroup => ({ from, to: ages[index + 1], items: [] }));
  const rough: TrackedItem[] = [];
  const find = (day: IsoDay): number => {
    const age = Math.max(0, daysBetween(day, asOf));
    return ages.findLastIndex((from) => from <= age);
  };
  for (const tracked of items) {
    const { opened } = tracked.item;
    if (!tracked.open) continue;
    const group = opened && find(opened.first) === find(opened.last) ? groups[find(opened.first)] : undefined;
    (group?.items ?? rough).push(tracked);
  }
  for (const group of groups) {
    group.items.sort((a, b) => compareText(a.item.opened?.first ?? '', b.item.opened?.first ?? ''));
  }
  return { groups, rough };
}
