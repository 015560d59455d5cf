import { formatDay, formatIsoDay, type Day } from '../../time/day.js';
import { toDateTime } from '../../time/dateTime.js';
import { formatClock, formatDayOf, formatWhen } from '../../time/formatWhen.js';
import type { When } from '../../time/when.js';
import type { TimeWording } from '../../time/wording.js';
import { usePage } from '../frame.js';
import { useSwitch } from './switchableTime.js';

/**
 * A time in words, as exactly as it is known, in its incident's zone. `text` replaces the words where others stand around
 * it already, e.g. the clock alone below its day.
 */
export function Time({ when, text }: { when: When; text?: string | undefined }) {
  const { wording } = usePage();
  const dateTime = toDateTime(when);
  const shown = text ?? formatWhen(when, wording.time);
  const attributes = useSwitch(when, shown);
  if (dateTime === undefined) return <span {...attributes}>{shown}</span>;
  return (
    <time dateTime={dateTime} {...attributes}>
      {shown}
    </time>
  );
}

/** The clock alone for the end of something that ended on the day it began; undefined where the day must be said. */
export function endClock(start: When, end: When, words: TimeWording): string | undefined {
  const isPlain =
    start.from === undefined && start.to === undefined && formatClock(start, words) !== undefined;
  return isPlain && formatDayOf(start, words) === formatDayOf(end, words)
    ? formatClock(end, words)
    : undefined;
}

/** A Day in words: `14 March 2026`, `March 2026`, `Q4 2025`. `text` replaces them where they stand in a phrase: `since March 2026`. */
export function DayTime({ day, text: phrase }: { day: Day; text?: string }) {
  const { wording } = usePage();
  const dateTime = dateTimeOfDay(day);
  const text = phrase ?? formatDay(day, wording.time);
  return dateTime === undefined ? <span>{text}</span> : <time dateTime={dateTime}>{text}</time>;
}

/** A calendar day, `YYYY-MM-DD`, in words. */
export function IsoDayTime({ day, text }: { day: string; text?: string }) {
  const { wording } = usePage();
  return <time dateTime={day}>{text ?? formatIsoDay(day, wording.time)}</time>;
}

/** HTML knows days, months and years, but no quarters and no ranges. */
function dateTimeOfDay(day: Day): string | undefined {
  if (day.precision === 'day') return day.first;
  if (day.precision === 'month') return day.first.slice(0, 7);
  return day.precision === 'year' ? day.first.slice(0, 4) : undefined;
}
