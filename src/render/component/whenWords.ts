import { createZoneAxis, daysAxis } from '../../time/axis.js';
import { dayOf, formatDay } from '../../time/day.js';
import { formatDayOf, formatWhen } from '../../time/formatWhen.js';
import { HOUR } from '../../time/isoDay.js';
import { isUnknown, type When } from '../../time/when.js';
import type { TimeWording } from '../../time/wording.js';

/** Whether a clock is read when the time is: only then does it matter whose. */
export function hasClock(when: When): boolean {
  return isReading(when) || [when.from, when.to].some((side) => side !== undefined && hasClock(side));
}

/** Whether one of the times shows a clock. Those that are not there do not. */
export function showsClock(whens: readonly (When | undefined)[]): boolean {
  return whens.some((when) => when !== undefined && hasClock(when));
}

/**
 * The day of a time, or all that is known of it where that is no day: `14 March 2026`, also of `about 13:00`, whose day is
 * certain; `between 10 and 19 March 2014`, `June 2014`, `evening of 28 June 2014`. Undefined when it is unknown.
 */
export function describeDays(when: When, words: TimeWording): string | undefined {
  if (isUnknown(when)) return undefined;
  if (isReading(when)) return formatDayOf(when, words);
  const day =
    when.precision === 'range' && hasClock(when) && when.axis === 'calendar'
      ? dayOf(when, when.zone)
      : undefined;
  return day === undefined ? formatWhen(when, words) : formatDay(day, words);
}

/** Whether its end must be set off from what stands beside it: `between 13:00 and 14:00, until 16:00`. */
export function isOpenOrRange({ precision }: When): boolean {
  return precision === 'range' || precision === 'by' || precision === 'after';
}

/** No more doubt than this is a time of the clock, for the words on what lies between two. */
const MOST_DOUBT = 3 * HOUR;

/** Whether it is known by the clock, so that hours can be counted from it. */
export function isOfClock(when: When): boolean {
  const { earliest, latest } = when;
  return hasClock(when) && earliest !== null && latest !== null && latest - earliest <= MOST_DOUBT;
}

/** The number of the day that it certainly was on, in its own zone; undefined where it can be one of several. */
export function findDayNumber(when: When): number | undefined {
  const { earliest, latest, anchor } = when;
  if (earliest === null || latest === null) return undefined;
  const axis = when.axis === 'days' ? daysAxis : createZoneAxis(when.zone);
  // What is written by the clock, or as the night of a day, stands on the day that was written.
  if ((isReading(when) || when.precision === 'part') && anchor !== null) return axis.locate(anchor).day;
  const [first, last] = [axis.locate(earliest).day, axis.locate(latest - 1).day];
  return first === last ? first : undefined;
}

function isReading({ precision }: When): boolean {
  return precision === 'minute' || precision === 'second';
}
