import { Temporal } from 'temporal-polyfill';
import { DAY, SECOND } from './isoDay.js';

/**
 * What a calendar and a clock on the wall show: the number of the day, and the second of that day (0–86399).
 */
export type LocalTime = { readonly day: number; readonly second: number };

/**
 * How the days and clocks of a place lie on the line of instants. Days are numbers: since 1970-01-01 on the
 * calendar, since day 1 (which is 0) in an incident without a date.
 */
export type Axis = {
  readonly kind: 'calendar' | 'days';
  /**
   * The instants at which the clock shows it: none where the clock skipped it, two where it repeated it,
   * earlier first.
   */
  readonly readings: (local: LocalTime) => readonly number[];
  /** The instant at which the clock first shows it or, where it skips it, jumps over it. */
  readonly first: (local: LocalTime) => number;
  /** The instant at which the clock last shows it or, where it skips it, jumps over it. */
  readonly last: (local: LocalTime) => number;
  /** What the clock shows at an instant. */
  readonly locate: (instant: number) => LocalTime;
  /** How far the clock is ahead of UTC at an instant, in ms. 0 where there is no calendar. */
  readonly offset: (instant: number) => number;
};

/**
 * The zone of a file whose source names none. Its times are read as if they were UTC, so that they can be put in order
 * and measured against one another, but are never said to be so.
 */
export const unknownZone = 'unknown';

/** The axis of a time zone of the IANA database. The zone must be known (see `zone.ts`). */
export function createZoneAxis(zone: string): Axis {
  if (zone === 'UTC' || zone === unknownZone) return utcAxis;
  const readings = (local: LocalTime): readonly number[] => readingsOf(zone, wallOf(local)).instants;
  const pick = (local: LocalTime, index: 0 | -1): number => {
    const found = readingsOf(zone, wallOf(local));
    return found.instants.at(index) ?? findJump(zone, found.before);
  };
  return {
    kind: 'calendar',
    readings,
    first: (local) => pick(local, 0),
    last: (local) => pick(local, -1),
    locate: (instant) => localOf(instant + findOffset(zone, instant)),
    offset: (instant) => findOffset(zone, instant),
  };
}

/** The axis of a fixed offset from UTC, in minutes. */
export function createOffsetAxis(minutes: number): Axis {
  return createPlainAxis('calendar', minutes * 60_000);
}

/** The axis of an incident without a date: every day has 24 hours. */
export const daysAxis: Axis = createPlainAxis('days', 0);

const utcAxis: Axis = createPlainAxis('calendar', 0);

function createPlainAxis(kind: Axis['kind'], offset: number): Axis {
  const toInstant = (local: LocalTime): number => wallOf(local) - offset;
  return {
    kind,
    readings: (local) => [toInstant(local)],
    first: toInstant,
    last: toInstant,
    locate: (instant) => localOf(instant + offset),
    offset: () => offset,
  };
}

/**
 * The instant at which a calendar day begins: midnight, or where the clock skips it the first instant after.
 */
export function startOfDay(axis: Axis, day: number): number {
  return axis.first({ day, second: 0 });
}

/** A local time whose second may lie outside its day, brought to the day it belongs to. */
export function normalizeLocal(day: number, second: number): LocalTime {
  const days = Math.floor(second / 86_400);
  return { day: day + days, second: second - days * 86_400 };
}

/** What the clock shows, as if it were the clock of UTC: ms since 1970. */
function wallOf(local: LocalTime): number {
  return local.day * DAY + local.second * SECOND;
}

function localOf(wall: number): LocalTime {
  const day = Math.floor(wall / DAY);
  return { day, second: Math.floor((wall - day * DAY) / SECOND) };
}

/**
 * The instants at which a zone's clock shows something. No zone changes its clock twice in two days, so that
 * the offsets of a day before and a day after are the only ones it can have. `before` is an instant shortly
 * before, for a time that is skipped.
 */
function readingsOf(zone: string, wall: number): { instants: readonly number[]; before: number } {
  const [early, late] = [wall - findOffset(zone, wall - DAY), wall - findOffset(zone, wall + DAY)];
  const both = early === late ? [early] : [Math.min(early, late), Math.max(early, late)];
  const instants = both.filter((instant) => instant + findOffset(zone, instant) === wall);
  return { instants, before: Math.min(early, late) };
}

/** A stretch of time in which a zone keeps its offset, from an instant on; both in ms. */
type Era = { readonly from: number; readonly offset: number };

const ERA_LENGTH = 400 * DAY;

/**
 * The eras of every zone that was asked for, by 400 days: asking Temporal for every instant is fifty times as
 * slow. A memory of what never changes while the program runs, so that nobody can tell that it is there.
 */
const erasOfZones = new Map<string, Map<number, readonly Era[]>>();

function findOffset(zone: string, instant: number): number {
  const block = Math.floor(instant / ERA_LENGTH);
  const eras = erasOfZones.get(zone) ?? new Map<number, readonly Era[]>();
  const known = eras.get(block) ?? findEras(zone, block * ERA_LENGTH);
  eras.set(block, known);
  erasOfZones.set(zone, eras);
  return known.findLast((era) => era.from <= instant)?.offset ?? 0;
}

function findEras(zone: string, start: number): Era[] {
  const eras: Era[] = [];
  let change: Temporal.ZonedDateTime | null = at(start, zone);
  while (change !== null && change.epochMilliseconds < start + ERA_LENGTH) {
    eras.push({ from: change.epochMilliseconds, offset: change.offsetNanoseconds / 1_000_000 });
    change = change.getTimeZoneTransition('next');
  }
  return eras;
}

function at(instant: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
}

/** The instant of the jump that skips a local time, given an instant shortly before. */
function findJump(zone: string, before: number): number {
  return at(before, zone).getTimeZoneTransition('next')?.epochMilliseconds ?? before;
}
