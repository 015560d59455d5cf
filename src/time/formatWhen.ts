import { describeOffset } from './abbreviation.js';
import type { Axis } from './axis.js';
import { createZoneAxis, daysAxis } from './axis.js';
import { DAY, dayOfNumber, partsOfDay } from './isoDay.js';
import { clockText } from './clockForm.js';
import type { When } from './when.js';
import type { DateSide, TimeWording } from './wording.js';
import { DASH } from './wording.js';

/**
 * Says a time in words for a page, in the incident's own zone and no more exactly than it is known: “14 March
 * 2026, 09:05”, “about 17:30 on 1 June 2023”, “evening of 28 June 2014”, “day 2, about 17:30”, “between 13:00
 * and 14:00 on 14 March 2026”, “after June 2014”, “time unknown”.
 */
export function formatWhen(when: When, words: TimeWording): string {
  const day = dayText(when, words);
  switch (when.precision) {
    case 'unknown':
      return words.timeUnknown;
    case 'after':
      return when.from === undefined ? words.timeUnknown : words.after(formatWhen(when.from, words));
    case 'by':
      return when.to === undefined ? words.timeUnknown : words.by(formatWhen(when.to, words));
    case 'range':
      return formatRange(when, words);
    case 'part': {
      const part = when.part ?? 'early';
      return when.about ? words.aboutPartOfDay(part, day) : words.partOfDay(part, day);
    }
    case 'second':
    case 'minute': {
      if (!when.about) return words.dayAndClock(day, clockOf(when));
      const clock = words.aboutClock(clockOf(when));
      return when.axis === 'calendar' ? words.clockOnDay(clock, day) : words.dayAndClock(day, clock);
    }
    default:
      return when.about ? words.aboutDay(day) : day;
  }
}

/**
 * The part of a time that stands in the margin of a timeline, below the heading of its day: “09:05”, “about
 * 09:40”, “14:00–15:00”, “evening”, “after 13:00”. Undefined when no hour is known.
 */
export function formatClock(when: When, words: TimeWording): string | undefined {
  switch (when.precision) {
    case 'second':
    case 'minute':
      return when.about ? words.aboutClock(clockOf(when)) : clockOf(when);
    case 'part': {
      const part = when.part ?? 'early';
      return when.about ? words.aboutPart(part) : words.part(part);
    }
    case 'after':
      return wrap(when.from && formatClock(when.from, words), words.after);
    case 'by':
      return wrap(when.to && formatClock(when.to, words), words.by);
    case 'range': {
      // A clock time at either end says nothing when there are days between them.
      if ((when.latest ?? 0) - (when.earliest ?? 0) > DAY) return undefined;
      const [from, to] = [when.from && formatClock(when.from, words), when.to && endClock(when, words)];
      const both =
        from === undefined || to === undefined
          ? undefined
          : `${from}${/ /.test(from + to) ? ` ${DASH} ` : DASH}${to}`;
      return when.about ? wrap(both, words.aboutClock) : both;
    }
    default:
      return undefined;
  }
}

/**
 * The day, month, year or counted day that a time is listed under: “14 March 2026”, “June 2014”, “day 2”. Of
 * a range the one it begins on, of an open time the one it names. Undefined when it is unknown.
 */
export function formatDayOf(when: When, words: TimeWording): string | undefined {
  if (when.precision === 'unknown') return undefined;
  const inner = when.from ?? when.to;
  return inner === undefined ? dayText(when, words) : formatDayOf(inner, words);
}

/**
 * The beginning or the end of something, where “by” and “after” would be read as the time of something else: “the night of day
 * 1 or before”.
 */
export function formatEnd(when: When, words: TimeWording): string {
  const { precision, from, to } = when;
  if (precision === 'by' && to !== undefined) return words.orBefore(formatSide(to, words));
  if (precision === 'after' && from !== undefined) return words.orLater(formatSide(from, words));
  return formatWhen(when, words);
}

function wrap(text: string | undefined, say: (text: string) => string): string | undefined {
  return text === undefined ? undefined : say(text);
}

function axisOf(when: When): Axis {
  return when.axis === 'days' ? daysAxis : createZoneAxis(when.zone);
}

/** The clock time of a reading; where the clock showed it twice that day, with its offset. */
function clockOf(when: When): string {
  const axis = axisOf(when);
  const instant = when.anchor ?? 0;
  const local = axis.locate(instant);
  // The seconds of a minute that was shifted by some are not known.
  const text = clockText(when.precision === 'minute' ? local.second - (local.second % 60) : local.second);
  return axis.readings(local).length > 1
    ? `${text} (${describeOffset(axis.offset(instant) / 60_000)})`
    : text;
}

function dayText(when: When, words: TimeWording): string {
  const local = axisOf(when).locate(when.anchor ?? 0);
  if (when.axis === 'days') return words.countedDay(local.day + 1);
  const day = dayOfNumber(local.day);
  const { year, month } = partsOfDay(day);
  if (when.precision === 'year') return String(year);
  return when.precision === 'month' ? words.month(month, year) : words.day(day);
}

function formatRange(when: When, words: TimeWording): string {
  const { from, to } = when;
  if (from === undefined || to === undefined) return words.timeUnknown;
  const say = (text: string): string => (when.about ? words.aboutDay(text) : text);
  const isClock = isReading(from) && isReading(to);
  const day = dayText(from, words);
  if (isClock && (day === dayText(to, words) || endsAtMidnight(when))) {
    const clocks = words.between(formatClock(from, words) ?? '', endClock(when, words) ?? '');
    return say(when.axis === 'days' ? words.dayAndClock(day, clocks) : words.clockOnDay(clocks, day));
  }
  const [first, last] = [dateOf(from), dateOf(to)];
  if (first !== undefined && last !== undefined) return say(words.betweenDates(first, last));
  return say(words.between(formatSide(from, words), formatSide(to, words)));
}

/** The date that a time is, and nothing else. */
function dateOf(when: When): DateSide | undefined {
  if (when.about || when.axis === 'days') return undefined;
  if (when.precision !== 'day' && when.precision !== 'month') return undefined;
  const { year, month, day } = partsOfDay(dayOfNumber(axisOf(when).locate(when.anchor ?? 0).day));
  return when.precision === 'day' ? { year, month, day } : { year, month };
}

/** A time inside a sentence that says something of it. */
function formatSide(when: When, words: TimeWording): string {
  if (when.precision !== 'part' || when.about) return formatWhen(when, words);
  return words.thePartOfDay(when.part ?? 'early', dayText(when, words));
}

function isReading(when: When): boolean {
  return when.precision === 'minute' || when.precision === 'second';
}

/** Whether a range of clock times ends with the end of the day it begins on: then that is 24:00. */
function endsAtMidnight(when: When): boolean {
  const { from, to } = when;
  const [began, ended] = [from?.anchor ?? null, to?.anchor ?? null];
  if (to === undefined || began === null || ended === null || to.about || !isReading(to)) return false;
  const axis = axisOf(when);
  const [start, end] = [axis.locate(began), axis.locate(ended)];
  return end.second === 0 && end.day === start.day + 1;
}

function endClock(when: When, words: TimeWording): string | undefined {
  return endsAtMidnight(when) ? '24:00' : when.to && formatClock(when.to, words);
}
