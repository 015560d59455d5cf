import { describe, expect, test } from 'vitest';
import { asOfFrom, parseAsOf } from '../../src/time/asOf.js';
import {
  boundsOfDay,
  compareDays,
  dayOf,
  formatDay,
  formatOnDay,
  isCertainlyAfterDay,
  isDayAfter,
  isDayBefore,
  listedDayOf,
  monthOfDay,
  parseDay,
  parseDayOrUnknown,
} from '../../src/time/day.js';
import type { Day } from '../../src/time/day.js';
import { addDays, addYears, daysBetween } from '../../src/time/isoDay.js';
import { isKnownZone, parseZone } from '../../src/time/zone.js';
import { englishTime } from '../../src/time/wording.js';
import { whenOf } from './written.js';

/** The Day that a text means; fails the test if it means none. */
function dayFrom(text: string): Day {
  const parsed = parseDay(text);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.day;
}

describe('a Day', () => {
  test.each([
    ['2026-03-14', '2026-03-14', '2026-03-14', '14 March 2026'],
    ['2026-02', '2026-02-01', '2026-02-28', 'February 2026'],
    ['2025-Q4', '2025-10-01', '2025-12-31', 'Q4 2025'],
    ['2026-q1', '2026-01-01', '2026-03-31', 'Q1 2026'],
    ['2026', '2026-01-01', '2026-12-31', '2026'],
  ])('%s is %s to %s: %s', (text, first, last, words) => {
    const day = dayFrom(text);
    expect([day.words, day.first, day.last, formatDay(day, englishTime)]).toEqual([text, first, last, words]);
  });
  test.each([
    ['2026-03-14', 'on 14 March 2026'],
    ['2026-02', 'in February 2026'],
    ['2025-Q4', 'in Q4 2025'],
    ['2026', 'in 2026'],
  ])('%s is when something happened: %s', (text, words) => {
    expect(formatOnDay(dayFrom(text), englishTime)).toBe(words);
  });
  test.each([
    ['2026-02-30', /28 days/, []],
    ['~2026-03-14', /not a date/, ['2026-03']],
    ['2026-03-1?', /not a date/, ['2026-03']],
    ['2026-03-14 13:00', /not a date/, ['2026-03-14']],
    ['Q4 2025', /not a date/, ['2025-Q4']],
    ['2026-Q5', /not a date/, []],
    ['14.3.2026', /not how a date/, ['2026-03-14']],
    ['next week', /changes with the day/, []],
    ['soon', /not a date/, []],
    ['tbd', /not a date/, []],
    ['unknown', /says nothing here/, []],
    ['', /empty/, []],
  ])('“%s” is refused', (text, message, suggestions) => {
    const parsed = parseDay(text);
    if (parsed.ok) throw new Error('it was accepted');
    expect(parsed.message).toMatch(message);
    expect(parsed.suggestions ?? []).toEqual(suggestions);
  });
  test('may be unknown where that is said', () => {
    expect(parseDayOrUnknown('unknown')).toEqual({ ok: true, day: 'unknown' });
    expect(parseDayOrUnknown('2026-03-14')).toMatchObject({ ok: true, day: { first: '2026-03-14' } });
  });
  test('is compared by its last day', () => {
    const texts = ['2026', '2026-03-31', '2026-Q1', '2026-03-14', '2026-04'];
    expect(
      texts
        .map(dayFrom)
        .toSorted(compareDays)
        .map((day) => day.words),
    ).toEqual(['2026-03-14', '2026-Q1', '2026-03-31', '2026-04', '2026']);
    expect(isDayBefore(dayFrom('2026-Q1'), '2026-03-31')).toBe(false);
    expect(isDayBefore(dayFrom('2026-Q1'), '2026-04-01')).toBe(true);
    expect(isDayAfter(dayFrom('2026-04'), '2026-03-31')).toBe(true);
    expect(isDayAfter(dayFrom('2026-04'), '2026-04-01')).toBe(false);
  });
  test('of a time is where it lies in its zone, or in another', () => {
    const late = whenOf('2026-07-14 23:30');
    expect(dayOf(late)).toMatchObject({ first: '2026-07-14', last: '2026-07-14', precision: 'day' });
    expect(dayOf(late, 'Asia/Kathmandu')).toMatchObject({ first: '2026-07-15' });
    expect(dayOf(whenOf('2026-07'))).toMatchObject({
      first: '2026-07-01',
      last: '2026-07-31',
      precision: 'month',
    });
    expect(dayOf(whenOf('2026'))).toMatchObject({ precision: 'year', words: '2026' });
    const range = dayOf(whenOf('2026-07-14 night'));
    expect(range && formatDay(range, englishTime)).toBe('between 14 July 2026 and 15 July 2026');
    expect(range && formatOnDay(range, englishTime)).toBe('between 14 July 2026 and 15 July 2026');
    expect([dayOf(whenOf('day 1')), dayOf(whenOf('unknown')), dayOf(whenOf('after 2026'))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
  test('counts', () => {
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });
});

describe('asOf', () => {
  test('stands for the whole day', () => {
    const isAfter = (text: string) => isCertainlyAfterDay(whenOf(text), '2026-11-22', 'Europe/Dublin');
    expect(isAfter('2026-11-22 23:59')).toBe(false);
    expect(isAfter('2026-11-23 00:00')).toBe(true);
    expect(isAfter('~2026-11-23 00:10')).toBe(false);
    expect(isAfter('2026')).toBe(false);
    expect(isAfter('2027')).toBe(true);
    expect(isAfter('day 3')).toBe(false);
    expect(isAfter('by 2030')).toBe(false);
    // In Chicago it is still the day before.
    expect(isCertainlyAfterDay(whenOf('2026-11-23T05:59Z'), '2026-11-22', 'America/Chicago')).toBe(false);
    const { start, end } = boundsOfDay('2026-10-25', 'Europe/Dublin');
    expect((end - start) / 3_600_000).toBe(25);
  });
  test('is the flag’s day, else that of SOURCE_DATE_EPOCH, else today in the zone', () => {
    const now = Date.UTC(2026, 10, 22, 3);
    const from = { now, zone: 'America/Chicago' };
    expect(asOfFrom({ ...from, flag: '2026-01-31', sourceDateEpoch: '0' })).toEqual({
      ok: true,
      asOf: '2026-01-31',
    });
    expect(asOfFrom({ ...from, sourceDateEpoch: '0' })).toEqual({ ok: true, asOf: '1969-12-31' });
    expect(asOfFrom({ ...from, sourceDateEpoch: '' })).toEqual({ ok: true, asOf: '2026-11-21' });
    expect(asOfFrom({ ...from, zone: 'Asia/Kathmandu' })).toEqual({ ok: true, asOf: '2026-11-22' });
    for (const wrong of ['yesterday', '-1', '1.5', '99999999999999']) {
      expect(asOfFrom({ ...from, sourceDateEpoch: wrong })).toMatchObject({ ok: false });
    }
  });
  test.each(['2026-02-30', '2026-2-3', '2026', '22.11.2026', '', 'today', '0001-01-01', '2026-11-22T00:00'])(
    '“%s” is no day of the calendar',
    (text) => expect(parseAsOf(text)).toMatchObject({ ok: false }),
  );
});

describe('a zone', () => {
  test('has a slash or is UTC', () => {
    const known = ['UTC', 'Europe/Dublin', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu', 'Europe/Kyiv'];
    const others = [
      'EST',
      'CST6CDT',
      'GMT',
      'Z',
      '+01:00',
      'utc',
      'europe/dublin',
      'Dublin',
      'a/b',
      '',
      'constructor',
      '../x',
    ];
    expect([...known, ...others].filter(isKnownZone)).toEqual(known);
  });
  test.each([
    ['CST', ['America/Chicago', 'Asia/Shanghai', 'America/Havana']],
    ['GMT', ['UTC']],
    ['europe/dublin', ['Europe/Dublin']],
    ['Dublin', ['Europe/Dublin']],
    ['Europe/Dubln', ['Europe/Dublin']],
    ['New York', ['America/New_York']],
    ['+01:00', undefined],
    ['nowhere at all', undefined],
  ])('“%s” is refused', (text, suggestions) => {
    const parsed = parseZone(text);
    expect(parsed).toMatchObject({ ok: false, ...(suggestions === undefined ? {} : { suggestions }) });
  });
  test('every zone that an abbreviation leads to is known', () => {
    for (const name of [
      'BST',
      'IST',
      'EST',
      'MST',
      'PST',
      'AST',
      'GST',
      'AEST',
      'NST',
      'NPT',
      'MEZ',
      'HST',
    ]) {
      const parsed = parseZone(name);
      const zones = parsed.ok ? [] : (parsed.suggestions ?? []);
      expect(zones.length).toBeGreaterThan(0);
      expect(zones.filter((zone) => !isKnownZone(zone))).toEqual([]);
    }
  });
});

describe('where a time stands in lists', () => {
  const monthIn = (text: string): string | undefined => {
    const day = listedDayOf(whenOf(text));
    return day && monthOfDay(day);
  };
  test('is its month, where that is known', () => {
    expect(monthIn('2026-03-14 13:00')).toBe('2026-03');
    expect(monthIn('2026-03')).toBe('2026-03');
    expect(monthIn('2026-03-31 .. 2026-04-02')).toBe('2026-03');
    expect(monthIn('after 2026-03-14')).toBe('2026-03');
    expect(monthIn('by 2026-03-14')).toBe('2026-03');
    expect(monthIn('2026-03-14 .. 2026-06-01')).toBeUndefined();
    expect(monthIn('2026')).toBeUndefined();
    expect(monthIn('unknown')).toBeUndefined();
    expect(monthIn('day 2')).toBeUndefined();
    expect(listedDayOf(whenOf('2026-03-14 23:30', 'America/Chicago'), 'Europe/Dublin')?.first).toBe(
      '2026-03-15',
    );
  });
  test('a year later is the same day, where there is one', () => {
    expect(addYears('2026-03-14', -1)).toBe('2025-03-14');
    expect(addYears('2024-02-29', -1)).toBe('2023-02-28');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});
