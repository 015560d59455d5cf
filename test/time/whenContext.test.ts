import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spellWhen } from '../../src/time/spellWhen.js';
import type { When } from '../../src/time/when.js';
import { isCertainlyBefore } from '../../src/time/when.js';
import type { WhenContext } from '../../src/time/whenContext.js';
import { isRelative } from '../../src/time/whenForm.js';
import { parseWhen } from '../../src/time/parseWhen.js';
import { bareText, inContext, read, refusalOf, wholeText, whenOf } from './written.js';

const zone = 'Europe/Dublin';

/** Reads a timeline from its first entry on, and tells every entry in full. */
function timeline(startedText: string, texts: string[]): string[] {
  const started = whenOf(startedText);
  let previous: When | undefined;
  return texts.map((text) => {
    const when = inContext(text, { zone, field: 'entry', started, previous });
    previous = when;
    return spellWhen(when);
  });
}

/** The refusal of an entry after another one. */
function refusalAfter(previousText: string | undefined, text: string, startedText = '2026-03-14 09:05') {
  const previous = previousText === undefined ? undefined : whenOf(previousText);
  return refusalOf(text, { zone, field: 'entry', started: whenOf(startedText), previous });
}

describe('a bare clock time in a timeline', () => {
  test('is the first such time not before the entry before', () => {
    expect(
      timeline('2026-03-14 09:05', ['09:05', '09:05', '~09:40', '09:30', '23:50', '00:10', '14:??', '14:30']),
    ).toEqual([
      '2026-03-14 09:05',
      '2026-03-14 09:05',
      '~2026-03-14 09:40',
      '2026-03-14 09:30',
      '2026-03-14 23:50',
      '2026-03-15 00:10',
      '2026-03-15 14:00 .. 2026-03-15 14:59',
      '2026-03-15 14:30',
    ]);
  });
  test('is nearest to the start in the first entry, before it or after', () => {
    expect(timeline('2026-03-14 09:05', ['08:50'])).toEqual(['2026-03-14 08:50']);
    expect(timeline('2026-03-14 23:50', ['00:10'])).toEqual(['2026-03-15 00:10']);
    expect(timeline('2026-03-14 00:10', ['23:50'])).toEqual(['2026-03-13 23:50']);
    expect(timeline('2026-03-14', ['13:05'])).toEqual(['2026-03-14 13:05']);
  });
  test('as near to the start on one day as on the next is refused with both', () => {
    expect(refusalAfter(undefined, '21:05').suggestions).toEqual(['2026-03-13 21:05', '2026-03-14 21:05']);
  });
  test('of more than 18 hours later is refused with both readings: the next day, or out of order', () => {
    const refusal = refusalAfter('2026-03-14 14:30', '13:30');
    expect(refusal.message).toMatch(/23 h after “2026-03-14 14:30”.* or 1 h before it, out of order/);
    expect(refusal.suggestions).toEqual(['2026-03-15 13:30', '2026-03-14 13:30']);
    expect(timeline('2026-03-14 14:30', ['14:30', '08:30'])).toEqual([
      '2026-03-14 14:30',
      '2026-03-15 08:30',
    ]);
    expect(refusalAfter('2026-03-14 14:30', '08:31').suggestions).toHaveLength(2);
  });
  test('needs a day to follow', () => {
    expect(refusalAfter(undefined, '13:05', '2026-03').message).toMatch(/“2026-03”, is not known to the day/);
    expect(refusalAfter('2026-03', '13:05').message).toMatch(/not known to the day/);
    expect(refusalAfter(undefined, '13:05', 'unknown').message).toMatch(/has no date/);
    expect(refusalOf('13:05').message).toMatch(/has no date/);
  });
  test('follows open times too, and looks past unknown ones', () => {
    expect(
      timeline('2026-03-14 09:05', [
        'by 15:00',
        '15:30',
        'after 16:00',
        '16:05',
        '2026-03-15 .. 2026-03-16 02:00',
      ]),
    ).toEqual([
      'by 2026-03-14 15:00',
      '2026-03-14 15:30',
      'after 2026-03-14 16:00',
      '2026-03-14 16:05',
      '2026-03-15 .. 2026-03-16 02:00',
    ]);
    const unknown = whenOf('unknown');
    const context: WhenContext = {
      zone,
      field: 'entry',
      started: whenOf('2026-03-14 09:05'),
      previous: unknown,
    };
    expect(spellWhen(inContext('10:00', context))).toBe('2026-03-14 10:00');
  });
  test('counts days where the incident does', () => {
    expect(timeline('day 1 17:00', ['17:30', '23:00', '02:00', '+1h', 'day 3 ~12:00'])).toEqual([
      'day 1 17:30',
      'day 1 23:00',
      'day 2 02:00',
      'day 2 03:00',
      'day 3 ~12:00',
    ]);
    expect(timeline('unknown', ['day 1 17:00', '17:30'])).toEqual(['day 1 17:00', 'day 1 17:30']);
  });
  test('in an hour that the clock repeats is refused like any other', () => {
    expect(refusalAfter('2026-10-25 00:50', '01:10', '2026-10-25 00:10').suggestions).toEqual([
      '2026-10-25T01:10+01:00',
      '2026-10-25T01:10Z',
    ]);
  });
  test('can be in UTC', () => {
    const started = whenOf('2026-07-14 00:30');
    expect(spellWhen(inContext('23:40Z', { zone, field: 'entry', started }))).toBe('2026-07-14 00:40');
  });
});

describe('a distance', () => {
  test('is after the entry before, keeping its doubt', () => {
    expect(
      timeline('2026-03-14 09:05', [
        '+17m',
        '+1h30m',
        '~12:00',
        '+10m',
        'after 14:00',
        '+5m',
        '2026-03-15 evening',
        '+2d',
      ]),
    ).toEqual([
      '2026-03-14 09:22',
      '2026-03-14 10:52',
      '~2026-03-14 12:00',
      '~2026-03-14 12:10',
      'after 2026-03-14 14:00',
      'after 2026-03-14 14:05',
      '2026-03-15 evening',
      '2026-03-17 evening',
    ]);
  });
  test('of days keeps the hour on the clock when the clock is changed, one of hours does not', () => {
    expect(timeline('2026-03-28 12:00', ['+1d'])).toEqual(['2026-03-29 12:00']);
    expect(timeline('2026-03-28 12:00', ['+24h'])).toEqual(['2026-03-29 13:00']);
  });
  test('is after the start for milestones', () => {
    const started = whenOf('2026-03-14 09:05');
    const detected = inContext('+17m', { zone, field: 'milestone', started, previous: whenOf('2026-03-20') });
    expect(spellWhen(detected)).toBe('2026-03-14 09:22');
  });
  test('after some time on a day is an interval and no day', () => {
    expect(timeline('2026-03-14', ['+17m'])).toEqual(['2026-03-14 00:17 .. 2026-03-15 00:16']);
  });
  test('with a ~ has a quarter of it either way', () => {
    expect(timeline('2026-03-14 09:00', ['~+1h'])).toEqual(['2026-03-14 09:45 .. 2026-03-14 10:14']);
  });
  test('is refused where there is nothing to count from, or no calendar to count in', () => {
    expect(refusalOf('+17m').message).toMatch(/needs a time before it/);
    expect(refusalAfter(undefined, '+17m', 'unknown').message).toMatch(/not known/);
    expect(refusalAfter('2026-03-14', '+99999d').message).toMatch(/beyond the year 2199/);
  });
});

describe('what may stand where', () => {
  const started = whenOf('2026-03-14 09:05');
  test('a milestone has its date, which is offered', () => {
    expect(refusalOf('14:02', { zone, field: 'milestone', started }).suggestions).toEqual([
      '2026-03-14 14:02',
    ]);
    expect(inContext('unknown', { zone, field: 'milestone', started }).precision).toBe('unknown');
  });
  test('until and window follow the time before them, else the start', () => {
    const previous = whenOf('2026-03-14 23:30');
    expect(spellWhen(inContext('00:30', { zone, field: 'until', started, previous }))).toBe(
      '2026-03-15 00:30',
    );
    expect(spellWhen(inContext('10:30', { zone, field: 'window', started }))).toBe('2026-03-14 10:30');
    expect(spellWhen(inContext('11:30', { zone, field: 'scheduled', previous: started }))).toBe(
      '2026-03-14 11:30',
    );
    expect(refusalOf('unknown', { zone, field: 'window', started }).hint).toMatch(/lasted: unknown/);
    expect(refusalOf('unknown', { zone, field: 'entry', started }).hint).toMatch(/Leave the time out/);
    expect(refusalOf('10:30', { zone, field: 'scheduled' }).message).toMatch(/no date/);
  });
  test('dates and counted days do not mix in a file', () => {
    expect(refusalOf('day 2 ~17:30', { zone, field: 'entry', started }).suggestions).toEqual([
      '2026-03-15 ~17:30',
    ]);
    const counted = { zone, field: 'entry', started: whenOf('day 1') } as const;
    expect(refusalOf('2026-03-14', counted).message).toMatch(/counts days/);
    expect(refusalOf('day 1 .. 2026-03-14').message).toMatch(/a date at one end and a counted day/);
  });
  test('a range does not end before it begins', () => {
    expect(refusalOf('2026-03-14 14:00 .. 2026-03-14 13:00').suggestions).toEqual([
      '2026-03-14 13:00 .. 2026-03-14 14:00',
    ]);
    expect(refusalOf('2014-08 .. 2014-06').message).toMatch(/ends before it begins/);
  });
  test('what hangs on the times around it says so', () => {
    const hangs = (text: string) => {
      const parsed = parseWhen(text);
      return parsed.ok && isRelative(parsed.form);
    };
    expect(['13:05', '+17m', '~13:05', '13:00 .. 14:00', 'after 13:00', '13:05Z'].map(hangs)).not.toContain(
      false,
    );
    expect(
      ['2026-03-14 13:05', '2026-03-14 13:00 .. 14:00', 'day 1 13:00', 'unknown', '2014'].map(hangs),
    ).not.toContain(true);
  });
});

describe('laws', () => {
  const surroundings = fc.record({
    started: wholeText,
    previous: fc.option(wholeText, { nil: undefined }),
    field: fc.constantFrom('milestone', 'entry', 'until', 'window'),
    zone: fc.constantFrom('Europe/Dublin', 'America/Chicago', 'Australia/Lord_Howe', 'UTC'),
  });
  /** The surroundings as times, where they are times. */
  function contextOf(one: { started: string; previous: string | undefined; field: string; zone: string }) {
    const known = (text: string | undefined): When | undefined => {
      const found = text === undefined ? undefined : read(text, { zone: one.zone, field: 'started' });
      return found?.ok === true ? found.when : undefined;
    };
    const { field, zone: inZone } = one;
    return { zone: inZone, field, started: known(one.started), previous: known(one.previous) } as WhenContext;
  }

  test('every time begins before it ends, and its anchor is in it', () => {
    fc.assert(
      fc.property(fc.oneof(wholeText, bareText), surroundings, (text, around) => {
        const found = read(text, contextOf(around));
        if (!found.ok) return;
        const { earliest, latest, anchor, grain } = found.when;
        const [low, high] = [earliest ?? -Infinity, latest ?? Infinity];
        expect(high - low).toBeGreaterThanOrEqual(Math.max(1, grain));
        const at = anchor ?? low;
        expect(earliest !== null && at < low).toBe(false);
        expect(latest !== null && at > high).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
  test('a bare time is never certainly before the time it follows, nor a day after it', () => {
    fc.assert(
      fc.property(bareText, surroundings, (text, around) => {
        const context = { ...contextOf(around), field: 'entry' } as const;
        const found = read(text, context);
        if (!found.ok || context.previous === undefined || context.previous.precision === 'unknown') return;
        expect(isCertainlyBefore(found.when, context.previous)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
  test('written in full it is the same time, wherever it stands', () => {
    fc.assert(
      fc.property(fc.oneof(wholeText, bareText), surroundings, (text, around) => {
        const context = contextOf(around);
        const found = read(text, context);
        if (!found.ok) return;
        const again = read(spellWhen(found.when), { zone: context.zone, field: 'started' });
        if (!again.ok) throw new Error(`${spellWhen(found.when)}: ${again.message}`);
        const { earliest, latest } = again.when;
        expect({ earliest, latest }).toEqual({ earliest: found.when.earliest, latest: found.when.latest });
      }),
      { numRuns: 500 },
    );
  });
  test('what is offered has a place there', () => {
    fc.assert(
      fc.property(fc.oneof(wholeText, bareText), surroundings, (text, around) => {
        const context = contextOf(around);
        const found = read(text, context);
        if (found.ok) return;
        for (const one of found.suggestions ?? []) expect(read(one, context).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
