import { describe, expect, it } from 'vitest';
import { findAttribute, listElements } from '../sites/readPage.js';
import {
  block,
  body,
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

/** The text of the headings of a page, each with its level. */
function outline(html: string): string[] {
  return [...html.matchAll(/<h([1-6])[^>]*>(.*?)<\/h\1>/gs)].map(
    (found) => `${found[1]} ${(found[2] ?? '').replaceAll(/<[^>]*>/g, '')}`,
  );
}

/** The page of one incident on a site in German. */
function renderGerman(changes: Parameters<typeof renderIncident>[0]) {
  return renderIncident(changes, {
    site: {
      title: 'Vorfälle',
      url: 'https://status.example.com/base/',
      language: 'de',
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  });
}

describe('the page of an incident', () => {
  it('answers first: what, for whom, how long, and where the fixes stand', () => {
    const { lines } = renderIncident({
      impact: [impact({ affected: inline('Everybody in *Europe*') })],
      remediation: [
        commitment('R1', { state: 'done', done: day('2026-03-29'), due: day('2026-03-31') }),
        commitment('R2', { overdue: true, daysLate: 12, due: day('2026-11-10') }),
      ],
    });
    const first = lines.slice(
      lines.indexOf('A full disk stopped checkout'),
      lines.indexOf('Impact by service'),
    );
    expect(first).toEqual([
      'A full disk stopped checkout',
      'What',
      'Outage',
      'Nobody could use it',
      'Major outage',
      'For whom',
      'Checkout',
      'Everybody in Europe',
      'How long',
      '4 h 57 min',
      '14 March 2026, 09:05 to 14:02, Dublin time, UTC',
      'Where the fixes stand',
      '1 of 2 promises kept',
      '1 is late by 12 days',
    ]);
  });

  it('keeps the order in which a customer asks, whatever is shown', () => {
    const { html } = renderIncident({
      summary: inline('The disk was full.'),
      impact: [impact()],
      timeline: [
        { at: when('2026-03-14 09:05'), until: undefined, kind: 'started', text: inline('It began.') },
      ],
      causes: [{ id: 'C1', kind: 'root', category: 'capacity', text: inline('A log was not rotated.') }],
      remediation: [commitment('R1')],
      numbers: [{ label: 'Orders lost', value: 'about 1,200' }],
      detection: {
        detected: when('2026-03-14 09:40'),
        by: 'customer',
        note: undefined,
        delay: { min: 2_100_000, max: 2_100_000 },
      },
      updates: [{ at: when('2026-03-14 10:00'), state: 'investigating', text: inline('We are looking.') }],
      body: body('## What we saw\n\nText.\n\n#### Much deeper\n\nMore.\n'),
      questions: [{ date: day('2026-03-20'), question: inline('Again?'), answer: block('No.') }],
      corrections: [{ date: day('2026-03-22'), text: inline('The time was wrong.') }],
      related: [
        {
          how: 'recurrence-of',
          incident: {
            id: '2025-11-02-disk',
            title: 'The first full disk',
            started: when('2025-11-02'),
            year: 2025,
          },
        },
      ],
      signed: 'Ada Byrne, Head of Operations',
    });
    expect(outline(html)).toEqual([
      '1 A full disk stopped checkout',
      '2 Impact by service',
      '3 In numbers',
      '2 What happened',
      '2 Why it happened',
      '2 What was promised',
      '2 The report',
      '3 What we saw',
      '4 Much deeper',
      '2 What was said while it went on',
      '2 Questions and answers',
      '2 Corrections',
      '2 Related incidents',
    ]);
    expect(html).toContain('Ada Byrne, Head of Operations');
  });

  it('leaves no trace of a part that is not shown', () => {
    const { html } = renderIncident();
    expect(outline(html)).toEqual(['1 A full disk stopped checkout']);
  });

  it('says that a report will follow, and gives the latest words while it goes on', () => {
    const { lines, html } = renderIncident({
      ongoing: true,
      preliminary: true,
      resolved: undefined,
      impact: [impact({ to: undefined })],
      updates: [{ at: when('2026-11-21 10:00'), state: 'identified', text: inline('It is the disk.') }],
    });
    expect(lines.join('\n')).toMatch(/Still going on\nSince 14 March 2026, 09:05/);
    expect(lines.join('\n')).toContain('A report will follow');
    expect(lines.join('\n')).toContain('since 14 March 2026, 09:05');
    expect(outline(html)).toEqual([
      '1 A full disk stopped checkout',
      '2 What was said so far',
      '2 Impact by service',
    ]);
  });

  it('shows of a retracted report only that', () => {
    const { lines } = renderIncident({
      retracted: { date: day('2026-04-01'), text: inline('It was a drill.') },
    });
    const text = lines.join('\n');
    expect(text).toContain('This report was retracted');
    expect(text).toContain('It was a drill.');
    expect(text).not.toContain('How long');
  });
});

describe('the timeline', () => {
  const entry = (at: string | undefined, kind: 'note' | 'started' = 'note', text = 'Something.') => ({
    at: at === undefined ? undefined : when(at),
    until: undefined,
    kind,
    text: inline(text),
  });

  it('says long gaps, and says none where a time is missing', () => {
    const { lines } = renderIncident({
      timeline: [
        entry('2026-03-14 09:05', 'started'),
        entry('2026-03-14 09:20'),
        entry('2026-03-14 13:32'),
        entry(undefined),
        entry('2026-03-15 08:00'),
      ],
    });
    expect(lines.filter((line) => line.endsWith('later'))).toEqual(['4 h 12 min later']);
  });

  it('shows approximate times as such, and each day once', () => {
    const { lines } = renderIncident({
      timeline: [
        entry('2026-03-14 09:05'),
        entry('~2026-03-14 09:40'),
        entry('2026-03-14 evening'),
        entry('2026-03-16'),
      ],
    });
    const text = lines.join('\n');
    expect(text).toContain('about 09:40');
    expect(text).toContain('evening');
    // Beside the title, in the strip of facts, among the moments, and once in the timeline.
    expect(text.match(/14 March 2026/g)).toHaveLength(4);
    expect(text).toContain('16 March 2026');
  });
});

describe('the windows', () => {
  it('are drawn with their description, and the table says the same', () => {
    const { html, lines } = renderIncident({
      impact: [
        impact(),
        impact({
          service: service('search'),
          level: 'degraded',
          to: undefined,
          lasted: lasted('5m'),
          share: '34%',
        }),
      ],
    });
    const drawing = listElements(html).find((element) => findAttribute(element, 'role') === 'img');
    expect(drawing?.tagName).toBe('svg');
    expect(html).toContain('Checkout: outage, 4 h 57 min. Search: degraded, 5 min.');
    expect(lines).toContain('14 March 2026, 09:05 to 14:02');
    expect(lines).toContain('4 h 57 min');
    expect(lines).toContain('5 min');
    expect(lines).toContain('Share 34%');
  });

  it('fade at an uncertain end, and only there', () => {
    const certain = renderIncident({ impact: [impact()] }).html;
    const doubtful = renderIncident({ impact: [impact({ to: when('~2026-03-14 14:00') })] }).html;
    expect(certain.match(/class="windows-fade"/g)).toBeNull();
    expect(doubtful.match(/class="windows-fade"/g)).toHaveLength(1);
  });

  it('are not drawn where no time is known', () => {
    const { html } = renderIncident({ impact: [impact({ from: when('unknown'), to: when('unknown') })] });
    expect(html).not.toContain('<figure class="windows"');
    expect(html).toContain('<table class="impact">');
  });
});

describe('the promises', () => {
  it('say of each how it stands, and claim “in time” only where it certainly was', () => {
    const { lines } = renderIncident({
      remediation: [
        commitment('R1', { state: 'done', done: day('2026-03-29'), due: day('2026-03-31') }),
        commitment('R2', { state: 'done', done: day('2026-04-10'), due: day('2026-04-01'), daysLate: 9 }),
        commitment('R3', { state: 'done', done: day('2026-04'), due: day('2026-04-15') }),
        commitment('R4', { state: 'done', done: 'unknown', due: day('2026-04-15') }),
        commitment('R5', { state: 'blocked', overdue: true, daysLate: 1, due: day('2026-11-21') }),
        commitment('R6', { state: 'wont-do', reason: inline('It costs more than it saves.') }),
        commitment('R7', {
          state: 'superseded',
          supersededBy: { incident: '2026-03-14-disk', id: 'R1' },
        }),
      ],
    });
    const text = lines.join('\n');
    for (const words of [
      'Done on 29 March 2026, in time',
      'Done on 10 April 2026, late by 9 days',
      'Done in April 2026\n',
      'Done, nobody wrote down when',
      'Blocked, late by 1 day',
      'Will not be done',
      'The reason: It costs more than it saves.',
      'Replaced by Promise R1',
      '4 of 6 promises kept; 1 is late by 1 day; 1 was dropped',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('claim nothing of promises that nobody keeps up to date', () => {
    const lastTold = day('2014-06-29');
    const { lines } = renderIncident({
      lastTold,
      remediation: [
        commitment('R1', { lastTold, due: day('2014-07-01') }),
        commitment('R2', { lastTold, state: 'in-progress' }),
      ],
    });
    const text = lines.join('\n');
    expect(text).toContain('2 promises\nLast told on 29 June 2014');
    expect(text).toContain('Open when last told, on 29 June 2014');
    expect(text).toContain('In progress when last told, on 29 June 2014');
    expect(text).not.toMatch(/late by|yet|None|As of|not kept/);
  });

  it('can be linked to', () => {
    const { html } = renderIncident({
      causes: [{ id: 'C1', kind: 'root', category: undefined, text: inline('A log.') }],
      remediation: [commitment('R1', { addresses: ['C1'] })],
    });
    const ids = listElements(html).map((element) => findAttribute(element, 'id'));
    expect(ids).toContain('R1');
    expect(ids).toContain('cause-C1');
    expect(html).toContain('href="#cause-C1"');
  });
});

it('says nothing of a date that nobody knows', () => {
  const started = when('day 1 09:00');
  const { lines } = renderIncident({
    id: 'undated-switch',
    started,
    year: undefined,
    mitigated: undefined,
    resolved: when('unknown'),
    duration: { min: null, max: null },
    impact: [impact({ from: started, to: when('day 2 17:30') })],
  });
  const text = lines.join('\n');
  expect(text).toContain('Date unknown');
  expect(text).toContain('Not known');
  expect(text).toContain('days are counted from the first');
  expect(text).not.toMatch(/19[67]\d/);
});

it('shows a relation to the other incident as a link to it', () => {
  const other = incident({ id: '2025-11-02-disk', title: 'The first', year: 2025 });
  const { site } = renderIncident(
    {
      related: [
        {
          how: 'recurrence-of',
          incident: { id: other.id, title: other.title, started: other.started, year: 2025 },
        },
      ],
    },
    {},
  );
  expect(site.page('incidents/2026-03-14-disk/')).toContain('href="../2025-11-02-disk/"');
});

describe('what had the same cause before', () => {
  const earlier = incident({
    id: '2025-11-02-disk',
    title: 'The first full disk',
    started: when('2025-11-02 08:00'),
    year: 2025,
    remediation: [
      commitment('R1', {
        incident: { id: '2025-11-02-disk', title: 'The first full disk' },
        title: 'Watch the disks',
        overdue: true,
        daysLate: 100,
        due: day('2026-08-14'),
      }),
      commitment('R2', {
        incident: { id: '2025-11-02-disk', title: 'The first full disk' },
        state: 'done',
        done: day('2025-12-01'),
      }),
    ],
  });
  const own = incident({
    summary: inline('The disk was full again.'),
    related: [
      {
        how: 'recurrence-of',
        incident: { id: earlier.id, title: earlier.title, started: earlier.started, year: 2025 },
      },
    ],
  });
  const site = render({ incidents: [own, earlier] });

  it('is said at the beginning: which time it is, and how much of the earlier fixes is open', () => {
    const lines = site.read(`incidents/${own.id}/`);
    const note = lines[lines.indexOf('The disk was full again.') + 1];
    expect(note).toBe(
      'The second incident with this cause in twelve months. Of the 2 promises made after the earlier one 1 is still open. What happened then, and what was promised',
    );
  });

  it('leads to the earlier one and to each promise that is open', () => {
    const html = site.page(`incidents/${own.id}/`);
    const lines = site.read(`incidents/${own.id}/`);
    expect(html).toContain('href="../2025-11-02-disk/"');
    expect(html).toContain('href="../2025-11-02-disk/#R1"');
    expect(html).not.toContain('href="../2025-11-02-disk/#R2"');
    expect(lines.slice(lines.indexOf('Related incidents', 20))).toEqual(
      expect.arrayContaining(['This was a recurrence of', 'Watch the disks', 'Open, late by 100 days']),
    );
  });

  it('is said of none that was the first', () => {
    expect(site.read(`incidents/${earlier.id}/`).join('\n')).not.toContain('with this cause');
  });
});

describe('a long report', () => {
  const parts = {
    summary: inline('The disk was full.'),
    impact: [impact()],
    causes: [{ id: 'C1', kind: 'root' as const, category: 'capacity', text: inline('A log.') }],
    remediation: [commitment('R1')],
    corrections: [
      { date: day('2026-03-22'), text: inline('The time was wrong.') },
      { date: day('2026-04-02'), text: inline('So was the count.') },
    ],
  };

  it('says at its beginning what there is, each a link to its part', () => {
    const { html } = renderIncident(parts);
    const links = [...html.matchAll(/<li><a href="#([^"]+)">([^<]+)<\/a><\/li>/g)];
    expect(links.map((found) => found[2])).toEqual([
      'Impact by service',
      'Why it happened',
      'What was promised',
      'Corrections',
    ]);
    const ids = listElements(html).map((element) => findAttribute(element, 'id'));
    for (const [, id] of links) expect(ids).toContain(id);
    expect(renderIncident({ impact: [impact()] }).html).not.toContain('On this page');
  });

  it('says before its parts that it was corrected', () => {
    const { lines } = renderIncident(parts);
    const note = lines.indexOf('Corrected twice, last on 2 April 2026: what was changed');
    expect(note).toBeGreaterThan(lines.indexOf('The disk was full.'));
    expect(note).toBeLessThan(lines.lastIndexOf('Impact by service'));
  });

  it('ends with who signed it, since when it stands there, when it was changed, and what else there is of it', () => {
    const { html, lines } = renderIncident({ ...parts, signed: 'Ada Byrne, Head of Operations' });
    expect(lines.slice(lines.indexOf('Ada Byrne, Head of Operations'))).toEqual([
      'Ada Byrne, Head of Operations',
      'Published on 18 March 2026, last changed on 2 April 2026, shown as of 22 November 2026',
      'https://status.example.com/base/incidents/2026-03-14-disk/',
      'All incidents of 2026',
      'This report as Markdown',
      'Promises and maintenance as a calendar',
      'Feed of all incidents',
    ]);
    expect(html).toContain('<link rel="alternate" type="text/markdown" href="../2026-03-14-disk.md"/>');
    expect(html).toContain('<a href="../2026-03-14-disk.md" type="text/markdown">');
  });
});

it('marks the four moments, each with how long after the beginning it came', () => {
  const { lines } = renderIncident({
    detection: { detected: when('2026-03-14 09:40'), by: 'customer', note: undefined, delay: undefined },
    mitigated: when('2026-03-14 14:02'),
    resolved: when('~2026-03-14 18:00'),
  });
  const moments = lines.slice(lines.indexOf('How it was noticed'), lines.indexOf('Published on 18 March 2026, shown as of 22 November 2026')); // prettier-ignore
  expect(moments).toEqual([
    'How it was noticed',
    'In Dublin time, UTC',
    'Started',
    '14 March 2026, 09:05',
    'Noticed by a customer',
    '09:40',
    '35 min after it began',
    'Mitigated',
    '14:02',
    '4 h 57 min after it began',
    'Resolved',
    'about 18:00',
    'about 9 h after it began',
  ]);
});

describe('times that a reader can see in another zone', () => {
  const times = (html: string) =>
    listElements(html)
      .filter((element) => /^(?:time|span)$/.test(element.tagName))
      .map((element) => ({
        at: findAttribute(element, 'datetime'),
        form: findAttribute(element, 'data-form'),
        stays: findAttribute(element, 'data-stays') !== undefined,
      }));

  it('carry their instant and their form; days have none, and what is rough stays', () => {
    const { html } = renderIncident({
      timeline: [
        {
          at: when('2026-06-14 09:05'),
          until: when('2026-06-14 10:00'),
          kind: 'started',
          text: inline('A.'),
        },
        { at: when('~2026-06-14 11:00'), until: undefined, kind: 'note', text: inline('B.') },
        { at: when('2026-06-14 evening'), until: undefined, kind: 'note', text: inline('C.') },
        { at: when('2026-06-15'), until: undefined, kind: 'note', text: inline('D.') },
      ],
    });
    const list = html.slice(html.indexOf('<ol class="timeline"'));
    expect(times(list).filter(({ at }) => at?.startsWith('2026-06'))).toEqual([
      { at: '2026-06-14T08:05Z', form: '{clock}', stays: false },
      { at: '2026-06-14T09:00Z', form: 'to {clock}', stays: false },
      { at: '2026-06-14T10:00Z', form: 'about {clock}', stays: false },
      { at: '2026-06-14', form: undefined, stays: true },
    ]);
  });

  it('are none where the zone, or the date, is not known, or the report was retracted', () => {
    const started = when('day 1 09:00');
    for (const changes of [
      { zone: 'unknown', started: { ...when('2026-03-14 09:05'), zone: 'unknown' } },
      { started, mitigated: undefined, resolved: undefined, year: undefined },
      { retracted: { date: day('2026-04-01'), text: inline('It was a drill.') } },
    ]) {
      const { html } = renderIncident(changes);
      expect(html).not.toContain('data-form');
      expect(html).not.toContain('zone-switch');
      expect(html).not.toContain('<script');
    }
  });
});

it('speaks German where the site does, and leaves the words of its authors as they are', () => {
  const { lines, html } = renderGerman({
    summary: inline('The disk was full.'),
    impact: [impact({ level: 'partial' })],
    detection: { detected: when('2026-03-14 09:40'), by: 'monitoring', note: undefined, delay: undefined },
    causes: [{ id: 'C1', kind: 'root', category: 'capacity', text: inline('A log.') }],
    remediation: [commitment('R1', { overdue: true, daysLate: 12, due: day('2026-11-10') })],
    questions: [{ date: day('2026-03-20'), question: inline('Again?'), answer: block('No.') }],
  });
  expect(outline(html)).toEqual([
    '1 A full disk stopped checkout',
    '2 Auswirkungen nach Dienst',
    '2 Wie er bemerkt wurde',
    '2 Warum es dazu kam',
    '2 Was zugesagt wurde',
    '2 Fragen und Antworten',
  ]);
  const text = lines.join('\n');
  for (const words of [
    'Teilausfall',
    'Manche konnten den Dienst nicht nutzen',
    '14. März 2026, 09:05 bis 14:02, Ortszeit Dublin, UTC',
    'Von der Überwachung bemerkt',
    'Kapazität, C1',
    'The disk was full.',
  ])
    expect(text).toContain(words);
});

it('holds a timeline of 120 entries and a title of 200 characters', () => {
  const title = 'Everything was slow and then nothing was there at all '.repeat(4).slice(0, 200);
  const { lines, html } = renderIncident({
    title,
    timeline: Array.from({ length: 120 }, (_, index) => ({
      at: when(
        `2026-03-${String(1 + Math.floor(index / 24)).padStart(2, '0')} ${String(index % 24).padStart(2, '0')}:15`,
      ),
      until: undefined,
      kind: 'note' as const,
      text: inline(`Step ${index + 1}.`),
    })),
  });
  expect(lines).toContain(title.trim());
  expect(lines.filter((line) => /^Step \d+\.$/.test(line))).toHaveLength(120);
  expect(html.match(/class="entry-day"/g)).toHaveLength(5);
});
