import { describe, expect, it } from 'vitest';
import type { PublicIncident } from '../../src/audience/publicHistory.js';
import type { When } from '../../src/time/when.js';
import { spanBetween } from '../../src/time/span.js';
import {
  commitment,
  day,
  impact,
  incident,
  inline,
  lasted,
  render,
  renderIncident,
  service,
  when,
} from './history.js';

/*
 * What is known roughly is told roughly: no page says more than its report, and none says it falsely.
 */

/** What stands under a fact of the strip, up to the next fact. */
function fact(lines: readonly string[], label: string): string[] {
  const labels = new Set(['What', 'For whom', 'How long', 'When', 'Where the fixes stand']);
  const start = lines.indexOf(label) + 1;
  const next = lines.findIndex(
    (line, index) =>
      index >= start &&
      (labels.has(line) || /^(?:Impact by|What to expect|Announced|Published|Planned for)/.test(line)),
  );
  return lines.slice(start, next);
}

/** The page of an incident that ended at some time. */
function lasting(started: When, end: When | undefined, changes: Partial<PublicIncident> = {}) {
  const duration = end && spanBetween(started, end);
  return renderIncident({ started, mitigated: undefined, resolved: end, duration, ...changes });
}

const entry = (at: string) => ({
  at: when(at),
  until: undefined,
  kind: 'note' as const,
  text: inline('Something.'),
});

describe('the day of an incident', () => {
  const dayOf = (started: string) => {
    const { lines, site } = renderIncident({ started: when(started) });
    return { page: lines[lines.indexOf('A full disk stopped checkout') - 1], list: site.read('') };
  };

  it('is certain where only the hour is about', () => {
    const { page, list } = dayOf('~2026-03-14 13:00');
    expect(page).toBe('14 March 2026');
    expect(list).toContain('14 March');
  });

  it('is about where the day is', () => {
    const { page, list } = dayOf('~2026-03-14');
    expect(page).toBe('About 14 March 2026');
    expect(list).toContain('About 14 March');
  });

  it.each([
    ['2026-03-10 .. 2026-03-19', 'Between 10 and 19 March 2026', 'Between 10 and 19 March'],
    ['2026-03', 'March 2026', 'March'],
    ['2026-03-14 evening', 'Evening of 14 March 2026', 'Evening of 14 March'],
    ['after 2026-03-14', 'After 14 March 2026', 'After 14 March'],
    ['2026-03-14 13:00 .. 2026-03-14 15:00', '14 March 2026', '14 March'],
  ])('is all that is known of it: %s', (started, onPage, inList) => {
    const { page, list } = dayOf(started);
    expect(page).toBe(onPage);
    expect(list).toContain(inList);
  });

  it('is whole in the list of a service too', () => {
    const { site } = renderIncident({ started: when('2026-03-10 .. 2026-03-19'), impact: [impact()] });
    expect(site.read('services/checkout/')).toContain('Between 10 and 19 March 2026');
  });
});

describe('the zone', () => {
  it('is told where a clock is shown', () => {
    const { lines } = lasting(when('2026-03-14 09:05'), when('2026-03-14 14:02'), { impact: [impact()] });
    expect(lines).toContain('In Dublin time, UTC');
  });

  it('is not told of an evening or a day', () => {
    const started = when('2026-03-14 evening');
    const { lines } = lasting(started, when('unknown'), {
      impact: [impact({ from: started, to: undefined, lasted: lasted('unknown') })],
      timeline: [entry('2026-03-14 evening'), entry('2026-03-15')],
    });
    expect(lines.join('\n')).not.toMatch(/Dublin|zone/);
    expect(fact(lines, 'How long')).toEqual(['Not known', 'Evening of 14 March 2026']);
  });
});

describe('the lengths', () => {
  it('draw no line for a noticing of which only one side is known', () => {
    const drawn = (detected: string) =>
      renderIncident({
        impact: [impact({ from: when('2026-03-14 09:05'), to: when('2026-03-14 14:02') })],
        detection: { detected: when(detected), by: undefined, note: undefined, delay: undefined },
      }).html;
    expect(drawn('2026-03-14 11:00')).toContain('windows-noticed');
    expect(drawn('after 2026-03-14 11:00')).not.toContain('windows-noticed');
  });

  it('say nothing of how soon it was noticed where it may have been at once', () => {
    const noticed = (detected: string) =>
      renderIncident({
        detection: {
          detected: when(detected),
          by: undefined,
          note: undefined,
          delay: spanBetween(when('2026-03-14 09:05'), when(detected)),
        },
      }).lines.join('\n');
    expect(noticed('2026-03-14')).toContain('\nNoticed\n14 March 2026\n');
    expect(noticed('2026-03-14')).not.toMatch(/Noticed\n.*\n.*after it began/);
    expect(noticed('2026-03-14 09:40')).toContain('35 min after it began');
  });

  it('leave out an end that is known only by the length', () => {
    const started = when('day 1');
    const end = when('day 1 12:00 .. day 2 12:00');
    const length = { min: 43_200_000, max: 43_200_000 };
    const { lines, site } = lasting(started, end, {
      year: undefined,
      duration: length,
      impact: [impact({ from: started, to: end })],
    });
    expect(fact(lines, 'How long')).toEqual(['12 h', 'Day 1']);
    expect(lines.join('\n')).not.toContain('between day 1');
    expect(lines.filter((line) => line === '12 h')).toHaveLength(2); // In the strip and in the table.
    expect(site.read('services/checkout/').join('\n')).toContain('Major outage, Outage, 12 h');
  });

  it('show a rough end that its author wrote', () => {
    const { lines } = lasting(when('2026-03-14 09:05'), when('2026-03-14 13:00 .. 2026-03-14 15:00'));
    expect(fact(lines, 'How long')[1]).toContain('to between 13:00 and 15:00');
  });

  it('say of a beginning “by” some time that it may have been before', () => {
    const { lines } = lasting(when('by day 1 night'), when('day 2 22:00'), { year: undefined });
    expect(fact(lines, 'How long')[1]).toBe('From the night of day 1 or before, until day 2, 22:00');
  });

  it('say that a length is not known, on the drawing and in the table', () => {
    const { html, lines } = renderIncident({
      impact: [impact({ to: undefined, lasted: lasted('unknown') }), impact()],
    });
    expect(html).toContain('Checkout: outage, for an unknown time.');
    expect(html).not.toContain('for unknown');
    expect(lines).toContain('not known');
  });
});

describe('the gaps of a timeline', () => {
  const gaps = (...times: string[]) =>
    renderIncident({ timeline: times.map(entry) }).lines.filter((line) => /later|next day/.test(line));

  it('count days where only days are known', () => {
    expect(gaps('2026-03-14', '2026-03-17', '2026-03-18')).toEqual(['3 days later', 'the next day']);
    expect(gaps('day 1', 'day 3')).toEqual(['2 days later']);
  });

  it('count no hours up to a day', () => {
    expect(gaps('2026-03-14 22:00', '2026-03-15')).toEqual(['the next day']);
    expect(gaps('2026-03-14 08:00', '2026-03-14')).toEqual([]);
  });

  it('say nothing where nothing is certain', () => {
    expect(gaps('2026-03', '2026-04', '2026-03-10 .. 2026-05-19')).toEqual([]);
  });
});

it('heads the entries of a timeline with all that is known of their day', () => {
  const { lines } = renderIncident({
    started: when('2026-03-20'),
    timeline: [entry('2026-03-12 .. 2026-03-15'), entry('2026-03-12 09:00')],
  });
  const text = lines.join('\n');
  expect(text).toContain('between 12 and 15 March 2026\nSomething.\n12 March 2026, 09:00');
});

describe('what happened and to whom', () => {
  const two = (one: 'outage' | 'data-loss', other: 'partial' | 'outage') => [
    impact({ level: one, affected: inline('Everybody in Europe') }),
    impact({ level: other, service: service('search') }),
  ];

  it('names every degree', () => {
    expect(fact(renderIncident({ impact: two('outage', 'partial') }).lines, 'What')).toEqual([
      'Outage and partial outage',
      'Major outage',
    ]);
    expect(fact(renderIncident({ impact: two('data-loss', 'outage') }).lines, 'What')[0]).toBe(
      'Outage and data loss',
    );
  });

  it('says what one degree means, of one service and of several', () => {
    expect(fact(renderIncident({ impact: [impact()] }).lines, 'What')[1]).toBe('Nobody could use it');
    expect(fact(renderIncident({ impact: two('outage', 'outage') }).lines, 'What')[1]).toBe(
      'Nobody could use them',
    );
  });

  it('gives those affected in one service for that service alone', () => {
    const { lines } = renderIncident({ impact: two('outage', 'partial') });
    expect(fact(lines, 'For whom')).toEqual(['Checkout and Search']);
  });
});

describe('work that was planned', () => {
  const scheduled = {
    from: when('2026-12-06 05:00'),
    to: when('2026-12-06 07:30'),
    announced: when('2026-11-20'),
  };
  const planned: Partial<PublicIncident> = {
    id: '2026-12-06-move',
    title: 'The catalogue moves',
    kind: 'maintenance',
    preliminary: true,
    started: scheduled.from,
    mitigated: undefined,
    resolved: undefined,
    duration: undefined,
    scheduled,
    impact: [impact({ level: 'degraded', from: scheduled.from, to: scheduled.to })],
    updates: [{ at: when('2026-11-20 10:00'), state: 'update', text: inline('We will move.') }],
  };

  it('says when it was planned and announced, beside what came of it', () => {
    const { lines } = renderIncident({
      scheduled: { ...scheduled, from: when('2026-03-14 08:00'), to: undefined },
    });
    expect(lines).toContain('Planned 14 March 2026, 08:00, Dublin time, UTC, Announced 20 November 2026');
  });

  it('is told as planned while it lies ahead', () => {
    const { lines } = renderIncident(planned);
    const text = lines.join('\n');
    expect(fact(lines, 'What')).toEqual(['Planned maintenance', 'Degraded', 'Major outage']);
    expect(fact(lines, 'When')).toEqual(['6 December 2026, 05:00', 'To 07:30, Dublin time, UTC']);
    expect(text).toContain('it works, but worse');
    expect(text).not.toMatch(/report will follow|while it went on|it worked|fixes stand/);
  });

  it('is no incident of the year yet, and its own on the first page', () => {
    const site = render({ incidents: [incident(planned), incident()] });
    const home = site.read('');
    expect(home.indexOf('Planned')).toBeLessThan(home.indexOf('The catalogue moves'));
    expect(home.filter((line) => line === 'The catalogue moves')).toHaveLength(1);
    expect(home.join('\n')).toContain('In 2026 so far\n1 incident');
    expect(site.read('history/2026/')).not.toContain('The catalogue moves');
    expect(site.file('feeds/all.atom')).toContain('Planned for 6 December 2026, 05:00 to 07:30');
    expect(site.file('feeds/all.atom')).not.toContain('A report will follow');
  });
});

describe('promises that nobody has followed since the report', () => {
  const lastTold = day('2014-06-12');
  const six = ['done', 'done', 'open', 'open', 'in-progress', 'blocked'] as const;
  const made = (told: typeof lastTold | 'unknown', states: readonly (typeof six)[number][]) =>
    renderIncident({
      lastTold: told,
      remediation: states.map((state, index) => commitment(`R${index}`, { state, lastTold: told })),
    });

  it('are told as they stood then', () => {
    const { lines, site } = made(lastTold, six);
    expect(fact(lines, 'Where the fixes stand').slice(0, 2)).toEqual([
      '2 of 6 promises done when last told',
      'On 12 June 2014',
    ]);
    expect(lines).toContain('As told on 12 June 2014');
    expect(lines.join('\n')).not.toContain('As of');
    expect(site.read('').join('\n')).toContain('2 of 6 promises done when last told, on 12 June 2014');
  });

  it('are never said not to be kept', () => {
    const known = made(lastTold, ['open', 'open']);
    expect(known.site.read('').join('\n')).toContain('2 promises, last told on 12 June 2014');
    const unknown = made('unknown', ['open']);
    expect(unknown.lines).toContain('As the report told it');
    expect(unknown.lines).toContain('Open when last told');
    expect(unknown.site.read('').join('\n')).toContain('1 promise, as the report told it');
    for (const { lines } of [known, unknown])
      expect(lines.join('\n')).not.toMatch(/not (?:yet )?kept|None of/);
  });

  it('count neither as kept nor as open beside others', () => {
    const site = render({
      incidents: [
        incident({
          remediation: [
            commitment('R1', { state: 'done' }),
            commitment('R2', { title: 'Kept then', state: 'done', lastTold }),
            commitment('R3', { title: 'Open then', lastTold }),
          ],
        }),
      ],
    });
    const ledger = site.read('commitments/');
    expect(ledger).toContain(
      '3 promises were made after 1 incident: 1 is done; 2 have not been followed since the report.',
    );
    expect(
      ledger.filter((line) => /^(?:Late|Open|Done|Not followed since the report) \d/.test(line)),
    ).toEqual(['Done 1 promise', 'Not followed since the report 2 promises']);
    expect(site.read('').join('\n')).toContain('Nothing open');
  });
});

describe('the drawing of the windows', () => {
  it('never draws lost data over an outage of the same service', () => {
    const heights = (level: 'data-loss' | 'outage') => {
      const { html } = renderIncident({ impact: [impact(), impact({ level })] });
      const bars = [...html.matchAll(/class="windows-solid"[^>]* y="([\d.]+)"/g)];
      return new Set(bars.map((found) => Math.round(Number(found[1])))).size;
    };
    expect(heights('data-loss')).toBe(2);
    expect(heights('outage')).toBe(1);
  });

  /** The labels of its axis and its rows. */
  const drawn = (html: string) =>
    [...html.matchAll(/<t(?:ext|span)[^>]*>([^<]+)</g)].map((found) => found[1]?.trim() ?? '');

  it('names the year where it runs through several', () => {
    const windows = (to: string) =>
      drawn(renderIncident({ impact: [impact({ from: when('2025-11-01'), to: when(to) })] }).html);
    expect(windows('2026-05-01')).toContain('24 Jan 2026');
    expect(windows('2025-12-20').filter((label) => / 202[56]$/.test(label))).toEqual([]);
  });

  it('reaches to the end of a day of which no hour is known', () => {
    const from = when('day 1');
    const { html } = renderIncident({
      year: undefined,
      started: from,
      impact: [impact({ from, to: undefined, lasted: lasted('unknown') })],
    });
    expect(drawn(html)).toContain('day 2');
  });

  it('marks no time for what began before it and lasted nobody knows how long', () => {
    const vague = impact({ from: when('by 2026-03-14 10:00'), to: undefined, lasted: lasted('unknown') });
    const { html } = renderIncident({ impact: [impact(), vague] });
    expect(html.match(/class="windows-bar/g)).toHaveLength(1);
  });

  it('cuts no name of a service', () => {
    const name = 'The warehouse interface for suppliers who deliver to more than one place';
    const { html } = renderIncident({ impact: [impact({ service: service('warehouse', { name }) })] });
    expect(drawn(html).join(' ')).toContain(name);
    expect(html).not.toContain('…</');
  });
});

it('writes the names of services and companies as their authors do', () => {
  const own = service('host', { name: 'freistil hosting', group: 'freistil IT' });
  const { site } = renderIncident(
    { impact: [impact({ service: own })] },
    {
      services: [own],
      site: {
        title: 'Retold',
        url: 'https://status.example.com/',
        language: 'en',
        zone: 'UTC',
        totals: false,
        weights: { outage: 1, partial: 0.3, degraded: 0 },
        brand: {},
      },
    },
  );
  expect(site.read('')).toContain('Major outage, freistil IT, freistil hosting, 4 h 57 min');
});

it('counts a retracted report for no incident, wherever it counts', () => {
  const retracted = { date: day('2026-04-01'), text: inline('It was a drill.') };
  const home = render({ incidents: [incident(), incident({ id: '2026-02-01-drill', retracted })] }).read('');
  expect(home).toContain('1 incident, 1 retracted');
  expect(home.join('\n')).toContain('In 2026 so far\n1 incident');
});
