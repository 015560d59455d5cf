import type { Day } from '../../time/day.js';
import { DAY, daysBetween, type IsoDay } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import { isOpen, isOverdue, type RemediationItem } from '../remediationItem.js';

/**
 * Where something that was promised stands as of a day.
 *
 * - `late`: open, and its due day is over. `open`: else open.
 * - `in-time`, `done-late`: done, and certainly so. `done`: done, and which of the two cannot be said, or nothing was due.
 * - `not-followed`: nobody has followed it since the report was told; it is neither late nor counted.
 */
export type Standing =
  'late' | 'open' | 'in-time' | 'done-late' | 'done' | 'dropped' | 'superseded' | 'not-followed';

/** What was promised, and not only proposed. */
export type Promised = Pick<RemediationItem, 'due' | 'done' | 'lastTold'> & {
  state: Exclude<RemediationItem['state'], 'proposed'>;
};

export function findStanding(promised: Promised & { overdue: boolean }): Standing {
  const { state, lastTold, overdue, due, done } = promised;
  if (lastTold !== undefined) return 'not-followed';
  if (isOpen(promised)) return overdue ? 'late' : 'open';
  if (state === 'wont-do') return 'dropped';
  if (state === 'superseded') return 'superseded';
  if (due === undefined || done === undefined || done === 'unknown') return 'done';
  return done.last <= due.last ? 'in-time' : done.first > due.last ? 'done-late' : 'done';
}

/** Where a promise can stand whose due day is over. */
export type DueStanding = 'in-time' | 'done' | 'done-late' | 'late' | 'dropped';

/** In the order from kept to not kept. */
export const dueStandings: readonly DueStanding[] = ['in-time', 'done', 'done-late', 'late', 'dropped'];

/** What has become of promises whose due day is over. Replaced ones and those that nobody follows are not among them. */
export interface DueCount {
  due: number;
  standings: Record<DueStanding, number>;
}

/**
 * What has become of items by a day, of those that had been due before it. `dueOf` says by when: the present date, or the
 * first. What was only proposed was never due.
 */
export function countDue(
  items: readonly RemediationItem[],
  asOf: IsoDay,
  dueOf: (item: RemediationItem) => Day | undefined = ({ due }) => due,
): DueCount {
  const standings = { 'in-time': 0, done: 0, 'done-late': 0, late: 0, dropped: 0 };
  for (const item of items) {
    const due = dueOf(item);
    const { state, done, lastTold } = item;
    if (state === 'proposed' || due === undefined || due.last >= asOf) continue;
    const promised = { state, due, done, lastTold };
    const standing = findStanding({ ...promised, overdue: isOverdue(promised, asOf) });
    if (standing in standings) standings[standing as DueStanding]++;
  }
  return { due: Object.values(standings).reduce((sum, count) => sum + count, 0), standings };
}

/**
 * How late it was or is against a due date, in ms of whole days; of what is still open at least so long. Undefined where it is not
 * certainly late.
 */
export function measureLateness(promised: Promised, asOf: IsoDay): Span | undefined {
  const { due, done } = promised;
  if (due === undefined) return undefined;
  const standing = findStanding({ ...promised, overdue: isOverdue(promised, asOf) });
  if (standing === 'late') return { min: daysBetween(due.last, asOf) * DAY, max: null };
  if (standing !== 'done-late' || done === undefined || done === 'unknown') return undefined;
  const last = done.last < asOf ? done.last : asOf;
  const min = daysBetween(due.last, done.first);
  return { min: min * DAY, max: Math.max(min, daysBetween(due.last, last)) * DAY };
}
