import { execFileSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyPatch } from 'diff';
import { describe, expect, it } from 'vitest';
import { fix } from '../../src/commands/fix.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const path = 'incidents/2026-03-14-checkout-down.md';

/** What `fix` made of a project. */
interface Fixed {
  text: string;
  printed: string;
  noted: string;
}

/** Runs `fix` on a project of one file. */
async function fixText(
  text: string | undefined,
  more: { dryRun?: boolean; workspace?: Workspace; columns?: number } = {},
): Promise<Fixed> {
  const workspace = more.workspace ?? createWorkspace();
  if (text !== undefined) workspace.file(path, text);
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await fix(
    { root: workspace.root, files: [], dryRun: more.dryRun ?? false },
    {
      print: (one) => printed.push(one),
      note: (one) => noted.push(one),
      color: false,
      columns: more.columns,
      cwd: workspace.root,
      version: '0',
      findAsOf: () => '2026-11-22',
    },
  );
  expect(code).toBe(0);
  const written = readFileSync(join(workspace.root, path), 'utf8');
  return { text: written, printed: printed.join(''), noted: noted.join('') };
}

/** An incident file with some more lines. */
function incident(more: string, body = ''): string {
  return `---
title: Checkout was down   # what customers read
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
summary: "The disk of the order database was full."
impact: [ { service: checkout,   level: outage } ]
${more}---
${body}`;
}

const shown = `public:
  since: 2026-03-18
  show: [summary, impact, causes, timeline, remediation]
`;

describe('an unknown key with one near match', () => {
  it('is written as it was meant, and every other byte stays', async () => {
    const before = incident(
      'remediation:\n  - id: R1\n    title: Rotate the log\n    type: prevent\n    ownr:   kim  # since May\n    due: 2026-12-31\n',
    );
    const { text, printed, noted } = await fixText(before);
    expect(text).toBe(before.replace('ownr:', 'owner:'));
    expect(printed).toBe(`${path}:13:5: Write \`owner\` unknown-key\n`);
    expect(noted).toBe('1 place in 1 file mended.\n');
  });
  it('stays where it is the gate that would open or close', async () => {
    for (const lines of [
      'pubic:\n  since: 2026-03-18\n  show: [summary]\n',
      'Public:\n  show: [summary]\n',
      'alias: [/news/]\n',
    ]) {
      const before = incident(lines);
      expect((await fixText(before)).text).toBe(before);
    }
    const entry = incident(
      `timeline:\n  - at: 2026-03-14 09:05\n    text: It begins.\n    interal: true\n${shown}`,
    );
    expect((await fixText(entry)).text).toBe(entry);
    const named = incident('public:\n  since: 2026-03-18\n  shwo: [summary]\n');
    expect((await fixText(named)).text).toBe(named);
  });
  it('stays where customers would see the difference, and says so', async () => {
    const before = incident(
      `numbrs:\n  - label: Orders lost\n    value: "1,200"\n${shown.replace('causes', 'numbers')}`,
    );
    const { text, noted } = await fixText(before);
    expect(text).toBe(before);
    expect(noted).toContain('left, since what customers see, or whether it can be built, would change');
    expect(noted).toContain('nothing that can be mended safely');
  });
  it('is mended also beside one that stays', async () => {
    const before = incident(
      `numbrs:\n  - label: Orders lost\n    value: "1,200"\ntag: [storage]\n${shown.replace('causes', 'numbers')}`,
    );
    expect((await fixText(before)).text).toBe(before.replace('tag:', 'tags:'));
  });
  it('is mended in the settings, beside one that stays', async () => {
    const workspace = createWorkspace();
    const settings = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
    workspace.file('site/site.yaml', `${settings}holiday: [2026-12-25]\n`);
    const before = incident(
      `numbrs:\n  - label: Orders lost\n    value: "1,200"\n${shown.replace('causes', 'numbers')}`,
    );
    const { text, noted } = await fixText(before, { workspace });
    expect(text).toBe(before);
    expect(noted).toContain('1 place in 1 file mended');
    expect(readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8')).toBe(
      `${settings}holidays: [2026-12-25]\n`,
    );
  });
  it('stays where customers will see it one day: an embargo, a draft', async () => {
    const later = incident(
      `numbrs:\n  - label: Orders lost\n    value: "1,200"\npublic:\n  since: 2027-03-18\n  show: [numbers]\n`,
    );
    expect((await fixText(later)).text).toBe(later);
    const draft = later.replace('status: final', 'status: draft').replace('2027', '2026');
    expect((await fixText(draft)).text).toBe(draft);
  });
  it('stays where the key it means is there already', async () => {
    const before = incident('tags: [a]\ntag: [b]\n');
    expect((await fixText(before)).text).toBe(before);
  });
});

it.each(['undone', 'redone', 'reopened', 'unaffected', 'dune', 'doe', 'coowner', 'starts'])(
  'never takes %s for another key: it may mean the opposite, or two things',
  async (key) => {
    const item = incident(
      `remediation:\n  - id: R1\n    title: Rotate the log\n    type: prevent\n    owner: kim\n    ${key}: 2026-12-31\n`,
    );
    expect((await fixText(item)).text).toBe(item);
  },
);

describe('a time in another spelling', () => {
  it.each([
    ['started: 2026-03-14 9:05 AM', 'started: 2026-03-14 09:05'],
    ['started: "2026-03-14T9:05"', 'started: "2026-03-14 09:05"'],
    ['started: 2026/03/14 09:05', 'started: 2026-03-14 09:05'],
    ['started: about 2026-03-14 09:05', 'started: "~2026-03-14 09:05"'],
    ["started: '2026-03-14 9.05'", "started: '2026-03-14 9:05'"],
  ])('%s', async (written, usual) => {
    const line = 'started: 2026-03-14 09:05';
    const { text } = await fixText(incident('').replace(line, written));
    expect(text).toBe(incident('').replace(line, usual.replace(' 9:05', ' 09:05')));
  });
  it.each([
    '03/04/2026 09:05',
    '14.03.2026 09:05',
    '2026-03-14 noon',
    '2026-03-14 9',
    'TBD',
    '2026-03-14 1 PM CST',
    '2026-03-14 0:35 PM',
    '2026-03-1',
    '<2026-03-14',
    '2026-3-4',
    '2026-03-14 1:05..2:05 PM',
  ])('%s could mean something else, and stays', async (written) => {
    const before = incident('').replace('started: 2026-03-14 09:05', `started: ${written}`);
    expect((await fixText(before)).text).toBe(before);
  });
  it('is mended in public files too, since it says the same', async () => {
    const before = incident(
      `timeline:\n  - { at: 2026-03-14 9:05 am, text: It begins }\n  - at: 2:02 pm\n    text: It ends.\n${shown}`,
    );
    const { text } = await fixText(before);
    expect(text).toBe(before.replace('9:05 am', '09:05').replace('2:02 pm', '"14:02"'));
  });
});

describe('a timeline in the wrong order', () => {
  const first = '  - at: 2026-03-14 09:05\n    text: It begins.\n';
  const second =
    '  # Seen on the dashboard.\n  - { at: 2026-03-14 09:40,   text: A customer calls }   # by phone\n';
  const third =
    '  - at: 2026-03-14 14:02\n    until: "14:30"\n    text: >\n      Old logs are deleted,\n\n      and orders go through.\n';
  it.each([
    ['the last stands first', third + first + second],
    ['the last two are turned', first + third + second],
  ])('%s', async (_, entries) => {
    const { text } = await fixText(incident(`timeline:\n${entries}`));
    expect(text).toBe(incident(`timeline:\n${first + second + third}`));
  });
  it('is turned round where it is upside down', async () => {
    const plain = second.replace(/.*\n/, '');
    const { text } = await fixText(incident(`timeline:\n${third + plain + first}`));
    expect(text).toBe(incident(`timeline:\n${first + plain + third}`));
  });
  it('is put in order with the line ends that the file has', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    const { text } = await fixText(crlf(incident(`timeline:\n${first + third + second}`)));
    expect(text).toBe(crlf(incident(`timeline:\n${first + second + third}`)));
  });
  it.each([
    ['the moved entry has no date', first + third + second.replace('2026-03-14 ', '')],
    ['what follows it counts from it', `${first + third + second}  - { at: +5m, text: We answer }\n`],
    ['an entry without a time stands beside it', `${first + third}  - text: We look.\n${second}`],
    [
      'what stands behind it in its new place counts from before',
      `${first}  - { at: +10m, text: Alarm }\n${third}${second}`,
    ],
  ])('stays where %s', async (_, entries) => {
    const before = incident(`timeline:\n${entries}`);
    const { text } = await fixText(before);
    expect(text).toBe(before);
  });
  it('stays where customers see it', async () => {
    const before = incident(`timeline:\n${first + third + second}${shown}`);
    expect((await fixText(before)).text).toBe(before);
  });
});

describe('what stands around an entry that is moved', () => {
  const first = '  - at: 2026-03-14 09:05\n    text: It begins.\n';
  const second = '  - at: 2026-03-14 09:40\n    text: A customer calls.\n';
  const later = (more: string): string => `  - at: 2026-03-14 14:02\n    text: ${more}`;
  it.each([
    ['a text that looks like a comment', '|\n      It ends with:\n      # rm -rf /var/log/old\n'],
    ['a quoted text of two lines', '"all good\n      # yes"\n'],
    ['a comment of its own', 'It ends.\n    # about this entry\n'],
  ])('keeps %s', async (_, text) => {
    const { text: fixed } = await fixText(incident(`timeline:\n${first}${later(text)}${second}`));
    expect(fixed).toBe(incident(`timeline:\n${first}${second}${later(text)}`));
  });
  it.each([
    ['a comment speaks of the whole list', `  # All times are of Dublin.\n${later('It ends.\n')}${first}`],
    [
      'a waiver counts its entries',
      `${first}${later('It ends.\n')}${second}waive:\n  - rule: counterfactual\n    at: timeline.1\n    reason: It is so.\n    by: kim\n`,
    ],
  ])('stays where %s', async (_, lines) => {
    const before = incident(`timeline:\n${lines}`);
    expect((await fixText(before)).text).toBe(before);
  });
});

describe('a missing id', () => {
  it('is not made up while something names one that is lost', async () => {
    for (const lines of [
      'causes:\n  - kind: root\n    text: A log filled the disk.\nremediation:\n  - id: R1\n    title: Rotate the log\n    type: prevent\n    due: 2026-12-31\n    owner: kim\n    addresses: [C1]\n',
      'remediation:\n  - title: Rotate the log\n    type: prevent\n    owner: kim\nwaive:\n  - rule: due-missing\n    at: R1\n    reason: The part is late.\n    by: kim\n',
    ]) {
      const before = incident(lines);
      expect((await fixText(before)).text).toBe(before);
    }
  });
  it('is another one for each, also where causes and items are numbered alike', async () => {
    const before = incident(
      'causes:\n  - id: R7\n    kind: root\n    text: A log filled the disk.\n  - kind: trigger\n    text: A restart.\nremediation:\n  - title: Rotate the log\n    type: prevent\n    due: 2026-12-31\n    owner: kim\n',
    );
    const { text } = await fixText(before);
    expect(text).toBe(
      before
        .replace('- kind: trigger', '- id: R8\n    kind: trigger')
        .replace('- title', '- id: R9\n    title'),
    );
  });
  it('is one above every number that the file speaks of', async () => {
    const before = incident(
      'causes:\n  - kind: root\n    text: A log filled the disk.\n  - { kind: trigger, text: A restart }\nremediation:\n  - id: A4\n    title: Rotate the log\n    type: prevent\n    due: 2026-12-31\n    owner: kim\n    done_when: A7 is done.\n  - title: Alert on the volume\n    type: detect\n    owner: kim\n    due: 2026-12-31\n',
    );
    const { text } = await fixText(before);
    expect(text).toBe(
      before
        .replace('- kind: root', '- id: C1\n    kind: root')
        .replace('{ kind: trigger', '{ id: C2, kind: trigger')
        .replace('- title: Alert', '- id: A8\n    title: Alert'),
    );
  });
});

it('never dates what is done without a date, nor anything else that only its author knows', async () => {
  const before = incident(
    'remediation:\n  - id: R1\n    title: Rotate the log\n    type: prevent\n    state: done\n    owner: kim\n    due: 2026-12-31\n',
  ).replace('severity: minor', 'severity: majr');
  expect((await fixText(before)).text).toBe(before);
});

it('prints a patch that makes the same, and writes nothing', async () => {
  const before = incident('tag: [storage]\nstartd: 2026\n');
  const dry = await fixText(before, { dryRun: true });
  expect(dry.text).toBe(before);
  expect(dry.printed).toContain(`--- a/${path}\n+++ b/${path}\n`);
  expect(dry.noted).toContain('Nothing was written.');
  const { text } = await fixText(before);
  expect(applyPatch(before, dry.printed)).toBe(text);
});

it('prints a patch that git takes: with the byte order mark, from the root of the repository, for names with spaces', async () => {
  const workspace = createWorkspace();
  const name = 'incidents/the year 2026/2026-03-14-marked.md';
  const { file, root } = workspace;
  file(`project/${name}`, `\uFEFF${incident('tag: [storage]\n').replace('Checkout', 'Search')}`);
  file('project/site/site.yaml', readFileSync(join(root, 'site/site.yaml')));
  execFileSync('git', ['init', '-q'], { cwd: root });
  const printed: string[] = [];
  const terminal = {
    note: () => undefined,
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
  const print = (text: string): void => void printed.push(text);
  await fix({ root: join(root, 'project'), files: [], dryRun: true }, { ...terminal, print });
  execFileSync('git', ['apply', '-'], { cwd: root, input: printed.join('') });
  expect(readFileSync(join(root, 'project', name), 'utf8')).toContain('tags: [storage]');
});

it('shows no line of a file that holds a secret, and drives no terminal', async () => {
  const secret = ['ghp', 'Ab1'.repeat(12)].join('_');
  const dry = await fixText(incident(`tag: [storage]\nx-token: ${secret}\n`), { dryRun: true });
  expect(dry.printed + dry.noted).not.toContain(secret.slice(0, 12));
  expect(dry.noted).toContain('beside a secret');
  // One letter of it is spelt as an escape.
  const spelt = `"\\x67${secret.slice(1)}"`;
  const hidden = await fixText(incident(`tag: [storage]\nx-token: ${spelt}\n`), { dryRun: true });
  expect(hidden.printed + hidden.noted).not.toContain(secret.slice(1, 12));
  expect(hidden.noted).toContain('beside a secret');
  const escape = await fixText(incident('tag: [storage]\n', '\u001B]0;title\u0007\n'), {
    dryRun: true,
    columns: 80,
  });
  expect(escape.printed).not.toMatch(/\u001B/);
});

it('keeps a link, and leaves what must not be written', async () => {
  const workspace = createWorkspace();
  const { file, root } = workspace;
  file('store/real.md', incident('tag: [storage]\n'));
  mkdirSync(join(root, 'incidents'));
  symlinkSync('../store/real.md', join(root, path));
  chmodSync(join(root, 'store/real.md'), 0o664);
  const { text } = await fixText(undefined, { workspace });
  expect(text).toContain('tags: [storage]');
  expect(lstatSync(join(root, path)).isSymbolicLink()).toBe(true);
  expect(statSync(join(root, 'store/real.md')).mode & 0o777).toBe(0o664);
});

it('keeps a byte order mark, and the permissions', async () => {
  const workspace = createWorkspace();
  const { text } = await fixText(`\uFEFF${incident('tag: [storage]\n')}`, { workspace });
  expect(text).toBe(`\uFEFF${incident('tags: [storage]\n')}`);
});

it('does nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([
        'tag: [storage]\n',
        'link: [{ title: Dashboard, url: https://example.com/ }]\n',
        'detected: 2026-03-14 9:40 am\n',
        'timeline:\n  - at: 2026-03-14 14:02\n    text: It ends.\n  - at: 2026-03-14 9:05\n    text: It begins.\n',
        'causes:\n  - kind: root\n    txt: A log filled the disk.\n  - kind: trigger\n    text: A restart.\n',
        'rveiw: { date: 2026-03-16 }\n',
      ]),
      fc.constantFrom('', shown, 'pubic: {}\n'),
      async (lines, block) => {
        const once = await fixText(incident(lines.join('') + block));
        const twice = await fixText(once.text);
        expect(twice.text).toBe(once.text);
        expect(twice.printed).toBe('');
      },
    ),
    { numRuns: 40, seed: 20261122 },
  );
}, 60_000);
