import type { IsoDay } from './isoDay.js';
import { daysInMonth, FIRST_YEAR, isoDay, LAST_YEAR } from './isoDay.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import { monthNames } from './wording.js';

/**
 * The days that a written date can be: from `first` to `last`. `unit` is the smallest thing it names; it is
 * `exact` when no digit of it is missing.
 */
export type DateForm = {
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly unit: 'day' | 'month' | 'year';
  readonly exact: boolean;
};

const DATE = /^([\d?]{4})(?:-([\d?]{2})(?:-([\d?]{2}))?)?$/;

/**
 * Parses `2014-06-28`, `2014-06` or `2014`, any digit of which may be `?`. Undefined if the text has not that
 * shape; refused if no day of the calendar fits, or the year is outside 1970 to 2199.
 */
export function parseDateForm(text: string): { ok: true; date: DateForm } | Refusal | undefined {
  const found = DATE.exec(text);
  if (found === null) return undefined;
  const year = found[1] ?? '';
  let [month, day] = [found[2], found[3]];
  // `2014-03-??` says no more than `2014-03`.
  if (day === '??') day = undefined;
  if (day === undefined && month === '??') month = undefined;
  const years = matchingNumbers(year, FIRST_YEAR, LAST_YEAR);
  if (years.length === 0) {
    return refuse(`The year ${year} is outside ${FIRST_YEAR} to ${LAST_YEAR}.`, {
      hint: 'Is a digit wrong, or are day and year the other way round?',
    });
  }
  const months = month === undefined ? [1, 12] : matchingNumbers(month, 1, 12);
  if (months.length === 0) return refuse(`There is no month ${month ?? ''}; months run from 01 to 12.`);
  const days = day === undefined ? undefined : matchingNumbers(day, 1, 31);
  const first = findDay(years, months, days, 1);
  const last = findDay(years.toReversed(), months.toReversed(), days?.toReversed(), -1);
  if (first === undefined || last === undefined) return refuseDay(years, months, text);
  const unit = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return { ok: true, date: { first, last, unit, exact: !`${year}${month ?? ''}${day ?? ''}`.includes('?') } };
}

/** The numbers of a span that a text of digits and `?` can stand for, in order. */
export function matchingNumbers(pattern: string, low: number, high: number): number[] {
  if (!pattern.includes('?')) {
    const number = Number(pattern);
    return number >= low && number <= high ? [number] : [];
  }
  const found: number[] = [];
  for (let number = low; number <= high; number += 1) {
    const digits = String(number).padStart(pattern.length, '0');
    if ([...pattern].every((char, index) => char === '?' || char === digits[index])) found.push(number);
  }
  return found;
}

/**
 * The first day of the calendar in the order of the candidates; without days the first (1) or last (-1) of a
 * month.
 */
function findDay(
  years: readonly number[],
  months: readonly number[],
  days: readonly number[] | undefined,
  end: 1 | -1,
): IsoDay | undefined {
  for (const year of years) {
    for (const month of months) {
      const length = daysInMonth(year, month);
      if (days === undefined) return isoDay(year, month, end === 1 ? 1 : length);
      const day = days.find((candidate) => candidate <= length);
      if (day !== undefined) return isoDay(year, month, day);
    }
  }
  return undefined;
}

function refuseDay(years: readonly number[], months: readonly number[], text: string): Refusal {
  const [year, month] = [years[0], months[0]];
  if (years.length > 1 || months.length > 1 || year === undefined || month === undefined) {
    return refuse(`No day of the calendar fits ${text}.`);
  }
  const length = daysInMonth(year, month);
  return refuse(`${text} does not exist: ${monthNames[month - 1] ?? ''} ${year} has ${length} days.`);
}
