import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseDocument } from '../../src/parse/document.js';
import { createExampleFiles, examplePath } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/*
 * Input that was made to do harm, or that a machine made: each is said where it is, in bounded time, and never in the way
 * of what is said of the other files.
 */

const name = 'incidents/2026-03-14-checkout-down.md';
const plain =
  createExampleFiles('title: Checkout was down').find(({ path }) => path === examplePath)?.text ?? '';
const other = 'incidents/2026-04-14-search-slow.md';
const mistaken = plain
  .replaceAll('2026-03-', '2026-04-')
  .replace('minor', 'mnior')
  .replace('Checkout was down', 'Search was slow');
function createProject() {
  const workspace = createWorkspace();
  workspace.file(other, mistaken);
  return workspace;
}

/** What is wrong with the other file is always said; this is the rest, without the lines. */
async function checkBeside(check: () => Promise<string[]>): Promise<string[]> {
  const found = await check();
  const isSaid = (one: string) => one.startsWith(`${other}:`) && one.endsWith('unknown-severity');
  expect(found.filter(isSaid)).toHaveLength(1);
  return [...new Set(found.filter((one) => !isSaid(one)).map((one) => one.replace(/:\d+(?= )/, '')))];
}

/** Fails when it takes longer than any reader would wait, on a slow machine too. */
async function within(seconds: number, work: () => Promise<unknown>): Promise<void> {
  const from = performance.now();
  await work();
  expect(performance.now() - from).toBeLessThan(seconds * 1000);
}

it('a file of a gigabyte is not opened', async () => {
  const { root, check } = createProject();
  closeSync(openSync(join(root, name), 'w'));
  truncateSync(join(root, name), 1024 ** 3);
  await within(5, async () => expect(await checkBeside(check)).toEqual([`${name} error file-size`]));
});

describe.skipIf(process.platform === 'win32')('names', () => {
  it('that are not UTF-8 are said to be that', async () => {
    const { root, understand } = createProject();
    const file = Buffer.concat([
      Buffer.from(join(root, 'incidents/2026-03-14-')),
      Buffer.from([0xff, 0x2e, 0x6d, 0x64]),
    ]);
    try {
      writeFileSync(file, plain);
    } catch {
      return; // This disk has no such names.
    }
    const found = (await understand()).diagnostics.map(({ rule, message }) => `${rule} ${message}`);
    expect(found).toContain('file-unreadable The name of this file is not UTF-8');
    expect(found).toHaveLength(2);
  });

  it.each(['a\nb', '\u001B[31m', '100%25', 'gnp\u202E', 'a'.repeat(230)])('%j', async (word) => {
    const { file, check } = createProject();
    file(`incidents/2026-03-14-${word}.md`, plain);
    const found = await checkBeside(check);
    expect(found).toEqual(word.startsWith('aa') ? [] : [`incidents/2026-03-14-${word}.md error id-format`]);
  });
});

it.skipIf(process.platform === 'win32')(
  'folders nested deeper than a path can be long are told',
  async () => {
    const { root, check } = createProject();
    const one = 'd'.repeat(200);
    const script = `const fs = require('fs'); for (let i = 0; i < 30; i++) { fs.mkdirSync('${one}'); process.chdir('${one}'); }`;
    onTestFinished(() => void execFileSync('rm', ['-rf', join(root, 'incidents', one)]));
    execFileSync(process.execPath, ['-e', script], { cwd: join(root, 'incidents') });
    const found = await checkBeside(check);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^incidents(?:\/d{200}){15,} error file-unreadable$/);
  },
);

it.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'what may not be read is told',
  async () => {
    const { root, file, check } = createProject();
    file(name, plain);
    chmodSync(join(root, name), 0);
    mkdirSync(join(root, 'incidents/locked'), { mode: 0 });
    expect(await checkBeside(check)).toEqual([
      `${name} error file-unreadable`,
      'incidents/locked error file-unreadable',
    ]);
  },
);

describe('a file that is hardly one', () => {
  it.each([
    ['nothing', '', ['front-matter']],
    ['a byte order mark', '\uFEFF', ['front-matter']],
    ['one line of hyphens', '---', ['front-matter']],
    ['one line of hyphens and its end', '---\n', ['front-matter']],
    ['a fence and no field', '---\n---\n', ['missing-key', 'part-missing']],
    ['line ends of an old Macintosh', plain.replaceAll('\n', '\r'), ['front-matter']],
    ['JavaScript', '---js\n{ title: process.exit(9) }\n---\n', ['front-matter']],
    ['an engine that is a property', '---constructor\n---\n', ['front-matter']],
    [
      'line ends of Windows, and tabs',
      plain.replace('  - service', '\t- service').replaceAll('\n', '\r\n'),
      ['yaml-syntax'],
    ],
    [
      'a key that is everybody’s prototype',
      plain.replace('severity: minor', '__proto__: minor\nseverity: minor'),
      ['unknown-key'],
    ],
    ['an object of brackets', `---\n${'a: {'.repeat(40_000)}\n---\n`, ['yaml-limit']],
    ['one long line', `---\ntitle: ${'x'.repeat(600_000)}\n---\n`, ['yaml-limit']],
    ['a very long body', `${plain}\n${'x'.repeat(600_000)}`, ['body-limit']],
  ])('%s', async (_, text, rules) => {
    const { file, check } = createProject();
    file(name, text);
    const found = (await checkBeside(check)).map((one) => one.split(' ').at(-1));
    expect(new Set(found)).toEqual(new Set(rules));
  });
});

describe('mistakes by the thousand', () => {
  const count = 2_000;
  const many = (line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');

  it.each([
    ['unknown keys', many((index) => `key${index}: v\n`), 'unknown-key'],
    [
      'prose that YAML breaks',
      `timeline:\n${many((index) => `  - text: we saw: this ${index}\n`)}`,
      'yaml-prose',
    ],
    ['tabs', `timeline:\n${many((index) => `\t- text: We saw this, ${index}.\n`)}`, 'yaml-syntax'],
    [
      'prose that YAML cuts',
      `timeline:\n${many((index) => `  - text: we saw this #${index} first\n`)}`,
      'yaml-prose',
    ],
    ['keys twice', many(() => 'tags: a\n'), 'duplicate-key'],
  ])(
    '%s are all told',
    async (_, lines, rule) => {
      const { file, understand } = createProject();
      file(name, plain.replace(/---\n$/, `${lines}---\n`));
      await within(10, async () => {
        const found = (await understand()).diagnostics.filter(
          (one) => one.path === name && one.rule === rule,
        );
        expect(found.length).toBeGreaterThanOrEqual(count - 1);
        expect(new Set(found.map(({ place }) => place?.start.line)).size).toBe(found.length);
      });
    },
    30_000,
  );
});

it('many files are no more than each of them', async () => {
  const { file, check } = createProject();
  for (let index = 0; index < 3_000; index++) file(`incidents/${index % 50}/2026-03-14-a${index}.md`, '');
  await within(10, async () => expect(await checkBeside(check)).toHaveLength(3_000));
}, 30_000);

describe('what takes long to read', () => {
  const size = 120_000;
  const fill = (motif: string): string => motif.repeat(Math.ceil(size / motif.length)).slice(0, size);
  const withBody = (body: string): string => `${plain}\n## What happened\n\n${body}\n`;
  const withText = (text: string): string =>
    plain.replace(/---\n$/, `detection:\n  note: >\n    ${text}\n---\n`);
  const publicBlock = 'public:\n  since: 2026-03-20\n  show: [summary]\n  sections: [What happened]\n---\n\n';
  const find = async (text: string): Promise<string[]> => {
    const { file, understand } = createWorkspace();
    file(name, text);
    const { diagnostics } = await understand();
    return diagnostics
      .filter(({ rule }) => rule.endsWith('-limit'))
      .map(({ rule, message }) => `${rule} ${message}`);
  };

  it.each([
    '*a **a ',
    'a]',
    '[',
    '[a](',
    '![',
    '<',
    '<a ',
    '`',
    '`a``',
    '_a__',
    '~a~',
    '&amp;',
    '\\',
    '@a.b',
    'a@b.c ',
    'www.',
    'http://a.b/( ',

    '> ',
    '>',
    '- ',
    '1) ',
    '+ ',
    '- a\n',
    '  - a\n',
    '> a\n',
    '# a\n',
    'a\n===\n',
    '[a]: b\n',
    '[^1]: x\n\n',
    'x[^a] ',
    'a\n\n',
    '\n',
    '\r',
    '- a\r',

    '|a|b|\n',
    '|-|-|\n',
    'a|b\n-|-\n',
    'What went wrong? ',
    '<div>\n```\n\n[',
    'a\u00a0\n',
    '*a\r',
  ])('%j as a body', async (motif) => {
    const found = await find(withBody(fill(motif)));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(
      /^body-limit (?:There are|Lists and quotes are nested) \d+ .*, at most \d+ are read$/,
    );
  });

  it.each(['*a **a ', 'a]', '[', '<', '`', 'a@b.c ', 'www.', '&amp;', 'a b '])(
    '%j as a text',
    async (motif) => {
      const found = await find(withText(fill(motif)));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(
        /^(?:text-limit There are|text-limit Lists and quotes are nested|yaml-limit This YAML has) \d+ .*, at most \d+ are read$/,
      );
    },
  );

  it.each(['a: b\n', '- a\n', '[a, ', '{a: ', '- - ', '# a\n', ' a:\n', 'x-a: [b, c]\n'])(
    '%j as YAML',
    async (motif) => {
      const found = await find(plain.replace(/---\n$/, `x-more:\n${fill(motif)}\n---\n`));
      expect(found).toHaveLength(1);
      expect(found[0]).toMatch(/^yaml-limit /);
    },
  );

  it.each([
    ['a table whose head is wide', `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n${'|b\n'.repeat(100)}`],
    ['lists in lists', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- a\n`).join('')],
    ['a fence that raw HTML swallows', `<div>\n\`\`\`\n\n${'[a '.repeat(2000)}`],
    ['a fence that a comment swallows', `<!--\n\`\`\`\n-->\n${'[a '.repeat(2000)}`],
    ['what looks like a table', `|a|b|\n|-|\n${'|[a*b\n'.repeat(2000)}`],
    [
      'a long address that is linked by its name again and again',
      `[a]: https://a.example/${'b'.repeat(2_000)}\n\n${`${'[a] '.repeat(300)}\n\n`.repeat(3)}`,
    ],
    [
      'one in the line below its name',
      `> [a]:\n> <https://a.example/${'b'.repeat(2_000)}>\n\n${`${'[a] '.repeat(300)}\n\n`.repeat(3)}`,
    ],
    ['what looks like a list', `a\n${'2. [a *b\n'.repeat(1600)}`],
  ])('%s', async (_, body) => {
    expect(await find(withBody(body))).toHaveLength(1);
  });

  it.each(['*', '**', '[', '![', '<a>', '`', '> ', '- ', '1. ', '"', '(', '~~', '[^'])(
    '%j within itself 5,000 times',
    async (mark) => {
      await expect(find(withBody(`${mark.repeat(5_000)}a`))).resolves.toBeDefined();
      await expect(find(withText(`${mark.repeat(5_000)}a`))).resolves.toBeDefined();
    },
  );

  it('notes to notes to notes are read once, however often each is named', async () => {
    const chain = ['b', 'c', 'd', 'e'];
    const notes = chain.map(
      (label, index) => `[^${'abcd'[index]}]: ${`It was so.[^${label}] `.repeat(100)}\n`,
    );
    const text = withBody(`We looked.[^a]\n\n${notes.join('\n')}\n[^e]: The end.`);
    await within(20, async () => expect(await find(text.replace(/---\n\n/, publicBlock))).toEqual([]));
  }, 60_000);

  it('lines that YAML reads as nested in each other are told alike, however deep the stack is', async () => {
    const text = plain.replace(
      /---\n$/,
      `${Array.from({ length: 3_000 }, (_, index) => `x${index}: we saw: this\n`).join('')}---\n`,
    );
    const count = async (depth: number): Promise<number> => {
      if (depth > 0) return count(depth - 1);
      const { diagnostics } = parseDocument({ path: name, text });
      return diagnostics.filter(({ rule }) => rule === 'yaml-prose').length;
    };
    const found = await count(0);
    expect(found).toBeGreaterThan(900);
    expect(await count(2_000)).toBe(found);
  }, 60_000);

  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  it.each([
    [
      '100 KB of prose',
      withBody(
        lines(
          250,
          () =>
            `${'Checkout answered **slowly** to [some](https://a.example/b) of `our` customers. '.repeat(5)}\n\n`,
        ),
      ),
    ],
    [
      'a table of 500 rows',
      withBody(
        `| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n${lines(500, () => '| 09:05 | **api** | `free_disk_space` | [g](https://a.example/) | 12 % | ok |\n')}`,
      ),
    ],
    [
      '300 links in a list',
      withBody(
        lines(300, (index) => `- [graph ${index}](https://a.example/${index}) of <https://b.example/>\n`),
      ),
    ],
    [
      '300 links in a paragraph',
      withBody(lines(300, (index) => `[graph ${index}](https://a.example/${index}),\n`)),
    ],
    [
      'a log in a fence',
      withBody(
        `\`\`\`\n${lines(1500, (index) => `[${index}] <a@b.example> *** error: [x] http://a/b\n`)}\`\`\`\n`,
      ),
    ],
    [
      'a list of 500 times',
      withBody(
        lines(500, () => '1. **09:05** We looked at `disk_free`.\n   - It was [full](https://a.example/).\n'),
      ),
    ],
    [
      'a timeline of 500 entries',
      plain.replace(
        /---\n$/,
        `timeline:\n${lines(500, (index) => `  - at: +1m\n    kind: note\n    text: We looked at \`disk_${index}\`, and at *others*.\n    evidence: https://a.example/${index}\n`)}---\n`,
      ),
    ],
  ])('but %s is read', async (_, text) => {
    expect(await find(text)).toEqual([]);
  });
});
