import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSpan } from '../../src/time/describeSpan.js';
import { parseLasted } from '../../src/time/lapse.js';
import type { Span } from '../../src/time/span.js';
import { addSpans, latestReading, spanBetween } from '../../src/time/span.js';
import { englishTime } from '../../src/time/wording.js';
import { nearWhen, whenOf } from './written.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('from one time to another', () => {
  const day = (text: string) => text.replace(/^(~|after |by )?/, '$12026-03-14 ');
  test.each([
    ['09:05', '14:02', '4 h 57 min'],
    ['~13:00', '~23:00', 'about 10 h'],
    ['~13:00', '23:05', 'about 10 h'],
    ['1:00', '14:00 .. 15:30', 'between 13 h and 14 h 30 min'],
    ['1:00', 'after 15:00', 'at least 14 h'],
    ['1:00', 'by 15:00', 'up to 14 h'],
    ['by 1:00', '15:00', 'at least 14 h'],
    ['after 1:00', '15:00', 'up to 14 h'],
    ['09:05', '09:05', 'less than a minute'],
    ['13:00:05', '13:01:10', '1 min 5 s'],
    ['13:00:05', '13:00:50', '45 s'],
    ['09:05', '~09:20', 'up to 45 min'],
    ['09:05', '14:??', 'about 5 h 30 min'],
    ['09:05', '~12:00 .. 14:10', 'between 2 h 25 min and 5 h 5 min'],
    ['09:00', '14:3?', 'about 5 h 35 min'],
    ['evening', 'night', 'up to 12 h'],
    ['after 09:00', 'after 10:00', 'unknown'],
    ['14:02', '14:02:30', '30 s'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(describeSpan(spanBetween(whenOf(day(from)), whenOf(day(to))), englishTime)).toBe(words);
  });
  test.each([
    ['2026-03-14', '2026-03-17', 'between 2 days and 4 days'],
    ['2026-03-14 13:00', '2026-03-17 17:00', '3 days 4 h'],
    ['2026-03-14 13:00', '2026-03-15 19:00', '30 h'],
    ['2026-03-28 12:00', '2026-03-29 12:00', '23 h'],
    ['~2014-06-01', '~2014-07-01', 'about 30 days'],
    ['2014-06', '2014-09', 'between 62 days and 122 days'],
    ['day 1 17:00', 'day 2 ~03:00', 'about 10 h'],
    ['day 1 17:00', '2026-03-14', 'unknown'],
    ['unknown', '2026-03-14', 'unknown'],
    ['2026-03-15', '2026-03-14', 'unknown'],
  ])('%s to %s is %s', (from, to, words) => {
    expect(describeSpan(spanBetween(whenOf(from), whenOf(to)), englishTime)).toBe(words);
  });

  test('contains every length that two instants between the ends can have', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const pick = (low: number | null, high: number | null, at: number): number => {
      const bottom = low ?? (high ?? 0) - 400 * HOUR;
      const top = high ?? bottom + 400 * HOUR;
      return bottom + Math.round((top - bottom) * at);
    };
    fc.assert(
      fc.property(nearWhen, nearWhen, share, share, (from, to, one, other) => {
        const start = pick(from.earliest, latestReading(from), one);
        const end = pick(to.earliest, latestReading(to), other);
        if (end < start) return;
        const span = spanBetween(from, to);
        expect(span.min ?? 0).toBeLessThanOrEqual(end - start);
        expect(span.max ?? Infinity).toBeGreaterThanOrEqual(end - start);
      }),
      { numRuns: 600 },
    );
  });
});

const anySpan: fc.Arbitrary<Span> = fc.oneof(
  fc.tuple(fc.nat(400 * HOUR), fc.nat(30 * HOUR)).map(([min, more]) => ({ min, max: min + more })),
  fc
    .tuple(fc.nat(400 * 60), fc.nat(90))
    .map(([min, more]) => ({ min: min * MINUTE, max: (min + more) * MINUTE })),
  fc.tuple(fc.nat(1800), fc.nat(90)).map(([min, more]) => ({ min: min * 1000, max: (min + more) * 1000 })),
  fc.nat(400 * HOUR).map((min) => ({ min, max: null })),
  fc.constant({ min: null, max: null }),
);

/** Every length that a text names, in ms, each with the unit of its last digit. */
function lengthsIn(text: string): { ms: number; unit: number }[] {
  const units = { day: 24 * HOUR, days: 24 * HOUR, h: HOUR, min: MINUTE, s: 1000 } as const;
  const found = text.match(/\d+ (?:days?|h|min|s)\b(?: \d+ (?:h|min|s)\b)*/g) ?? [];
  return found.map((length) => {
    const parts = [...length.matchAll(/(\d+) (days?|h|min|s)/g)].map(([, count, name]) => {
      const unit = units[name as keyof typeof units];
      return { ms: Number(count) * unit, unit };
    });
    return { ms: parts.reduce((sum, part) => sum + part.ms, 0), unit: parts.at(-1)?.unit ?? 0 };
  });
}

describe('lengths in words', () => {
  test('never name a length outside what is known, rounding aside', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        const text = describeSpan(span, englishTime);
        const lengths = lengthsIn(text);
        expect(lengths.length).toBe(/unknown|less than/.test(text) ? 0 : text.startsWith('between') ? 2 : 1);
        for (const { ms } of lengths) {
          const rounding = ms < 10 * MINUTE ? 1000 : ms < 48 * HOUR ? MINUTE : HOUR;
          expect(ms).toBeGreaterThan((span.min ?? 0) - rounding);
          expect(ms).toBeLessThan((span.max ?? Infinity) + rounding);
        }
      }),
      { numRuns: 1000 },
    );
  });
  test('name one length without a doubtful word only when it is known to the rounding', () => {
    fc.assert(
      fc.property(anySpan, (span) => {
        if (!/^\d/.test(describeSpan(span, englishTime))) return;
        const width = (span.max ?? Infinity) - (span.min ?? 0);
        expect(width).toBeLessThanOrEqual((span.min ?? 0) >= 48 * HOUR - MINUTE ? HOUR : MINUTE);
      }),
      { numRuns: 1000 },
    );
  });
  test('a “between” holds all that is possible, an “about” no more than a quarter to either side', () => {
    fc.assert(
      fc.property(anySpan, ({ min, max }) => {
        const text = describeSpan({ min, max }, englishTime);
        const [first, second] = lengthsIn(text);
        const isBetween = text.startsWith('between');
        const holds = (first?.ms ?? Infinity) <= (min ?? 0) && (second?.ms ?? 0) >= (max ?? Infinity);
        expect(isBetween && !holds).toBe(false);
        expect(text.startsWith('about') && (max ?? Infinity) / (min ?? 1) > 5 / 3).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
  test.each([
    [{ min: 0, max: 0 }, 'less than a minute'],
    [{ min: 0, max: 59_999 }, 'less than a minute'],
    [{ min: 0, max: 60_000 }, 'up to 1 min'],
    [{ min: 24 * HOUR, max: 24 * HOUR }, '24 h'],
    [{ min: 72 * HOUR, max: 72 * HOUR }, '3 days'],
    [{ min: 48 * HOUR - 1, max: 48 * HOUR - 1 }, '2 days'],
    [{ min: 0, max: null }, 'unknown'],
    [{ min: 90 * 1000, max: null }, 'at least 1 min 30 s'],
    [{ min: 30 * MINUTE, max: 50 * MINUTE }, 'about 40 min'],
    [{ min: 20 * MINUTE, max: 60 * MINUTE }, 'between 20 min and 1 h'],
  ])('%o: %s', (span, words) => expect(describeSpan(span, englishTime)).toBe(words));
});

test('lengths add up, and an unknown one adds doubt', () => {
  expect(addSpans([])).toEqual({ min: 0, max: 0 });
  expect(
    addSpans([
      { min: HOUR, max: 2 * HOUR },
      { min: HOUR, max: HOUR },
    ]),
  ).toEqual({ min: 2 * HOUR, max: 3 * HOUR });
  expect(
    describeSpan(
      addSpans([
        { min: HOUR, max: HOUR },
        { min: null, max: null },
      ]),
      englishTime,
    ),
  ).toBe('at least 1 h');
  expect(addSpans([{ min: null, max: null }])).toEqual({ min: null, max: null });
});

test.each([
  ['5m', '5 min'],
  ['1h30m', '1 h 30 min'],
  ['1h 30m', '1 h 30 min'],
  ['2d', '2 days'],
  ['45s', '45 s'],
  ['~5m', 'about 5 min'],
  ['~2d', 'about 2 days'],
  ['~1h30m', 'about 1 h 30 min'],
  ['unknown', 'unknown'],
])('what lasted %s took %s', (text, words) => {
  const parsed = parseLasted(text);
  expect(parsed.ok && describeSpan(parsed.lasted.span, englishTime)).toBe(words);
  expect(parsed.ok && parsed.lasted.words).toBe(text);
});

test.each([
  ['5 min', ['5m']],
  ['1.5h', ['1h30m']],
  ['about 2 hours', ['~2h']],
  ['1 hour and 30 minutes', ['1h30m']],
  ['1:30', ['1h30m']],
  ['90', undefined],
  ['0m', undefined],
  ['-5m', undefined],
  ['', undefined],
])('“%s” is not how a length is written', (text, suggestions) => {
  expect(parseLasted(text)).toMatchObject({ ok: false, ...(suggestions ? { suggestions } : {}) });
});
