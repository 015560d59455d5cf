import { expect, test } from 'vitest';
import { german } from '../../src/render/wording/german.js';
import { formatDay, formatOnDay, parseDay } from '../../src/time/day.js';
import { describeSpan } from '../../src/time/describeSpan.js';
import { formatClock, formatEnd, formatWhen } from '../../src/time/formatWhen.js';
import { HOUR, MINUTE } from '../../src/time/isoDay.js';
import { describeZone } from '../../src/time/zone.js';
import { whenOf } from '../time/written.js';

/* Times and lengths as German says them. A space that does not break stands between a day and its month. */

const { time } = german;
const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

test.each([
  ['2026-03-14 9:05', '14. März 2026, 09:05', '09:05'],
  ['~2023-06-01 17:30', '1. Juni 2023, gegen 17:30', 'gegen 17:30'],
  ['2014-06-28 evening', '28. Juni 2014, abends', 'abends'],
  ['2014-06-28 early', '28. Juni 2014, frühmorgens', 'frühmorgens'],
  ['~2014-06-28 night', '28. Juni 2014, etwa in der Nacht', 'etwa in der Nacht'],
  ['2014-06', 'Juni 2014', undefined],
  ['~2014-06-28', 'etwa 28. Juni 2014', undefined],
  ['2026-03-14 14:??', '14. März 2026, zwischen 14:00 und 15:00', '14:00–15:00'],
  ['2014-03-1?', 'zwischen 10. und 19. März 2014', undefined],
  ['2014-06-28 .. 2014-07-02', 'zwischen 28. Juni und 2. Juli 2014', undefined],
  ['2014-0?', 'zwischen Januar und September 2014', undefined],
  ['2014-12 .. 2015-01', 'zwischen Dezember 2014 und Januar 2015', undefined],
  ['201?', 'zwischen 2010 und 2019', undefined],
  ['after 2014-06', 'nach Juni 2014', undefined],
  ['by 2026-03-14 13:00', 'spätestens 14. März 2026, 13:00', 'spätestens 13:00'],
  ['day 2 ~17:30', 'Tag 2, gegen 17:30', 'gegen 17:30'],
  ['day 2 evening', 'Tag 2, abends', 'abends'],
  ['unknown', 'Zeit unbekannt', undefined],
])('“%s” is shown as „%s“', (text, full, clock) => {
  const when = whenOf(text);
  expect([plain(formatWhen(when, time)), plain(formatClock(when, time))]).toEqual([full, clock]);
});

test('the number of a day stays with its month where a line ends', () => {
  expect(formatWhen(whenOf('2026-03-14'), time)).toBe('14.\u00a0März 2026');
  expect(time.shortDay('2026-03-14')).toBe('14.\u00a0März');
});

test.each([
  ['2026-03-14', '14. März 2026', 'am 14. März 2026'],
  ['2026-03', 'März 2026', 'im März 2026'],
  ['2025-Q4', '4. Quartal 2025', 'im 4. Quartal 2025'],
  ['2026', '2026', 'im Jahr 2026'],
])('the day %s is „%s“, and something happened „%s“', (text, alone, said) => {
  const parsed = parseDay(text);
  expect(parsed.ok && [formatDay(parsed.day, time), formatOnDay(parsed.day, time)].map(plain)).toEqual([
    alone,
    said,
  ]);
});

test.each([
  ['by 2026-03-14 evening', '14. März 2026, abends oder früher'],
  ['after 2026-03-14', '14. März 2026 oder später'],
])('“%s”, as the end of something, is „%s“', (text, words) => {
  expect(plain(formatEnd(whenOf(text), time))).toBe(words);
});

test.each([
  [{ min: 4 * HOUR + 12 * MINUTE, max: 4 * HOUR + 12 * MINUTE }, '4 h 12 min'],
  [{ min: 9 * HOUR, max: 11 * HOUR }, 'etwa 10 h'],
  [{ min: 13 * HOUR, max: 14.5 * HOUR }, '13 h bis 14 h 30 min'],
  [{ min: 14 * HOUR, max: null }, 'mindestens 14 h'],
  [{ min: 0, max: 3 * HOUR }, 'bis zu 3 h'],
  [{ min: 24 * HOUR * 3, max: 24 * HOUR * 3 }, '3 Tage'],
  [{ min: 0, max: 30_000 }, 'weniger als eine Minute'],
  [{ min: null, max: null }, 'unbekannt'],
])('%o: %s', (span, words) => expect(describeSpan(span, time)).toBe(words));

test.each([
  ['Europe/Dublin', Date.UTC(2023, 5, 1), 'Ortszeit Dublin, UTC+1'],
  ['Europe/Vienna', null, 'Ortszeit Wien'],
  ['America/New_York', null, 'Ortszeit New York'],
  ['UTC', 0, 'UTC'],
])('the zone %s at %s is „%s“', (zone, instant, words) => {
  expect(describeZone(zone, instant, time)).toBe(words);
});
