import type { Heading, Link, Root, RootContent, Table } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { block, body, commitment, day, impact, incident, inline, render, service, when } from './history.js';

/** Read as others read it. */
const parse = (text: string): Root => unified().use(remarkParse).use(remarkGfm).parse(text);

function renderMarkdown(changes: Parameters<typeof incident>[0] = {}, language = 'en') {
  const shown = incident(changes);
  const site = render({
    incidents: [shown],
    site: {
      title: 'Example history',
      url: 'https://status.example.com/base/',
      language,
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  });
  const text = site.file(`incidents/${shown.id}.md`);
  return { site, text, tree: parse(text) };
}

const headings = (tree: Root): string[] =>
  tree.children.flatMap((node) => (node.type === 'heading' ? [`${node.depth} ${toString(node)}`] : []));

/** The nodes below a heading, up to the next of its depth or less. */
function below(tree: Root, title: string): RootContent[] {
  const start = tree.children.findIndex((node) => node.type === 'heading' && toString(node) === title);
  const { depth } = tree.children[start] as Heading;
  const rest = tree.children.slice(start + 1);
  const end = rest.findIndex((node) => node.type === 'heading' && node.depth <= depth);
  return end < 0 ? rest : rest.slice(0, end);
}

const texts = (nodes: readonly RootContent[]): string => nodes.map((node) => toString(node)).join('\n');

const whole: Parameters<typeof incident>[0] = {
  summary: inline('The disk was *full*.'),
  impact: [impact({ affected: inline('Everybody'), share: '34%' })],
  numbers: [{ label: 'Orders lost', value: 'about 1,200' }],
  detection: {
    detected: when('2026-03-14 09:40'),
    by: 'customer',
    note: inline('By phone.'),
    delay: undefined,
  },
  timeline: [
    { at: when('2026-03-14 09:05'), until: undefined, kind: 'started', text: inline('It began.') },
    { at: when('~2026-03-14 11:00'), until: undefined, kind: 'note', text: inline('We looked.') },
  ],
  causes: [{ id: 'C1', kind: 'root', category: 'capacity', text: inline('A log was not rotated.') }],
  provider: { name: 'Disk & Co', url: 'https://disks.example/' },
  remediation: [
    commitment('R1', {
      state: 'done',
      done: day('2026-03-29'),
      due: day('2026-03-31'),
      doneWhen: inline('An alert fires.'),
    }),
    commitment('R2', { overdue: true, daysLate: 12, due: day('2026-11-10'), addresses: ['C1'] }),
  ],
  body: body(
    '## What we saw\n\nText with a [link](https://docs.example/).\n\n| a | b |\n| - | - |\n| 1 | 2 |\n',
  ),
  updates: [{ at: when('2026-03-14 10:00'), state: 'investigating', text: inline('We are looking.') }],
  questions: [{ date: day('2026-03-20'), question: inline('Again?'), answer: block('No.\n\nNever.') }],
  corrections: [{ date: day('2026-03-22'), text: inline('The time was wrong.') }],
  signed: 'Ada Byrne, Head of Operations',
};

describe('the report as Markdown', () => {
  it('holds all that the page says, in the same order', () => {
    const { tree, text } = renderMarkdown(whole);
    expect(headings(tree)).toEqual([
      '1 A full disk stopped checkout',
      '2 Impact by service',
      '2 In numbers',
      '2 What happened',
      '2 Why it happened',
      '2 What was promised',
      '2 The report',
      '3 What we saw',
      '2 What was said while it went on',
      '2 Questions and answers',
      '2 Corrections',
    ]);
    const facts = texts(tree.children.slice(1, 4));
    for (const words of [
      'What: Outage',
      'Noticed by a customer: 14 March 2026, 09:40, 35 min after it began',
      'Where the fixes stand: 1 of 2 promises kept; 1 is late by 12 days',
      'Times are in Dublin time, UTC.',
      'The disk was full.',
    ])
      expect(facts).toContain(words);
    const table = below(tree, 'Impact by service').find((node): node is Table => node.type === 'table');
    expect(table?.children.map((row) => row.children.map((cell) => toString(cell)))).toEqual([
      ['Service', 'Degree', 'When', 'How long'],
      ['Checkout', 'Outage', '14 March 2026, 09:05 to 14:02', '4 h 57 min'],
    ]);
    expect(texts(below(tree, 'What happened'))).toMatch(
      /By phone\.\n14 March 2026, 09:05: Started\. It began\.about 11:00 on 14 March 2026: We looked\./,
    );
    expect(texts(below(tree, 'Why it happened'))).toContain(
      'What lay beneath, Capacity, C1: A log was not rotated.',
    );
    const promised = texts(below(tree, 'What was promised'));
    for (const words of [
      'R1: Promise R1',
      'Done on 29 March 2026, in time',
      'Due 31 March 2026',
      'An alert fires.',
      'Open, late by 12 days',
    ])
      // prettier-ignore
      expect(promised).toContain(words);
    expect(texts(below(tree, 'Questions and answers'))).toBe('20 March 2026: Again?\nNo.\nNever.');
    expect(texts(below(tree, 'Corrections'))).toContain('22 March 2026: The time was wrong.');
    expect(text).toContain('Ada Byrne, Head of Operations');
    expect(text).toContain('Published on 18 March 2026, last changed on');
  });

  it('leads where the page leads, by whole addresses', () => {
    const { tree } = renderMarkdown(whole);
    const links: string[] = [];
    visit(tree, 'link', (node: Link) => void links.push(node.url));
    expect(links).toEqual([
      'https://disks.example/',
      'https://docs.example/',
      'https://status.example.com/base/incidents/2026-03-14-disk/',
    ]);
  });

  it('speaks the language of the site', () => {
    const { tree } = renderMarkdown(whole, 'de');
    expect(headings(tree)).toContain('2 Auswirkungen nach Dienst');
    expect(texts(below(tree, 'Was geschah'))).toContain('14. März 2026, gegen 11:00: We looked.');
  });

  it('of a retracted report tells only that, and what was corrected', () => {
    const { tree, text } = renderMarkdown({
      ...whole,
      retracted: { date: day('2026-04-01'), text: inline('It was a drill.') },
    });
    expect(headings(tree)).toEqual([
      '1 A full disk stopped checkout',
      '2 This report was retracted',
      '2 Corrections',
    ]);
    expect(text).not.toContain('The disk was');
  });

  it('is announced with its type, and exists for every page of an incident', () => {
    const { site } = renderMarkdown(whole);
    expect(site.file('_headers')).toMatch(
      /^\/incidents\/\*\.md\n {2}Content-Type: text\/markdown; charset=utf-8$/m,
    );
  });
});

/** Words that would be something else at the beginning of a line, in a table, or anywhere. */
const hostile = [
  '# x',
  '## x',
  '| a | b |',
  '<b>bold</b>',
  '<script>alert(1)</script>',
  '1. x',
  '2) x',
  '- x',
  '+ x',
  '* x',
  '---',
  '===',
  '***',
  '> x',
  '```',
  '~~~',
  '    x',
  '[x](javascript:alert(1))',
  '[x]: https://evil.example/',
  '![x](https://evil.example/x.png)',
  '`x`',
  '*x*',
  '_x_',
  '~~x~~',
  '&lt;b&gt;',
  '\\# x',
  '[^1]',
  'x\\',
  '- [x] x',
];

describe('words that look like Markdown', () => {
  it.each(hostile)('stay words as a title, a name, a label and a promise: %s', (words) => {
    const { tree } = renderMarkdown({
      title: words,
      impact: [impact({ service: service('checkout', { name: words }), share: words, where: [words] })],
      numbers: [{ label: words, value: words }],
      provider: { name: words, url: undefined },
      remediation: [commitment('R1', { title: words })],
      signed: words,
    });
    const said = words.trim();
    expect(headings(tree)).toEqual([
      `1 ${said}`,
      '2 Impact by service',
      '2 In numbers',
      '2 Why it happened',
      '2 What was promised',
    ]);
    const table = below(tree, 'Impact by service').find((node): node is Table => node.type === 'table');
    expect(toString(table?.children[1]?.children[0])).toBe(said);
    expect(table?.children).toHaveLength(2);
    expect(texts(below(tree, 'In numbers'))).toBe(`${words}: ${words}`.replace(/\s+/g, ' ').trim());
    expect(texts(below(tree, 'What was promised'))).toContain(`R1: ${words}`.replace(/\s+/g, ' ').trim());
    const found = new Set<string>();
    visit(tree, (node) => void found.add(node.type));
    for (const type of [
      'html',
      'image',
      'code',
      'inlineCode',
      'blockquote',
      'footnoteReference',
      'definition',
      'delete',
    ])
      expect(found).not.toContain(type);
  });

  it.each(hostile)(
    'are what the page reads them as, in a text of an author, and nothing beside it: %s',
    (words) => {
      const { tree } = renderMarkdown({
        summary: inline(words),
        timeline: [{ at: when('2026-03-14 09:05'), until: undefined, kind: 'started', text: inline(words) }],
        corrections: [{ date: day('2026-03-22'), text: inline(words) }],
      });
      expect(headings(tree)).toEqual(['1 A full disk stopped checkout', '2 What happened', '2 Corrections']);
      const found = new Set<string>();
      visit(tree, (node) => void found.add(node.type));
      for (const type of ['html', 'image', 'table', 'blockquote', 'code', 'definition'])
        expect(found).not.toContain(type);
      const lists = tree.children.filter((node) => node.type === 'list');
      expect(lists).toHaveLength(3);
    },
  );

  it('do not leave their section in a body or an answer', () => {
    const { tree } = renderMarkdown({
      body: body(
        '## What we saw\n\n[a]: javascript:alert(1)\n\n[x][a] and <b>raw</b> and [^1].\n\n[^1]: A note.\n',
      ),
      questions: [
        { date: undefined, question: undefined, answer: block('# Loud\n\nText[^1].\n\n[^1]: Another.') },
      ],
    });
    expect(headings(tree)).toEqual([
      '1 A full disk stopped checkout',
      '2 The report',
      '3 What we saw',
      '2 Questions and answers',
      '3 Loud',
    ]);
    const notes: string[] = [];
    visit(tree, 'footnoteDefinition', (node) => void notes.push(`${node.identifier}: ${toString(node)}`));
    expect(notes).toEqual(['1: A note.', '2: Another.']);
    const urls: string[] = [];
    visit(tree, 'link', (node: Link) => void urls.push(node.url));
    expect(urls.filter((url) => !url.startsWith('https://status.example.com/'))).toEqual([]);
    const raw: string[] = [];
    visit(tree, 'html', (node) => void raw.push(node.value));
    expect(raw).toEqual([]);
  });
});
