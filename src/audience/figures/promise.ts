import { isOpen } from '../../model/remediationItem.js';
import { listedDayOf, type Day } from '../../time/day.js';
import { DAY, daysBetween, type IsoDay } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import type { Commitment, PublicHistory, PublicIncident } from '../publicHistory.js';

/**
 * Where a commitment stands as of the history's day.
 *
 * - `late`: open, and its due day is over. `open`: else open.
 * - `in-time`, `done-late`: done, and certainly so. `done`: done, and which of the two cannot be said, or nothing was due.
 * - `not-followed`: nobody has followed it since the report was told; it is neither late nor counted.
 */
export type Standing =
  'late' | 'open' | 'in-time' | 'done-late' | 'done' | 'dropped' | 'superseded' | 'not-followed';

export function findStanding(commitment: Commitment): Standing {
  const { state, lastTold, overdue, due, done } = commitment;
  if (lastTold !== undefined) return 'not-followed';
  if (isOpen(commitment)) return overdue ? 'late' : 'open';
  if (state === 'wont-do') return 'dropped';
  if (state === 'superseded') return 'superseded';
  if (due === undefined || done === undefined || done === 'unknown') return 'done';
  return done.last <= due.last ? 'in-time' : done.first > due.last ? 'done-late' : 'done';
}

/**
 * The day from which the time of a promise counts, in the site's zone: that on which its incident was over, else began. When it was
 * written down is not public, and a report may be published years later. Undefined where neither has a date.
 */
export function promisedDayOf(
  { started, mitigated, resolved }: PublicIncident,
  { site }: PublicHistory,
): Day | undefined {
  for (const when of [resolved, mitigated, started]) {
    const day = when && listedDayOf(when, site.zone);
    if (day !== undefined) return day;
  }
  return undefined;
}

/**
 * How long a promise took, in ms of whole days of 24 hours: from the day of `promisedDayOf` to the one on which it was done. Zero where
 * it was done before. Undefined where it is not done, or a day is not known.
 */
export function measureTaking(
  { state, done }: Commitment,
  promised: Day | undefined,
  asOf: IsoDay,
): Span | undefined {
  if (state !== 'done' || done === undefined || done === 'unknown' || promised === undefined)
    return undefined;
  // Of `2026` the days that are still to come are none on which it was done.
  const last = done.last < asOf ? done.last : asOf;
  return {
    min: Math.max(0, daysBetween(promised.last, done.first)) * DAY,
    max: Math.max(0, daysBetween(promised.first, last)) * DAY,
  };
}
