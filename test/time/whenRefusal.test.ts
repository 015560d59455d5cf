import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDay } from '../../src/time/day.js';
import { parseLasted } from '../../src/time/lapse.js';
import { parseWhen } from '../../src/time/parseWhen.js';
import type { Refusal } from '../../src/time/refusal.js';
import { read, refusalOf, whenOf } from './written.js';

/** What people write by mistake, what the message must speak of, and what is offered instead. */
const misses: [text: string, message: RegExp, suggestions: string[]][] = [
  ['', /empty/, []],
  ['14.3.2026', /not how a date/, ['2026-03-14']],
  ['14.03.2026 13:05', /not how a date/, ['2026-03-14 13:05']],
  ['03/14/2026', /not how a date/, ['2026-03-14']],
  ['6/1/23', /one day in America and another/, ['2023-06-01', '2023-01-06']],
  ['2026-3-14', /not how a date/, ['2026-03-14']],
  ['2026/03/14 13:00', /not how a date/, ['2026-03-14 13:00']],
  ['2026-03-14, 13:00', /not how a time/, ['2026-03-14 13:00']],
  ['14 March 2026', /not how a date/, ['2026-03-14']],
  ['June 1st, 2023 at 1pm', /not how a date/, ['2023-06-01 1pm']],
  ['20260314T1300Z', /not how a date/, ['2026-03-14 13:00Z']],
  ['2025-Q4', /quarter/, ['2025-10 .. 2025-12']],
  ['9:5', /one digit/, ['9:05', '9:50', '9:5?']],
  ['13h05', /not how a clock/, ['13:05']],
  ['2026-03-14 13', /no minutes/, ['2026-03-14 13:00']],
  ['2026-03-14 noon', /not how a clock/, ['2026-03-14 12:00']],
  ['25:00', /no hour 25/, []],
  ['2026-03-14 13:60', /no minute 60/, []],
  ['2026-03-14 23:59:60', /no second 60/, []],
  ['2014-06-28T24:00', /no 24:00/, ['2014-06-29 00:00']],
  ['2026-03-14 13:05 PM', /no 13 PM/, ['2026-03-14 13:05']],
  ['2026-02-30', /February 2026 has 28 days/, []],
  ['2024-02-30', /February 2024 has 29 days/, []],
  ['2026-04-31 13:00', /April 2026 has 30 days/, []],
  ['2026-13-01', /no month 13/, []],
  ['0000-01-01', /1970 to 2199/, []],
  ['9999-12-31', /1970 to 2199/, []],
  ['275761-01-01', /not a time/, []],
  ['yesterday', /changes with the day/, []],
  ['about 13:00', /approximate/, ['~13:00']],
  ['~~13:00', /more than one ~/, ['~13:00']],
  ['13:00–14:00', /range/, ['13:00 .. 14:00']],
  ['13:00-14:00', /offset/, ['13:00 .. 14:00']],
  ['between 13:00 and 14:00', /range/, ['13:00 .. 14:00']],
  ['before 13:00', /open time/, ['by 13:00']],
  ['since 2026-03-14', /open time/, ['after 2026-03-14']],
  ['.. 13:00', /one end/, ['by 13:00']],
  ['13:00 .. 14:00 .. 15:00', /two ends/, []],
  ['unknown .. 13:00', /unknown end/, ['by 13:00']],
  ['tbd', /not a time/, ['unknown']],
  ['evening', /no day/, []],
  ['2014-06 evening', /names no day/, []],
  ['2026-03-14 13:00 GMT+2', /not how an offset/, ['2026-03-14 13:00+02:00']],
  ['2026-03-14 13:00+25:00', /no offset \+25:00/, []],
  ['2026-03-14T13:00[Europe/Dublin]', /not an offset/, []],
  ['day 0', /day 0/, []],
  ['day 2 13:00Z', /whose date is not known/, ['day 2 13:00']],
  ['+90', /length of time/, ['+90m', '+90h']],
  ['+35 min', /length of time/, ['+35m']],
  ['+90 minutes', /length of time/, ['+90m']],
  ['+1:30', /length of time/, ['+1h30m']],
  ['~+1:30', /length of time/, ['~+1h30m']],
  ['35m', /length of time/, ['+35m']],
  ['5h', /length of time/, ['+5h']],
  ['13h', /length of time/, ['+13h', '13:00']],
  ['T+60', /length of time/, ['+60m', '+60h']],
  ['+1:75', /length of time/, []],
  ['x'.repeat(200), /120 characters/, []],
];

test.each(misses)('“%s” is refused', (text, message, suggestions) => {
  const parsed = parseWhen(text);
  if (parsed.ok) throw new Error('it was accepted');
  expect(parsed.message).toMatch(message);
  expect(parsed.suggestions ?? []).toEqual(suggestions);
});

describe('an hour that the clock skipped or repeated', () => {
  const at = (zone: string) => ({ zone, field: 'started' }) as const;
  test.each([
    ['Europe/Dublin', '2026-03-29 01:30', /from 01:00 to 02:00/, ['2026-03-29 00:30', '2026-03-29 02:30']],
    [
      'America/Chicago',
      '2026-03-08 2:15 AM',
      /from 02:00 to 03:00/,
      ['2026-03-08 01:15', '2026-03-08 03:15'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-04 02:15',
      /from 02:00 to 02:30/,
      ['2026-10-04 01:45', '2026-10-04 02:45'],
    ],
    ['Pacific/Apia', '2011-12-30 12:00', /did not exist/, ['2011-12-29 12:00', '2011-12-31 12:00']],
    ['America/Chicago', '~2026-03-08 02:15', /did not exist/, ['~2026-03-08 01:15', '~2026-03-08 03:15']],
    ['Europe/Dublin', '2026-03-29 01:??', /did not exist/, ['2026-03-29 00:00', '2026-03-29 02:00']],
    [
      'Europe/Dublin',
      '2026-10-25 01:30',
      /UTC\+1, and again at UTC\./,
      ['2026-10-25T01:30+01:00', '2026-10-25T01:30Z'],
    ],
    [
      'America/Chicago',
      '2026-11-01 01:30',
      /UTC−5, and again at UTC−6/,
      ['2026-11-01T01:30-05:00', '2026-11-01T01:30-06:00'],
    ],
    [
      'Australia/Lord_Howe',
      '2026-04-05 01:45',
      /UTC\+11, and again at UTC\+10:30/,
      ['2026-04-05T01:45+11:00', '2026-04-05T01:45+10:30'],
    ],
    [
      'Europe/Dublin',
      '2026-10-25 00:00 .. 2026-10-25 01:30',
      /came twice/,
      ['2026-10-25 00:00 .. 2026-10-25T01:30+01:00', '2026-10-25 00:00 .. 2026-10-25T01:30Z'],
    ],
  ])('%s: %s', (zone, text, message, suggestions) => {
    const refusal = refusalOf(text, at(zone));
    expect(refusal.message).toMatch(message);
    expect(refusal.suggestions).toEqual(suggestions);
    const [first, second] = suggestions.map((one) => whenOf(one, zone));
    expect(first?.latest ?? 0).toBeLessThan(second?.latest ?? 0);
  });

  test('does not hurt a time whose digits leave it open', () => {
    const when = whenOf('2026-10-25 01:??', 'Europe/Dublin');
    expect((when.latest ?? 0) - (when.earliest ?? 0)).toBe(2 * 3_600_000);
  });

  test('a day that the calendar skipped is refused', () => {
    expect(refusalOf('2011-12-30', at('Pacific/Apia')).message).toMatch(
      /30 December 2011 did not exist in Apia/,
    );
    expect(refusalOf('2011-12-30 evening', at('Pacific/Apia')).message).toMatch(/did not exist/);
  });
});

describe('an abbreviation of a time zone', () => {
  const chicago = { zone: 'America/Chicago', field: 'started' } as const;
  test('is refused with what it can mean, and with what the file’s zone was on that day', () => {
    const refusal = refusalOf('2023-06-01 1 PM CST', chicago);
    expect(refusal.message).toMatch(/UTC−6.*UTC\+8 \(China\) or UTC−5 \(Cuba\)/);
    expect(refusal.hint).toMatch(
      /On 1 June 2023 the zone of this file, America\/Chicago, was on UTC−5 \(CDT\)/,
    );
    expect(refusal.suggestions).toEqual([
      '2023-06-01 1 PM',
      '2023-06-01T13:00-06:00',
      '2023-06-01T13:00+08:00',
    ]);
  });
  test.each([
    ['America/Los_Angeles', '2023-01-01 13:00 PST', 'PST', '2023-01-01 13:00', 2],
    ['America/Los_Angeles', '2023-07-01 ~1 PM PDT', 'PDT', '2023-07-01 ~1 PM', 0],
    ['America/Los_Angeles', '2023-07-01 13:00 PT', 'PT', '2023-07-01 13:00', 0],
    ['Europe/Dublin', '2026-01-14 09:05 GMT', 'GMT', '2026-01-14 09:05', 0],
    ['Europe/Dublin', 'by 2026-01-14 09:05 GMT', 'GMT', 'by 2026-01-14 09:05', 0],
    ['UTC', '2026-07-14 09:05 GMT', 'GMT', '2026-07-14 09:05', 0],
    ['America/Chicago', '2023-01-01 13:00 CST', 'CST', '2023-01-01 13:00', 2],
  ])('in %s %s says what the file says without %s', (zone, text, name, shorter, others) => {
    const refusal = refusalOf(text, { zone, field: 'started' });
    expect(refusal.hint).toMatch(
      new RegExp(`^Leave “${name}” out: this file’s times are in ${zone}, which was on UTC`),
    );
    expect(refusal.shorter).toBe(shorter);
    expect(refusal.suggestions ?? []).toHaveLength(others);
    expect(refusal.suggestions ?? []).not.toContain(shorter);
  });
  test.each([
    ['Europe/Dublin', '2026-07-14 09:05 GMT'],
    ['America/Chicago', '2023-06-01 1 PM CST'],
    ['Europe/Dublin', '2026-03-14 10:40 CET'],
  ])('in %s %s is not that of the file', (zone, text) => {
    expect(refusalOf(text, { zone, field: 'started' }).shorter).toBeUndefined();
  });
  test('is refused without a date too, at either end of a range, and with its own readings put in place', () => {
    expect(refusalOf('13:00 IST', chicago).message).toMatch(/UTC\+5:30 \(India\), UTC\+1 \(Irish summer\)/);
    const range = refusalOf('2023-06-01 13:00 CST .. 14:00', chicago);
    expect(range.suggestions).toContain('2023-06-01T13:00-06:00 .. 14:00');
    expect(refusalOf('after 2023-06-01 1PM EDT', chicago).suggestions).toContain(
      'after 2023-06-01T13:00-04:00',
    );
  });
  test('one that nobody knows is refused by its syntax', () => {
    const parsed = parseWhen('13:00 XYZ');
    expect(parsed).toMatchObject({ ok: false, suggestions: ['13:00'] });
  });
});

/** What a refusal offers. */
function suggestionsOf(parsed: { ok: true } | Refusal): readonly string[] {
  return parsed.ok ? [] : (parsed.suggestions ?? []);
}

describe('whatever the text', () => {
  const near = fc.stringMatching(/^[~?0-9:.+\- TZapmdhsday–/QCSTby after]{0,24}$/);
  const anyText = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    near,
    fc.constantFrom('__proto__', 'constructor', '🕐'),
  );
  test('parsing never throws, and what is offered can be read', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const [when, day, lasted] = [parseWhen(text), parseDay(text), parseLasted(text)];
        const messages = [when, day, lasted].map((parsed) => (parsed.ok ? 'fine' : parsed.message));
        expect(messages).not.toContain('');
        for (const one of suggestionsOf(when)) expect(parseWhen(one).ok).toBe(true);
        for (const one of suggestionsOf(day)) expect(parseDay(one).ok).toBe(true);
        for (const one of suggestionsOf(lasted)) expect(parseLasted(one).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  test('resolving never throws', () => {
    fc.assert(
      fc.property(
        near,
        fc.constantFrom('started', 'milestone', 'entry', 'until', 'window', 'scheduled'),
        (text, field) => {
          const started = whenOf('2026-03-14 09:05');
          for (const context of [{}, { started }, { started, previous: whenOf('by 2026-03-15') }]) {
            const found = read(text, { zone: 'Europe/Dublin', field, ...context });
            expect(found.ok ? found.when.words : found.message).not.toBe('');
          }
        },
      ),
      { numRuns: 600 },
    );
  });
});
