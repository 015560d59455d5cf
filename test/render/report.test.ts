import { describe, expect, it } from 'vitest';
import type { PublicHistory, PublicImpact, PublicIncident } from '../../src/audience/publicHistory.js';
import { spanBetween } from '../../src/time/span.js';
import { commitment, day, impact, incident, inline, minor, render, service, when } from './history.js';

const company = (changes: Partial<PublicHistory['site']> = {}): PublicHistory['site'] => ({
  title: 'Example history',
  url: 'https://status.example.com/base/',
  language: 'en',
  zone: 'Europe/Dublin',
  totals: true,
  weights: { outage: 1, partial: 0.3, degraded: 0 },
  brand: {},
  ...changes,
});

/** An incident; `noticed` is the time on its day at which somebody did. */
function hit(
  id: string,
  from: string,
  to: string | undefined,
  more: Partial<PublicIncident> & { noticed?: string; on?: Partial<PublicImpact> } = {},
): PublicIncident {
  // prettier-ignore
  const { noticed, on = {}, ...changes } = more;
  const [started, mitigated] = [when(from), to === undefined ? undefined : when(to)];
  const detected = noticed === undefined ? undefined : when(`${from.slice(0, 10)} ${noticed}`);
  return incident({
    id,
    title: `Incident ${id}`,
    severity: minor,
    started,
    mitigated,
    resolved: mitigated,
    ongoing: to === undefined,
    duration: mitigated && spanBetween(started, mitigated),
    year: Number(from.slice(0, 4)),
    since: day('2026-11-01'),
    impact: [impact({ from: started, to: mitigated, ...on })],
    ...(detected === undefined
      ? {}
      : { detection: { detected, by: undefined, note: undefined, delay: spanBetween(started, detected) } }),
    ...changes,
  });
}

/** The sentences that a month or year begins with. */
function opening(incidents: PublicIncident[], address: string, changes: Partial<PublicHistory> = {}): string {
  const html = render({ incidents, ...changes }).page(`history/${address}/`);
  return /<p class="report-opening">([^<]*)/.exec(html)?.[1] ?? '';
}

const major = incident().severity;
const other = service('search');

describe('a month tells itself', () => {
  it('when it was heavy', () => {
    const incidents = [
      hit('2026-05-20-c', '2026-05-20 10:00', '2026-05-20 10:30', { on: { service: other } }),
      hit('2026-05-12-m', '2026-05-12 22:00', '2026-05-12 23:00', { kind: 'maintenance' }),
      hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', {
        severity: major,
        remediation: [
          commitment('R1', {
            incident: { id: '2026-05-06-b', title: 'B' },
            state: 'done',
            done: day('2026-05-20'),
          }),
          commitment('R2', { incident: { id: '2026-05-06-b', title: 'B' } }),
        ],
      }),
      hit('2026-05-02-a', '2026-05-02 10:00', '2026-05-02 10:10'),
      hit('2026-04-30-z', '2026-04-30 23:00', '2026-05-01 01:00'),
    ];
    expect(opening(incidents, '2026/05')).toBe(
      'Three incidents began in May 2026, one of them major. There was also one planned maintenance. One incident that had begun before went on into it. Checkout lost the most time, 3 h 10 min; one other service lost some too. Two things were promised, and one was done.',
    );
  });

  it('when it was the first, and when there was one alone', () => {
    const one = [hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { severity: major })];
    expect(opening(one, '2026/05')).toBe(
      'One major incident began in May 2026. Checkout alone lost time: 2 h. It is the first month with a published incident.',
    );
  });

  it('when nothing happened, and nothing more', () => {
    const one = [hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00')];
    const page = render({ incidents: one });
    expect(opening(one, '2026/08')).toBe('No incident of August 2026 has been published.');
    expect(page.read('history/2026/08/').join('\n')).not.toMatch(/Day by day|By service|How long|Promised/);
  });

  it('while it goes on', () => {
    const one = [hit('2026-11-21-a', '2026-11-21 10:00', undefined), hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00')]; // prettier-ignore
    expect(opening(one, '2026/11')).toBe(
      'One incident has begun in November 2026 so far. It was still going on at the end of 22 November 2026. Checkout alone lost time: 38 h.',
    );
    const lines = render({ incidents: one }).read('history/2026/11/');
    expect(lines).toContain('So far, until 22 November 2026');
    expect(opening(one.slice(1), '2026/11')).toBe('No incident of November 2026 has been published so far.');
  });

  it('when what was affected counts for nothing', () => {
    const one = [hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { on: { level: 'degraded' } })];
    expect(opening(one, '2026/05')).toContain('None of it counts as downtime.');
  });

  it('in German', () => {
    const one = [
      hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { severity: major }),
      hit('2026-04-06-b', '2026-04-06 10:00', '2026-04-06 12:00'),
    ];
    expect(opening(one, '2026/05', { site: company({ language: 'de' }) })).toBe(
      'Im Mai 2026 begann ein schwerer Vorfall. Ausfallzeit hatte nur Checkout: 2 h.',
    );
  });
});

it('names the year of what had begun before', () => {
  const carried = hit('2025-12-31-z', '2025-12-31 23:00', '2026-01-01 01:00');
  const lines = render({ incidents: [carried] }).read('history/2026/01/');
  const at = lines.indexOf('Begun before');
  expect(lines.slice(at + 1, at + 3)).toEqual(['31 December 2025', 'Incident 2025-12-31-z']);
});

describe('a year', () => {
  const incidents = [
    hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00'),
    hit('2025-08-06-a', '2025-08-06 10:00', '2025-08-06 11:00'),
    hit('2025-03-06-a', '2025-03-06 10:00', '2025-03-06 11:00'),
  ];

  it('tells itself, and of the one before', () => {
    expect(opening(incidents, '2026')).toBe(
      'One incident has begun in 2026 so far. Checkout alone lost time: 2 h. In all of 2025 there were two.',
    );
  });

  it('has its months, each with what was lost in it', () => {
    const lines = render({ incidents }).read('history/2026/');
    const at = lines.indexOf('May');
    expect(lines.slice(at - 3, at + 3)).toEqual(['April', 'none', 'none', 'May', '1', 'Checkout 2 h']);
    expect(lines).toContain('November so far');
    expect(lines).not.toContain('December');
  });

  it('has pages for its months, of which each leads to those beside it', () => {
    const { files, page } = render({ incidents });
    const months = [...files.keys()].filter((path) => /^history\/\d{4}\/\d\d\//.test(path));
    // From the first month of the record to that of the build.
    expect(months).toHaveLength(10 + 11);
    expect(files.has('history/2025/02/index.html')).toBe(false);
    expect(page('history/2026/01/')).toMatch(/rel="prev" href="\.\.\/\.\.\/2025\/12\/"/);
    expect(page('history/2026/01/')).toMatch(/rel="next"[^>]* href="\.\.\/02\/"/);
    expect(page('history/2026/11/')).not.toContain('rel="next"');
  });

  it('in which nothing was published has no page, unless it is that of the build', () => {
    const { files, page } = render({
      incidents: [hit('2019-03-06-a', '2019-03-06 10:00', '2019-03-06 11:00')],
    });
    const years = [...files.keys()].filter((path) => /^history\/\d{4}\/index/.test(path));
    expect(years.toSorted()).toEqual(['history/2019/index.html', 'history/2026/index.html']);
    expect(page('history/2019/12/')).toMatch(/rel="next"[^>]* href="\.\.\/\.\.\/2026\/01\/"/);
  });

  it('of a retracted report alone still has its page', () => {
    const retracted = { date: day('2024-06-01'), text: inline('It was another company.') };
    const lines = render({
      incidents: [hit('2024-05-06-b', '2024-05-06 10:00', '2024-05-06 12:00', { retracted })],
    });
    expect(lines.read('history/2024/')).toContain('Incident 2024-05-06-b');
  });

  it('of very many incidents lists the major ones, and leads to the months of all', () => {
    const many = Array.from({ length: 82 }, (_, index) => {
      const date = `2026-0${1 + Math.floor(index / 20)}-${String(1 + (index % 20)).padStart(2, '0')}`;
      return hit(`${date}-n`, `${date} 10:00`, `${date} 10:10`, index === 50 ? { severity: major } : {});
    }).toReversed();
    const site = render({ incidents: many });
    const listed = (address: string) =>
      site.read(address).filter((line) => line.startsWith('Incident 2026')).length;
    expect(listed('history/2026/')).toBe(1);
    expect(site.read('history/2026/')).toContain('All 82 incidents stand on the pages of their months.');
    expect([1, 2, 3, 4, 5].map((month) => listed(`history/2026/0${month}/`))).toEqual([20, 20, 20, 20, 2]);
  }, 20_000);
});

describe('how long things took', () => {
  /** Incidents of May that were noticed after so many minutes each; undefined says nothing. */
  const noticed = (...minutes: (number | undefined)[]) =>
    minutes.map((after, index) => {
      const date = `2026-05-${String(index + 1).padStart(2, '0')}`;
      const time = after === undefined ? {} : { noticed: `${10 + Math.floor(after / 60)}:${String(after % 60).padStart(2, '0')}` }; // prettier-ignore
      return hit(`${date}-a`, `${date} 10:00`, `${date} 18:00`, time);
    });
  const row = (incidents: PublicIncident[], label: string, changes: Partial<PublicHistory> = {}) => {
    const lines = render({ incidents, ...changes }).read('history/2026/05/');
    return lines[lines.indexOf(label) + 1];
  };

  it('is told value by value where there are few', () => {
    expect(row(noticed(4, 35, 180), 'Until somebody noticed')).toBe('4 min, 35 min and 3 h');
    expect(row(noticed(4), 'Until somebody noticed')).toBe('4 min');
    expect(row(noticed(4, undefined), 'Until somebody noticed')).toBe('4 min; 1 of 2 does not say');
    expect(row(noticed(undefined, undefined), 'Until somebody noticed')).toBe('none of 2 says');
  });

  it('is told by the middle and the longest where there are many, never by a mean', () => {
    const many = noticed(2, 3, 4, 4, 10, 30, 180, undefined, undefined);
    expect(row(many, 'Until somebody noticed')).toBe('half within 4 min, the longest 3 h; 2 of 9 do not say');
    const html = render({ incidents: many }).page('history/2026/05/');
    expect(html).not.toMatch(/average|mean\b/i);
    // Each is a dot, and its value is told to those who do not see it.
    expect(html).toContain('2 min, 3 min, 4 min, 4 min, 10 min, 30 min and 3 h</desc>');
    expect(html.match(/class="span-dot"/g)?.length).toBeGreaterThanOrEqual(7);
  });

  it('counts from the end to the day of the report', () => {
    const reported = [
      hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { since: day('2026-05-10') }),
    ];
    expect(row(reported, 'Until the report was public')).toBe('4 days');
    const sameDay = [
      hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { since: day('2026-05-06') }),
    ];
    expect(row(sameDay, 'Until the report was public')).toBe('the same day');
  });

  it('is not added up over services of different companies', () => {
    const lines = render({ incidents: noticed(4, 5), site: company({ totals: false }) }).read(
      'history/2026/05/',
    );
    expect(lines.join('\n')).not.toMatch(/Until somebody|lost the most|alone lost/);
    expect(lines.join('\n')).toContain('figures of all of them together would mean nothing');
  });
});

describe('the services of a month', () => {
  const incidents = [
    hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', {
      impact: [
        impact({ from: when('2026-05-06 10:00'), to: when('2026-05-06 12:00') }),
        impact({ level: 'partial', from: when('2026-05-06 11:00'), to: when('2026-05-06 14:00') }),
      ],
    }),
  ];

  it('have their downtime from the union of windows; of the others it is said that nothing is published', () => {
    const lines = render({ incidents }).read('history/2026/05/');
    const at = lines.lastIndexOf('Checkout');
    expect(lines.slice(at, at + 5)).toEqual([
      'Checkout',
      'outage 2 hpartial outage 2 h',
      '2 h 36 min',
      '99.65 %',
      'No incident is published of the other service.',
    ]);
  });

  it('have a row of days each, that leads to the incidents', () => {
    const html = render({ incidents }).page('history/2026/05/');
    expect(html).toMatch(
      /<a class="day-outage" href="\.\.\/\.\.\/\.\.\/incidents\/2026-05-06-b\/" aria-label="6 May 2026: outage, 2 h"/,
    );
    expect(html).not.toContain('href="../../../services/search/"');
  });
});

it('says what was promised, what was done, and what was late at the end', () => {
  const of = { id: '2026-05-06-b', title: 'B' };
  const remediation = [
    commitment('R1', { title: 'In time', incident: of, state: 'done', due: day('2026-06-30'), done: day('2026-06-20') }), // prettier-ignore
    commitment('R2', { title: 'Late', incident: of, due: day('2026-06-15'), overdue: true, daysLate: 160 }),
    commitment('R3', { title: 'Dropped', incident: of, state: 'wont-do' }),
  ];
  const site = render({
    incidents: [hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00', { remediation })],
  });
  const may = site.read('history/2026/05/').join('\n');
  expect(may).toContain('Promised: 3\nIn time\ndone in time, due 30 June 2026, after B');
  expect(may).toContain('Dropped\ndropped, after B');
  const june = site.read('history/2026/06/').join('\n');
  expect(june).toContain('Done: 1\nIn time\ndone 20 June 2026, done in time, after B');
  expect(june).toContain('Late at its end: 1\nLate\nlate, due 15 June 2026, after B');
  expect(june).not.toContain('Promised:');
  expect(site.read('history/2026/11/')).toContain('Late on 22 November 2026: 1');
});

it('keeps what has no date out of every month and year', () => {
  const undated = hit('undated-a', '2026-05-06 10:00', '2026-05-06 12:00', { started: when('unknown'), year: undefined, impact: undefined }); // prettier-ignore
  const site = render({ incidents: [hit('2026-05-06-b', '2026-05-06 10:00', '2026-05-06 12:00'), undated] });
  expect(site.read('history/undated/')).toContain('Incident undated-a');
  expect(site.read('history/undated/').join('\n')).toContain('Nobody knows in which year these were.');
  expect(site.read('history/2026/')).not.toContain('Incident undated-a');
});
