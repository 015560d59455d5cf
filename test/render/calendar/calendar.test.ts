import { describe, expect, it } from 'vitest';
import type { Commitment, PublicIncident } from '../../../src/audience/publicHistory.js';
import { hostile } from '../hostile.js';
import { commitment, day, incident, inline, render, when } from '../history.js';
import { parseCalendar, type Component } from './parseCalendar.js';

const calendarOf = (changes: Partial<PublicIncident>, asOf = '2026-11-22'): Component =>
  parseCalendar(render({ incidents: [incident(changes)], asOf }).file('calendar.ics'));
const eventOf = (changes: Partial<PublicIncident>): Map<string, string> =>
  calendarOf(changes).parts[0]?.values ?? new Map();
const dueOf = (changes: Partial<Commitment>): Map<string, string> =>
  eventOf({ remediation: [commitment('R1', { due: day('2026-12-31'), ...changes })] });

const window = { from: when('2026-12-06 05:00'), to: when('2026-12-06 07:30'), announced: undefined };
const planned = { kind: 'maintenance' as const, scheduled: window, started: window.from, resolved: undefined, mitigated: undefined, summary: inline('The *catalogue* moves.') }; // prettier-ignore

describe('the calendar', () => {
  it('has what RFC 5545 demands, and nothing of the clock', () => {
    const calendar = calendarOf({ ...planned, remediation: [commitment('R1', { due: day('2026-12-31') })] });
    expect(calendar.values.get('VERSION')).toBe('2.0');
    expect(calendar.values.get('PRODID')).toMatch(/Afterword/);
    expect(calendar.values.get('NAME')).toBe('Example history');
    expect(calendar.parts.map(({ name }) => name)).toEqual(['VEVENT', 'VEVENT']);
    for (const { values } of calendar.parts) {
      expect(values.get('DTSTAMP')).toBe('20260318T000000Z');
      expect(values.get('UID')).toMatch(/@status\.example\.com$/);
    }
    expect(parseCalendar(render({}).file('calendar.ics')).parts).toEqual([]);
  });

  it('tells when maintenance is planned, in UTC', () => {
    expect(Object.fromEntries(eventOf({ ...planned, scheduled: { ...window, from: when('2026-07-06 05:00'), to: when('2026-07-06 07:30') } }))).toMatchObject({
      UID: '2026-03-14-disk@status.example.com',
      DTSTART: '20260706T040000Z',
      DTEND: '20260706T063000Z',
      SUMMARY: 'A full disk stopped checkout',
      DESCRIPTION: 'The catalogue moves.',
      'URL;VALUE=URI': 'https://status.example.com/base/incidents/2026-03-14-disk/',
      STATUS: 'CONFIRMED',
      SEQUENCE: '0',
    }); // prettier-ignore
    expect(eventOf({}).size).toBe(0);
  });

  it('takes whole days where no clock is known', () => {
    const rough = eventOf({ ...planned, scheduled: { from: when('2026-12-06'), to: when('2026-12-07'), announced: undefined } }); // prettier-ignore
    expect(rough.get('DTSTART;VALUE=DATE')).toBe('20261206');
    expect(rough.get('DTEND;VALUE=DATE')).toBe('20261208');
    expect(rough.get('DESCRIPTION')).toContain('6 December 2026');
  });

  it('cancels what was retracted', () => {
    const event = eventOf({ ...planned, retracted: { date: day('2026-11-01'), text: inline('Not now.') } });
    expect(event.get('STATUS')).toBe('CANCELLED');
    expect(Number(event.get('SEQUENCE'))).toBeGreaterThan(0);
    expect(event.get('DESCRIPTION')).toBe('This report was retracted. Not now.');
  });

  it('tells when promises are due, for the whole day', () => {
    expect(Object.fromEntries(dueOf({ doneWhen: inline('An *alert* fires.') }))).toMatchObject({
      UID: '2026-03-14-disk/R1@status.example.com',
      'DTSTART;VALUE=DATE': '20261231',
      'DTEND;VALUE=DATE': '20270101',
      SUMMARY: 'Due: Promise R1',
      DESCRIPTION: 'A full disk stopped checkout\nOpen\nAn alert fires.',
      TRANSP: 'TRANSPARENT',
      'URL;VALUE=URI': 'https://status.example.com/base/incidents/2026-03-14-disk/#R1',
      SEQUENCE: '0',
    });
    expect(dueOf({ due: day('2026-Q4') }).get('DTSTART;VALUE=DATE')).toBe('20261231');
    expect(dueOf({ due: undefined }).size).toBe(0);
    // What a report left behind long ago nobody waits for.
    expect(dueOf({ lastTold: day('2026-03-20') }).size).toBe(0);
  });

  it('counts each move of a date and each turn of its state', () => {
    const moved = [{ from: day('2026-06-30'), date: undefined }, { from: day('2026-09-30'), date: undefined }]; // prettier-ignore
    const numbers = [{}, { moved }, { moved, state: 'in-progress' as const }, { moved, state: 'done' as const }].map((changes) => Number(dueOf(changes).get('SEQUENCE'))); // prettier-ignore
    expect(numbers).toEqual([0, 2, 3, 7]);
  });

  it('takes a promise out of calendars when nothing is due any more, and forgets it after a year', () => {
    for (const state of ['done', 'wont-do', 'superseded'] as const)
      expect(dueOf({ state }).get('STATUS')).toBe('CANCELLED');
    expect(dueOf({ state: 'done', due: day('2025-11-21') }).size).toBe(0);
    expect(dueOf({ state: 'open', due: day('2020-11-21') }).get('STATUS')).toBe('CONFIRMED');
  });

  it('carries hostile words as words', () => {
    const title = hostile.replace(/[\r\n]+/g, ' ');
    const calendar = calendarOf({
      ...planned,
      title: `${title} ${'漢'.repeat(60)}`,
      summary: inline(hostile),
      remediation: [commitment('R1', { title, due: day('2026-12-31') })],
    });
    expect(calendar.parts.map(({ name }) => name)).toEqual(['VEVENT', 'VEVENT']);
    const [event] = calendar.parts;
    expect(event?.values.get('SUMMARY')).toContain('a\\b;c,d"e');
    expect(event?.values.get('SUMMARY')).toContain('漢'.repeat(60));
    expect(event?.values.get('DESCRIPTION')).toContain('BEGIN:VEVENT END:VCALENDAR');
  });
});
