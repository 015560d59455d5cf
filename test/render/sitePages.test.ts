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
    expect(text).toContain('1 open\n1 of 2 promises kept; 1 is late by 3 days');
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
    expect(lines).toContain('Planned');
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
    const ledger = site.read('commitments/');
    expect(ledger.indexOf('Alpha')).toBeLessThan(ledger.indexOf('1 promise, not yet kept'));
    expect(ledger.indexOf('Beta')).toBeLessThan(ledger.indexOf('The one promise was kept'));
    expect(ledger.join('\n')).not.toContain('1 of 2 promises');
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
  });
});

describe('a service', () => {
  it('tells how it was affected itself, and how long', () => {
    const { read } = render({
      incidents: [
        incident({
          impact: [
            impact(),
            impact({
              service: service('search'),
              level: 'degraded',
              from: when('2026-03-14 10:00'),
              to: when('2026-03-14 10:30'),
            }),
          ],
        }),
      ],
    });
    expect(read('services/search/')).toContain('Major outage, Degraded, 30 min');
    expect(read('services/checkout/')).toContain('Major outage, Outage, 4 h 57 min');
    expect(read('services/').join('\n')).toContain(
      'Search\n1 incident, which was on 14 March 2026 (degraded)',
    );
  });

  it('without incidents says so', () => {
    expect(render().read('services/search/')).toContain('No incident of this service is published');
  });

  it('is not touched by an incident whose impact is not shown', () => {
    const { read } = render({ incidents: [incident({ impact: undefined })] });
    expect(read('services/checkout/')).toContain('No incident of this service is published');
  });
});

describe('the ledger', () => {
  it('has the late first, the longest late at the top, and leaves nothing out', () => {
    const { read } = render({
      incidents: [
        incident({
          remediation: [
            commitment('R1', { title: 'Was done', state: 'done', done: day('2026-04-01') }),
            commitment('R2', {
              title: 'A bit late',
              overdue: true,
              daysLate: 2,
              due: day('2026-11-20'),
            }),
            commitment('R3', {
              title: 'Very late',
              overdue: true,
              daysLate: 40,
              due: day('2026-10-13'),
            }),
            commitment('R4', { title: 'Some day' }),
            commitment('R5', { title: 'Next', due: day('2026-12-01') }),
            commitment('R6', { title: 'Never', state: 'wont-do' }),
            commitment('R7', { title: 'Otherwise', state: 'superseded' }),
          ],
        }),
      ],
    });
    const lines = read('commitments/');
    const titles = ['Very late', 'A bit late', 'Next', 'Some day', 'Was done', 'Never', 'Otherwise'];
    expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
    expect(lines).toContain('1 of 6 promises kept; 2 are late, one of them by 40 days; 1 was dropped.');
    expect(lines.filter((line) => line === 'After A full disk stopped checkout')).toHaveLength(7);
  });

  it('keeps apart what was open when it was last told', () => {
    const { read } = render({
      incidents: [
        incident({
          remediation: [
            commitment('R1', { title: 'Is open' }),
            commitment('R2', { title: 'Was open', lastTold: 'unknown' }),
          ],
        }),
      ],
    });
    const lines = read('commitments/');
    const title = lines.indexOf('Not followed since the report 1 promise');
    expect(lines.indexOf('Is open')).toBeLessThan(title);
    expect(title).toBeLessThan(lines.indexOf('Was open'));
    expect(lines).toContain('Open 1 promise');
    expect(lines).toContain('1 promise, not yet kept; 1 more has not been followed since its report.');
    expect(read('').join('\n')).toContain('1 open\n1 promise, not yet kept');
  });

  it('says what it is for while it is empty', () => {
    expect(render().read('commitments/')).toContain('Nothing has been promised yet');
  });
});

describe('the files beside the pages', () => {
  const site = render({
    incidents: [incident({ corrections: [{ date: day('2026-03-22'), text: inline('x') }] })],
    redirects: [{ from: '/news/disk.html', incident: '2026-03-14-disk' }],
  });

  it('lead from an old address to the new one', () => {
    const html = site.file('news/disk.html');
    const links = listElements(html).map((element) => findAttribute(element, 'content'));
    expect(links).toContain('0; url=../incidents/2026-03-14-disk/');
    expect(links).toContain('noindex');
    expect(html).toContain(
      '<link rel="canonical" href="https://status.example.com/base/incidents/2026-03-14-disk/"',
    );
  });

  it('never put a redirect in the place of a page', () => {
    const { page } = render({
      incidents: [incident()],
      redirects: [
        { from: '/commitments/', incident: '2026-03-14-disk' },
        { from: '/', incident: '2026-03-14-disk' },
      ],
    });
    expect(page('commitments/')).not.toContain('http-equiv="refresh"');
    expect(page('')).not.toContain('http-equiv="refresh"');
  });

  it('answer at any depth with 404.html', () => {
    const links = listElements(site.file('404.html')).flatMap(
      (element) => findAttribute(element, 'href') ?? [],
    );
    expect(links.filter((link) => !link.startsWith('https://') && link !== '#content')).toEqual([]);
  });

  it('name every page in the sitemap, and no other', () => {
    const named = [...site.file('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map((found) => found[1]);
    const pages = [...site.files.keys()].filter((path) => path.endsWith('index.html'));
    const expected = pages.map((path) => `https://status.example.com/base/${path.slice(0, -10)}`);
    expect(new Set(named)).toEqual(new Set(expected));
    expect(named).toHaveLength(pages.length);
    expect(site.file('sitemap.xml')).toContain('<lastmod>2026-03-22</lastmod>');
    expect(site.file('robots.txt')).toContain('Sitemap: https://status.example.com/base/sitemap.xml');
  });

  it('allow no script and no stranger', () => {
    expect(site.file('_headers')).toContain("Content-Security-Policy: default-src 'none'");
    for (const [path, content] of site.files) {
      if (!path.endsWith('.html')) continue;
      expect(content).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/);
      expect(content).toContain('http-equiv="Content-Security-Policy" content="default-src \'none\';');
    }
  });

  it('are the same for the same history', () => {
    const changes = { incidents: [incident({ summary: inline('*One*.'), severity: major })] };
    expect(render(changes).outputs).toEqual(render(changes).outputs);
  });
});

it('links every page to others that exist, at every depth', () => {
  const site = render({
    incidents: [
      incident({
        impact: [impact()],
        remediation: [commitment('R1')],
        summary: inline('See [the first](2025-11-02-disk.md).'),
      }),
      incident({ id: '2025-11-02-disk', year: 2025, started: when('2025-11-02') }),
    ],
    redirects: [{ from: '/a/b/c/', incident: '2026-03-14-disk' }],
  });
  const dead: string[] = [];
  for (const [path, html] of site.files) {
    if (!path.endsWith('.html')) continue;
    for (const element of listElements(html)) {
      const link = findAttribute(element, 'href');
      if (link === undefined || element.tagName === 'base') continue;
      const { pathname, hash, origin } = new URL(link, `https://status.example.com/base/${path}`);
      if (origin !== 'https://status.example.com') continue;
      const target = `${pathname.slice('/base/'.length)}${pathname.endsWith('/') ? 'index.html' : ''}`;
      const found = site.files.get(target);
      const hasTarget = hash === '' || found?.includes(`id="${hash.slice(1)}"`);
      if (found === undefined || !hasTarget) dead.push(`${path}: ${link}`);
    }
  }
  expect(dead).toEqual([]);
  expect(site.page('incidents/2026-03-14-disk/')).toContain('href="../2025-11-02-disk/"');
});
