import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compareForList,
  hull,
  isCertainlyAfter,
  isCertainlyBefore,
  isExact,
  overlaps,
} from '../../src/time/when.js';
import { anyWhen, nearWhen, whenOf } from './written.js';

const before = (a: string, b: string) => isCertainlyBefore(whenOf(a), whenOf(b));

describe('before', () => {
  test('speaks only when it is certain', () => {
    expect(before('2026-03-14 14:01', '2026-03-14 14:02')).toBe(true);
    expect(before('2026-03-14 14:02', '2026-03-14 14:02')).toBe(false);
    expect(before('2026-03-14 14:02', '2026-03-14 14:02:30')).toBe(false);
    expect(before('2026-03-14 14:02:29', '2026-03-14 14:02:30')).toBe(true);
    expect(before('~2026-03-14 13:00', '2026-03-14 13:15')).toBe(false);
    expect(before('~2026-03-14 13:00', '2026-03-14 13:30')).toBe(true);
    expect(before('2026-03-14', '2026-03-14 23:00')).toBe(false);
    expect(before('2026-03-14', '2026-03-15 00:00')).toBe(true);
    expect(before('by 2026-03-14 13:00', '2026-03-14 13:00')).toBe(false);
    expect(before('by 2026-03-14 12:59', '2026-03-14 13:00')).toBe(true);
    expect(before('after 2026-03-14', '2027')).toBe(false);
    expect(before('unknown', '2027')).toBe(false);
    expect(before('day 1', '2027')).toBe(false);
    expect(before('day 1', 'day 2')).toBe(true);
  });
  test('is a strict partial order that agrees with the ends', () => {
    fc.assert(
      fc.property(anyWhen, anyWhen, anyWhen, (a, b, c) => {
        expect(isCertainlyBefore(a, a)).toBe(false);
        const isBefore = isCertainlyBefore(a, b);
        const [end, start] = [a.latest ?? Infinity, b.earliest ?? -Infinity];
        expect(isBefore).toBe(a.axis === b.axis && end <= start);
        expect(isCertainlyAfter(b, a)).toBe(isBefore);
        expect(isBefore && isCertainlyBefore(b, a)).toBe(false);
        expect(isBefore && overlaps(a, b)).toBe(false);
        expect(isBefore && isCertainlyBefore(b, c) && !isCertainlyBefore(a, c)).toBe(false);
        expect(isBefore && compareForList(a, b) >= 0).toBe(false);
      }),
      { numRuns: 400 },
    );
  });
  test('on times of a few days', () => {
    fc.assert(
      fc.property(nearWhen, nearWhen, nearWhen, (a, b, c) => {
        const certain = isCertainlyBefore(a, b) && isCertainlyBefore(b, c);
        expect(certain && !isCertainlyBefore(a, c)).toBe(false);
        expect(overlaps(a, b)).toBe(overlaps(b, a));
        expect(overlaps(a, b)).toBe(!isCertainlyBefore(a, b) && !isCertainlyAfter(a, b));
      }),
      { numRuns: 500 },
    );
  });
});

test('a list has one order, whatever it was before', () => {
  fc.assert(
    fc.property(fc.array(anyWhen, { maxLength: 12 }), fc.nat(), (whens, seed) => {
      const shuffled = whens.map((when, index) => [when, (index * 7919 + seed) % 13] as const);
      shuffled.sort((a, b) => a[1] - b[1]);
      const sort = (list: readonly (typeof whens)[number][]) => list.toSorted(compareForList);
      const key = (when: (typeof whens)[number]) => [
        when.axis,
        when.anchor,
        when.earliest,
        when.latest,
        when.words,
      ];
      expect(sort(shuffled.map(([when]) => when)).map(key)).toEqual(sort(whens).map(key));
    }),
  );
  const texts = [
    'unknown',
    'day 2',
    '2026-03-14',
    '~2026-03-14 13:00',
    '2026-03-14 12:45',
    'by 2026-03-13',
    'day 1',
    '2025',
  ];
  expect(
    texts
      .map((text) => whenOf(text))
      .toSorted(compareForList)
      .map((when) => when.words),
  ).toEqual([
    '2025',
    'by 2026-03-13',
    '2026-03-14',
    '2026-03-14 12:45',
    '~2026-03-14 13:00',
    'unknown',
    'day 1',
    'day 2',
  ]);
});

test('a hull holds all of its times and no more', () => {
  expect(hull([])).toBeUndefined();
  expect(hull([whenOf('day 1'), whenOf('2026')])).toBeUndefined();
  fc.assert(
    fc.property(fc.array(nearWhen, { minLength: 1, maxLength: 6 }), (whens) => {
      const all = hull(whens);
      const lows = whens.map((when) => when.earliest ?? -Infinity);
      const highs = whens.map((when) => when.latest ?? Infinity);
      expect(all?.earliest ?? -Infinity).toBe(Math.min(...lows));
      expect(all?.latest ?? Infinity).toBe(Math.max(...highs));
    }),
  );
});

test('only what was read off a clock is exact', () => {
  const exact = ['2026-03-14 13:00', '2026-03-14T13:00:20Z', 'day 2 13:00'];
  const others = [
    '~2026-03-14 13:00',
    '2026-03-14',
    '2026-03-14 13:0?',
    '2026-03-14 1?:00',
    'by 2026-03-14 13:00',
    'unknown',
  ];
  expect([...exact, ...others].filter((text) => isExact(whenOf(text)))).toEqual(exact);
});
