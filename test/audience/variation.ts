import fc from 'fast-check';
import { png, pngChunk } from '../pictures/encode.js';

/*
 * A project whose public content is always the same, and everything internal of it otherwise each time: other incidents,
 * owners, texts, entries, sections, services, people, folders, comments, orders.
 */

/** Everything internal of a project, as dice have it. */
export interface Variation {
  words: string;
  more: number;
  years: number[];
  kept: boolean;
  sections: string[];
  folder: string;
  ids: string;
  order: number[];
  day: number;
}

const words = fc
  .string({
    unit: fc.constantFrom(...'abc xyz äß漢 "\'#:{}[]-*_`<>&|\\%'.split('')),
    minLength: 1,
    maxLength: 30,
  })
  .map((one) => `x${one}`.trim());

const section = fc.oneof(
  words,
  fc.constantFrom(
    '- one\n- two',
    '````\n## code\n````',
    '[a]: https://wiki.example.com/a\n\nSee [a].',
    'It was so.[^n]\n\n[^n]: Because.',
    '> quoted\n> twice',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '### Deeper\n\n![A graph](graph.png)',
    '1. first\n\n   more',
  ),
);

export const variations: fc.Arbitrary<Variation> = fc.record({
  words,
  more: fc.integer({ min: 0, max: 3 }),
  years: fc.array(fc.integer({ min: 2009, max: 2026 }), { maxLength: 5 }),
  kept: fc.boolean(),
  sections: fc.array(section, { maxLength: 4 }),
  folder: fc.constantFrom('', '2026/', 'a/b/c/', 'Zürich offices/'),
  ids: fc.constantFrom('major', 'sev1', 'p-one'),
  order: fc.array(fc.nat(1000), { minLength: 40, maxLength: 40 }),
  day: fc.integer({ min: 1, max: 28 }),
});

/** The variation that changes as little as there can be. */
export const plain: Variation = {
  words: 'x',
  more: 0,
  years: [],
  kept: true,
  sections: [],
  folder: '',
  ids: 'major',
  order: Array.from({ length: 40 }, (_, index) => index),
  day: 1,
};

/** The files of a project. */
export function createFiles(one: Variation): Map<string, string | Uint8Array> {
  const { folder, words: text, day } = one;
  const files = new Map<string, string | Uint8Array>();
  const metadata = pngChunk('tEXt', Buffer.from(`Author\0${text}`, 'utf8'));
  const name = `graph-${one.ids}.png`;
  files.set(`incidents/${folder}${name}`, png({ before: one.kept ? [] : [metadata] }));
  files.set(`incidents/${folder}graph.png`, png({ width: one.more + 1 }));
  files.set('incidents/graph.png', png({ width: one.more + 1 }));
  files.set(`incidents/${folder}2026-03-14-checkout.md`, createPublic(one, name));
  files.set(`incidents/${one.kept ? folder : 'other/'}2025-11-02-disk-full.md`, createOther(one));
  files.set(`incidents/${folder}2026-11-20-going-on.md`, createDraft(one));
  files.set(`incidents/2024-05-05-taken-back.md`, createRetracted(one));
  for (const [index, year] of one.years.entries()) {
    const id = `${year}-02-0${index + 1}-inside-${one.ids}`;
    files.set(`incidents/${index % 2 === 0 ? folder : ''}${id}.md`, createInternal(one, year, index));
  }
  files.set('site/site.yaml', createSettings(one));
  files.set('site/static/about.txt', 'Always the same.\n');
  files.set(`templates/${one.ids}.md`, text);
  files.set(`notes-${day}.md`, text);
  return files;
}

const two = (number: number): string => String(number).padStart(2, '0');

/** Puts entries of a list, or keys, in another order; `keepsOrder` lets only withheld ones move. */
function shuffle<T>(entries: readonly T[], order: readonly number[]): T[] {
  return entries
    .map((entry, index) => ({ entry, at: order[index % order.length] ?? 0 }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Puts withheld entries between shown ones. */
function mix(shown: readonly object[], withheld: readonly object[], { order, more }: Variation): object[] {
  const mixed = [...shown];
  for (let index = 0; index < more; index++) {
    const entry = withheld[index % Math.max(1, withheld.length)];
    if (entry) mixed.splice((order[index] ?? 0) % (mixed.length + 1), 0, entry);
  }
  return mixed;
}

function createFile(one: Variation, data: Record<string, unknown>, body: readonly string[]): string {
  const front = Object.fromEntries(shuffle(Object.entries(data), one.order));
  const comment = one.kept ? '' : `# ${JSON.stringify(one.words)}\n`;
  return `---\n${comment}${JSON.stringify(front, null, one.kept ? 1 : 2)}\n---\n\n${body.join('\n\n')}\n`;
}

/** Keys that nobody outside sees. */
function internalKeys({ words: text, more, day, kept, ids }: Variation): Record<string, unknown> {
  return {
    authors: kept ? ['kim'] : ['lee', 'kim'],
    roles: { [kept ? 'commander' : 'scribe']: 'kim' },
    review: { date: `2026-03-${two(day)}`, notes: `https://notes.example.com/${ids}`, attended: ['lee'] },
    links: [{ title: text, url: `https://wiki.example.com/${ids}` }],
    tags: kept ? [] : ['a', ids],
    waive: more === 0 ? [] : [{ rule: 'due-missing', reason: text, by: 'kim' }],
    origin: { from: text, id: ids },
    finished: `2026-04-${two(day)}`,
    [`x-${ids}`]: text,
  };
}

function createPublic(one: Variation, picture: string): string {
  const { words: text, kept, more, day, ids } = one;
  const withheld = { internal: 'true' };
  const data = {
    ...internalKeys(one),
    title: text,
    severity: ids,
    status: kept ? 'final' : 'review',
    started: '2026-03-14 09:05',
    mitigated: '2026-03-14 13:30',
    resolved: '2026-03-14 14:02',
    summary: text,
    detection: { by: 'customer', note: text, public: 'A customer called.' },
    detected: '2026-03-14 09:40',
    impact: mix(
      [
        { service: 'checkout', level: 'outage', note: text, affected: text, public: 'Everybody.' },
        { service: 'search', level: 'degraded', to: '2026-03-14 10:00', share: '3 %', where: ['eu-west'] },
      ],
      [
        { service: 'ledger-db', level: 'outage', note: text, to: `2026-03-14 1${more}:00` },
        { service: 'search', level: 'outage', affected: text, ...withheld },
      ],
      one,
    ),
    numbers: mix([{ label: 'Orders', value: text, public: 'some' }], [{ label: text, value: text, ...withheld }], one), // prettier-ignore
    causes: mix(
      [{ id: 'C1', kind: 'trigger', category: 'capacity', text: 'It was full.' }],
      [{ id: `X${more + 2}`, kind: 'root', text, ...withheld }].slice(0, 1),
      { ...one, more: Math.min(one.more, 1) },
    ),
    timeline: mix(
      [
        {
          at: '2026-03-14 09:05',
          kind: 'started',
          text: 'It begins.',
          channel: text,
          evidence: `https://x.example.com/${ids}`,
        },
        { at: '2026-03-14 14:02', text, public: 'It ends.' },
      ],
      [
        { text, ...withheld },
        { text: `${text} again`, ...withheld, channel: text },
      ],
      one,
    ),
    updates: mix(
      [{ at: '2026-03-14 09:50', state: 'investigating', text: 'We look into it.' }],
      [{ at: '2026-03-14 09:50', state: 'update', text, ...withheld }],
      one,
    ),
    questions: mix(
      [{ date: '2026-03-20', question: 'Why?', answer: 'Because.' }],
      [{ date: '2026-03-21', question: text, answer: text, ...withheld }],
      one,
    ),
    remediation: mix(
      [
        {
          id: 'R1',
          title: text,
          public: 'Clean it',
          type: 'prevent',
          owner: kept ? 'kim' : 'storage',
          team: 'storage',
          opened: `2026-03-${two(Math.max(day, 15))}`,
          due: '2026-04-01',
          moved: [{ from: '2026-03-25', date: '2026-03-20', reason: text }],
          done_when: text,
          addresses: more > 0 ? ['C1', `X${more + 2}`] : ['C1'],
          ticket: `PAY-${day}`,
          priority: kept ? 'P1' : 'P2',
        },
        { id: 'R2', title: 'Watch it', type: 'detect', state: 'done', done: '2026-03-30', verified: { date: '2026-06-01', result: 'effective', note: text } }, // prettier-ignore
      ],
      [{ id: 'R7', title: text, type: 'process', state: 'proposed' }],
      { ...one, more: Math.min(more, 1) },
    ),
    related: [
      { id: '2025-11-02-disk-full', how: 'follows' },
      ...(kept ? [] : [{ url: 'https://example.com/x', title: text, how: 'follows' }]),
      ...one.years.slice(0, 1).map((year) => ({ id: `${year}-02-01-inside-${ids}`, how: 'same-cause' })),
    ],
    aliases: ['/news/checkout.html'],
    public: {
      title: 'Orders failed',
      summary: 'Nobody could order.',
      since: '2026-03-18',
      show: 'summary impact detection numbers causes timeline updates remediation questions related'.split(
        ' ',
      ),
      sections: ['What happened', 'What we change'],
      withheld: [`For us ${more}`, 'More for us'],
      signed: 'The operations team',
    },
  };
  return createFile(one, data, [
    one.kept ? '' : `${text}\n\n- a list`,
    `## What happened\n\nIt broke.[^1] See [why][w] and [the other](${one.kept ? '' : '../'}2025-11-02-disk-full.md).\n\n![It fell](${picture})\n\n[^1]: Once.\n\n[w]: https://example.com/`,
    `## For us ${more}`,
    ...one.sections,
    '## What we change\n\n- this\n- that',
    '## More for us',
    text,
  ]);
}

function createOther(one: Variation): string {
  const data = {
    ...internalKeys(one),
    title: 'A disk was full',
    severity: 'minor',
    status: 'final',
    started: '2025-11-02 10:00',
    resolved: '2025-11-02 11:00',
    summary: 'It was short.',
    impact: [{ service: 'search', level: 'degraded', note: one.words }],
    remediation: [{ id: 'R1', title: one.words, type: 'repair', owner: 'kim' }],
    public: { since: '2025-11-09', show: ['summary', 'related'] },
  };
  return createFile(one, data, []);
}

function createDraft(one: Variation): string {
  const data = {
    ...internalKeys(one),
    title: one.words,
    severity: one.ids,
    status: 'draft',
    started: '2026-11-20 10:00',
    summary: one.words,
    impact: [{ service: 'checkout', level: 'partial' }],
    causes: [{ id: 'C1', kind: 'root', text: 'It is not known yet.' }],
    timeline: [{ at: '2026-11-20 10:00', text: 'It begins.' }],
    updates: mix([{ at: '2026-11-20 10:30', state: 'investigating', text: 'We look.' }], [{ at: '2026-11-20 10:30', state: 'update', text: one.words, internal: 'true' }], one), // prettier-ignore
    public: { title: 'Slow', summary: 'It is slow.', since: '2026-11-20', show: ['summary', 'impact', 'updates'], withheld: ['Notes'] }, // prettier-ignore
  };
  return createFile(one, data, ['## Notes', ...one.sections]);
}

function createRetracted(one: Variation): string {
  const data = {
    ...internalKeys(one),
    title: one.words,
    severity: 'minor',
    status: 'final',
    started: '2024-05-05 10:00',
    resolved: '2024-05-05 11:00',
    summary: one.words,
    impact: [{ service: 'search', level: 'degraded', note: one.words }],
    timeline: [{ at: '2024-05-05 10:00', text: one.words }],
    related: [{ id: '2026-03-14-checkout', how: 'follows' }],
    public: { title: 'Another', since: '2024-06-01', show: [], withheld: ['Notes'], retracted: { date: '2024-07-01', text: 'It was another one.' } }, // prettier-ignore
  };
  return createFile(one, data, ['## Notes', ...one.sections]);
}

/** An incident that nobody outside sees: never, or not yet. */
function createInternal(one: Variation, year: number, index: number): string {
  const { words: text, ids, day } = one;
  const isLater = index % 2 === 1;
  const data = {
    ...internalKeys(one),
    title: text,
    severity: ids,
    status: isLater ? 'final' : 'draft',
    started: `${year}-02-0${index + 1} ${two(day % 24)}:00`,
    ...(index % 3 === 0 ? {} : { resolved: `${year}-02-1${index} 10:00` }),
    summary: 'It broke.',
    impact: [{ service: index % 2 === 0 ? 'checkout' : 'search', level: 'outage' }],
    causes: [{ id: 'C1', kind: 'root', category: 'hardware', text: 'It was old.' }],
    remediation: [
      { id: 'R1', title: 'Replace it', type: 'prevent', due: `2026-0${index + 1}-01`, owner: 'lee' },
    ],
    related: [{ id: '2026-03-14-checkout', how: 'caused-by' }],
    aliases: [`/news/${ids}-${index}.html`],
    ...(isLater ? { public: { title: 'Later', since: '2027-01-01', show: ['summary', 'impact', 'remediation', 'related'], withheld: ['Notes'] } } : {}), // prettier-ignore
  };
  return createFile(one, data, ['## Notes', isLater ? 'Nothing.' : text]);
}

function createSettings(one: Variation): string {
  const { ids, order, more, kept, words: text, day } = one;
  const services = [
    { id: 'checkout', name: 'Checkout', group: 'Shop', team: 'storage' },
    { id: 'search', name: 'Search', ...(kept ? {} : { team: 'other' }) },
  ];
  const hidden = Array.from({ length: more }, (_, index) => ({ id: `hidden-${index}-${ids}`, name: `Hidden ${ids} ${index}`, group: `Group ${ids}`, internal: true })); // prettier-ignore
  const people = [
    { id: 'kim', name: `Kim ${ids}`, email: `kim${day}@example.com`, handles: { github: `kim-${ids}` } },
    { id: 'lee', name: 'Lee Roe', team: 'storage' },
    ...Array.from({ length: more }, (_, index) => ({
      id: `person-${index}`,
      name: `Person ${index} ${ids}`,
    })),
  ];
  const data = {
    format: 1,
    title: 'Example history',
    url: 'https://status.example.com/base/',
    timezone: 'Europe/Dublin',
    severities: [
      { id: ids, label: 'Major outage', major: true, statuspage: 'critical' },
      { id: 'minor', label: 'Minor disruption' },
    ],
    priorities: kept ? ['P0', 'P1', 'P2'] : ['P1', 'P2', 'P9'],
    services: mix(services, [...hidden, { id: 'ledger-db', name: 'Ledger database', internal: true }], { ...one, more: hidden.length + 1 }), // prettier-ignore
    teams: shuffle(
      [
        { id: 'storage', name: `Storage ${ids}` },
        { id: 'other', name: 'Other' },
        ...(kept ? [] : [{ id: 'third', name: 'Third' }]),
      ],
      order,
    ),
    people: shuffle(people, order),
    categories: kept ? ['capacity', 'hardware'] : ['hardware', ids, 'capacity'],
    holidays: kept ? [] : [`2026-05-${two(day)}`],
    rules: kept ? {} : { 'due-missing': 'off' },
    policies: kept ? [] : [{ id: ids, require: { finished_within: `${day}d` }, level: 'warning' }],
    forbidden: kept ? [] : [`Acme-${ids}`, '10.0.0.0/8'],
    tickets: { PAY: `https://tickets.example.com/${ids}/{id}` },
    sync: { github: { repo: `x/${ids}`, token_env: 'TOKEN' } },
    brand: { home: 'https://example.com/', footer: 'Example Ltd' },
  };
  return `${kept ? '' : `# ${JSON.stringify(text)}\n`}${JSON.stringify(Object.fromEntries(shuffle(Object.entries(data), order)), null, 1)}`;
}
