import { describe, expect, test } from 'vitest';
import { createStateOfDay } from '../../../src/audience/figures/stateOfDay.js';
import type { PublicIncident } from '../../../src/audience/publicHistory.js';
import { commitment, day, inline, minor, when } from '../../render/history.js';
import { historyOf, incidentAt } from './history.js';

const state = (incidents: readonly PublicIncident[], changes = {}) =>
  createStateOfDay(historyOf(incidents, changes));
const ids = (incidents: readonly PublicIncident[] = []) => incidents.map(({ id }) => id);

describe('the state of a day', () => {
  test('names what went on, the worst first', () => {
    const found = state([
      incidentAt('minor', '2026-11-22 09:00', undefined, { severity: minor }),
      incidentAt('none', '2026-11-22 10:00', undefined, { severity: undefined }),
      incidentAt('older', '2026-11-20 09:00', undefined),
      incidentAt('newer', '2026-11-21 09:00', undefined),
      incidentAt('works', '2026-11-22 08:00', undefined, { kind: 'maintenance' }),
      incidentAt('over', '2026-11-21 09:00', '2026-11-21 10:00'),
      incidentAt('back', '2026-11-21 09:00', undefined, {
        retracted: { date: day('2026-11-22'), text: inline('No.') },
      }),
    ]);
    expect(found.asOf).toBe('2026-11-22');
    expect(ids(found.ongoing)).toEqual(['newer', 'older', 'minor', 'none']);
    expect(ids(found.maintenance.underWay)).toEqual(['works']);
    expect(found.lastMajor).toMatchObject({ kind: 'ongoing', incident: { id: 'newer' } });
  });
  test('names what is planned, the next first', () => {
    const planned = (id: string, date: string, ongoing = false) =>
      incidentAt(id, date, undefined, { kind: 'maintenance', ongoing, scheduled: { from: when(date), to: undefined, announced: undefined } }); // prettier-ignore
    const found = state([
      planned('later', '2026-12-06 22:00'),
      planned('next', '2026-11-23 00:00'),
      planned('today', '2026-11-22 23:00', true),
    ]);
    expect(ids(found.maintenance.ahead)).toEqual(['next', 'later']);
    expect(ids(found.maintenance.underWay)).toEqual(['today']);
    expect(ids(found.ongoing)).toEqual([]);
  });
  test('counts the days since the last major one ended', () => {
    const over = incidentAt('over', '2026-11-18 22:00', '2026-11-19 02:00');
    const long = incidentAt('long', '2026-10-01 22:00', '2026-11-20 02:00');
    const near = incidentAt('near', '2026-11-21 22:00', '2026-11-21 23:00', { kind: 'near-miss' });
    const small = incidentAt('small', '2026-11-21 22:00', '2026-11-21 23:00', { severity: minor });
    expect(state([over, near, small]).lastMajor).toMatchObject({ kind: 'over', incident: { id: 'over' }, ended: { first: '2026-11-19' }, days: { min: 3, max: 3 } }); // prettier-ignore
    // What began earlier ended later.
    expect(state([over, long]).lastMajor).toMatchObject({
      incident: { id: 'long' },
      days: { min: 2, max: 2 },
    });
    expect(state([near, small]).lastMajor).toEqual({ kind: 'none' });
    expect(state([over], { severities: [minor] }).lastMajor).toBeUndefined();
    const vague = incidentAt('vague', '2026-10', '2026-10');
    expect(state([vague]).lastMajor).toMatchObject({ days: { min: 22, max: 52 } });
    const lost = incidentAt('lost', '2026-11-12 22:00', 'unknown');
    expect(state([lost]).lastMajor).toMatchObject({ ended: undefined, days: { min: 10, max: 10 } });
    expect(state([lost, over]).lastMajor).toMatchObject({
      incident: { id: 'over' },
      days: { min: 3, max: 3 },
    });
  });
  test('counts promises, but not those that nobody follows', () => {
    const remediation = [
      commitment('R1'),
      commitment('R2', { overdue: true, daysLate: 3 }),
      commitment('R3', { state: 'done' }),
      commitment('R4', { lastTold: 'unknown' }),
    ];
    const incidents = [incidentAt('a', '2026-03-14 09:00', '2026-03-14 10:00', { remediation })];
    expect(state(incidents).commitments).toEqual({ open: 2, late: 1, notFollowed: 1 });
  });
  test('adds nothing up where services are of different companies', () => {
    const found = state([incidentAt('on', '2026-11-22 09:00', undefined)], { totals: false });
    expect(found).toMatchObject({ lastMajor: undefined, commitments: undefined });
    expect(ids(found.ongoing)).toEqual(['on']);
  });
});
