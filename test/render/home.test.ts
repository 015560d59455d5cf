import { describe, expect, it } from 'vitest';
import { findAttribute, listElements } from '../sites/readPage.js';
import { commitment, day, impact, incident, inline, major, minor, render, service, when } from './history.js';

const company = (totals: boolean) => ({
  title: 'Example history',
  url: 'https://status.example.com/base/',
  language: 'en',
  zone: 'Europe/Dublin',
  totals,
  weights: { outage: 1, partial: 0.3, degraded: 0 },
  brand: {},
});

describe('the first page', () => {
  it('says what will be here while nothing is', () => {
    const lines = render().read('');
    expect(lines).toContain('As of 22 November 2026');
    expect(lines).toContain('No incidents are published yet');
    expect(lines.join('\n')).not.toMatch(/days? ago|promises? kept/);
  });

  it('counts from the last major incident, and says what is open', () => {
    const lines = render({
      incidents: [
        incident({ id: '2026-11-20-slow', severity: minor, started: when('2026-11-20 08:00') }),
        incident({
          remediation: [
            commitment('R1', { state: 'done' }),
            commitment('R2', { overdue: true, daysLate: 3, due: day('2026-11-19') }),
          ],
        }),
        incident({ id: '2025-01-01-old', year: 2025, started: when('2025-01-01 08:00') }),
      ],
    }).read('');
    const text = lines.join('\n');
    expect(text).toContain('253 days ago\nA full disk stopped checkout');
    expect(text).toContain('1 open, 1 late\n1 of 2 promises kept; 1 is late by 3 days');
    expect(text).toContain('In 2026 so far\n2 incidents\n1 in all of 2025');
  });

  it('begins with what goes on, and with its latest words', () => {
    const lines = render({
      incidents: [
        incident({
          title: 'Transfers arrive late',
          ongoing: true,
          preliminary: true,
          impact: [impact({ to: undefined })],
          updates: [
            { at: when('2026-11-21 10:00'), state: 'investigating', text: inline('We look.') },
            { at: when('2026-11-22 09:15'), state: 'identified', text: inline('It is the bank.') },
          ],
        }),
      ],
    }).read('');
    const start = lines.indexOf('Major outage Still going on');
    expect(lines.slice(start, start + 4)).toEqual([
      'Major outage Still going on',
      'Transfers arrive late',
      'Since 14 March 2026, 09:05, Dublin time, UTC, Checkout',
      '22 November 2026, 09:15: It is the bank.',
    ]);
    expect(lines.join('\n')).toContain('Last major incident\nGoing on');
  });

  it('tells planned work apart from what happened', () => {
    const lines = render({
      incidents: [
        incident({
          id: '2026-12-06-move',
          title: 'The catalogue moves',
          kind: 'maintenance',
          severity: minor,
          started: when('2026-12-06 05:00'),
          mitigated: undefined,
          resolved: undefined,
          duration: undefined,
          scheduled: {
            from: when('2026-12-06 05:00'),
            to: when('2026-12-06 07:30'),
            announced: undefined,
          },
        }),
      ],
    }).read('');
    expect(lines).toContain('Planned maintenance');
    expect(lines.join('\n')).toContain('6 December 2026, 05:00 to 07:30, Dublin time, UTC');
    // It stands there alone: not under a year, and in no count.
    expect(lines.filter((line) => line === 'The catalogue moves')).toHaveLength(1);
    expect(lines.join('\n')).not.toMatch(/1 incident|^2026$/m);
  });

  it('adds nothing up where the services are of several companies', () => {
    const groups = [
      service('a', { name: 'Hosting', group: 'Alpha' }),
      service('b', { name: 'Mail', group: 'Beta' }),
    ] as const;
    const site = render({
      site: company(false),
      services: [...groups],
      incidents: [
        incident({ impact: [impact({ service: groups[0] })], remediation: [commitment('R1')] }),
        incident({
          id: 'undated-mail',
          title: 'Mail was lost',
          year: undefined,
          started: when('unknown'),
          impact: [impact({ service: groups[1] })],
          remediation: [
            commitment('R1', { incident: { id: 'undated-mail', title: 'Mail was lost' }, state: 'done' }),
          ],
        }),
      ],
    });
    const text = site.read('').join('\n');
    expect(text).not.toMatch(/days ago|of 2 promises/);
    expect(text).toContain('2 incidents at 2 companies: 1 of 2026, 1 without a known date.');
  });

  it('stands under years, newest first, with those without a date at the end', () => {
    const site = render({
      incidents: [
        incident({ id: '2026-05-01-b', title: 'B', started: when('2026-05-01') }),
        incident({ id: '2024-05-01-a', title: 'A', year: 2024, started: when('2024-05-01') }),
        incident({ id: 'undated-c', title: 'C', year: undefined, started: when('unknown') }),
      ],
    });
    const lines = site.read('');
    const order = ['2026', 'B', '2024', 'A', 'Undated', 'C'].map((line) => lines.lastIndexOf(line));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(site.read('history/2024/')).toContain('Incidents of 2024');
    expect(site.read('history/undated/')).toContain('C');
    expect(site.read('history/undated/')).not.toContain('A');
  });

  it('has a page for incidents without a date only when there are some', () => {
    expect(render({ incidents: [incident()] }).files.has('history/undated/index.html')).toBe(false);
  });

  it('draws a year by its months', () => {
    const at = (id: string, text: string) => incident({ id, started: when(text) });
    const { page } = render({
      incidents: [
        at('2026-11-02-a', '2026-11-02 10:00'),
        at('2026-03-14-b', '2026-03-14 10:00'),
        at('2026-03-01-c', '2026-03-01 10:00'),
        at('2026-d', '2026'),
      ],
    });
    expect(page('')).toContain('March: 2 incidents, November: 1 incident');
  });

  it('stays short when the history is long', () => {
    const incidents = Array.from({ length: 120 }, (_, index) => {
      const year = 2026 - Math.floor(index / 30);
      return incident({
        id: `${year}-01-01-n${index}`,
        title: `Number ${index}`,
        year,
        started: when(`${year}-01-01`),
      });
    });
    const lines = render({ incidents }).read('');
    // Sixty in the list, and the last major one above it.
    expect(lines.filter((line) => /^Number \d+$/.test(line))).toHaveLength(61);
    expect(lines).toContain('2023 30 incidents');
  }, 30_000);
});

describe('the state of the day', () => {
  const over = (started: string, ended: string | undefined, changes = {}) =>
    incident({
      id: `${started.slice(0, 10)}-${ended === undefined ? 'open' : 'over'}`,
      started: when(started),
      year: Number(started.slice(0, 4)),
      ...(ended === undefined ? { ongoing: true } : { mitigated: when(ended), resolved: when(ended) }),
      ...changes,
    });

  it('counts from the end of the last major incident, and never says today', () => {
    const ended = (end: string) =>
      render({ incidents: [over('2026-11-01 08:00', end)] })
        .read('')
        .join('\n');
    expect(ended('2026-11-21 08:00')).toContain('Last major incident\n1 day ago');
    expect(ended('2026-11-22 08:00')).toContain('Last major incident\nEnded on 22 November 2026');
    expect(ended('2026-11-1? 08:00')).toContain('Last major incident\n3 to 12 days ago');
  });

  it('says so where no major incident is published', () => {
    const text = render({ incidents: [incident({ severity: minor })] })
      .read('')
      .join('\n');
    expect(text).toContain('Last major incident\nNone\nin the incidents published here');
  });

  it('begins with the worst of what goes on, and sets maintenance apart', () => {
    const site = render({
      incidents: [
        over('2026-11-22 07:00', undefined, {
          id: 'm',
          title: 'A move',
          kind: 'maintenance',
          severity: minor,
        }),
        over('2026-11-21 07:00', undefined, { id: 'b', title: 'Slow', severity: minor }),
        over('2026-11-20 07:00', undefined, { id: 'a', title: 'Down', severity: major }),
      ],
    });
    const lines = site.read('');
    const [down, slow, move] = ['Down', 'Slow', 'A move'].map((title) => lines.indexOf(title));
    expect(lines[Number(down) - 1]).toBe('Major outage Still going on');
    expect(Number(slow)).toBeGreaterThan(Number(down));
    expect(Number(move)).toBeGreaterThan(Number(slow));
    expect(lines[Number(move) - 1]).toBe('Maintenance under way');
    const notices = listElements(site.page('')).filter((one) => /\bnotice-ongoing\b/.test(findAttribute(one, 'class') ?? '')); // prettier-ignore
    expect(notices).toHaveLength(2);
  });

  it('tells of the next planned work at length, and names the rest', () => {
    const planned = (date: string) =>
      incident({
        id: `${date}-work`,
        title: `Work of ${date}`,
        kind: 'maintenance',
        started: when(date),
        mitigated: undefined,
        resolved: undefined,
        duration: undefined,
        summary: inline(`Text of ${date}`),
        scheduled: { from: when(date), to: undefined, announced: undefined },
      });
    const lines = render({
      incidents: ['2026-12-09', '2026-12-07', '2026-12-05'].map(planned),
    }).read('');
    expect(lines).toContain('Text of 2026-12-05');
    expect(lines).toContain('Text of 2026-12-07');
    expect(lines).not.toContain('Text of 2026-12-09');
    const rest = lines.indexOf('Also planned');
    expect(lines[rest + 1]).toBe('Work of 2026-12-09 9 December 2026');
  });

  it('says nothing of a year before the history begins', () => {
    const text = render({ incidents: [incident()] })
      .read('')
      .join('\n');
    expect(text).toContain('In 2026 so far\n1 incident');
    expect(text).not.toContain('2025');
  });

  it('counts what nobody follows as neither open nor late', () => {
    const remediation = [commitment('R1', { lastTold: day('2026-04-01') })];
    const text = render({ incidents: [incident({ remediation })] })
      .read('')
      .join('\n');
    expect(text).toContain('What was promised\n1 promise\n1 promise, last told on 1 April 2026');
    expect(text).not.toMatch(/\d open|Nothing open/);
  });

  it('is in German where the site is', () => {
    const lines = render({
      site: { ...company(true), language: 'de' },
      incidents: [incident({ impact: [impact()], remediation: [commitment('R1')] })],
    }).read('');
    const text = lines.join('\n');
    expect(text).toContain('Stand: 22. November 2026');
    expect(text).toContain('Letzter schwerer Vorfall\nVor 253 Tagen\nA full disk stopped checkout');
    expect(text).toContain('Was zugesagt wurde\n1 offen');
    expect(text).toContain('Bisher im Jahr 2026\n1 Vorfall');
    expect(lines).toContain('14. März');
    expect(text).not.toMatch(/\b(?:incident|promise|ago|open|kept)s?\b/);
  });
});

it('lists no more than sixty incidents of a year on the first page', () => {
  const incidents = Array.from({ length: 150 }, (_, index) =>
    incident({ id: `2026-01-01-n${index}`, title: `Number ${index}`, started: when('2026-01-01 10:00') }),
  );
  const site = render({ incidents });
  expect(site.read('').filter((line) => /^Number \d+$/.test(line))).toHaveLength(61);
  expect(site.read('')).toContain('90 more in 2026');
  expect(site.page('').length).toBeLessThan(60_000);
}, 30_000);
