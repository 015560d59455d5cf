import { isUnknownSpan, type Span } from './span.js';

/**
 * How lengths of time are distributed. Each figure is as doubtful as the lengths are: whatever they truly were, it lies between its
 * bounds, and no closer bounds hold. Never a mean: one long outage makes it say nothing.
 */
export interface Distribution {
  /** How many lengths are in it. */
  n: number;
  /** How many have no known length, and are not in it. */
  unknown: number;
  /** In ms. Undefined where there are none. */
  min: Span | undefined;
  /** The one in the middle; of an even number half-way between the two in the middle. */
  median: Span | undefined;
  /** Nine of ten are no longer (by nearest rank). Undefined for fewer than ten: it would only be the longest. */
  p90: Span | undefined;
  max: Span | undefined;
  /** The lengths themselves, by their lower bounds, then by their upper ones: what a drawing of them shows. */
  spans: Span[];
}

const empty: Distribution = {
  n: 0,
  unknown: 0,
  min: undefined,
  median: undefined,
  p90: undefined,
  max: undefined,
  spans: [],
};

/** The distribution of lengths, in ms; undefined stands for one that is not known. */
export function createDistribution(spans: readonly (Span | undefined)[]): Distribution {
  if (spans.length === 0) return empty;
  const known = spans.filter((span) => span !== undefined && !isUnknownSpan(span)) as Span[];
  // The k-th smallest of the true lengths lies between the k-th smallest of the lower and of the upper bounds.
  const lower = known.map(({ min }) => min ?? 0).toSorted((a, b) => a - b);
  const upper = known.map(({ max }) => max ?? Infinity).toSorted((a, b) => a - b);
  const n = known.length;
  const at = (...ranks: number[]): Span | undefined => {
    if (n === 0) return undefined;
    const [min, max] = [lower, upper].map(
      (bounds) => ranks.reduce((sum, rank) => sum + (bounds[rank] ?? 0), 0) / ranks.length,
    );
    return { min: min ?? 0, max: max === Infinity || max === undefined ? null : max };
  };
  return {
    n,
    unknown: spans.length - n,
    min: at(0),
    median: n % 2 === 1 ? at((n - 1) / 2) : at(n / 2 - 1, n / 2),
    p90: n < 10 ? undefined : at(Math.ceil(n * 0.9) - 1),
    max: at(n - 1),
    spans: known.toSorted((a, b) => (a.min ?? 0) - (b.min ?? 0) || compareEnds(a.max, b.max)),
  };
}

/** What has no end is the longest. */
function compareEnds(a: number | null, b: number | null): number {
  return a === b ? 0 : (a ?? Infinity) - (b ?? Infinity);
}
