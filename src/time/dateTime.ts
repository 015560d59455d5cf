import { createZoneAxis, unknownZone } from './axis.js';
import { dayOfNumber } from './isoDay.js';
import type { When } from './when.js';

/**
 * A time for `<time datetime>` (HTML, 4.5.14), as exact as it is known: a clock time in UTC
 * (`2026-03-14T09:05Z`, also of one with `~`, whose text says “about”), or without a zone where that is unknown; otherwise the date, month or year in
 * the incident's zone, if all of the interval lies in it. Undefined if there is none: on the axis of days,
 * for open and unknown times, for intervals across years.
 */
export function toDateTime(when: When): string | undefined {
  if (when.axis === 'days' || when.anchor === null) return undefined;
  if (when.precision === 'second' || when.precision === 'minute') {
    return `${new Date(when.anchor).toISOString().slice(0, when.precision === 'second' ? 19 : 16)}${when.zone === unknownZone ? '' : 'Z'}`;
  }
  if (when.earliest === null || when.latest === null) return undefined;
  const axis = createZoneAxis(when.zone);
  const first = dayOfNumber(axis.locate(when.earliest).day);
  const last = dayOfNumber(axis.locate(when.latest - 1).day);
  return [10, 7, 4].map((length) => first.slice(0, length)).find((text) => last.startsWith(text));
}
