import { formatDay, formatIsoDay, type Day } from '../../time/day.js';
import { toDateTime } from '../../time/dateTime.js';
import { formatClock, formatDayOf, formatWhen } from '../../time/formatWhen.js';
import type { When } from '../../time/when.js';

/**
 * A time in words, as exactly as it is known, in its incident's zone. `text` replaces the words where others stand around
 * it already, e.g. the clock alone below its day.
 */
export function Time({ when, text = formatWhen(when) }: { when: When; text?: string | undefined }) {
  const dateTime = toDateTime(when);
  return dateTime === undefined ? <span>{text}</span> : <time dateTime={dateTime}>{text}</time>;
}

/** The clock alone for the end of something that ended on the day it began; undefined where the day must be said. */
export function endClock(start: When, end: When): string | undefined {
  const isPlain = start.from === undefined && start.to === undefined && formatClock(start) !== undefined;
  return isPlain && formatDayOf(start) === formatDayOf(end) ? formatClock(end) : undefined;
}

/** A Day in words: `14 March 2026`, `March 2026`, `Q4 2025`. */
export function DayTime({ day }: { day: Day }) {
  const dateTime = dateTimeOfDay(day);
  return dateTime === undefined ? (
    <span>{formatDay(day)}</span>
  ) : (
    <time dateTime={dateTime}>{formatDay(day)}</time>
  );
}

/** A calendar day, `YYYY-MM-DD`, in words. */
export function IsoDayTime({ day }: { day: string }) {
  return <time dateTime={day}>{formatIsoDay(day)}</time>;
}

/** HTML knows days, months and years, but no quarters and no ranges. */
function dateTimeOfDay(day: Day): string | undefined {
  if (day.precision === 'day') return day.first;
  if (day.precision === 'month') return day.first.slice(0, 7);
  return day.precision === 'year' ? day.first.slice(0, 4) : undefined;
}
