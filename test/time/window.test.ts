import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSpan } from '../../src/time/describeSpan.js';
import { spanBetween } from '../../src/time/span.js';
import type { Window } from '../../src/time/window.js';
import { coverOf, measure, measureUnion, unionOf } from '../../src/time/window.js';
import { englishTime } from '../../src/time/wording.js';
import { nearWhen, whenOf } from './written.js';

const HOUR = 3_600_000;
const windowOf = (from: string, to: string | null): Window => ({
  from: whenOf(`2026-03-14 ${from}`),
  to: to === null ? null : whenOf(`2026-03-14 ${to}`),
});
const union = (...windows: Window[]) => describeSpan(measureUnion(windows), englishTime);

describe('the time that windows cover together', () => {
  test('counts every instant once', () => {
    expect(union()).toBe('less than a minute');
    expect(union(windowOf('09:00', '10:00'))).toBe('1 h');
    expect(union(windowOf('09:00', '10:00'), windowOf('09:30', '11:00'))).toBe('2 h');
    expect(union(windowOf('09:00', '10:00'), windowOf('12:00', '12:30'))).toBe('1 h 30 min');
    expect(union(windowOf('09:00', '12:00'), windowOf('10:00', '11:00'))).toBe('3 h');
  });
  test('is as doubtful as its ends', () => {
    expect(measureUnion([windowOf('~09:00', '12:00')])).toEqual({ min: 2.5 * HOUR, max: 3.5 * HOUR });
    expect(measureUnion([windowOf('~09:00', '12:00'), windowOf('08:00', '10:00')])).toEqual({
      min: 4 * HOUR,
      max: 4 * HOUR,
    });
    expect(measureUnion([windowOf('~09:00', '~09:15')])).toEqual({ min: 0, max: 1.25 * HOUR });
    expect(union(windowOf('09:00', null))).toBe('unknown');
    expect(union(windowOf('09:00', '10:00'), windowOf('12:00', null))).toBe('at least 1 h');
    expect(union({ from: whenOf('unknown'), to: whenOf('2026-03-14 10:00') })).toBe('unknown');
    expect(union(windowOf('10:00', '09:00'))).toBe('less than a minute');
  });
  test('can be cut to a month', () => {
    const march = { start: Date.UTC(2026, 2, 1), end: Date.UTC(2026, 3, 1) };
    const { certain, possible } = coverOf(
      [{ from: whenOf('2026-03-31 22:00', 'UTC'), to: null }],
      'calendar',
      march,
    );
    expect(measure(certain)).toBe(0);
    expect(measure(possible)).toBe(2 * HOUR);
    const whole = { from: whenOf('2026-02-01 00:00'), to: whenOf('2026-06-01 00:00') };
    expect(measure(coverOf([whole], 'calendar', march).certain)).toBe(31 * 24 * HOUR);
  });
  test('on the axis of days is measured too', () => {
    const window = { from: whenOf('day 1 17:00'), to: whenOf('day 2 03:00') };
    expect(union(window, windowOf('09:00', '10:00'))).toBe('11 h');
  });
});

test('stretches that touch or overlap are one, and none reaches out of its bounds', () => {
  const stretches = [{ start: 5, end: 7 }, { start: 1, end: 3 }, { start: 3, end: 4 }, { start: 9, end: 9 }, { start: 6, end: Infinity }]; // prettier-ignore
  expect(unionOf(stretches)).toEqual([{ start: 1, end: 4 }, { start: 5, end: Infinity }]); // prettier-ignore
  expect(unionOf(stretches, { start: 2, end: 6 })).toEqual([{ start: 2, end: 4 }, { start: 5, end: 6 }]); // prettier-ignore
});

describe('laws of the union', () => {
  /** Windows whose second end is not certainly before the first. */
  const anyWindow: fc.Arbitrary<Window> = fc
    .tuple(nearWhen, fc.option(nearWhen, { nil: null, freq: 8 }))
    .map(([from, to]) =>
      to !== null && (to.latest ?? Infinity) < (from.latest ?? 0) ? { from: to, to: from } : { from, to },
    );
  const windows = fc.array(anyWindow, { maxLength: 6 });
  const top = (max: number | null) => max ?? Infinity;

  test('no more than the sum, no less than the longest, whatever the order', () => {
    fc.assert(
      fc.property(windows, (list) => {
        const all = measureUnion(list);
        const each = list.map((one) => measureUnion([one]));
        expect(all.min ?? 0).toBeLessThanOrEqual(each.reduce((sum, one) => sum + (one.min ?? 0), 0));
        expect(top(all.max)).toBeLessThanOrEqual(each.reduce((sum, one) => sum + top(one.max), 0));
        expect(all.min ?? 0).toBeGreaterThanOrEqual(Math.max(0, ...each.map((one) => one.min ?? 0)));
        expect(top(all.max)).toBeGreaterThanOrEqual(Math.max(0, ...each.map((one) => top(one.max))));
        expect(all.min ?? 0).toBeLessThanOrEqual(top(all.max));
        expect(measureUnion(list.toReversed())).toEqual(all);
        expect(measureUnion([...list, ...list])).toEqual(all);
      }),
      { numRuns: 400 },
    );
  });
  test('one window more never makes it less', () => {
    fc.assert(
      fc.property(windows, anyWindow, (list, one) => {
        const [less, more] = [measureUnion(list), measureUnion([...list, one])];
        expect(more.min ?? 0).toBeGreaterThanOrEqual(less.min ?? 0);
        expect(top(more.max)).toBeGreaterThanOrEqual(top(less.max));
      }),
      { numRuns: 400 },
    );
  });
  test('of one window is its length', () => {
    fc.assert(
      fc.property(anyWindow, (one) => {
        if (one.to === null) return;
        const between = spanBetween(one.from, one.to);
        if (between.max === null) return;
        expect(measureUnion([one])).toEqual(between);
      }),
      { numRuns: 400 },
    );
  });
});
