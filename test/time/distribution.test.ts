import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDistribution } from '../../src/time/distribution.js';

const exact = (value: number) => ({ min: value, max: value });

test('of exact lengths it is as one counts it', () => {
  expect(createDistribution([5, 1, 9].map(exact))).toEqual({
    n: 3,
    unknown: 0,
    min: exact(1),
    median: exact(5),
    p90: undefined,
    max: exact(9),
    spans: [exact(1), exact(5), exact(9)],
  });
  expect(createDistribution([4, 1].map(exact)).median).toEqual(exact(2.5));
  expect(createDistribution([1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map(exact))).toMatchObject({
    p90: exact(9),
    max: exact(100),
  });
  expect(createDistribution([])).toEqual({
    n: 0,
    unknown: 0,
    min: undefined,
    median: undefined,
    p90: undefined,
    max: undefined,
    spans: [],
  });
});

test('what is not known is not in it, and what is half known is', () => {
  const found = createDistribution([
    undefined,
    { min: null, max: null },
    { min: 0, max: null },
    exact(1),
    { min: 7, max: null },
  ]);
  expect(found).toEqual({
    n: 2,
    unknown: 3,
    min: exact(1),
    median: { min: 4, max: null },
    p90: undefined,
    max: { min: 7, max: null },
    spans: [exact(1), { min: 7, max: null }],
  });
});

test('whatever the lengths truly were, the figures lie between the bounds', () => {
  const span = fc.tuple(fc.nat(50), fc.nat(20), fc.nat(20)).map(([min, more, at]) => ({
    span: { min, max: min + more },
    truth: min + Math.min(at, more),
  }));
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 14 }), (list) => {
      const bounds = createDistribution(list.map((one) => one.span));
      const truths = createDistribution(list.map((one) => exact(one.truth)));
      for (const figure of ['min', 'median', 'p90', 'max'] as const) {
        const [between, truth] = [bounds[figure], truths[figure]?.min];
        expect(between === undefined).toBe(truth === undefined);
        expect(between?.min ?? 0).toBeLessThanOrEqual(truth ?? 0);
        expect(between?.max ?? 0).toBeGreaterThanOrEqual(truth ?? 0);
      }
      const shuffled = createDistribution(list.toReversed().map((one) => one.span));
      expect(shuffled).toEqual(bounds);
    }),
  );
});
