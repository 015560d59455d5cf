import { DAY } from '../../../time/isoDay.js';
import type { Distribution } from '../../../time/distribution.js';
import type { Span } from '../../../time/span.js';
import { countOf, formatCount } from '../count.js';

/** A length in whole days, never shorter than it is: `23 days`, `20 to 25 days`, `at least 40 days`. */
export function daysText({ min, max }: Span): string {
  const low = Math.ceil((min ?? 0) / DAY);
  if (max === null) return `at least ${countOf(low, 'day')}`;
  const high = Math.ceil(max / DAY);
  return low === high ? countOf(high, 'day') : `${formatCount(low)} to ${countOf(high, 'day')}`;
}

/**
 * How lengths are spread, behind a verb: `within 23 days for half of them, within 120 days for nine of ten, and within 410 days for
 * all`. Of a single one only that. Never a mean: one that was forgotten makes it say nothing.
 */
export function spreadText({ n, median, p90, max }: Distribution): string | undefined {
  if (median === undefined || max === undefined) return undefined;
  if (n === 1) return daysText(max);
  const parts = [
    `half of them within ${daysText(median)}`,
    ...(p90 === undefined ? [] : [`nine of ten within ${daysText(p90)}`]),
    `all within ${daysText(max)}`,
  ];
  return parts.join(', ');
}

/** The names of the columns of a spread, by their ends. */
export function columnName(days: number | undefined, before: number | undefined): string {
  if (days === undefined) return `over ${lengthName(before ?? 0)}`;
  return before === undefined ? `up to ${lengthName(days)}` : `to ${lengthName(days)}`;
}

function lengthName(days: number): string {
  return days % 365 === 0 ? countOf(days / 365, 'year') : countOf(days, 'day');
}
