import type { When } from './when.js';
import { isCertainlyBefore } from './when.js';

/**
 * A length of time as far as it is known, in ms: at least `min`, at most `max`. `max` null: at least `min`.
 * Both null: unknown. `min` is null only when `max` is.
 */
export type Span = { readonly min: number | null; readonly max: number | null };

export const unknownSpan: Span = { min: null, max: null };

/** Whether nothing is known of the length. */
export function isUnknownSpan(span: Span): boolean {
  return span.max === null && (span.min === null || span.min <= 0);
}

/**
 * The last instant of a time in arithmetic: a reading of a clock counts at its face value. Null: not bounded.
 */
export function latestReading(when: When): number | null {
  return when.latest === null ? null : when.latest - when.grain;
}

/**
 * How long it is from one time to another. Contains the true length for every two instants between the ends
 * of the two (`earliest` to `latest - grain`) of which the second is not before the first. Unknown for times
 * of different axes, where an open end leaves nothing to say, and where `to` is certainly before `from`.
 */
export function spanBetween(from: When, to: When): Span {
  if (from.axis !== to.axis || isCertainlyBefore(to, from)) return unknownSpan;
  const [fromLast, toLast] = [latestReading(from), latestReading(to)];
  const min = fromLast === null || to.earliest === null ? 0 : Math.max(0, to.earliest - fromLast);
  const max = from.earliest === null || toLast === null ? null : Math.max(min, toLast - from.earliest);
  return max === null && min === 0 ? unknownSpan : { min, max };
}

/**
 * The length of all of them, one after another. Of an unknown one nothing is added but doubt. No spans: zero.
 */
export function addSpans(spans: readonly Span[]): Span {
  let min = 0;
  let max: number | null = 0;
  for (const span of spans) {
    min += span.min ?? 0;
    max = max === null || span.max === null ? null : max + span.max;
  }
  return max === null && min === 0 ? unknownSpan : { min, max };
}
