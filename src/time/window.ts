import type { Span } from './span.js';
import { latestReading, unknownSpan } from './span.js';
import type { When } from './when.js';

/** A stretch of time with doubtful ends. `to` null: it goes on, or nobody knows until when. */
export type Window = { readonly from: When; readonly to: When | null };

/** From an instant to another, in ms on one axis; null is not bounded. */
export type Stretch = { readonly start: number | null; readonly end: number | null };

/**
 * The time that windows cover together, as stretches that neither touch nor overlap, in order: `certain` is
 * covered however the ends are read (from the latest start to the earliest end), `possible` is covered in
 * some reading.
 */
export type Cover = { readonly certain: readonly Stretch[]; readonly possible: readonly Stretch[] };

/**
 * The cover of the windows that lie on the axis. Windows whose end is before their start in every reading
 * cover nothing. Within `within` only, when given (a month, say): then no stretch is unbounded.
 */
export function coverOf(
  windows: readonly Window[],
  axis: When['axis'] = 'calendar',
  within: Stretch = { start: null, end: null },
): Cover {
  const certain: Stretch[] = [];
  const possible: Stretch[] = [];
  for (const { from, to } of windows) {
    if (from.axis !== axis || (to !== null && to.axis !== axis)) continue;
    const toLast = to === null ? null : latestReading(to);
    if (from.earliest !== null && toLast !== null && toLast < from.earliest) continue;
    possible.push({ start: from.earliest, end: toLast });
    const start = latestReading(from);
    const end = to?.earliest ?? null;
    if (start !== null && end !== null) certain.push({ start, end });
  }
  return { certain: merge(certain, within), possible: merge(possible, within) };
}

/**
 * How much time the windows cover together, each instant counted once: from what is certainly covered to what
 * is possibly covered. On both axes: the one added to the other. No windows: zero. A window without a known
 * end has no upper bound.
 */
export function measureUnion(windows: readonly Window[]): Span {
  let min = 0;
  let max: number | null = 0;
  for (const axis of ['calendar', 'days'] as const) {
    const cover = coverOf(windows, axis);
    min += measure(cover.certain) ?? 0;
    const possible = measure(cover.possible);
    max = max === null || possible === null ? null : max + possible;
  }
  return max === null && min === 0 ? unknownSpan : { min, max };
}

/** The length of stretches that do not overlap, in ms. Null when one is not bounded. */
export function measure(stretches: readonly Stretch[]): number | null {
  let sum = 0;
  for (const { start, end } of stretches) {
    if (start === null || end === null) return null;
    sum += end - start;
  }
  return sum;
}

/** A stretch with both ends, in ms on one axis. */
export type BoundedStretch = { readonly start: number; readonly end: number };

/**
 * What stretches cover together, within `within`: as stretches that neither touch nor overlap, in order. Empty ones cover
 * nothing. An end may be infinite.
 */
export function unionOf(
  stretches: readonly BoundedStretch[],
  within: BoundedStretch = { start: -Infinity, end: Infinity },
): BoundedStretch[] {
  const cut = stretches
    .map(({ start, end }) => ({ start: Math.max(start, within.start), end: Math.min(end, within.end) }))
    .filter(({ start, end }) => start < end)
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
  const union: { start: number; end: number }[] = [];
  for (const { start, end } of cut) {
    const last = union.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else union.push({ start, end });
  }
  return union;
}

/** The union of stretches that may have no bound. */
function merge(stretches: readonly Stretch[], within: Stretch): Stretch[] {
  return unionOf(stretches.map(bound), bound(within)).map(({ start, end }) => ({
    start: start === -Infinity ? null : start,
    end: end === Infinity ? null : end,
  }));
}

function bound({ start, end }: Stretch): BoundedStretch {
  return { start: start ?? -Infinity, end: end ?? Infinity };
}
