import { describeOffset } from './abbreviation.js';
import type { Axis } from './axis.js';
import { createZoneAxis, daysAxis } from './axis.js';
import { DAY, dayOfNumber, partsOfDay } from './isoDay.js';
import { clockText } from './clockForm.js';
import type { When } from './when.js';
import { DASH, monthNames, nameDay, partNames, wording } from './wording.js';

/**
 * Says a time in words for a page, in the incident's own zone and no more exactly than it is known: “14 March
 * 2026, 09:05”, “about 17:30 on 1 June 2023”, “evening of 28 June 2014”, “day 2, about 17:30”, “between 13:00
 * and 14:00 on 14 March 2026”, “after June 2014”, “time unknown”.
 */
export function formatWhen(when: When): string {
  const day = dayText(when);
  switch (when.precision) {
    case 'unknown':
      return wording.timeUnknown;
    case 'after':
      return when.from === undefined ? wording.timeUnknown : wording.after(formatWhen(when.from));
    case 'by':
      return when.to === undefined ? wording.timeUnknown : wording.by(formatWhen(when.to));
    case 'range':
      return formatRange(when);
    case 'part':
      return sayPart(when, wording.partOfDay(when.part ?? 'early', day));
    case 'second':
    case 'minute':
      if (when.about && when.axis === 'calendar')
        return wording.about(wording.clockOnDay(clockOf(when), day));
      return wording.dayAndClock(day, when.about ? wording.about(clockOf(when)) : clockOf(when));
    default:
      return when.about ? wording.about(day) : day;
  }
}

/**
 * The part of a time that stands in the margin of a timeline, below the heading of its day: “09:05”, “about
 * 09:40”, “14:00–15:00”, “evening”, “after 13:00”. Undefined when no hour is known.
 */
export function formatClock(when: When): string | undefined {
  switch (when.precision) {
    case 'second':
    case 'minute':
      return when.about ? wording.about(clockOf(when)) : clockOf(when);
    case 'part':
      return sayPart(when, partNames[when.part ?? 'early']);
    case 'after':
      return wrap(when.from && formatClock(when.from), wording.after);
    case 'by':
      return wrap(when.to && formatClock(when.to), wording.by);
    case 'range': {
      // A clock time at either end says nothing when there are days between them.
      if ((when.latest ?? 0) - (when.earliest ?? 0) > DAY) return undefined;
      const [from, to] = [when.from && formatClock(when.from), when.to && endClock(when)];
      const both =
        from === undefined || to === undefined
          ? undefined
          : `${from}${/ /.test(from + to) ? ` ${DASH} ` : DASH}${to}`;
      return when.about ? wrap(both, wording.about) : both;
    }
    default:
      return undefined;
  }
}

/**
 * The day, month, year or counted day that a time is listed under: “14 March 2026”, “June 2014”, “day 2”. Of
 * a range the one it begins on, of an open time the one it names. Undefined when it is unknown.
 */
export function formatDayOf(when: When): string | undefined {
  if (when.precision === 'unknown') return undefined;
  const inner = when.from ?? when.to;
  return inner === undefined ? dayText(when) : formatDayOf(inner);
}

function wrap(text: string | undefined, say: (text: string) => string): string | undefined {
  return text === undefined ? undefined : say(text);
}

function sayPart(when: When, text: string): string {
  return when.about ? wording.aboutThe(text) : text;
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

function dayText(when: When): string {
  const local = axisOf(when).locate(when.anchor ?? 0);
  if (when.axis === 'days') return wording.countedDay(local.day + 1);
  const { year, month } = partsOfDay(dayOfNumber(local.day));
  if (when.precision === 'year') return String(year);
  if (when.precision === 'month') return wording.month(monthNames[month - 1] ?? '', year);
  return nameDay(dayOfNumber(local.day));
}

function formatRange(when: When): string {
  const { from, to } = when;
  if (from === undefined || to === undefined) return wording.timeUnknown;
  const say = (text: string): string => (when.about ? wording.about(text) : text);
  const isClock = isReading(from) && isReading(to);
  if (isClock && (dayText(from) === dayText(to) || endsAtMidnight(when))) {
    const clocks = wording.between(formatClock(from) ?? '', endClock(when) ?? '');
    return say(
      when.axis === 'days'
        ? wording.dayAndClock(dayText(from), clocks)
        : wording.clockOnDay(clocks, dayText(from)),
    );
  }
  return say(isClock ? wording.between(formatWhen(from), formatWhen(to)) : formatDates(from, to));
}

/** “between 10 and 19 March 2014”: what both sides end with is said once. */
function formatDates(from: When, to: When): string {
  const [first, last] = [nameSide(from), nameSide(to)];
  const isDate = [from, to].every((when) => !when.about && ['day', 'month'].includes(when.precision));
  const [words, others] = [first.split(' '), last.split(' ')];
  while (isDate && from.axis === 'calendar' && words.length > 1 && words.at(-1) === others.pop()) words.pop();
  return wording.between(words.join(' '), last);
}

function nameSide(when: When): string {
  const text = formatWhen(when);
  return when.precision === 'part' && !when.about ? wording.the(text) : text;
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

function endClock(when: When): string | undefined {
  return endsAtMidnight(when) ? '24:00' : when.to && formatClock(when.to);
}
