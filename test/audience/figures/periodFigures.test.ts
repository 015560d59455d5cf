import { describe, expect, test } from 'vitest';
import { createPeriodFigures } from '../../../src/audience/figures/periodFigures.js';
import type { PublicHistory } from '../../../src/audience/publicHistory.js';
import { commitment, day, impact, inline, major, minor, service, when } from '../../render/history.js';
import { DAY, HOUR, historyOf, incidentAt } from './history.js';

const MINUTE = 60_000;
const exact = (value: number) => ({ min: value, max: value });

function find(history: PublicHistory, name: string) {
  const found = createPeriodFigures(history, name.length === 4 ? 'year' : 'month').find(
    (one) => one.period.name === name,
  );
  if (found === undefined) throw new Error(`There is no ${name}`);
  return found;
}

const onSearch = impact({ service: service('search') });

describe('what a month was like', () => {
  const detected = when('2026-03-14 09:40');
  const shown = incidentAt('shown', '2026-03-14 09:05', '2026-03-14 14:02', {
    impact: [impact()],
    detection: { detected, by: 'customer', note: undefined, delay: exact(35 * MINUTE) },
    updates: [
      { at: when('2026-03-14 10:05'), state: 'identified', text: inline('Second.') },
      { at: when('~2026-03-14 10:00'), state: 'investigating', text: inline('First.') },
    ],
    duration: exact(4.95 * HOUR),
    since: day('2026-03-18'),
  });
  const silent = incidentAt('silent', '2026-03-02 10:00', '2026-03-02 11:00', { severity: minor, impact: [onSearch], duration: exact(HOUR), since: day('2026-03-02') }); // prettier-ignore
  const planned = incidentAt('planned', '2026-03-20 22:00', '2026-03-20 23:00', { kind: 'maintenance', severity: undefined, duration: exact(HOUR) }); // prettier-ignore
  const near = incidentAt('near', '2026-03-21 22:00', '2026-03-21 23:00', { kind: 'near-miss', severity: minor, duration: exact(HOUR) }); // prettier-ignore
  const history = historyOf([shown, silent, planned, near]);

  test('counts what began in it, by severity and kind', () => {
    const { overall, incidents } = find(history, '2026-03');
    expect(incidents).toEqual(['near', 'planned', 'shown', 'silent']);
    expect(overall?.severities).toEqual([
      { severity: major, count: 1 },
      { severity: minor, count: 2 },
      { severity: undefined, count: 1 },
    ]);
    expect(overall?.kinds).toEqual({ incident: 2, security: 0, maintenance: 1, 'near-miss': 1 });
    expect(find(history, '2026-04').overall?.incidents).toEqual([]);
  });
  test('measures only what is shown, of what hurt', () => {
    const overall = find(history, '2026-03').overall;
    expect(overall?.toNotice).toMatchObject({ n: 1, median: exact(35 * MINUTE) });
    // The first of the updates, whichever that was.
    expect(overall?.toTell).toMatchObject({ n: 1, median: { min: 25 * MINUTE, max: HOUR } });
    expect(overall?.duration).toMatchObject({ n: 2, min: exact(HOUR), max: exact(4.95 * HOUR) });
    // From 14:02 until some time of the 18th; and at most until the end of the same day.
    const reported = overall?.toReport;
    expect(reported?.n).toBe(2);
    expect(reported?.min).toEqual({ min: 0, max: 13 * HOUR });
    expect(reported?.max).toEqual({
      min: 3 * DAY + 9 * HOUR + 58 * MINUTE,
      max: 4 * DAY + 9 * HOUR + 58 * MINUTE,
    });
  });
  test('tells no report from an announcement', () => {
    const early = incidentAt('a', '2026-03-14 09:05', '2026-03-16 14:02', { since: day('2026-03-14') });
    const draft = incidentAt('b', '2026-03-14 09:05', '2026-03-14 14:02', { preliminary: true });
    expect(find(historyOf([early, draft]), '2026-03').overall?.toReport).toMatchObject({ n: 0, unknown: 0 });
  });
  test('says of each service what is its own', () => {
    const [checkout, search] = find(history, '2026-03').services;
    expect(checkout?.tally.incidents).toEqual(['shown']);
    expect(search?.tally.incidents).toEqual(['silent']);
    expect(search?.tally.duration.median).toEqual(exact(HOUR));
    expect(checkout?.availability?.weighted).toEqual(exact(4.95 * HOUR));
  });
  test('adds nothing up where services are of different companies', () => {
    const figures = find(historyOf([shown, silent], { totals: false }), '2026-03');
    expect(figures.overall).toBeUndefined();
    expect(figures.services.map(({ tally }) => tally.incidents)).toEqual([['shown'], ['silent']]);
  });
  test('what goes on has no length, and what only lies ahead is not there', () => {
    const ongoing = incidentAt('ongoing', '2026-11-22 09:00', undefined, { duration: undefined });
    const ahead = incidentAt('ahead', '2026-11-28 09:00', undefined, {
      kind: 'maintenance',
      ongoing: false,
      scheduled: { from: when('2026-11-28 09:00'), to: undefined, announced: undefined },
    });
    const back = incidentAt('back', '2026-11-02 09:00', '2026-11-02 10:00', { retracted: { date: day('2026-11-03'), text: inline('No.') } }); // prettier-ignore
    const { incidents, overall } = find(historyOf([ongoing, ahead, back]), '2026-11');
    expect(incidents).toEqual(['ongoing']);
    expect(overall?.duration).toMatchObject({ n: 0, unknown: 0 });
    expect(createPeriodFigures(historyOf([ahead, back]), 'month')).toEqual([]);
  });
  test('puts no incident into a month that may be another', () => {
    const vague = incidentAt('vague', '2025', '2025', { year: 2025 });
    const night = incidentAt('night', '2025-05-31 .. 2025-06-01', '2025-06-01', { year: 2025 });
    const undated = incidentAt('undated', 'day 1 09:00', 'day 1 10:00');
    const vagueHistory = historyOf([vague, night, undated]);
    const months = createPeriodFigures(vagueHistory, 'month');
    expect(months.flatMap(({ incidents }) => incidents)).toEqual(['night']);
    expect(find(vagueHistory, '2025-05').incidents).toEqual(['night']);
    expect(find(vagueHistory, '2025')).toMatchObject({
      incidents: ['night', 'vague'],
      monthUnknown: ['vague'],
    });
    expect(months[0]?.period.name).toBe('2025-01');
  });
});

describe('what was promised and done', () => {
  const of = { id: 'a', title: 'Incident a' };
  const history = historyOf([
    incidentAt('a', '2026-03-14 09:05', '2026-04-01 14:02', {
      since: day('2026-06-01'),
      remediation: [
        commitment('R1', {
          incident: of,
          state: 'done',
          due: day('2026-05-10'),
          done: day('2026-06-03'),
          daysLate: 24,
        }),
        commitment('R2', {
          incident: of,
          state: 'open',
          due: day('2026-05-31'),
          overdue: true,
          daysLate: 175,
        }),
        commitment('R3', { incident: of, state: 'done', due: day('2026-05'), done: 'unknown' }),
        commitment('R4', {
          incident: of,
          state: 'open',
          due: day('2026-05-01'),
          lastTold: day('2026-06-01'),
        }),
        commitment('R5', { incident: of, state: 'done', done: day('2026-Q2') }),
        commitment('R6', { incident: of, state: 'open', due: day('2026-11-22') }),
      ],
    }),
  ]);
  const told = (name: string) => {
    const { promised, done, late } = find(history, name);
    return [promised, done, late].map((list) => list.map(({ id }) => id).join(' '));
  };
  test('stands in the month in which it was', () => {
    expect(told('2026-03')).toEqual(['', '', '']);
    expect(told('2026-04')).toEqual(['R1 R2 R3 R4 R5 R6', '', '']);
    expect(told('2026-05')).toEqual(['', '', 'R1 R2']);
    expect(told('2026-06')).toEqual(['', 'R1', 'R2']);
    // What is due today is not late today.
    expect(told('2026-11')).toEqual(['', '', 'R2']);
    expect(told('2026')).toEqual(['R1 R2 R3 R4 R5 R6', 'R1 R5', 'R2']);
  });
});
