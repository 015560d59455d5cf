import { createZoneAxis, startOfDay } from './axis.js';
import { parseDateForm } from './dateForm.js';
import type { IsoDay } from './isoDay.js';
import { daysBetween, monthOf, numberOfDay, partsOfDay, dayOfNumber } from './isoDay.js';
import { explainNearMiss } from './nearMiss.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import type { When } from './when.js';
import type { TimeWording } from './wording.js';

/**
 * A date without a clock: the days from `first` to `last`, both included, and the words it was written in.
 * `range` is only made by {@link dayOf}, never written.
 */
export type Day = {
  readonly words: string;
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'range';
};

/**
 * Parses a Day: `2026-03-14`, `2026-03`, `2025-Q4` or `2026`. Missing digits and `~` are refused: a day that
 * is known roughly is its month. Never throws.
 */
export function parseDay(text: string): { readonly ok: true; readonly day: Day } | Refusal {
  const words = text.trim();
  if (words === '') return refuse('The date is empty.', { hint: 'Write one, or leave the key out.' });
  return parseWritten(words) ?? refuseDay(words);
}

/** Writes a day as `parseDay` reads it; the days of a range one after the other. */
export function spellDay({ first, last, precision }: Day): string {
  switch (precision) {
    case 'day':
      return first;
    case 'month':
      return first.slice(0, 7);
    case 'quarter':
      return `${first.slice(0, 4)}-Q${Math.ceil(Number(first.slice(5, 7)) / 3)}`;
    case 'year':
      return first.slice(0, 4);
    case 'range':
      return `${first} .. ${last}`;
  }
}

/** Parses what has the shape of a Day; undefined for everything else. */
function parseWritten(words: string): { readonly ok: true; readonly day: Day } | Refusal | undefined {
  const quarter = /^(\d{4})-Q([1-4])$/i.exec(words);
  const plain = quarter?.[1] ?? words;
  const date = plain.includes('?') ? undefined : parseDateForm(plain);
  if (date === undefined || !date.ok) return date;
  const { first, last, unit } = date.date;
  if (quarter === null) return { ok: true, day: { words, first, last, precision: unit } };
  const [year, month] = [partsOfDay(first).year, (Number(quarter[2]) - 1) * 3 + 1];
  const days = { first: monthOf(year, month).first, last: monthOf(year, month + 2).last };
  return { ok: true, day: { words, ...days, precision: 'quarter' } };
}

const WRITTEN = 'Write a day, a month, a quarter or a year: 2026-03-14, 2026-03, 2026-Q1, 2026.';

function refuseDay(words: string): Refusal {
  const clocked = /^~? ?(\d{4}-\d{2}-\d{2})[T ]/i.exec(words);
  const rough = /^~ ?(.+)$/.exec(words)?.[1];
  const digits = /^\d{4}-\d{2}(?=-[\d?]{2}$)|^\d{4}(?=-[\d?]{2})/.exec(words)?.[0];
  const turned = /^Q([1-4])[ /-](\d{4})$/i.exec(words) ?? /^(\d{4}) ?\/?Q([1-4])$/i.exec(words);
  const guess =
    clocked?.[1] ??
    (rough === undefined ? undefined : rough.length === 10 ? rough.slice(0, 7) : rough.slice(0, 4)) ??
    (words.includes('?') ? digits : undefined) ??
    (turned === null
      ? undefined
      : turned[1]?.length === 4
        ? `${turned[1]}-Q${turned[2]}`
        : `${turned[2]}-Q${turned[1]}`);
  if (guess !== undefined) {
    return refuse(`“${words}” is not a date as it stands here.`, {
      hint: WRITTEN,
      suggestions: readable([guess]),
    });
  }
  if (words === 'unknown')
    return refuse('“unknown” says nothing here.', { hint: `${WRITTEN} Or leave the key out.` });
  if (words.length > 60) return refuse('The date is too long.', { hint: WRITTEN });
  const near = explainNearMiss(words, refuse(`“${words}” is not a date.`, { hint: WRITTEN }), 'date');
  return refuse(near.message, { hint: WRITTEN, suggestions: readable(near.suggestions ?? []) });
}

function readable(suggestions: readonly string[]): string[] {
  return suggestions.filter((one) => parseWritten(one)?.ok === true);
}

/** Parses a Day that may be `unknown` (`done`: it was done, nobody wrote when). */
export function parseDayOrUnknown(
  text: string,
): { readonly ok: true; readonly day: Day | 'unknown' } | Refusal {
  return text.trim() === 'unknown' ? { ok: true, day: 'unknown' } : parseDay(text);
}

/** Orders days by their last day, which counts for `due` and `until`; then by their first. Total. */
export function compareDays(a: Day, b: Day): number {
  const [one, other] = [`${a.last} ${a.first} ${a.words}`, `${b.last} ${b.first} ${b.words}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Whether all of a Day lies after a calendar day: it is certainly later. */
export function isDayAfter(day: Day, than: IsoDay): boolean {
  return day.first > than;
}

/** Whether all of a Day lies before a calendar day: `due` before `asOf` is overdue. */
export function isDayBefore(day: Day, than: IsoDay): boolean {
  return day.last < than;
}

/**
 * The Day on which a time lies, in a zone (its own by default): the day, month or year if it fills one, else
 * the range of days it may lie on. Undefined on the axis of days and where an end is open.
 */
export function dayOf(when: When, zone: string = when.zone): Day | undefined {
  if (when.axis === 'days' || when.earliest === null || when.latest === null) return undefined;
  const axis = createZoneAxis(zone);
  const first = dayOfNumber(axis.locate(when.earliest).day);
  const last = dayOfNumber(axis.locate(when.latest - 1).day);
  const { year, month } = partsOfDay(first);
  const [thisMonth, whole] = [
    monthOf(year, month),
    { first: monthOf(year, 1).first, last: monthOf(year, 12).last },
  ];
  const fills = (days: { first: IsoDay; last: IsoDay }): boolean =>
    days.first === first && days.last === last;
  const precision = first === last ? 'day' : fills(thisMonth) ? 'month' : fills(whole) ? 'year' : 'range';
  const words = {
    day: first,
    month: first.slice(0, 7),
    year: first.slice(0, 4),
    range: `${first} .. ${last}`,
  }[precision];
  return { words, first, last, precision };
}

/**
 * The Day under which a time stands in lists by month and year: the one it lies on or, where it is open at one end, that
 * of its other end. Undefined where there is no date.
 */
export function listedDayOf(when: When, zone: string = when.zone): Day | undefined {
  const { earliest, from, to } = when;
  return dayOf(when, zone) ?? dayOf((earliest === null ? to : from) ?? when, zone);
}

/**
 * The month (`YYYY-MM`) under which a Day stands: the one it lies in or, where it may lie in either of two and is known
 * within 31 days, the earlier. Undefined where the month is not known.
 */
export function monthOfDay({ first, last }: Day): string | undefined {
  const month = first.slice(0, 7);
  return last.slice(0, 7) === month || daysBetween(first, last) <= 31 ? month : undefined;
}

/** Whether a time is certainly after the whole of a calendar day in a zone. Never on the axis of days. */
export function isCertainlyAfterDay(when: When, day: IsoDay, zone: string): boolean {
  if (when.axis === 'days' || when.earliest === null) return false;
  return when.earliest >= startOfDay(createZoneAxis(zone), numberOfDay(day) + 1);
}

/** The instants at which a calendar day begins and ends in a zone. */
export function boundsOfDay(day: IsoDay, zone: string): { readonly start: number; readonly end: number } {
  const axis = createZoneAxis(zone);
  return { start: startOfDay(axis, numberOfDay(day)), end: startOfDay(axis, numberOfDay(day) + 1) };
}

/** Says a Day in words: “14 March 2026”, “March 2026”, “Q4 2025”, “2026”. */
export function formatDay(day: Day, words: TimeWording): string {
  const { year, month } = partsOfDay(day.first);
  switch (day.precision) {
    case 'day':
      return words.day(day.first);
    case 'month':
      return words.month(month, year);
    case 'quarter':
      return words.quarter(Math.floor((month - 1) / 3) + 1, year);
    case 'year':
      return String(year);
    case 'range':
      return words.between(words.day(day.first), words.day(day.last));
  }
}

/** Says when something happened by its Day: “on 14 March 2026”, “in March 2026”, “in Q4 2025”, “in 2026”. */
export function formatOnDay(day: Day, words: TimeWording): string {
  const text = formatDay(day, words);
  switch (day.precision) {
    case 'day':
      return words.onDay(text);
    case 'month':
      return words.inMonth(text);
    case 'quarter':
      return words.inQuarter(text);
    case 'year':
      return words.inYear(text);
    case 'range':
      return text;
  }
}

/** Says a calendar day in words: “22 November 2026”. */
export function formatIsoDay(day: IsoDay, words: TimeWording): string {
  return words.day(day);
}
