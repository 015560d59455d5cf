import type { Axis } from './axis.js';
import { normalizeLocal, startOfDay } from './axis.js';
import type { ClockForm } from './clockForm.js';
import { clockUnit, isExactClock } from './clockForm.js';
import type { DateForm } from './dateForm.js';
import { addDays, dayOfNumber, HOUR, monthOf, numberOfDay, partsOfDay, SECOND } from './isoDay.js';
import type { Refusal } from './refusal.js';
import type { DayPart, When } from './when.js';
import { refuseRepeated, refuseSkipped, refuseSkippedDay } from './clockChange.js';

/** A time that found its place on an axis, or why it has none. */
export type PlacedWhen = { readonly ok: true; readonly when: When } | Refusal;

/** Days by number on the axis, the last one included. */
export type Days = { readonly first: number; readonly last: number };

/** What every placed time carries: the file's zone, and the words. */
export type Frame = { readonly zone: string; readonly words: string };

/** `~` before a clock time. */
const ABOUT_CLOCK = HOUR / 2;

/** From which hour to which one a part of the day goes; night ends on the next day. */
const PART_HOURS: Readonly<Record<DayPart, readonly [number, number]>> = {
  early: [0, 6],
  morning: [6, 12],
  afternoon: [12, 18],
  evening: [18, 24],
  night: [21, 30],
};

/** An unplaced When: what the others are made from. */
function createWhen(
  axis: Axis,
  frame: Frame,
  fields: Pick<When, 'earliest' | 'latest' | 'precision'> & Partial<When>,
): When {
  return { axis: axis.kind, grain: 0, anchor: fields.earliest, about: false, ...frame, ...fields };
}

/** A reading of a clock at an instant, exact to its unit. */
export function createReading(
  axis: Axis,
  frame: Frame,
  instant: number,
  unit: ClockForm['unit'] = 'minute',
): When {
  const grain = unit === 'minute' ? 60 * SECOND : SECOND;
  return createWhen(axis, frame, { earliest: instant, latest: instant + grain, grain, precision: unit });
}

/**
 * A date as an interval: the whole of its days, months or years, and with `~` one of them more on either
 * side.
 */
export function placeDate(axis: Axis, date: DateForm, about: boolean, frame: Frame): PlacedWhen {
  const whole = widenDate(date, about ? 1 : 0);
  const earliest = startOfDay(axis, numberOfDay(whole.first));
  const latest = startOfDay(axis, numberOfDay(whole.last) + 1);
  if (earliest >= latest) return refuseSkippedDay(date.first, frame.zone);
  const anchor = startOfDay(axis, numberOfDay(date.first));
  if (date.exact)
    return {
      ok: true,
      when: createWhen(axis, frame, { earliest, latest, anchor, precision: date.unit, about }),
    };
  const end = (edge: Pick<DateForm, 'first' | 'last'>): When => {
    const bounds = {
      earliest: startOfDay(axis, numberOfDay(edge.first)),
      latest: startOfDay(axis, numberOfDay(edge.last) + 1),
    };
    return createWhen(axis, frame, { ...bounds, precision: date.unit });
  };
  const from = end(unitOf(date.first, date.unit));
  const to = end(unitOf(date.last, date.unit));
  return {
    ok: true,
    when: createWhen(axis, frame, { earliest, latest, anchor, precision: 'range', about, from, to }),
  };
}

/** The day, month or year that a day lies in. */
function unitOf(day: string, unit: DateForm['unit']): Pick<DateForm, 'first' | 'last'> {
  const { year, month } = partsOfDay(day);
  if (unit === 'day') return { first: day, last: day };
  return unit === 'month'
    ? monthOf(year, month)
    : { first: monthOf(year, 1).first, last: monthOf(year, 12).last };
}

function widenDate(date: DateForm, steps: number): Pick<DateForm, 'first' | 'last'> {
  if (steps === 0) return date;
  if (date.unit === 'day') return { first: addDays(date.first, -steps), last: addDays(date.last, steps) };
  const months = date.unit === 'month' ? steps : 12 * steps;
  const [first, last] = [partsOfDay(date.first), partsOfDay(date.last)];
  return {
    first: monthOf(first.year, first.month, -months).first,
    last: monthOf(last.year, last.month, months).last,
  };
}

/** Days that are counted and not dated. */
export function placeCountedDay(axis: Axis, day: number, about: boolean, frame: Frame): When {
  const step = about ? 1 : 0;
  const [earliest, latest] = [startOfDay(axis, day - step), startOfDay(axis, day + 1 + step)];
  return createWhen(axis, frame, {
    earliest,
    latest,
    anchor: startOfDay(axis, day),
    precision: 'day',
    about,
  });
}

/** A part of a day, and with `~` as much again on either side. */
export function placePart(axis: Axis, days: Days, part: DayPart, about: boolean, frame: Frame): PlacedWhen {
  const hours = PART_HOURS[part];
  const step = about ? hours[1] - hours[0] : 0;
  const at = (day: number, hour: number): number => axis.first(normalizeLocal(day, hour * 3600));
  const between = (first: number, last: number, margin = 0) => ({
    earliest: at(first, hours[0] - margin),
    latest: at(last, hours[1] + margin),
  });
  const whole = between(days.first, days.last, step);
  if (whole.earliest >= whole.latest) return refuseSkippedDay(dayOfNumber(days.first), frame.zone);
  const anchor = at(days.first, hours[0]);
  if (days.first === days.last) {
    return { ok: true, when: createWhen(axis, frame, { ...whole, anchor, precision: 'part', about, part }) };
  }
  const from = createWhen(axis, frame, { ...between(days.first, days.first), precision: 'part', part });
  const to = createWhen(axis, frame, { ...between(days.last, days.last), precision: 'part', part });
  return {
    ok: true,
    when: createWhen(axis, frame, { ...whole, anchor, precision: 'range', about, from, to }),
  };
}

/**
 * A clock time on a day, or on one of several. Refused where the clock skipped or repeated it, naming both
 * readings; a time with missing digits only where the clock skipped all that it can be.
 */
export function placeClock(
  axis: Axis,
  days: Days,
  clock: ClockForm,
  about: boolean,
  frame: Frame,
): PlacedWhen {
  if (days.first !== days.last || !isExactClock(clock))
    return placeVagueClock(axis, days, clock, about, frame);
  const local = { day: days.first, second: clock.first };
  const readings = axis.readings(local);
  const [instant, second] = readings;
  if (instant === undefined) return refuseSkipped(axis, local, about, frame.zone);
  if (second !== undefined) return refuseRepeated(axis, local, readings, about, frame.zone);
  const reading = createReading(axis, frame, instant, clock.unit);
  return { ok: true, when: about ? widenClock(reading) : reading };
}

function placeVagueClock(axis: Axis, days: Days, clock: ClockForm, about: boolean, frame: Frame): PlacedWhen {
  const { earliest, latest, end } = boundsOfClock(axis, days, clock);
  if (earliest >= latest) {
    return refuseSkipped(axis, { day: days.first, second: clock.first }, about, frame.zone);
  }
  const from = createReading(axis, frame, earliest, clock.unit);
  const to = createReading(axis, frame, end, clock.unit);
  const when = createWhen(axis, frame, {
    earliest,
    latest,
    grain: latest - end,
    precision: 'range',
    from,
    to,
  });
  return { ok: true, when: about ? widenClock(when) : when };
}

/**
 * Every instant that a clock time can be, leniently: `end` is the last reading, or `latest` where the last
 * digit is missing.
 */
function boundsOfClock(
  axis: Axis,
  days: Days,
  clock: ClockForm,
): { earliest: number; latest: number; end: number } {
  const last = { day: days.last, second: clock.last };
  const isSkipped = axis.readings(last).length === 0;
  const latest = axis.last(last) + (isSkipped ? 0 : clockUnit(clock) * SECOND);
  const end = clock.open || isSkipped ? latest : latest - clockUnit(clock) * SECOND;
  return { earliest: axis.first({ day: days.first, second: clock.first }), latest, end };
}

/** Where a clock time would lie on a day, whether or not the clock showed it once: to choose the day. */
export function reachOfClock(
  axis: Axis,
  day: number,
  clock: ClockForm,
  about: boolean,
): { earliest: number; latest: number } {
  const { earliest, latest } = boundsOfClock(axis, { first: day, last: day }, clock);
  const margin = about ? ABOUT_CLOCK : 0;
  // `about` is half an hour around the reading, not around its minute.
  return {
    earliest: earliest - margin,
    latest: latest + margin - (about && !clock.open ? clockUnit(clock) * SECOND : 0),
  };
}

function widenClock(when: When): When {
  const latest = when.latest === null ? null : when.latest - when.grain + ABOUT_CLOCK;
  const earliest = when.earliest === null ? null : when.earliest - ABOUT_CLOCK;
  return { ...when, earliest, latest, grain: 0, about: true };
}
