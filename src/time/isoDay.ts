/** A calendar day of the Gregorian calendar, `YYYY-MM-DD`. Sorts as text. */
export type IsoDay = string;

export const SECOND = 1_000;
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The years that a postmortem can speak of; outside them a year is a slip of the finger. */
export const FIRST_YEAR = 1970;
export const LAST_YEAR = 2199;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** The number of days in a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Writes year, month (1–12) and day as an ISO day. */
export function isoDay(year: number, month: number, day: number): IsoDay {
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
}

/** The parts of an ISO day. The text must be one (see {@link isIsoDay}). */
export function partsOfDay(day: IsoDay): { year: number; month: number; day: number } {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** Whether a text is a real day of the calendar, in full (`2026-02-30` is not). */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOfDay(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number of the day since 1970-01-01 (which is 0). */
export function numberOfDay(day: IsoDay): number {
  const parts = partsOfDay(day);
  return Math.round(Date.UTC(parts.year, parts.month - 1, parts.day) / DAY);
}

/** The day with that number since 1970-01-01. */
export function dayOfNumber(number: number): IsoDay {
  const date = new Date(number * DAY);
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

/** The day so many days later (earlier, when negative). */
export function addDays(day: IsoDay, days: number): IsoDay {
  return dayOfNumber(numberOfDay(day) + days);
}

/** How many days lie from one day to another: 0 for the same, negative when `to` is earlier. */
export function daysBetween(from: IsoDay, to: IsoDay): number {
  return numberOfDay(to) - numberOfDay(from);
}

/** The month (`year`, `month` 1–12) so many months later, as its first and last day. */
export function monthOf(year: number, month: number, later = 0): { first: IsoDay; last: IsoDay } {
  const count = year * 12 + (month - 1) + later;
  const [y, m] = [Math.floor(count / 12), (count % 12) + 1];
  return { first: isoDay(y, m, 1), last: isoDay(y, m, daysInMonth(y, m)) };
}

/** The same day so many years later (earlier, when negative); 29 February is 28 where there is none. */
export function addYears(day: IsoDay, years: number): IsoDay {
  const { year, month, day: date } = partsOfDay(day);
  return isoDay(year + years, month, Math.min(date, daysInMonth(year + years, month)));
}
