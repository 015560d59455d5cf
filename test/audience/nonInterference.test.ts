import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PublicHistory } from '../../src/audience/publicHistory.js';
import { judgeFiles, others } from '../gate/gateCase.js';

/*
 * What customers see must not change by a byte with what they do not see: whatever is written into internal fields,
 * withheld entries and sections, and other incidents, the public history is the same.
 */

/** Everything internal of a small project. */
interface Internals {
  words: string;
  owner: string;
  withheld: string[];
  preamble: string;
  entries: string[];
  tags: string[];
  kept: boolean;
  more: number;
}

const words = fc.string({
  unit: fc.constantFrom(...'abc xyz äß漢 "\'#:{}[]-*_`<>&|\\'.split('')),
  minLength: 1,
  maxLength: 30,
});
const text = words.map((one) => `x${one}`);
const paragraph = fc.oneof(
  text,
  fc.constantFrom(
    '- one\n- two',
    '```\n## code\n```',
    '[a]: https://wiki.example.com/a\n\nSee [a].',
    'It was so.[^n]\n\n[^n]: Because.',
    '> quoted\n> twice',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '### Deeper\n\nMore.',
    '<b>bold</b>',
    '<!-- a prompt -->',
  ),
);

const internals: fc.Arbitrary<Internals> = fc.record({
  words: text,
  owner: fc.constantFrom('kim', 'storage'),
  withheld: fc.array(paragraph, { maxLength: 4 }),
  preamble: fc.constantFrom('', 'Only for us.', '- a list\n\n- of two', '    code'),
  entries: fc.array(text, { maxLength: 3 }),
  tags: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')),
  kept: fc.boolean(),
  more: fc.nat(3),
});

function createProject(one: Internals) {
  const quote = (value: string): string => JSON.stringify(value);
  const entries = one.entries.map((entry) => `  - { text: ${quote(entry)}, internal: true }\n`).join('');
  const front = `title: ${quote(one.words)}
severity: major
status: ${one.kept ? 'final' : 'review'}
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: ${quote(one.words)}
tags: [${one.tags.join(', ')}]
authors: [kim]
review: { date: 2026-03-1${one.more + 1} }
impact:
  - { service: checkout, level: outage, note: ${quote(one.words)}, affected: ${quote(one.words)}, public: Everybody. }
  - { service: ledger-db, level: degraded, note: ${quote(one.words)} }
causes:
  - { id: C${one.more + 2}, kind: root, text: ${quote(one.words)}, internal: true }
  - { id: C1, kind: trigger, text: It was full. }
timeline:
${entries}  - { at: 2026-03-14 09:05, kind: started, text: It begins., channel: ${quote(one.words)} }
${entries}  - { at: 2026-03-14 14:02, text: ${quote(one.words)}, public: It ends. }
${entries}remediation:
  - { id: R1, title: ${quote(one.words)}, public: Clean it, type: prevent, owner: ${one.owner}, due: 2026-04-01, done_when: ${quote(one.words)}, addresses: [C1, C${one.more + 2}] }
  - { id: R2, title: ${quote(one.words)}, type: process, state: proposed }
  - { id: R3, title: Watch it, type: detect, state: superseded, superseded_by: R2, ticket: PAY-${one.more + 1} }
related: [{ id: 2025-12-01-secret, how: follows }, { id: 2025-11-02-disk-full, how: follows }]
public:
  title: Orders failed
  summary: Nobody could order.
  since: 2026-03-18
  show: [summary, impact, causes, timeline, remediation, related]
  sections: [What happened, What we change]
  withheld: [For us, More for us]
x-internal: ${quote(one.words)}
`;
  const body = [
    one.preamble,
    '## What happened',
    'It broke.[^1] See [why][w].',
    '[^1]: Once.',
    '[w]: https://example.com/',
    '## For us',
    ...one.withheld,
    '## What we change',
    '- this\n- that',
    '## More for us',
    ...one.withheld.toReversed(),
  ].join('\n\n');
  const files = [{ path: 'incidents/2026-03-14-case.md', text: `---\n${front}---\n\n${body}\n` }, ...others];
  for (let index = 0; index < one.more; index++) {
    const path = `incidents/2026-0${index + 4}-01-more-${index}.md`;
    const related = 'related: [{ id: 2026-03-14-case, how: recurrence-of }]';
    files.push({
      path,
      text: `---\ntitle: ${quote(one.words)}\nstarted: 2026-0${index + 4}-01 10:00\n${related}\n---\n`,
    });
  }
  return one.kept ? files : files.toReversed();
}

const plain: Internals = {
  words: 'x',
  owner: 'kim',
  withheld: [],
  preamble: '',
  entries: [],
  tags: [],
  kept: true,
  more: 0,
};

test('the project of this test is public, and whole', () => {
  const { publicHistory, diagnostics } = judgeFiles(createProject(plain));
  const incident = publicHistory.incidents.find((one) => one.id === '2026-03-14-case');
  expect(incident?.body.sections.map((section) => section.heading)).toEqual([
    'What happened',
    'What we change',
  ]);
  expect(incident?.timeline).toHaveLength(2);
  expect(incident?.remediation).toHaveLength(2);
  expect(incident?.related).toHaveLength(1);
  expect(diagnostics.filter((one) => one.blocks)).toEqual([]);
});

test('whatever is internal, customers see the same', () => {
  const expected: PublicHistory = judgeFiles(createProject(plain)).publicHistory;
  let compared = 0;
  fc.assert(
    fc.property(internals, (one) => {
      const { publicHistory, diagnostics } = judgeFiles(createProject(one));
      // What blocks is not built. Of these projects few do: where the words say something about the shown text.
      fc.pre(!diagnostics.some((diagnostic) => diagnostic.blocks));
      compared++;
      expect(publicHistory).toEqual(expected);
    }),
    { numRuns: 60, seed: 4, maxSkipsPerRun: 20 },
  );
  expect(compared).toBeGreaterThanOrEqual(60);
}, 60_000);
