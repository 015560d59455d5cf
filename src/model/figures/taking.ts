import type { Day } from '../../time/day.js';
import { DAY, daysBetween, type IsoDay } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';
import type { RemediationItem } from '../remediationItem.js';

/**
 * How long an item took, in ms of whole days of 24 hours: from a day to the one on which it was done. Zero where it was done
 * before. Undefined where it is not done, or a day is not known.
 */
export function measureTaking(
  { state, done }: Pick<RemediationItem, 'state' | 'done'>,
  from: Day | undefined,
  asOf: IsoDay,
): Span | undefined {
  if (state !== 'done' || done === undefined || done === 'unknown' || from === undefined) return undefined;
  // Of `2026` the days that are still to come are none on which it was done.
  return measureDays(from, { first: done.first, last: done.last < asOf ? done.last : asOf });
}

/** How long an open item has been open on a day, in ms of whole days; undefined where nobody knows since when. */
export function measureWaiting({ opened }: Pick<RemediationItem, 'opened'>, asOf: IsoDay): Span | undefined {
  return opened && measureDays(opened, { first: asOf, last: asOf });
}

/** Whole days from one Day to another, in ms; none where the second is the earlier. */
function measureDays(from: Pick<Day, 'first' | 'last'>, to: Pick<Day, 'first' | 'last'>): Span {
  return {
    min: Math.max(0, daysBetween(from.last, to.first)) * DAY,
    max: Math.max(0, daysBetween(from.first, to.last)) * DAY,
  };
}
