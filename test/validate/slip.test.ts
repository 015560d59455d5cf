import { expect, it } from 'vitest';
import { createWorkspace } from '../workspace.js';

const home = 'incidents/2026-03-14-checkout-down.md';

/** A file with some lines of front matter in place of a whole one's, or added to them. */
function createFile(lines: string, title = 'title: Checkout was down'): string {
  const plain = [
    title,
    'severity: minor',
    'started: 2026-03-14 09:05',
    'detected: 2026-03-14 09:40',
    'resolved: 2026-03-14 14:02',
    'summary: The disk of the order database was full.',
    'impact: [{ service: checkout, level: outage, affected: Every customer }]',
  ];
  const own = new Set([...lines.matchAll(/^(\w+):/gm)].map(([, key]) => key));
  const kept = plain.filter((line) => !own.has(line.split(':')[0]));
  return `---\n${[...kept, lines].filter((one) => one !== '').join('\n')}\n---\n`;
}

/** What is said of some files, as `path:line rule: message → hint`. */
async function tell(files: Record<string, string>): Promise<string[]> {
  const { file, understand } = createWorkspace();
  for (const [path, text] of Object.entries(files)) file(path, text);
  return (await understand()).diagnostics
    .filter(({ level, rule }) => level !== 'info' && rule !== 'id-date')
    .map(
      ({ place, rule, message, hint }) =>
        `${place?.start.line} ${rule}: ${message}${hint === undefined ? '' : ` → ${hint}`}`,
    );
}

const site = (text: string): string => `format: 1
title: Incident history
url: https://status.example.com/
timezone: Europe/Dublin
services: [{ id: checkout, name: Checkout }]
${text}`;

it.each(['', 'title: [A, list]'])('compares no title with one that could not be read (%s)', async (title) => {
  const told = await tell({
    [home]: createFile(''),
    'incidents/2026-04-14-other.md': createFile('', title),
    'incidents/2026-05-14-older.md': createFile('', 'title: Something else'),
  });
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/missing-key|wrong-type/);
});

it('compares neither aliases, tickets, states nor relations that nobody wrote', async () => {
  const item = (more: string): string => `
remediation:
  - { id: R1, title: Rotate the log, type: prevent, owner: kim, due: 2026-12-31, ${more} }`;
  const told = await tell({
    [home]: createFile(
      `aliases: [not an address]${item('ticket: [nothing]')}\nrelated: [{ id: 2026-04-14-other, how: same-caus }]`,
    ),
    'incidents/2026-03-15-third.md': createFile(item('state: dun').trim(), 'title: A third'),
    'incidents/2026-04-14-other.md': createFile(
      `aliases: [/news/checkout.html, /old.html]${item('ticket: PAY-42')}
related:
  - { id: 2026-03-14-checkout-down, how: same-cause }
  - { id: 2026-03-15-third, how: recurrence-of }`,
      'title: Another',
    ),
  });
  expect(new Set(told.map((one) => /[a-z-]+(?=:)/.exec(one)?.[0]))).toEqual(
    new Set(['invalid-value', 'ticket-format', 'unknown-value']),
  );
});

it.each([
  ['severitys: [{ id: minor, label: Minor }]', 'severitys'],
  ['severities: [{ id: minor, label: Minor }]\nteems: [{ id: storage, name: Storage }]', 'teems'],
  ['severities: [{ id: minor, label: Minor }]\npeeple: [{ id: kim, name: Kim }]', 'peeple'],
])('says of a list that was not read that alone (%s)', async (lists, key) => {
  const told = await tell({
    'site/site.yaml': site(lists),
    [home]: createFile(`remediation:
  - { id: R1, title: Rotate the log, type: prevent, owner: kim, team: storage, due: 2026-12-31 }`),
  });
  const expected = told.filter((one) => !/unknown-(?:owner|team):/.test(one) || key === 'peeple');
  expect(expected.filter((one) => !one.includes('`storage`'))).toEqual([
    expect.stringContaining(`There is no key \`${key}\` here`),
  ]);
});

it.each(['14:02', '2 PM', '2026-03-14 14:02 CET'])(
  'takes %s for an end, though it is unclear',
  async (time) => {
    const told = await tell({ [home]: createFile(`status: final\nfinished: 2026-03-18\nresolved: ${time}`) });
    expect(told.filter((one) => /time-unclear|open-long/.test(one))).toEqual([
      expect.stringContaining('time-unclear'),
    ]);
  },
);

it('takes an entry of the timeline for the end, though its time is unclear', async () => {
  const told = await tell({
    [home]: createFile(
      'timeline:\n  - { at: 2026-03-14 09:05, text: It broke }\n  - { at: 2026-03-14 14:02 CET, kind: resolved, text: It was over }',
    ).replace(/^resolved.*\n/m, ''),
  });
  expect(told.map((one) => one.split(':')[0])).toEqual(['10 time-unclear']);
});

it.each(['TBD', 'n/a', 'ongoing', 'pending'])('offers no `unknown` for an end that is %s', async (word) => {
  expect(await tell({ [home]: createFile(`resolved: ${word}`) })).toEqual([
    `8 time-format: “${word}” is not a time → Leave the key out while it goes on; “unknown” says that it is over, and nobody wrote when.`,
  ]);
});

it('offers a clock time with the day on which it began', async () => {
  expect(await tell({ [home]: createFile('detected: ca. 09:40') })).toEqual([
    expect.stringContaining('Did you mean `~2026-03-14 09:40`?'),
  ]);
  expect(await tell({ [home]: createFile('started: unknown\ndetected: ca. 09:40') })).toEqual([
    expect.stringMatching(/time-format: [^→]*→ The day stands before the hour/),
  ]);
});

it('says each slip of an entry once', async () => {
  const told = await tell({
    'incidents/2025-11-02-disk-full.md': createFile('', 'title: The disk was full'),
    [home]: createFile(`status: review
causes: [{ id: C1, kind: root, text: The log was never rotated. }]
related: [{ id: incidents/2025-11-02-disk-full.md, how: follows }]
remediation:
  - { id: R1, title: Rotate the log, type: prevent, owner: kim, due: 2026-12-31, addresses: C1 }
  - { id: R2, title: Rotate the logs, type: prevent, owner: kim, status: done, done: 2026-03-20, addresses: [C1] }`),
  });
  expect(told).toEqual([
    '11 unknown-incident: There is no incident `incidents/2025-11-02-disk-full.md` → Did you mean `2025-11-02-disk-full`?',
    expect.stringContaining('13 wrong-type: `addresses` is `C1`, expected a list'),
    '14 unknown-key: There is no key `status` in an entry of `remediation` → Did you mean `state`?',
  ]);
});

it.each([
  ['links: ~', 'wrong-type', 'links', '~', 'Remove the key, or write a value, e.g. `links: [{'],
  ['tags: null', 'wrong-type', 'tags', 'null', 'Remove the key, or write a value, e.g. `tags: [storage]`.'],
  ['review: Null', 'wrong-type', 'review', 'Null', 'Remove the key, or write a value'],
  ['kind: ~', 'unknown-value', 'kind', '~', 'Remove the key, or write a value, e.g. `kind: incident`.'],
  ['detected: ~', 'time-format', 'detected', '~', 'Remove the key, or write a value'],
  ['resolved: ~', 'time-format', 'resolved', '~', 'Leave the key out while it goes on'],
  ['started: ~', 'time-format', 'started', '~', 'Write a value, e.g. `started: 2026-03-14 09:05`.'],
  ['origin: { from: x, url: null }', 'url-format', 'url', 'null', 'Remove the key'],
])('says of %s that it stands for nothing', async (line, rule, key, value, hint) => {
  const told = await tell({ [home]: createFile(line) });
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(` ${rule}: \`${key}\` is \`${value}\`, which stands for nothing → ${hint}`);
});

it('says of an entry that is nothing that it can go', async () => {
  expect(await tell({ [home]: createFile('timeline:\n  - ~') })).toEqual([
    expect.stringMatching(
      /wrong-type: An entry of `timeline` is `~`, which stands for nothing → Remove the entry/,
    ),
  ]);
});

it.each(['09:20', '2026-03-14 09:20'])(
  'misses no text behind a time that stands as a key (%s)',
  async (time) => {
    const told = await tell({ [home]: createFile(`timeline:\n  - ${time}: We look`) });
    expect(told).toEqual([
      `10 unknown-key: There is no key \`${time}\` in an entry of \`timeline\` → Write \`at: ${time}\`, and what happened as \`text:\` on a line below it.`,
    ]);
  },
);

it('says once that a comment cuts a text, and what it does not do', async () => {
  const shown = 'public: { since: 2026-03-20, show: [timeline] }';
  const entry = (text: string): string =>
    createFile(`timeline:\n  - at: 2026-03-14 09:10\n    text: ${text}\n${shown}`);
  const of = async (text: string): Promise<string[]> =>
    (await tell({ [home]: entry(text) })).filter((one) => /yaml-prose|comment-beside/.test(one));
  expect(await of('We knew of `it` # internal')).toEqual([
    '11 yaml-prose: YAML ends this text before the ` #`, and takes the rest for a comment → Quote it if it belongs to the text: “text: "We knew of `it` # internal"”; else remove it: a comment withholds nothing, `internal: true` does.',
  ]);
  expect(await of('We knew of it # sic')).toEqual([
    expect.stringContaining('else give the comment a line of its own.'),
  ]);
  // Beside a text in quotes it cuts nothing, and says the wrong thing all the same.
  expect(await of('"We knew of it" # internal')).toEqual([
    expect.stringContaining('comment-beside: The comment `# internal` withholds nothing'),
  ]);
});

it('shows a value that holds backquotes between quotation marks', async () => {
  const told = await tell({
    [home]: createFile(
      'kind: "inc`ident"\ntags: ["a`b"]\nsever`ity: x\nfinished: "20`26"\nremediation:\n  - { id: R1, title: Rotate the log, type: prevent, owner: "k`i`m", due: 2026-12-31 }',
    ),
  });
  const words = told.join('\n');
  for (const value of ['“inc`ident”', '“a`b”', '“sever`ity”', '“k`i`m”']) expect(words).toContain(value);
});
