import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { toDateTime } from '../../src/time/dateTime.js';
import { formatClock, formatDayOf, formatEnd, formatWhen } from '../../src/time/formatWhen.js';
import { spellWhen } from '../../src/time/spellWhen.js';
import { describeZone } from '../../src/time/zone.js';
import { englishTime } from '../../src/time/wording.js';
import { intervalOf, read, wholeText, whenOf, zones } from './written.js';

/** What is written, and what a page says: in full, in the margin of a timeline, under which heading, and to machines. */
test.each([
  ['2026-03-14 9:05', '14 March 2026, 09:05', '09:05', '14 March 2026', '2026-03-14T09:05Z'],
  ['2026-07-14T13:00Z', '14 July 2026, 14:00', '14:00', '14 July 2026', '2026-07-14T13:00Z'],
  ['2026-03-14 13:05:20', '14 March 2026, 13:05:20', '13:05:20', '14 March 2026', '2026-03-14T13:05:20Z'],
  ['~2023-06-01 17:30', 'about 17:30 on 1 June 2023', 'about 17:30', '1 June 2023', '2023-06-01T16:30Z'],
  ['2014-06-28 evening', 'evening of 28 June 2014', 'evening', '28 June 2014', '2014-06-28'],
  ['2014-06-28 early', 'early hours of 28 June 2014', 'early hours', '28 June 2014', '2014-06-28'],
  ['2014-06-28 night', 'night of 28 June 2014', 'night', '28 June 2014', '2014-06'],
  [
    '~2014-06-28 evening',
    'about the evening of 28 June 2014',
    'about the evening',
    '28 June 2014',
    '2014-06',
  ],
  ['2014-06-28', '28 June 2014', undefined, '28 June 2014', '2014-06-28'],
  ['2014-06', 'June 2014', undefined, 'June 2014', '2014-06'],
  ['2014', '2014', undefined, '2014', '2014'],
  ['~2014-06-28', 'about 28 June 2014', undefined, '28 June 2014', '2014-06'],
  ['~2014', 'about 2014', undefined, '2014', undefined],
  [
    '2026-03-14 14:??',
    'between 14:00 and 15:00 on 14 March 2026',
    '14:00–15:00',
    '14 March 2026',
    '2026-03-14',
  ],
  [
    '2026-03-14 23:??',
    'between 23:00 and 24:00 on 14 March 2026',
    '23:00–24:00',
    '14 March 2026',
    '2026-03-14',
  ],
  [
    '2026-03-14 1?:20',
    'between 10:20 and 19:20 on 14 March 2026',
    '10:20–19:20',
    '14 March 2026',
    '2026-03-14',
  ],
  ['2014-03-1?', 'between 10 and 19 March 2014', undefined, '10 March 2014', '2014-03'],
  ['2014-06-28 .. 2014-07-02', 'between 28 June and 2 July 2014', undefined, '28 June 2014', '2014'],
  ['2014-0?', 'between January and September 2014', undefined, 'January 2014', '2014'],
  ['2014-12 .. 2015-01', 'between December 2014 and January 2015', undefined, 'December 2014', undefined],
  ['201?', 'between 2010 and 2019', undefined, '2010', undefined],
  [
    '2026-03-14 23:50 .. 00:10',
    'between 14 March 2026, 23:50 and 15 March 2026, 00:10',
    '23:50–00:10',
    '14 March 2026',
    '2026-03',
  ],
  [
    '~2026-03-14 13:00 .. 14:00',
    'between about 13:00 and 14:00 on 14 March 2026',
    'about 13:00 – 14:00',
    '14 March 2026',
    '2026-03-14',
  ],
  ['after 2026-03-14 13:00', 'after 14 March 2026, 13:00', 'after 13:00', '14 March 2026', undefined],
  ['by ~2014-06-28', 'by about 28 June 2014', undefined, '28 June 2014', undefined],
  ['after 2014-06', 'after June 2014', undefined, 'June 2014', undefined],
  ['day 2 17:30', 'day 2, 17:30', '17:30', 'day 2', undefined],
  ['day 2 ~17:30', 'day 2, about 17:30', 'about 17:30', 'day 2', undefined],
  ['day 2 evening', 'evening of day 2', 'evening', 'day 2', undefined],
  ['day 2', 'day 2', undefined, 'day 2', undefined],
  ['day 2 14:??', 'day 2, between 14:00 and 15:00', '14:00–15:00', 'day 2', undefined],
  ['unknown', 'time unknown', undefined, undefined, undefined],
  [
    '2026-10-25T01:30Z',
    '25 October 2026, 01:30 (UTC)',
    '01:30 (UTC)',
    '25 October 2026',
    '2026-10-25T01:30Z',
  ],
  [
    '2026-10-25T01:30+01:00',
    '25 October 2026, 01:30 (UTC+1)',
    '01:30 (UTC+1)',
    '25 October 2026',
    '2026-10-25T00:30Z',
  ],
])('“%s” is shown as “%s”', (text, full, clock, day, machine) => {
  const when = whenOf(text);
  expect([
    formatWhen(when, englishTime),
    formatClock(when, englishTime),
    formatDayOf(when, englishTime),
    toDateTime(when),
  ]).toEqual([full, clock, day, machine]);
});

test.each([
  ['by 2026-03-14 13:00', '14 March 2026, 13:00 or before'],
  ['after 2026-03-14 evening', 'the evening of 14 March 2026 or later'],
  ['by ~2026-03-14 evening', 'about the evening of 14 March 2026 or before'],
  ['2014-03-10 .. 2014-03', 'between 10 March and March 2014'],
  ['2026-03-14 13:00', '14 March 2026, 13:00'],
])('“%s” is shown as “%s” where something begins or ends', (text, words) => {
  expect(formatEnd(whenOf(text), englishTime)).toBe(words);
});

test('an open hour in which the clock is changed back shows both of its hours', () => {
  expect(formatWhen(whenOf('2026-10-25 01:??'), englishTime)).toBe(
    'between 01:00 (UTC+1) and 02:00 on 25 October 2026',
  );
});

test.each([
  ['America/Chicago', Date.UTC(2023, 5, 1), 'Chicago time, UTC−5'],
  ['America/Chicago', Date.UTC(2023, 0, 1), 'Chicago time, UTC−6'],
  ['America/Chicago', null, 'Chicago time'],
  ['Asia/Kathmandu', 0, 'Kathmandu time, UTC+5:30'],
  ['Asia/Kathmandu', Date.UTC(2023, 0, 1), 'Kathmandu time, UTC+5:45'],
  ['America/Argentina/Buenos_Aires', Date.UTC(2023, 0, 1), 'Buenos Aires time, UTC−3'],
  ['Europe/Dublin', Date.UTC(2023, 0, 1), 'Dublin time, UTC'],
  ['UTC', Date.UTC(2023, 0, 1), 'UTC'],
  ['Etc/GMT+5', null, 'UTC−5'],
])('%s at %s is %s', (zone, instant, words) => expect(describeZone(zone, instant, englishTime)).toBe(words));

describe('whatever the machine', () => {
  const zoneBefore = process.env['TZ'];
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zoneBefore;
  });

  test('the time zone it is in changes nothing', () => {
    const shown = (text: string, zone: string) => {
      const found = read(text, { zone, field: 'started' });
      if (!found.ok) return found;
      const { when } = found;
      return [
        intervalOf(when),
        formatWhen(when, englishTime),
        formatClock(when, englishTime),
        formatDayOf(when, englishTime),
        toDateTime(when),
        spellWhen(when),
      ];
    };
    fc.assert(
      fc.property(wholeText, fc.constantFrom(...zones), (text, zone) => {
        process.env['TZ'] = 'Asia/Tokyo';
        const here = [new Date(0).getHours(), shown(text, zone)] as const;
        process.env['TZ'] = 'America/Chicago';
        const there = [new Date(0).getHours(), shown(text, zone)] as const;
        // The zone of the machine did change: else this would show nothing.
        expect([here[0], there[0]]).toEqual([9, 18]);
        expect(there[1]).toEqual(here[1]);
      }),
    );
  });
});

test('machines are told no more than is known: the date, month or year holds the whole interval', () => {
  fc.assert(
    fc.property(wholeText, fc.constantFrom(...zones), (text, zone) => {
      const found = read(text, { zone, field: 'started' });
      if (!found.ok) return;
      const machine = toDateTime(found.when);
      if (machine === undefined || machine.includes('T')) return;
      const whole = whenOf(machine, zone);
      expect(whole.earliest).toBeLessThanOrEqual(found.when.earliest ?? -Infinity);
      expect(whole.latest).toBeGreaterThanOrEqual(found.when.latest ?? Infinity);
    }),
    { numRuns: 400 },
  );
});
