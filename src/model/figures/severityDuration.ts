import { isUnknownSpan, type Span } from '../../time/span.js';
import type { Incident } from '../incident.js';

/** An incident that hurt and is over, with how long it took, and its severity as a number: the worst is 0. */
export interface Lasting {
  incident: Incident;
  rank: number;
  span: Span;
}

/** What a comparison of severity with duration is made of. */
export interface SeverityDuration {
  /** In the order of the incidents. */
  lasting: Lasting[];
  /** How many hurt and are over, but nobody knows how long. */
  unknown: number;
  /**
   * Of every two incidents of different severity: in how many the worse one certainly took longer, in how many shorter, and in how
   * many neither can be said, as both took the same time or one is only roughly known.
   */
  pairs: { longer: number; shorter: number; neither: number };
}

/**
 * Severity against duration, of incidents that hurt (neither maintenance nor near misses), are over, and have a severity. Ranks alone
 * are compared, two by two, so that one outage of a week weighs no more than any other.
 */
export function compareSeverityDuration(
  incidents: readonly Incident[],
  severities: readonly { id: string }[],
): SeverityDuration {
  const hurt = incidents.filter(
    ({ kind, ongoing }) => (kind === 'incident' || kind === 'security') && !ongoing,
  );
  const lasting: Lasting[] = [];
  let unknown = 0;
  for (const incident of hurt) {
    const rank = severities.findIndex(({ id }) => id === incident.severity?.id);
    if (rank < 0) continue;
    const { duration } = incident;
    if (duration === undefined || isUnknownSpan(duration)) unknown++;
    else lasting.push({ incident, rank, span: duration });
  }
  return { lasting, unknown, pairs: comparePairs(lasting, severities.length) };
}

function comparePairs(lasting: readonly Lasting[], count: number): SeverityDuration['pairs'] {
  const pairs = { longer: 0, shorter: 0, neither: 0 };
  const ranks = Array.from({ length: count }, (_, rank) => {
    const own = lasting.filter((one) => one.rank === rank).map(({ span }) => span);
    return {
      own,
      lower: own.map(({ min }) => min ?? 0).toSorted((a, b) => a - b),
      upper: own.map(({ max }) => max ?? Infinity).toSorted((a, b) => a - b),
    };
  });
  for (const [index, worse] of ranks.entries()) {
    for (const lighter of ranks.slice(index + 1)) {
      for (const { min, max } of worse.own) {
        const longer = countBelow(lighter.upper, min ?? 0);
        const shorter = lighter.own.length - countUpTo(lighter.lower, max ?? Infinity);
        pairs.longer += longer;
        pairs.shorter += shorter;
        pairs.neither += lighter.own.length - longer - shorter;
      }
    }
  }
  return pairs;
}

/** How many of a sorted list are less than a value. */
function countBelow(sorted: readonly number[], value: number): number {
  return countWhile(sorted, (one) => one < value);
}

/** How many of a sorted list are not more than a value. */
function countUpTo(sorted: readonly number[], value: number): number {
  return countWhile(sorted, (one) => one <= value);
}

function countWhile(sorted: readonly number[], isSo: (one: number) => boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle] ?? Infinity)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What is to be said of it in a word. `too-few`: of so few incidents it would be chance. */
export type Agreement = 'too-few' | 'none' | 'weak' | 'clear' | 'against';

/** So many incidents, and pairs that can be compared, there have to be. */
const FEW = 10;

/**
 * How far severity and duration agree: Goodman and Kruskal's gamma, the share of longer pairs less that of shorter ones among those that
 * can be compared; from 1 (the worse always takes longer) to −1. Undefined where there are too few.
 */
export function measureAgreement({ lasting, pairs }: Pick<SeverityDuration, 'lasting' | 'pairs'>): {
  gamma: number | undefined;
  is: Agreement;
} {
  const compared = pairs.longer + pairs.shorter;
  if (lasting.length < FEW || compared < FEW) return { gamma: undefined, is: 'too-few' };
  const gamma = (pairs.longer - pairs.shorter) / compared;
  const is = gamma < -0.2 ? 'against' : gamma < 0.2 ? 'none' : gamma < 0.5 ? 'weak' : 'clear';
  return { gamma, is };
}
