import { spellOffset } from './abbreviation.js';
import type { Axis } from './axis.js';
import { createZoneAxis, daysAxis } from './axis.js';
import { dayOfNumber, MINUTE, SECOND } from './isoDay.js';
import { clockText } from './clockForm.js';
import type { When } from './when.js';

/**
 * Writes a time in full, so that it says the same wherever it stands in a file of its zone: the day of a bare
 * `13:05`, the time that `+17m` came to. What `parseWhen` and `resolveWhen` make of it has the same ends.
 */
export function spellWhen(when: When): string {
  const about = when.about ? '~' : '';
  switch (when.precision) {
    case 'unknown':
      return 'unknown';
    case 'after':
      return `after ${spellBound(when.from, when.earliest, false)}`;
    case 'by':
      return `by ${spellBound(when.to, when.latest, true)}`;
    case 'range':
      return spellRange(when);
    case 'second':
    case 'minute':
      return isUsualDoubt(when) ? spellReading(when, when.anchor ?? 0) : spellBounds(when);
    case 'part':
      return `${about}${spellDay(when, 10)} ${when.part ?? 'early'}`;
    case 'day':
    case 'month':
    case 'year':
      return `${about}${spellDay(when, { day: 10, month: 7, year: 4 }[when.precision])}`;
  }
}

function axisOf(when: When): Axis {
  return when.axis === 'days' ? daysAxis : createZoneAxis(when.zone);
}

function spellDay(when: When, length: number): string {
  const { day } = axisOf(when).locate(when.anchor ?? 0);
  return when.axis === 'days' ? `day ${day + 1}` : dayOfNumber(day).slice(0, length);
}

/** A clock time with its day; with its offset where the clock shows it twice. */
function spellReading(when: When, instant: number): string {
  const axis = axisOf(when);
  const local = axis.locate(instant);
  const clock = clockText(local.second);
  const about = when.about && isUsualDoubt(when) ? '~' : '';
  const exact = when.precision === 'second' && clock.length === 5 ? `${clock}:00` : clock;
  if (when.axis === 'days') return `day ${local.day + 1} ${about}${exact}`;
  const isTwice = axis.readings(local).length > 1;
  return `${about}${dayOfNumber(local.day)}${isTwice ? 'T' : ' '}${exact}${isTwice ? spellOffset(axis.offset(instant) / 60_000) : ''}`;
}

/** Whether the doubt of an approximate time is the half hour that `~` says; that of `~+17m` is not. */
function isUsualDoubt(when: When): boolean {
  if (when.precision === 'minute' && (when.anchor ?? 0) % MINUTE !== 0) return false;
  if (!when.about || when.anchor === null) return true;
  return when.earliest === when.anchor - 1_800_000 && when.latest === when.anchor + 1_800_000;
}

/** What an open time is open from, or the bound that it comes to where that is an interval itself. */
function spellBound(inner: When | undefined, bound: number | null, isEnd: boolean): string {
  if (inner === undefined || bound === null) return 'unknown';
  const text = spellWhen(inner);
  if (!text.includes(' .. ')) return text;
  return isEnd
    ? spellEnd(inner, bound)
    : spellReading({ ...inner, about: false, precision: 'minute' }, bound);
}

function spellRange(when: When): string {
  const { from, to } = when;
  if (from === undefined || to === undefined || when.about) return spellBounds(when);
  // `A .. B` ends with B; an interval whose end is no reading does not.
  const isWhole = to.latest === when.latest && from.earliest === when.earliest;
  const sides = [spellWhen(from), spellWhen(to)];
  return isWhole && !sides.some((side) => side.includes(' .. ')) ? sides.join(' .. ') : spellBounds(when);
}

/** The ends of an interval as two clock times. */
function spellBounds(when: When): string {
  const from = spellReading({ ...when, about: false, precision: 'minute' }, when.earliest ?? 0);
  return `${from} .. ${spellEnd(when, when.latest ?? 0)}`;
}

/** The last minute, or second, before an end that is not included. */
function spellEnd(when: When, end: number): string {
  return end % MINUTE === 0
    ? spellReading({ ...when, about: false, precision: 'minute' }, end - MINUTE)
    : spellReading({ ...when, about: false, precision: 'second' }, end - SECOND);
}
