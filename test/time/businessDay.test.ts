import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, isBusinessDay } from '../../src/time/businessDay.js';
import { addDays, dayOfNumber, daysBetween } from '../../src/time/isoDay.js';
import { addTimeLimit, formatTimeLimit, parseTimeLimit } from '../../src/time/timeLimit.js';

const none: ReadonlySet<string> = new Set();
const christmas = new Set(['2026-12-25', '2026-12-28']);

/** Days of the years 1970 to 2100. */
const anyDay = fc.integer({ min: 0, max: 47_000 }).map(dayOfNumber);
const anyCount = fc.integer({ min: 0, max: 60 });

/** A day, and holidays that lie around it. */
const dayAmongHolidays = anyDay.chain((day) =>
  fc
    .array(fc.integer({ min: -5, max: 60 }), { maxLength: 12 })
    .map((offsets) => ({ day, holidays: new Set(offsets.map((offset) => addDays(day, offset))) })),
);

describe('business days', () => {
  test.each([
    ['2026-11-20', 'a Friday', true],
    ['2026-11-21', 'a Saturday', false],
    ['2026-11-22', 'a Sunday', false],
    ['2026-11-23', 'a Monday', true],
    ['2026-12-25', 'a Friday, and a holiday', false],
    ['1970-01-01', 'a Thursday', true],
  ])('%s is %s: %s', (day, _, expected) => {
    expect(isBusinessDay(day, christmas)).toBe(expected);
  });

  test.each([
    ['2026-03-14', 5, '2026-03-20', 'from a Saturday to the Friday'],
    ['2026-03-16', 5, '2026-03-23', 'the day itself does not count'],
    ['2026-03-20', 1, '2026-03-23', 'over a weekend'],
    ['2026-12-23', 3, '2026-12-30', 'over a weekend with a holiday on either side'],
    ['2026-03-14', 0, '2026-03-14', 'none: the day itself, though it is a Saturday'],
  ])('%s and %i of them: %s (%s)', (day, count, expected) => {
    expect(addBusinessDays(day, count, christmas)).toBe(expected);
  });

  test('there are as many of them up to the last one as were asked for, and it is one itself', () => {
    fc.assert(
      fc.property(dayAmongHolidays, anyCount, ({ day, holidays }, count) => {
        const last = addBusinessDays(day, count, holidays);
        const between = Array.from({ length: daysBetween(day, last) }, (_, index) => addDays(day, index + 1));
        expect(between.filter((one) => isBusinessDay(one, holidays))).toHaveLength(count);
        if (count > 0) expect(isBusinessDay(last, holidays)).toBe(true);
      }),
    );
  });

  test('one after another they add up', () => {
    fc.assert(
      fc.property(dayAmongHolidays, anyCount, anyCount, ({ day, holidays }, a, b) => {
        const step = addBusinessDays(addBusinessDays(day, a, holidays), b, holidays);
        // Of none the day itself is the end, though it is no business day: only then do they differ.
        if (a > 0 || b === 0) expect(step).toBe(addBusinessDays(day, a + b, holidays));
      }),
    );
  });

  test('a holiday never brings the last one forward', () => {
    fc.assert(
      fc.property(dayAmongHolidays, anyCount, ({ day, holidays }, count) => {
        expect(addBusinessDays(day, count, holidays) >= addBusinessDays(day, count, none)).toBe(true);
      }),
    );
  });

  test('without holidays five of them are a week', () => {
    fc.assert(
      fc.property(
        anyDay.filter((day) => isBusinessDay(day, none)),
        fc.nat(20),
        (day, weeks) => {
          expect(addBusinessDays(day, weeks * 5, none)).toBe(addDays(day, weeks * 7));
        },
      ),
    );
  });
});

describe('a time limit', () => {
  test.each([
    ['30d', '2026-04-13', '30 days'],
    ['1d', '2026-03-15', '1 day'],
    ['4w', '2026-04-11', '4 weeks'],
    ['5bd', '2026-03-20', '5 business days'],
    ['1bd', '2026-03-16', '1 business day'],
    ['0d', '2026-03-14', '0 days'],
  ])('of %s from 2026-03-14 ends on %s: %s', (text, end, words) => {
    const limit = parseTimeLimit(text);
    expect(limit && addTimeLimit('2026-03-14', limit, none)).toBe(end);
    expect(limit && formatTimeLimit(limit)).toBe(words);
  });

  test.each(['5', 'bd', '-1d', '1.5d', '5 d', '5D', '1000d', '5m', ''])('“%s” is none', (text) => {
    expect(parseTimeLimit(text)).toBeUndefined();
  });
});
