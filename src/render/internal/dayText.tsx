import { formatDay, type Day } from '../../time/day.js';
import { englishTime } from '../../time/wording.js';

/**
 * A day in a table: `2026-03-14`, which sorts by eye and is short; a month, quarter or year in words, since such a Day is
 * not exact. Undefined: a dash that says so to those who cannot see it.
 */
export function DayText({ day }: { day: Day | 'unknown' | undefined }) {
  if (day === undefined) return <NoValue />;
  if (day === 'unknown') return <span class="muted">unknown</span>;
  if (day.precision === 'day') {
    return (
      <time class="day" dateTime={day.first}>
        {day.first}
      </time>
    );
  }
  return <span>{formatDay(day, englishTime)}</span>;
}

/** A cell in which nothing stands. */
export function NoValue() {
  return (
    <span class="muted no-value">
      <span aria-hidden="true">–</span> <span class="visually-hidden">none</span>
    </span>
  );
}
