import { describe, expect, it } from 'vitest';
import { fold, formsOf, splitWords } from '../../src/client/fold.js';
import { findFragment, markWords, type Piece } from '../../src/client/fragment.js';
import { readOutput } from '../../src/proof/reading.js';
import { hostile } from './hostile.js';
import { block, body, commitment, day, impact, incident, inline, render, service, when } from './history.js';

interface Manifest {
  version: number;
  years: { year: string; texts: string }[];
  incidents: {
    id: string;
    year: string;
    services: string[];
    causes: string[];
    severity?: number;
    ahead?: true;
  }[];
}

interface Year {
  version: number;
  year: string;
  incidents: { id: string; names: string[]; texts: string[] }[];
}

const whole = incident({
  summary: inline('The *summary* of it.'),
  impact: [impact({ affected: inline('Everybody in Galway'), where: ['eu-west'], note: inline('A note.') })],
  numbers: [{ label: 'Orders lost', value: 'about 1,200' }],
  detection: { detected: undefined, by: 'customer', note: inline('Somebody rang.'), delay: undefined },
  causes: [{ id: 'C1', kind: 'root', category: 'capacity', text: inline('A log filled `the disk`.') }],
  timeline: [{ at: when('2026-03-14 09:05'), until: undefined, kind: 'note', text: inline('A [cormorant](https://a.example) sat on it.') }], // prettier-ignore
  updates: [{ at: when('2026-03-14 10:00'), state: 'identified', text: inline('We look.') }],
  remediation: [commitment('R1', { title: 'Rotate logs', doneWhen: inline('A drill shows it.') })],
  questions: [
    { date: undefined, question: inline('Why so late?'), answer: block('Because.\n\n- one\n- two') },
  ],
  corrections: [{ date: day('2026-03-22'), text: inline('It was a log.') }],
  body: body(
    '## What happened\n\nFirst & last[^1].\n\n| A | B |\n|---|---|\n| c | d |\n\n[^1]: A footnote.\n',
  ),
});

describe('the texts of a year', () => {
  const site = render({
    incidents: [
      whole,
      incident({ id: '2025-01-01-old', year: 2025, started: when('2025-01-01'), summary: inline('Old.') }),
      incident({ id: 'undated-one', year: undefined, started: when('unknown'), summary: inline('Once.') }),
    ],
  });
  const read = (path: string) => JSON.parse(site.file(path)) as Year;

  it('hold everything that a page says in its author’s words, plain, a paragraph each', () => {
    expect(read('search/2026.json')).toEqual({
      version: 1,
      year: '2026',
      incidents: [
        {
          id: '2026-03-14-disk',
          names: ['A full disk stopped checkout', 'Checkout', 'Major outage', 'Outage', 'Capacity'],
          texts: [
            'The summary of it.',
            'Everybody in Galway',
            'eu-west',
            'A note.',
            'A cormorant sat on it.',
            'Somebody rang.',
            'A log filled the disk.',
            'Rotate logs',
            'A drill shows it.',
            'Orders lost: about 1,200',
            'What happened',
            'First & last.',
            'A',
            'B',
            'c',
            'd',
            'Notes',
            'A footnote.',
            'We look.',
            'Why so late?',
            'Because.',
            'one',
            'two',
            'It was a log.',
          ],
        },
      ],
    });
  });

  it('stand in a file a year, and one for those without a date', () => {
    const paths = [...site.files.keys()].filter((path) => /^search\/.*\.json$/.test(path));
    expect(paths.toSorted()).toEqual([
      'search/2025.json',
      'search/2026.json',
      'search/incidents.json',
      'search/undated.json',
    ]);
    expect(read('search/2025.json').incidents.map(({ id }) => id)).toEqual(['2025-01-01-old']);
    expect(read('search/undated.json').incidents.map(({ texts }) => texts)).toEqual([['Once.']]);
  });

  it('are named newest first in a small file of all incidents', () => {
    const manifest = JSON.parse(site.file('search/incidents.json')) as Manifest;
    expect(manifest.version).toBe(1);
    expect(manifest.years).toEqual([
      { year: '2026', texts: 'search/2026.json' },
      { year: '2025', texts: 'search/2025.json' },
      { year: 'undated', texts: 'search/undated.json' },
    ]);
    expect(manifest.incidents[0]).toEqual({
      id: '2026-03-14-disk',
      url: 'incidents/2026-03-14-disk/',
      title: 'A full disk stopped checkout',
      year: '2026',
      day: '14 March 2026',
      dateTime: '2026-03-14T09:05Z',
      severity: 1,
      services: ['checkout'],
      causes: ['capacity'],
      facts: [{ text: 'Checkout' }, { text: '4 h 57 min' }, { text: '1 promise, not yet kept' }],
    });
    expect(site.file('search/incidents.json')).not.toContain('cormorant');
  });

  it('are the same bytes for the same history', () => {
    const bytes = () =>
      [...render({ incidents: [whole] }).files].filter(([path]) => path.startsWith('search/'));
    expect(bytes()).toEqual(bytes());
  });
});

it('a retracted report is found by its title and by why it was taken back, and by nothing else', () => {
  const site = render({
    incidents: [
      incident({
        severity: undefined,
        retracted: { date: day('2026-05-01'), text: inline('It was another one.') },
      }),
    ],
  });
  const { incidents } = JSON.parse(site.file('search/2026.json')) as Year;
  expect(incidents).toEqual([
    { id: '2026-03-14-disk', names: ['A full disk stopped checkout'], texts: ['It was another one.'] },
  ]);
});

it('what is only planned can be found by its words, and is in no list of what happened', () => {
  const site = render({
    incidents: [
      incident({
        kind: 'maintenance',
        started: when('2026-12-06 05:00'),
        mitigated: undefined,
        resolved: undefined,
        duration: undefined,
        scheduled: { from: when('2026-12-06 05:00'), to: undefined, announced: undefined },
      }),
    ],
  });
  expect((JSON.parse(site.file('search/incidents.json')) as Manifest).incidents[0]?.ahead).toBe(true);
  expect((JSON.parse(site.file('search/2026.json')) as Year).incidents).toHaveLength(1);
});

it('hostile texts and names come through whole, and harm nobody', () => {
  const odd = service('constructor', { name: hostile });
  const site = render({
    services: [odd],
    incidents: [
      incident({
        title: hostile,
        impact: [impact({ service: odd })],
        causes: [{ id: 'C1', kind: 'root', category: 'constructor', text: inline(hostile) }],
      }),
    ],
  });
  for (const path of ['search/incidents.json', 'search/2026.json']) {
    const content = site.file(path);
    expect(readOutput({ path, content }, 'public').fault).toBeUndefined();
    expect(content).not.toMatch(/[<\u2028\u2029]/);
  }
  expect(site.file('search/incidents.json')).toContain('"services":["constructor"],"causes":["constructor"]');
  const found = site.outputs.find(({ path }) => path === 'causes/constructor/index.html');
  expect(readOutput(found ?? { path: '', content: '' }, 'public').fault).toBeUndefined();
});

it('the pages say where the search lies', () => {
  const { files } = render({ incidents: [whole] });
  expect(files.get('search/index.html')).toContain('data-manifest="incidents.json"');
  expect(files.get('index.html')).toContain('data-manifest="search/incidents.json"');
});

describe('the search page', () => {
  it('says without a script what it needs, and where everything stands', () => {
    const lines = render({ incidents: [whole] }).read('search/');
    expect(lines.join('\n')).toContain('The lists above lead to every incident without either.');
    expect(lines).toContain('2026 1 incident');
  });
});

describe('words', () => {
  it('are compared without case, accents and umlauts', () => {
    expect(fold('STÖRUNG')).toBe('storung');
    expect(formsOf('Störung')).toEqual(['storung', 'stoerung']);
    expect(formsOf('Straße')).toEqual(['strasse']);
    expect(formsOf('Łódź')).toEqual(['lodz']);
    expect(fold('Crème')).toBe('creme');
    expect(fold('أَحْمَد')).toBe(fold('احمد'));
  });

  it('are what stands between spaces and signs, or a letter of a script without spaces', () => {
    expect(splitWords('The API’s disk: 99.95%, eu-west_1')).toEqual(['The', 'API', 's', 'disk', '99', '95', 'eu', 'west', '1']); // prettier-ignore
    expect(splitWords('障害が')).toEqual(['障', '害', 'が']);
    expect(splitWords('<b>&__proto__')).toEqual(['b', 'proto']);
  });
});

describe('a fragment', () => {
  const show = (pieces: readonly Piece[] | undefined) =>
    pieces?.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

  it('is of the text that has most of the words, with the words marked', () => {
    const texts = ['Only the disk.', 'The disk of the Störung was full.', 'Nothing.'];
    expect(show(findFragment(texts, new Set(['disk', 'storung'])))).toBe(
      'The [disk] of the [Störung] was full.',
    );
    expect(findFragment(texts, new Set(['router']))).toBeUndefined();
  });

  it('is cut at spaces, around the first word', () => {
    const text = `${'word '.repeat(60)}needle ${'word '.repeat(60)}`;
    const shown = show(findFragment([text], new Set(['needle']))) ?? '';
    expect(shown).toMatch(/^…word (?:word )*\[needle\] word(?: word)*…$/);
    expect(shown.length).toBeLessThan(220);
  });

  it('cuts no character in two where there are no spaces', () => {
    const text = `${'😀'.repeat(301)} needle ${'😀'.repeat(301)}`;
    const shown = show(findFragment([text], new Set(['needle']))) ?? '';
    expect(shown).toContain('[needle');
    // Half a character would come back as a mark of its loss.
    expect(Buffer.from(shown).toString()).toBe(shown);
  });

  it('leaves a title whole', () => {
    expect(show(markWords('A full disk', new Set(['full'])))).toBe('A [full] disk');
    expect(show(markWords('A full disk', new Set()))).toBe('A full disk');
  });
});
