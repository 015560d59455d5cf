import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAvailability } from '../../../src/audience/figures/availability.js';
import { measureDays } from '../../../src/audience/figures/serviceDays.js';
import { createServiceRecords } from '../../../src/audience/figures/serviceRecord.js';
import type { PublicHistory, PublicImpact, PublicIncident } from '../../../src/audience/publicHistory.js';
import { day, impact, incident, lasted, service, when } from '../../render/history.js';
import { DAY, HOUR, historyOf, incidentAt } from './history.js';

/** The months of checkout, by name. */
function monthsOf(history: PublicHistory) {
  const [checkout] = createAvailability(history);
  return new Map(checkout?.periods.map((one) => [one.period.name, one]));
}

/** A length in minutes: `297`, or `150..210` where it is doubtful. */
function say({ min, max }: { min: number; max: number }): string {
  const [low, high] = [Math.round(min / 60_000), Math.round(max / 60_000)];
  return low === high ? String(low) : `${low}..${high}`;
}

/** What a month says of checkout: `297; outage 297`, in minutes; then what is not in it. */
function tell(history: PublicHistory, month: string): string {
  const found = monthsOf(history).get(month);
  if (found === undefined) return 'no figure';
  const levels = Object.entries(found.levels).flatMap(([level, span]) =>
    span.max > 0 ? [`${level} ${say(span)}`] : [],
  );
  const rest = [
    ...(found.uncounted.length > 0 ? [`uncounted ${found.uncounted.join(' ')}`] : []),
    ...(found.aside.length > 0 ? [`aside ${found.aside.join(' ')}`] : []),
  ];
  return [say(found.weighted), ...levels, ...rest].join('; ');
}

/** An incident on 14 March 2026, 09:05 to 14:02, with one impact on checkout. */
function hit(changes: Partial<PublicImpact> = {}, more: Partial<PublicIncident> = {}): PublicIncident {
  return incident({ id: 'disk', impact: [impact(changes)], ...more });
}

/** The days of the first service. */
function daysOf(history: PublicHistory, first: string, last: string) {
  const [record] = createServiceRecords(history);
  return record ? measureDays(record, first, last, history) : [];
}

describe('availability by month', () => {
  test('takes what was lost from what there was', () => {
    const march = monthsOf(historyOf([hit()])).get('2026-03');
    expect(march?.weighted).toEqual({ min: 4.95 * HOUR, max: 4.95 * HOUR });
    expect(march?.incidents).toEqual(['disk']);
    // In Dublin the clocks went forward on 29 March.
    const length = 31 * DAY - HOUR;
    expect((march?.measured.end ?? 0) - (march?.measured.start ?? 0)).toBe(length);
    expect(march?.availability.min).toBeCloseTo(1 - (4.95 * HOUR) / length, 12);
    expect(march?.availability.max).toBe(march?.availability.min);
  });
  test('has months without gaps from the first incident to asOf, as long as they were', () => {
    const months = [...monthsOf(historyOf([hit()])).values()];
    expect(months.map(({ period }) => period.name)).toEqual(
      ['03', '04', '05', '06', '07', '08', '09', '10', '11'].map((month) => `2026-${month}`),
    );
    const hours = months.map(({ measured }) => (measured.end - measured.start) / HOUR);
    expect(hours).toEqual([743, 720, 744, 720, 744, 744, 720, 745, 22 * 24]);
    expect(months.map(({ period }) => period.running)).toEqual([...Array(8).fill(false), true]);
    expect(months[1]?.availability).toEqual({ min: 1, max: 1 });
    const all = createAvailability(historyOf([hit()]));
    expect(all.map(({ periods }) => periods.length)).toEqual([9, 9]);
  });
  test('begins with the service where that came later', () => {
    const services = [
      service('checkout', { since: day('2026-03-14') }),
      service('search', { since: day('2027') }),
    ];
    const [checkout, search] = createAvailability(historyOf([hit()], { services }));
    const march = checkout?.periods[0];
    expect((march?.measured.end ?? 0) - (march?.measured.start ?? 0)).toBe(18 * DAY - HOUR);
    expect(search?.periods).toEqual([]);
    const old = [service('checkout', { since: day('2019') })];
    expect(createAvailability(historyOf([hit()], { services: old }))[0]?.periods[0]?.period.name).toBe(
      '2026-03',
    );
    expect(createAvailability(historyOf([]))[0]?.periods).toEqual([]);
  });
  test('counts each instant once, with the heaviest weight', () => {
    const both = [
      hit(),
      hit({ from: when('2026-03-14 08:00'), to: when('2026-03-14 12:00'), level: 'partial' }, { id: 'b' }),
      hit({ from: when('2026-03-14 14:00'), to: when('2026-03-14 15:02'), level: 'degraded' }, { id: 'c' }),
    ];
    // 65 minutes of a third of the weight before the outage; what is degraded weighs nothing.
    expect(tell(historyOf(both), '2026-03')).toBe('317; outage 297; partial 65; degraded 60');
    const history = historyOf(both);
    history.site.weights = { outage: 0.5, partial: 1, degraded: 0 };
    // Now partial is the heavier one.
    expect(tell(history, '2026-03')).toBe('301; outage 122; partial 240; degraded 60');
  });
  test('knows maintenance and data for no downtime', () => {
    expect(tell(historyOf([hit({}, { kind: 'maintenance' })]), '2026-03')).toBe('0; aside disk');
    expect(tell(historyOf([hit({ level: 'data-loss' })]), '2026-03')).toBe('0; aside disk');
    expect(tell(historyOf([hit({ level: 'exposure' })]), '2026-03')).toBe('0; aside disk');
    expect(tell(historyOf([hit({}, { kind: 'security' })]), '2026-03')).toBe('297; outage 297');
  });
  test('is as doubtful as the times are', () => {
    const rough = historyOf([hit({ from: when('~2026-03-14 09:00'), to: when('2026-03-14 12:00') })]);
    expect(tell(rough, '2026-03')).toBe('150..210; outage 150..210');
    const march = monthsOf(rough).get('2026-03');
    expect(march?.availability.min).toBeLessThan(march?.availability.max ?? 0);
    // What is certain of one hides the doubt of the other.
    const hidden = [
      rough.incidents[0],
      hit({ from: when('2026-03-14 08:00'), to: when('2026-03-14 10:00') }),
    ];
    expect(tell(historyOf(hidden as PublicIncident[]), '2026-03')).toBe('240; outage 240');
    // Between an outage that is possible and one that is certain.
    const mixed = [
      rough.incidents[0],
      hit({ from: when('2026-03-14 08:00'), to: when('2026-03-14 12:00'), level: 'partial' }),
    ];
    expect(tell(historyOf(mixed as PublicIncident[]), '2026-03')).toBe(
      '177..219; outage 150..210; partial 30..90',
    );
  });
  test('does not count an end that nobody knows, and says so', () => {
    expect(tell(historyOf([hit({ to: when('unknown') })]), '2026-03')).toBe('0; uncounted disk');
    expect(tell(historyOf([hit({ to: undefined })]), '2026-03')).toBe('0; uncounted disk');
    expect(tell(historyOf([hit({ to: undefined, lasted: lasted('unknown') })]), '2026-03')).toBe(
      '0; uncounted disk',
    );
    expect(tell(historyOf([hit({ from: when('unknown') })]), '2026-03')).toBe('0; uncounted disk');
    // Of an end that is half known, what is known counts.
    expect(tell(historyOf([hit({ to: when('after 2026-03-14 10:05') })]), '2026-03')).toBe(
      '60; outage 60; uncounted disk',
    );
    expect(tell(historyOf([hit({ from: when('by 2026-03-14 13:02') })]), '2026-03')).toBe(
      '60; outage 60; uncounted disk',
    );
    // The other end bounds it.
    expect(tell(historyOf([hit({ from: when('after 2026-03-14 13:02') })]), '2026-03')).toBe(
      '0..60; outage 0..60',
    );
    expect(tell(historyOf([hit({ to: when('by 2026-03-14 10:05') })]), '2026-03')).toBe(
      '0..60; outage 0..60',
    );
    // Nor what cannot be.
    expect(tell(historyOf([hit({ to: when('2026-03-13 10:05') })]), '2026-03')).toBe('0; uncounted disk');
    expect(tell(historyOf([hit({ to: when('unknown'), level: 'exposure' })]), '2026-03')).toBe(
      '0; aside disk',
    );
  });
  test('counts what goes on until the end of asOf', () => {
    const ongoing = incidentAt('now', '2026-11-22 12:00', undefined, {
      impact: [impact({ from: when('2026-11-22 12:00'), to: undefined })],
    });
    expect(tell(historyOf([ongoing]), '2026-11')).toBe('720; outage 720');
    expect(tell(historyOf([ongoing], { asOf: '2026-11-23' }), '2026-11')).toBe('2160; outage 2160');
    expect(tell(historyOf([ongoing], { zone: 'America/Chicago' }), '2026-11')).toBe('1080; outage 1080');
  });
  test('takes a length in place of an end, wherever it lay', () => {
    const short = hit(
      { from: when('2026-03-14'), to: undefined, lasted: lasted('20m') },
      { started: when('2026-03-14') },
    );
    expect(tell(historyOf([short]), '2026-03')).toBe('20; outage 20');
    const about = hit({ from: when('2026-03'), to: undefined, lasted: lasted('~4h') });
    expect(tell(historyOf([about]), '2026-03')).toBe('180..300; outage 180..300');
  });
  test('finds room for several losses among others', () => {
    const losses = [
      hit(),
      hit(
        { to: undefined, lasted: lasted('20m'), level: 'partial' },
        { id: 'b', mitigated: when('2026-03-14 20:00') },
      ),
    ];
    // They may lie under the outage or beside it.
    expect(tell(historyOf(losses), '2026-03')).toBe('297..303; outage 297; partial 0..20');
    const later = hit({ from: when('2026-03-14 15:00'), to: undefined, lasted: lasted('20m') }, { id: 'b' });
    expect(tell(historyOf([hit(), later]), '2026-03')).toBe('317; outage 317');
  });
  test('keeps the length of an incident whose day alone is known', () => {
    const started = when('2014-06-28');
    const resolved = when('2014-06-28 .. 2014-06-29');
    const exact = { min: 12 * HOUR, max: 12 * HOUR };
    const old = incident({
      id: 'old',
      started,
      mitigated: undefined,
      resolved,
      duration: exact,
      year: 2014,
      impact: [impact({ from: started, to: resolved })],
    });
    expect(tell(historyOf([old]), '2014-06')).toBe('720; outage 720');
  });
  test('lies in all months that it touches', () => {
    const long = hit({ from: when('2026-03-31 22:00'), to: when('2026-05-01 02:00') });
    expect(tell(historyOf([long]), '2026-03')).toBe('120; outage 120');
    expect(monthsOf(historyOf([long])).get('2026-04')?.availability).toEqual({ min: 0, max: 0 });
    expect(tell(historyOf([long]), '2026-05')).toBe('120; outage 120');
    expect(tell(historyOf([long]), '2026-06')).toBe('0');
  });
  test('leaves out what has no date, and what does not show its impact', () => {
    const undated = incidentAt('undated', 'day 1 09:00', 'day 1 10:00', {
      impact: [impact({ from: when('day 1 09:00'), to: when('day 1 10:00') })],
    });
    expect(createAvailability(historyOf([undated]))[0]?.periods).toEqual([]);
    expect(tell(historyOf([undated, hit({}, { impact: undefined })]), '2026-03')).toBe('0');
  });
});

describe('laws of months', () => {
  const written = fc
    .record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 1, max: 9 }),
      hour: fc.nat(23),
      hours: fc.nat(2000),
      about: fc.constantFrom('', '~'),
      level: fc.constantFrom('outage' as const, 'partial' as const, 'degraded' as const),
    }) // prettier-ignore
    .map(({ day: date, month, hour, hours, about, level }) => {
      const pad = (value: number): string => String(value).padStart(2, '0');
      const start = Date.UTC(2026, month - 1, date, hour);
      const text = (instant: number): string =>
        new Date(instant).toISOString().slice(0, 16).replace('T', ' ');
      const from = when(`${about}2026-${pad(month)}-${pad(date)}T${pad(hour)}:30Z`);
      return impact({
        level,
        from,
        to: when(`${about}${text(start + (hours + 1) * HOUR).replace(' ', 'T')}Z`),
      });
    });
  test('the months and the days of a year are the year', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('Europe/Dublin', 'UTC', 'America/Sao_Paulo', 'Australia/Lord_Howe'),
        (impacts, zone) => {
          const one = incidentAt('a', '2026-01-01 00:00', '2026-10-01 00:00', { impact: impacts });
          const history = historyOf([one], { zone, services: [service('checkout', { since: day('2026') })] });
          const [months] = createAvailability(history);
          const [year] = createAvailability(history, 'year');
          const days = daysOf(history, '2026-01-01', '2026-12-31');
          const whole = year?.periods.at(-1);
          const inYear = months?.periods.filter(({ period }) => period.name.startsWith('2026')) ?? [];
          const figures = days.flatMap((one_) => one_.figures ?? []) ?? [];
          for (const parts of [inYear, figures])
            for (const bound of ['min', 'max'] as const) {
              const sum = parts.reduce((total, { weighted }) => total + weighted[bound], 0);
              expect(sum).toBeCloseTo(whole?.weighted[bound] ?? -1, 3);
            }
          const length = inYear.reduce((total, { measured }) => total + measured.end - measured.start, 0);
          expect(length).toBe((whole?.measured.end ?? 0) - (whole?.measured.start ?? 0));
          for (const { availability } of inYear) {
            expect(availability.min).toBeGreaterThanOrEqual(0);
            expect(availability.min).toBeLessThanOrEqual(availability.max);
            expect(availability.max).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('a year of days', () => {
  const levelsOf = (history: PublicHistory, date: string) => {
    const [found] = daysOf(history, date, date);
    return (
      found?.figures && {
        certain: found.figures.certain,
        possible: found.figures.possible,
        incidents: found.figures.incidents,
      }
    );
  };
  test('are those from the first to the last, none after asOf', () => {
    const days = daysOf(historyOf([hit()]), '2025-11-23', '2026-11-22');
    expect([days.length, days[0]?.day, days.at(-1)?.day]).toEqual([365, '2025-11-23', '2026-11-22']);
    expect(daysOf(historyOf([hit()]), '2024-01-01', '2024-12-31')).toHaveLength(366);
    expect(daysOf(historyOf([hit()]), '2026-01-01', '2026-12-31').at(-1)?.day).toBe('2026-11-22');
    expect(daysOf(historyOf([hit()]), '2027-01-01', '2027-12-31')).toEqual([]);
    // Nothing is known of the time before the first incident.
    expect(days.find((one) => one.day === '2026-02-28')?.figures).toBeUndefined();
    expect(days.find((one) => one.day === '2026-03-01')?.figures?.availability).toEqual({ min: 1, max: 1 });
    const change = days.find((one) => one.day === '2026-03-29')?.figures?.measured;
    expect((change?.end ?? 0) - (change?.start ?? 0)).toBe(23 * HOUR);
  });
  test('say the heaviest level of each', () => {
    const two = [
      hit(),
      hit({ from: when('2026-03-14 23:00'), to: when('2026-03-15 03:00'), level: 'degraded' }, { id: 'b' }),
    ];
    expect(levelsOf(historyOf(two), '2026-03-14')).toEqual({
      certain: 'outage',
      possible: 'outage',
      incidents: ['disk', 'b'],
    });
    expect(levelsOf(historyOf(two), '2026-03-15')).toEqual({
      certain: 'degraded',
      possible: 'degraded',
      incidents: ['b'],
    });
    expect(levelsOf(historyOf(two), '2026-03-16')).toEqual({
      certain: undefined,
      possible: undefined,
      incidents: [],
    });
  });
  test('say what may have been as that', () => {
    const rough = hit({ from: when('2026-03-14 .. 2026-03-15'), to: when('2026-03-16 12:00') });
    expect(levelsOf(historyOf([rough]), '2026-03-14')).toEqual({
      certain: undefined,
      possible: 'outage',
      incidents: ['disk'],
    });
    expect(levelsOf(historyOf([rough]), '2026-03-16')).toEqual({
      certain: 'outage',
      possible: 'outage',
      incidents: ['disk'],
    });
    const short = hit(
      { from: when('2026-03-14'), to: undefined, lasted: lasted('20m') },
      { started: when('2026-03-14'), mitigated: undefined, resolved: when('unknown') },
    );
    expect(levelsOf(historyOf([short]), '2026-03-14')?.certain).toBe('outage');
    expect(levelsOf(historyOf([short]), '2026-03-15')?.possible).toBeUndefined();
    // Its hours are not known, but its day is.
    const vague = hit({ from: when('2026-03-14'), to: when('2026-03-15') });
    expect(levelsOf(historyOf([vague]), '2026-03-14')?.certain).toBe('outage');
    expect(levelsOf(historyOf([vague]), '2026-03-15')).toMatchObject({
      certain: undefined,
      possible: 'outage',
    });
  });
});
