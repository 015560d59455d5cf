/** The parts of a day that people remember when they do not remember the hour. */
export type DayPart = 'early' | 'morning' | 'afternoon' | 'evening' | 'night';

/** How much of the time its author knew. `range` has both bounds, `after` and `by` one, `unknown` none. */
type Precision =
  'second' | 'minute' | 'part' | 'day' | 'month' | 'year' | 'range' | 'after' | 'by' | 'unknown';

/**
 * A time as far as it is known: some instant of the interval `[earliest, latest)`, and the words it was
 * written in. Plain data: it may be sent to a worker or kept as JSON.
 *
 * - `axis`: `calendar` counts milliseconds since 1970-01-01T00:00Z. `days` counts them from the beginning of
 *   day 1 of an incident whose date is not known; times of different axes are never compared.
 * - `earliest` is null when nothing bounds it from below, `latest` when nothing bounds it from above. When
 *   both are there, `earliest < latest`.
 * - `grain`: what was read off a clock is exact to a minute or a second, so `13:00` is the interval of that
 *   minute. Where both ends are readings of a clock, `grain` is that width (60,000 or 1,000), and arithmetic
 *   takes the readings at their face value, `earliest` and `latest - grain`: from 09:05 to 14:02 are 4 h 57
 *   min. 0 elsewhere.
 * - `anchor`: the instant that stands for it in a list or at `about …`: what was written, without its doubt.
 * - `from`, `to`: what was written on either side of a range, after `after`, after `by`.
 * - `zone`: the file's time zone, in which the time is shown.
 */
export type When = {
  readonly axis: 'calendar' | 'days';
  readonly earliest: number | null;
  readonly latest: number | null;
  readonly grain: number;
  readonly anchor: number | null;
  readonly precision: Precision;
  readonly about: boolean;
  readonly part?: DayPart;
  readonly from?: When;
  readonly to?: When;
  readonly zone: string;
  readonly words: string;
};

/** Whether nothing is known of the time but that it happened. */
export function isUnknown(when: When): boolean {
  return when.earliest === null && when.latest === null;
}

/** Whether the time was read off a clock, to the minute or the second, without any doubt. */
export function isExact(when: When): boolean {
  return when.grain > 0 && when.earliest !== null && when.latest === when.earliest + when.grain;
}

/**
 * Whether `a` is before `b` however the two are read. Two times in the same minute are never before one
 * another, nor are times of different axes. A strict partial order.
 */
export function isCertainlyBefore(a: When, b: When): boolean {
  return a.axis === b.axis && a.latest !== null && b.earliest !== null && a.latest <= b.earliest;
}

/** Whether `a` is after `b` however the two are read. */
export function isCertainlyAfter(a: When, b: When): boolean {
  return isCertainlyBefore(b, a);
}

/** Whether `a` and `b` can be the same instant. Times of different axes cannot be compared: no. */
export function overlaps(a: When, b: When): boolean {
  return a.axis === b.axis && !isCertainlyBefore(a, b) && !isCertainlyBefore(b, a);
}

/**
 * A total order for lists, the same on every machine: dated times first, in the order in which they were
 * written down (`~13:00` stands at 13:00), then those that count days, each with the unknown last.
 */
export function compareForList(a: When, b: When): number {
  return (
    Number(a.axis === 'days') - Number(b.axis === 'days') ||
    compareBounds(a.anchor, b.anchor, 1) ||
    compareBounds(a.earliest, b.earliest, -1) ||
    compareBounds(a.latest, b.latest, 1) ||
    (a.words < b.words ? -1 : a.words > b.words ? 1 : 0)
  );
}

/** Compares two bounds; null stands at the end that `side` names (-1: before everything, 1: after it). */
function compareBounds(a: number | null, b: number | null, side: -1 | 1): number {
  if (a === b) return 0;
  if (a === null) return side;
  if (b === null) return -side;
  return a - b;
}

/**
 * The smallest interval that holds all of the times: for what happened at some time in them. The words are
 * those of the first and the last. Undefined for no times, or times of different axes.
 */
export function hull(whens: readonly When[]): When | undefined {
  const [first, ...rest] = whens;
  if (first === undefined) return undefined;
  let [low, high] = [first, first];
  for (const when of rest) {
    if (when.axis !== first.axis) return undefined;
    if (compareBounds(when.earliest, low.earliest, -1) < 0) low = when;
    if (compareBounds(when.latest, high.latest, 1) > 0) high = when;
  }
  if (low === high) return low;
  const precision =
    low.earliest === null
      ? high.latest === null
        ? 'unknown'
        : 'by'
      : high.latest === null
        ? 'after'
        : 'range';
  return {
    axis: first.axis,
    earliest: low.earliest,
    latest: high.latest,
    grain: high.grain,
    anchor: low.anchor ?? high.anchor,
    precision,
    about: false,
    ...(low.earliest === null ? {} : { from: low.from ?? low }),
    ...(high.latest === null ? {} : { to: high.to ?? high }),
    zone: first.zone,
    words: precision === 'unknown' ? 'unknown' : `${low.words} .. ${high.words}`,
  };
}
