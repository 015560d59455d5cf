/**
 * The words that a shown time or length is made of: the shape that every language fills, and English, in which diagnostics
 * are written. Whoever shows a time says in which words; nothing is taken from the machine.
 */
import type { IsoDay } from './isoDay.js';
import { partsOfDay } from './isoDay.js';
import type { DayPart } from './when.js';

/** The true minus sign, and the narrower dash between two times. */
export const MINUS = '−';
export const DASH = '–';

/** One end of a range of dates: a day or, where `day` is absent, a month (1–12). */
export type DateSide = { readonly year: number; readonly month: number; readonly day?: number };

/**
 * The words of times and lengths in one language. A time said with them is a name that stands by itself, in a table or behind
 * a word (`since`, `seit`); it is in no grammatical case but the first.
 */
export interface TimeWording {
  /** A calendar day: `14 March 2026`. */
  day: (day: IsoDay) => string;
  /** The same without its year, where there is little room: `14 Mar`. */
  shortDay: (day: IsoDay) => string;
  /** A month (1–12) of a year: `March 2026`. */
  month: (month: number, year: number) => string;
  /** A month (1–12) alone: `March`. */
  monthName: (month: number) => string;
  /** A month (1–12) in a few letters: `Mar`. */
  shortMonthName: (month: number) => string;
  quarter: (quarter: number, year: number) => string;
  /** A day of an incident without a date, from 1 on: `day 2`. */
  countedDay: (day: number) => string;
  /** The time on which something happened, behind a verb: `on 14 March 2026`, `in March 2026`. Each takes what it names as it is said alone. */
  onDay: (day: string) => string;
  inMonth: (month: string) => string;
  inQuarter: (quarter: string) => string;
  inYear: (year: string) => string;
  dayAndClock: (day: string, clock: string) => string;
  /** A doubtful clock time of a day: `about 09:40 on 14 March 2026`. */
  clockOnDay: (clock: string, day: string) => string;
  /** A part of the day by itself: `evening`. */
  part: (part: DayPart) => string;
  partOfDay: (part: DayPart, day: string) => string;
  aboutPart: (part: DayPart) => string;
  aboutPartOfDay: (part: DayPart, day: string) => string;
  /** A part of a day inside a sentence: `the evening of 28 June 2014`. */
  thePartOfDay: (part: DayPart, day: string) => string;
  /** Around a clock time, or a range of them. */
  aboutClock: (clock: string) => string;
  /** Around a day, a month, a year, or a range of times. */
  aboutDay: (day: string) => string;
  /** Between two times, said whole. */
  between: (from: string, to: string) => string;
  /** Between two days or months; what both have in common is said once. */
  betweenDates: (from: DateSide, to: DateSide) => string;
  after: (time: string) => string;
  by: (time: string) => string;
  /** An open beginning or end, where `by` and `after` would be read as the time of something else. */
  orBefore: (time: string) => string;
  orLater: (time: string) => string;
  timeUnknown: string;
  zoneUnknown: string;
  /** The time of a place, by the name of its city in the database of time zones (in English): `Chicago time`. */
  zoneTime: (city: string) => string;
  /** Lengths of time. */
  days: (count: number) => string;
  hours: (count: number) => string;
  minutes: (count: number) => string;
  seconds: (count: number) => string;
  aboutLength: (length: string) => string;
  betweenLengths: (from: string, to: string) => string;
  atLeast: (length: string) => string;
  upTo: (length: string) => string;
  lessThanAMinute: string;
  /** Of a length. */
  unknown: string;
}

/** The English names of months: authors write them, and English shows them. Ours, so that no locale data changes what is read. */
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

const partNames: Readonly<Record<DayPart, string>> = {
  early: 'early hours',
  morning: 'morning',
  afternoon: 'afternoon',
  evening: 'evening',
  night: 'night',
};

const monthName = (month: number): string => monthNames[month - 1] ?? '';

export const englishTime: TimeWording = {
  day: nameDay,
  shortDay: (day) => `${partsOfDay(day).day} ${monthName(partsOfDay(day).month).slice(0, 3)}`,
  month: (month, year) => `${monthName(month)} ${year}`,
  monthName,
  shortMonthName: (month) => monthName(month).slice(0, 3),
  quarter: (quarter, year) => `Q${quarter} ${year}`,
  countedDay: (day) => `day ${day}`,
  onDay: (day) => `on ${day}`,
  inMonth: (month) => `in ${month}`,
  inQuarter: (quarter) => `in ${quarter}`,
  inYear: (year) => `in ${year}`,
  dayAndClock: (day, clock) => `${day}, ${clock}`,
  clockOnDay: (clock, day) => `${clock} on ${day}`,
  part: (part) => partNames[part],
  partOfDay: (part, day) => `${partNames[part]} of ${day}`,
  aboutPart: (part) => `about the ${partNames[part]}`,
  aboutPartOfDay: (part, day) => `about the ${partNames[part]} of ${day}`,
  thePartOfDay: (part, day) => `the ${partNames[part]} of ${day}`,
  aboutClock: (clock) => `about ${clock}`,
  aboutDay: (day) => `about ${day}`,
  between: (from, to) => `between ${from} and ${to}`,
  betweenDates: (from, to) => `between ${nameFirstSide(from, to)} and ${nameSide(to)}`,
  after: (time) => `after ${time}`,
  by: (time) => `by ${time}`,
  orBefore: (time) => `${time} or before`,
  orLater: (time) => `${time} or later`,
  timeUnknown: 'time unknown',
  zoneUnknown: 'local time, zone unknown',
  zoneTime: (city) => `${city} time`,
  days: (count) => (count === 1 ? '1 day' : `${count} days`),
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  seconds: (count) => `${count} s`,
  aboutLength: (length) => `about ${length}`,
  betweenLengths: (from, to) => `between ${from} and ${to}`,
  atLeast: (length) => `at least ${length}`,
  upTo: (length) => `up to ${length}`,
  lessThanAMinute: 'less than a minute',
  unknown: 'unknown',
};

/** A calendar day in English: “14 March 2026”. */
export function nameDay(day: IsoDay): string {
  const { year, month, day: date } = partsOfDay(day);
  return nameSide({ year, month, day: date });
}

function nameSide({ year, month, day }: DateSide): string {
  return `${day === undefined ? '' : `${day} `}${monthName(month)} ${year}`;
}

/** The first of two dates, without what the second says for both: “10” of “10 and 19 March 2014”. */
function nameFirstSide(from: DateSide, to: DateSide): string {
  if (from.year !== to.year) return nameSide(from);
  if (from.day === undefined) return monthName(from.month);
  return from.month === to.month && to.day !== undefined
    ? String(from.day)
    : `${from.day} ${monthName(from.month)}`;
}
