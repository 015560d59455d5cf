import type { Span } from '../../time/span.js';
import { unionOf, type BoundedStretch } from '../../time/window.js';
import type { PublicSite } from '../publicHistory.js';
import { downtimeLevels, type DowntimeLevel, type Loss } from './impactWindow.js';

/** A length in ms or a share, as far as it is known. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The time that a service lost in a period. */
export interface Downtime {
  /** Weighted, in ms: at each instant the heaviest open loss counts, once. `max` is never null. */
  weighted: Span & Bounds;
  /**
   * In ms, without weights: how long each level was the heaviest. So the levels of one period can be added up, and no instant is
   * in two of them.
   */
  levels: Record<DowntimeLevel, Span & Bounds>;
}

type Weights = PublicSite['weights'];

/** The levels, the heaviest first; by their order where weights are the same. */
export function rankLevels(weights: Weights): DowntimeLevel[] {
  return downtimeLevels.toSorted((a, b) => weights[b] - weights[a]);
}

const none = { min: 0, max: 0 };

/**
 * What losses take from a period together. Interval arithmetic: the true figures lie between the bounds however the times are read,
 * and for losses whose ends are known or doubtful in the usual way the bounds are the closest there are. Neither the order of the
 * losses nor cutting one in two changes anything.
 */
export function measureDowntime(losses: readonly Loss[], period: BoundedStretch, weights: Weights): Downtime {
  // Most months of most services.
  if (losses.length === 0) return { weighted: none, levels: { outage: none, partial: none, degraded: none } };
  const order = rankLevels(weights);
  const weigh = (rank: number): number => {
    const level = order[rank];
    return level === undefined ? 0 : weights[level];
  };
  const floating = losses.filter(isFloating).map((loss) => place(loss, period, order));
  const slices = sliceUp(losses, period, order, floating);
  const length = period.end - period.start;

  const add = (cost: (slice: Slice) => number, more: number, most: number): number =>
    Math.min(sum(slices, cost) + more, most);
  const weighted = {
    min:
      sum(slices, ({ certain }) => weigh(heaviest(certain))) +
      addLeast(
        floating,
        (one) =>
          weigh(one.rank) * one.least -
          sum(within(slices, one.region), ({ certain }) =>
            Math.min(weigh(heaviest(certain)), weigh(one.rank)),
          ),
      ),
    max: add(
      ({ placed }) => weigh(heaviest(placed)),
      floating.reduce((total, one) => total + weigh(one.rank) * one.most, 0),
      sum(slices, ({ possible }) => weigh(heaviest(possible))),
    ),
  };
  const levels = Object.fromEntries(
    downtimeLevels.map((level) => {
      const rank = order.indexOf(level);
      const heavier = (1 << rank) - 1;
      const own = 1 << rank;
      const isSure = ({ certain, possible }: Slice): boolean =>
        (certain & own) !== 0 && (possible & heavier) === 0;
      const taken = ({ possible, certain }: Slice): number =>
        Number((possible & heavier) !== 0 || (certain & own) !== 0);
      const same = floating.filter((one) => one.rank === rank);
      const min =
        sum(slices, (slice) => Number(isSure(slice))) +
        addLeast(same, (one) => one.least - sum(within(slices, one.region), taken));
      const max = add(
        ({ placed, certain }) => Number((placed & own) !== 0 && (certain & heavier) === 0),
        same.reduce((total, one) => total + one.most, 0),
        sum(slices, ({ possible, certain }) => Number((possible & own) !== 0 && (certain & heavier) === 0)),
      );
      return [level, { min, max: Math.max(min, max) }];
    }),
  ) as Downtime['levels'];
  const most = Math.min(weighted.max, length);
  return { weighted: { min: Math.min(weighted.min, most), max: most }, levels };
}

/** The heaviest level that is lost for certain in a period, and the heaviest that may be. */
export function findHeaviest(
  { levels }: Downtime,
  weights: Weights,
): { certain: DowntimeLevel | undefined; possible: DowntimeLevel | undefined } {
  const order = rankLevels(weights);
  return {
    certain: order.find((level) => levels[level].min > 0),
    possible: order.find((level) => levels[level].max > 0),
  };
}

/** A stretch in which nothing changes. Each set of levels is a number: its bit `1 << rank`. */
interface Slice extends BoundedStretch {
  certain: number;
  /** Possible, of losses that may fill their region. */
  placed: number;
  /** Possible, of all. */
  possible: number;
}

/** The rank of the heaviest level of a set; 3, which weighs nothing, for none. */
function heaviest(set: number): number {
  return set & 1 ? 0 : set & 2 ? 1 : set & 4 ? 2 : 3;
}

function sliceUp(
  losses: readonly Loss[],
  period: BoundedStretch,
  order: readonly DowntimeLevel[],
  floating: readonly Floating[],
): Slice[] {
  const sets = order.flatMap((level, rank) => {
    const own = losses.filter((loss) => loss.level === level);
    if (own.length === 0) return [];
    const certain = own.flatMap((loss) => loss.certain ?? []);
    const fixed = own.filter((loss) => loss.length.max >= lengthOf(loss.region)).map(({ region }) => region);
    const regions = own.map(({ region }) => region);
    return ([certain, [...fixed, ...certain], regions] as const).map((stretches, kind) => ({
      kind,
      bit: 1 << rank,
      at: 0,
      stretches: unionOf(stretches, period),
    }));
  });
  const parts = [...sets.flatMap(({ stretches }) => stretches), ...floating.map(({ region }) => region)];
  const bounds = [...new Set(parts.flatMap(({ start, end }) => [start, end]))].toSorted((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => {
    const found = [0, 0, 0];
    for (const set of sets) {
      while ((set.stretches[set.at]?.end ?? Infinity) <= start) set.at++;
      if ((set.stretches[set.at]?.start ?? Infinity) <= start)
        found[set.kind] = (found[set.kind] ?? 0) | set.bit;
    }
    const [certain = 0, placed = 0, possible = 0] = found;
    return { start, end: bounds[index + 1] ?? start, certain, placed, possible };
  });
}

/** Whether its length is better known than its place. */
function isFloating({ region, certain, length }: Loss): boolean {
  return length.max < region.end - region.start || length.min > lengthOf(certain);
}

function lengthOf(stretch: BoundedStretch | undefined): number {
  return stretch === undefined ? 0 : Math.max(0, stretch.end - stretch.start);
}

function cut(stretch: BoundedStretch | undefined, period: BoundedStretch): BoundedStretch | undefined {
  return stretch && { start: Math.max(stretch.start, period.start), end: Math.min(stretch.end, period.end) };
}

interface Floating {
  rank: number;
  /** Where it may lie in the period. */
  region: BoundedStretch;
  /** At least so much of it lies in the period: what has no room outside. */
  least: number;
  /** At most so much lies in the period beside what is certain; 0 where all of its region may be lost, which is counted as that. */
  most: number;
}

function place(
  { level, region, certain, length }: Loss,
  period: BoundedStretch,
  order: readonly DowntimeLevel[],
): Floating {
  const inside = cut(region, period) ?? region;
  const room = lengthOf(inside);
  const outside = lengthOf(region) - room;
  const known = lengthOf(cut(certain, period));
  return {
    rank: order.indexOf(level),
    region: inside,
    least: Math.max(0, length.min - outside),
    most:
      length.max >= lengthOf(region)
        ? 0
        : Math.max(0, Math.min(length.max - lengthOf(certain), room - known)),
  };
}

/**
 * What floating losses add at least. Those whose regions overlap may lie upon each other, so that of each such group only the one
 * that adds the most counts.
 */
function addLeast(floating: readonly Floating[], gain: (one: Floating) => number): number {
  let [total, best, end] = [0, 0, -Infinity];
  for (const one of floating.toSorted((a, b) => a.region.start - b.region.start)) {
    if (one.region.start >= end) {
      total += best;
      best = 0;
    }
    best = Math.max(best, gain(one));
    end = Math.max(end, one.region.end);
  }
  return total + best;
}

function sum(slices: readonly Slice[], cost: (slice: Slice) => number): number {
  return slices.reduce((total, slice) => total + (slice.end - slice.start) * cost(slice), 0);
}

function within(slices: readonly Slice[], region: BoundedStretch): Slice[] {
  return slices.filter(({ start, end }) => start >= region.start && end <= region.end);
}
