import type { Axis } from './axis.js';
import { createZoneAxis, daysAxis } from './axis.js';
import { DAY, LAST_YEAR } from './isoDay.js';
import type { Lapse } from './lapse.js';
import { aroundLapse } from './lapse.js';
import { createReading } from './placeWhen.js';
import type { When } from './when.js';

/** Beyond it there is no calendar here. On the axis of days it is as good a limit as any. */
const END = Date.UTC(LAST_YEAR + 1, 0, 1);

type Bound = number | null;

/**
 * The time so much later than another one (`+17m`), as doubtful as that one is. Whole days keep the hour on
 * the clock, where it changes in between. `about` adds a quarter of the way in either direction. Undefined
 * past the last year.
 */
export function shiftWhen(base: When, lapse: Lapse, about: boolean, words: string): When | undefined {
  const axis = base.axis === 'days' ? daysAxis : createZoneAxis(base.zone);
  const reach = lapse.days * DAY + lapse.ms + DAY;
  if (Math.max(base.earliest ?? 0, base.latest ?? 0) + reach > END) return undefined;
  return shift(base, axis, lapse, about, words);
}

function shift(base: When, axis: Axis, lapse: Lapse, about: boolean, words: string): When {
  const bounds = about ? shiftRoughly(base, lapse) : shiftBounds(base, axis, lapse);
  const moved: When = {
    ...base,
    ...bounds,
    words,
    grain: about ? 0 : base.grain,
    anchor: base.anchor === null ? null : shiftInstant(axis, base.anchor, lapse),
    about: base.about || about,
    ...(base.from === undefined ? {} : { from: shift(base.from, axis, lapse, about, words) }),
    ...(base.to === undefined ? {} : { to: shift(base.to, axis, lapse, about, words) }),
  };
  const isClock = ['second', 'minute', 'range', 'after', 'by', 'unknown'].includes(base.precision);
  const isWholeDays = lapse.ms === 0 && !about && (base.precision === 'day' || base.precision === 'part');
  return isClock || isWholeDays ? moved : createShapeless(axis, moved);
}

function shiftRoughly(base: When, lapse: Lapse): { earliest: Bound; latest: Bound } {
  const { min, max } = aroundLapse(lapse);
  return {
    earliest: base.earliest === null ? null : base.earliest + min,
    // The minute of the reading is lost in the doubt, unless there is none:
    // roughly no time later is the same minute.
    latest: base.latest === null ? null : base.latest + max - (max > min ? base.grain : 0),
  };
}

/** The end of a reading moves with the reading, so that it stays as wide as it was. */
function shiftBounds(base: When, axis: Axis, lapse: Lapse): { earliest: Bound; latest: Bound } {
  const earliest = base.earliest === null ? null : shiftInstant(axis, base.earliest, lapse);
  const end = base.latest === null ? null : shiftInstant(axis, base.latest - base.grain, lapse) + base.grain;
  if (earliest === null || end === null || earliest < end) return { earliest, latest: end };
  // All of it fell into an hour that the clock skips: then days are of 24 hours.
  const ms = lapse.days * DAY + lapse.ms;
  return { earliest: (base.earliest ?? 0) + ms, latest: (base.latest ?? 0) + ms };
}

/** 17 minutes after some time on a day is no day: an interval with a clock time at both ends. */
function createShapeless(axis: Axis, moved: When): When {
  const { part: _, ...rest } = moved;
  const frame = { zone: moved.zone, words: moved.words };
  return {
    ...rest,
    precision: 'range',
    about: false,
    ...(moved.earliest === null ? {} : { from: createReading(axis, frame, moved.earliest) }),
    ...(moved.latest === null ? {} : { to: createReading(axis, frame, moved.latest) }),
  };
}

function shiftInstant(axis: Axis, instant: number, lapse: Lapse): number {
  if (lapse.days === 0) return instant + lapse.ms;
  const local = axis.locate(instant);
  const parts = ((instant % 1000) + 1000) % 1000;
  return axis.first({ day: local.day + lapse.days, second: local.second }) + parts + lapse.ms;
}
