import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measureDowntime, rankLevels, type Downtime } from '../../../src/audience/figures/downtime.js';
import { downtimeLevels, type Loss } from '../../../src/audience/figures/impactWindow.js';

/*
 * Laws of the time that losses take together. The line has whole numbers for instants, so that what truly was can be counted instant
 * by instant.
 */

const weights = { outage: 1, partial: 0.25, degraded: 0 };
const otherWeights = { outage: 0.5, partial: 1, degraded: 0.125 };
const line = { start: 0, end: 40 };

/** A loss with doubtful ends, and one way in which it may truly have been: the instants that it took. */
interface Truth {
  loss: Loss;
  taken: number[];
}

const level = fc.constantFrom(...downtimeLevels);
const instants = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);

/** Known by its ends: its beginning and its end are each one of a few instants. */
const placed: fc.Arbitrary<Truth> = fc
  .record({
    level,
    start: fc.integer({ min: -8, max: 40 }),
    early: fc.nat(6),
    length: fc.nat(12),
    late: fc.nat(6),
    at: fc.nat(6),
    until: fc.nat(6),
  }) // prettier-ignore
  .map((one) => {
    const [fromLast, toFirst] = [one.start + one.early, one.start + one.length];
    const end = Math.max(toFirst + one.late, fromLast);
    const certain = fromLast < toFirst ? { start: fromLast, end: toFirst } : undefined;
    const length = { min: certain ? toFirst - fromLast : 0, max: end - one.start };
    const from = one.start + Math.min(one.at, one.early);
    const to = Math.min(end, toFirst + one.until);
    return {
      loss: { level: one.level, region: { start: one.start, end }, certain, length },
      taken: instants(from, to),
    };
  });

/** Known by its length: its instants lie anywhere in a region. */
const floating: fc.Arbitrary<Truth> = fc
  .record({
    level,
    start: fc.integer({ min: -8, max: 36 }),
    room: fc.integer({ min: 1, max: 16 }),
    min: fc.nat(5),
    more: fc.nat(3),
  }) // prettier-ignore
  .chain((one) => {
    const region = { start: one.start, end: one.start + one.room };
    const min = Math.min(one.min, one.room);
    const max = Math.min(min + one.more, one.room);
    return fc
      .shuffledSubarray(instants(region.start, region.end), { minLength: min, maxLength: max })
      .map((taken) => ({
        loss: { level: one.level, region, certain: undefined, length: { min, max } },
        taken,
      }));
  });

const truths = fc.array(fc.oneof(placed, floating), { maxLength: 6 });
const fixed = fc.array(placed, { maxLength: 6 });
const lossesOf = (list: readonly Truth[]): Loss[] => list.map(({ loss }) => loss);

/** What was truly lost, counted instant by instant. */
function count(list: readonly Truth[], given: typeof weights) {
  const order = rankLevels(given);
  const counted = { weighted: 0, outage: 0, partial: 0, degraded: 0 };
  for (const instant of instants(line.start, line.end)) {
    const worst = order.find((one) =>
      list.some(({ loss, taken }) => loss.level === one && taken.includes(instant)),
    );
    if (worst === undefined) continue;
    counted.weighted += given[worst];
    counted[worst]++;
  }
  return counted;
}

function expectWithin(value: number, { min, max }: { min: number | null; max: number | null }): void {
  expect(value).toBeGreaterThanOrEqual((min ?? 0) - 1e-9);
  expect(value).toBeLessThanOrEqual((max ?? Infinity) + 1e-9);
}

function expectSame(one: Downtime, other: Downtime): void {
  expect(one.weighted.min).toBeCloseTo(other.weighted.min, 9);
  expect(one.weighted.max).toBeCloseTo(other.weighted.max, 9);
  expect(one.levels).toEqual(other.levels);
}

describe('laws of downtime', () => {
  test('whatever truly was lies between the bounds', () => {
    fc.assert(
      fc.property(truths, fc.constantFrom(weights, otherWeights), (list, given) => {
        const { weighted, levels } = measureDowntime(lossesOf(list), line, given);
        const counted = count(list, given);
        expectWithin(counted.weighted, weighted);
        for (const one of downtimeLevels) expectWithin(counted[one], levels[one]);
      }),
      { numRuns: 3000 },
    );
  });
  test('the bounds of losses that are known by their ends are reached', () => {
    fc.assert(
      fc.property(fixed, (list) => {
        const { weighted } = measureDowntime(lossesOf(list), line, weights);
        const shortest = list.map(({ loss }) => ({ loss, taken: loss.certain ? instants(loss.certain.start, loss.certain.end) : [] })); // prettier-ignore
        const longest = list.map(({ loss }) => ({
          loss,
          taken: instants(loss.region.start, loss.region.end),
        }));
        expect(weighted.min).toBeCloseTo(count(shortest, weights).weighted, 9);
        expect(weighted.max).toBeCloseTo(count(longest, weights).weighted, 9);
      }),
      { numRuns: 500 },
    );
  });
  test('no more than the sum of each, no less than the greatest', () => {
    fc.assert(
      fc.property(truths, (list) => {
        const all = measureDowntime(lossesOf(list), line, weights).weighted;
        const each = list.map(({ loss }) => measureDowntime([loss], line, weights).weighted);
        expect(all.max).toBeLessThanOrEqual(each.reduce((sum, { max }) => sum + max, 0) + 1e-9);
        expect(all.max).toBeLessThanOrEqual(line.end - line.start);
        expect(all.min).toBeLessThanOrEqual(all.max);
        expect(all.min).toBeGreaterThanOrEqual(Math.max(0, ...each.map(({ min }) => min)) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
  test('order does not matter, nor does saying one twice', () => {
    fc.assert(
      fc.property(truths, fixed, (list, again) => {
        const losses = lossesOf([...list, ...again]);
        const all = measureDowntime(losses, line, weights);
        expectSame(measureDowntime(losses.toReversed(), line, weights), all);
        expectSame(measureDowntime([...losses, ...lossesOf(again)], line, weights), all);
      }),
      { numRuns: 500 },
    );
  });
  test('a loss cut in two is the same loss', () => {
    fc.assert(
      fc.property(fixed, placed, fc.nat(12), (list, { loss }, at) => {
        const { region, certain } = loss;
        if (certain === undefined) return;
        const middle = Math.min(certain.start + at, certain.end);
        const cut = [
          { region: { start: region.start, end: middle }, certain: { start: certain.start, end: middle } },
          { region: { start: middle, end: region.end }, certain: { start: middle, end: certain.end } },
        ].map((half) => ({
          ...loss,
          ...half,
          length: { min: half.certain.end - half.certain.start, max: half.region.end - half.region.start },
        }));
        const whole = measureDowntime([...lossesOf(list), loss], line, weights);
        expectSame(measureDowntime([...lossesOf(list), ...cut], line, weights), whole);
      }),
      { numRuns: 500 },
    );
  });
  test('what is lost in parts of a period is what is lost in it', () => {
    fc.assert(
      fc.property(truths, fc.integer({ min: 1, max: 39 }), (list, at) => {
        const losses = lossesOf(list);
        const isFixed = list.every(({ loss }) => loss.length.max === loss.region.end - loss.region.start);
        const parts = [{ ...line, end: at }, { ...line, start: at }].map((part) => measureDowntime(losses, part, weights)); // prettier-ignore
        const whole = measureDowntime(losses, line, weights).weighted;
        const min = parts.reduce((sum, { weighted }) => sum + weighted.min, 0);
        const max = parts.reduce((sum, { weighted }) => sum + weighted.max, 0);
        // What is known by its length may lie in either part: then both are true, and neither is the other.
        expect(min).toBeLessThanOrEqual(whole.max + 1e-9);
        expect(max).toBeGreaterThanOrEqual(whole.min - 1e-9);
        if (!isFixed) return;
        expect(max).toBeCloseTo(whole.max, 9);
        const fixedOnly = list.every(({ loss }) => loss.length.min === (loss.certain ? loss.certain.end - loss.certain.start : 0)); // prettier-ignore
        if (fixedOnly) expect(min).toBeCloseTo(whole.min, 9);
      }),
      { numRuns: 1000 },
    );
  });
  test('levels can be added up: no instant is in two, and weighted they are the downtime', () => {
    fc.assert(
      fc.property(fixed, (list) => {
        const exact = list.map(({ loss }) => ({ ...loss, certain: loss.region, length: { min: loss.region.end - loss.region.start, max: loss.region.end - loss.region.start } })); // prettier-ignore
        const { weighted, levels } = measureDowntime(exact, line, weights);
        const sum = downtimeLevels.reduce((total, one) => total + levels[one].min * weights[one], 0);
        expect(weighted.min).toBeCloseTo(sum, 9);
        expect(weighted.max).toBeCloseTo(sum, 9);
        const hours = downtimeLevels.reduce((total, one) => total + levels[one].max, 0);
        expect(hours).toBeLessThanOrEqual(line.end - line.start);
      }),
      { numRuns: 300 },
    );
  });
});
