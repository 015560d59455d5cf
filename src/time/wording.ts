/**
 * Every word of English that a shown time or length is made of. The names of months are ours, so that a page
 * does not change with the machine's locale data; another language is another file like this one.
 */
import type { IsoDay } from './isoDay.js';
import { partsOfDay } from './isoDay.js';
import type { DayPart } from './when.js';

export const monthNames: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

export const partNames: Readonly<Record<DayPart, string>> = {
  early: 'early hours',
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
};

/** The true minus sign, and the narrower dash between two times. */
export const MINUS = '−';
export const DASH = '–';

export const wording = {
  day: (day: number, month: string, year: number) => `${day} ${month} ${year}`,
  month: (month: string, year: number) => `${month} ${year}`,
  quarter: (quarter: number, year: number) => `Q${quarter} ${year}`,
  countedDay: (day: number) => `day ${day}`,
  dayAndClock: (day: string, clock: string) => `${day}, ${clock}`,
  clockOnDay: (clock: string, day: string) => `${clock} on ${day}`,
  partOfDay: (part: DayPart, day: string) => `${partNames[part]} of ${day}`,
  about: (text: string) => `about ${text}`,
  the: (text: string) => `the ${text}`,
  aboutThe: (text: string) => `about the ${text}`,
  between: (from: string, to: string) => `between ${from} and ${to}`,
  after: (text: string) => `after ${text}`,
  by: (text: string) => `by ${text}`,
  timeUnknown: 'time unknown',
  zoneUnknown: 'local time, zone unknown',
  zoneTime: (city: string) => `${city} time`,
  // Lengths of time.
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  hours: (count: number) => `${count} h`,
  minutes: (count: number) => `${count} min`,
  seconds: (count: number) => `${count} s`,
  atLeast: (length: string) => `at least ${length}`,
  upTo: (length: string) => `up to ${length}`,
  lessThanAMinute: 'less than a minute',
  unknown: 'unknown',
} as const;

/** A calendar day in words: “14 March 2026”. */
export function nameDay(day: IsoDay): string {
  const parts = partsOfDay(day);
  return wording.day(parts.day, monthNames[parts.month - 1] ?? '', parts.year);
}
