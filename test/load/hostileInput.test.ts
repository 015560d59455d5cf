import { execFileSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, openSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
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
    ['keys twice', many(() => 'tags: [a]\n'), 'duplicate-key'],
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
