import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createWorkspace } from '../workspace.js';
import { createExampleFiles, examplePath } from '../rules/example.js';

/*
 * What a folder can hold that is no postmortem. Each is said in a sentence, at the name under which the author finds it,
 * and never in the way of what is said of the other files.
 */

const name = 'incidents/2026-03-14-checkout-down.md';
const plain = createExampleFiles('title: Checkout was down').find(({ path }) => path === examplePath)?.text;
if (plain === undefined) throw new Error('there is no plain file');

/** A file with one mistake, which is said whatever else the folder holds. */
const other = 'incidents/2026-04-14-search-slow.md';
const mistaken = plain
  .replaceAll('2026-03-', '2026-04-')
  .replace('minor', 'mnior')
  .replace('Checkout was down', 'Search was slow');
const said = `${other}:2 error unknown-severity`;

function createProject() {
  const workspace = createWorkspace();
  workspace.file(other, mistaken);
  return workspace;
}

/** A folder outside every project, with one postmortem. */
function createOutside(): string {
  const folder = mkdtempSync(join(tmpdir(), 'afterword outside '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, '2026-03-14-checkout-down.md'), plain ?? '');
  return folder;
}

describe('a file that is no text', () => {
  it.each([
    ['is UTF-16', '', Buffer.from(plain, 'utf16le')],
    ['is UTF-16 with a byte order mark', '', Buffer.from(`\uFEFF${plain}`, 'utf16le')],
    ['holds a NUL byte', ':21', `${plain}\nRestarted.\0`],
    ['is Latin-1', ':17', Buffer.from(plain.replace('Every', 'É'), 'latin1')],
    ['is cut in the middle of a character', ':20', Buffer.from(`${plain}é`).subarray(0, -1)],
  ])('%s', async (_, line, bytes) => {
    const { file, check } = createProject();
    file(name, bytes);
    expect(await check()).toEqual([`${name}${line} error file-encoding`, said]);
  });

  it('may begin with a byte order mark', async () => {
    const { file, check } = createProject();
    file(name, `\uFEFF${plain}`);
    expect(await check()).toEqual([said]);
  });
});

it('a file too large is not read', async () => {
  const { file, check, understand } = createProject();
  file(name, `${plain}${'.'.repeat(3 * 1024 * 1024)}`);
  expect(await check()).toEqual([`${name} error file-size`, said]);
  const { diagnostics } = await understand();
  expect(diagnostics[0]?.message).toMatch(/ 31\d{5} bytes, at most 2097152 /);
});

describe('what only looks like a postmortem', () => {
  it('a folder named like one', async () => {
    const { root, check } = createProject();
    mkdirSync(join(root, name));
    expect(await check()).toEqual([`${name} error file-kind`, said]);
  });

  it.each([
    '2026-03-14-checkout-down.markdown',
    '2026-03-14-checkout-down.MD',
    '2026-03-14-checkout-down.mdx',
  ])('%s', async (file) => {
    const project = createProject();
    project.file(`incidents/${file}`, plain);
    expect(await project.check()).toEqual([`incidents/${file} error file-kind`, said]);
  });

  it.skipIf(process.platform === 'win32')('a pipe, which would be read for ever', async () => {
    const { root, check } = createProject();
    execFileSync('mkfifo', [join(root, name)]);
    expect(await check()).toEqual([`${name} error file-kind`, said]);
  });

  it('but other files may lie beside the postmortems', async () => {
    const { file, check } = createProject();
    file('incidents/free-space.csv', '1,2\n');
    file('incidents/.2026-03-14-checkout-down.md', 'what an editor left');
    file('incidents/.git/notes.md', 'not ours');
    expect(await check()).toEqual([said]);
  });
});

describe.skipIf(process.platform === 'win32')('a symbolic link', () => {
  it('to a file outside is not read', async () => {
    const { root, check } = createProject();
    symlinkSync(join(createOutside(), '2026-03-14-checkout-down.md'), join(root, name));
    expect(await check()).toEqual([`${name} error file-link`, said]);
  });

  it('to a folder outside is not read', async () => {
    const { root, check } = createProject();
    symlinkSync(createOutside(), join(root, 'incidents/2026'));
    expect(await check()).toEqual(['incidents/2026 error file-link', said]);
  });

  it('to a folder of the project is not read twice', async () => {
    const { root, file, check } = createProject();
    file('incidents/2026/2026-03-14-checkout-down.md', plain);
    symlinkSync('2026', join(root, 'incidents/latest'));
    expect(await check()).toEqual([said, 'incidents/latest error file-link']);
  });

  it('to itself, or to the folder it stands in, ends', async () => {
    const { root, check } = createProject();
    symlinkSync('2026-03-14-checkout-down.md', join(root, name));
    symlinkSync('.', join(root, 'incidents/here'));
    expect(await check()).toEqual([`${name} error file-unreadable`, said, 'incidents/here error file-link']);
  });

  it('to a file that is gone is said to lead nowhere', async () => {
    const { root, check, understand } = createProject();
    symlinkSync('moved.md', join(root, name));
    expect(await check()).toEqual([`${name} error file-unreadable`, said]);
    const { diagnostics } = await understand();
    expect(diagnostics[0]?.message).toContain('ENOENT');
  });

  it('to a file of the project is read', async () => {
    const { root, file, check } = createProject();
    file('reports/outage.md', plain.replace('minor', 'mnior'));
    symlinkSync('../reports/outage.md', join(root, name));
    expect(await check()).toEqual([`${name}:2 error unknown-severity`, said]);
  });

  it('may not be the settings or their folder, if it leads out: a message would quote what stands there', async () => {
    const { root, check } = createWorkspace();
    mkdirSync(join(root, 'incidents'));
    const secret = join(createOutside(), 'site.yaml');
    writeFileSync(secret, 'root:x:0:0');
    rmSync(join(root, 'site'), { recursive: true, force: true });
    mkdirSync(join(root, 'site'));
    symlinkSync(secret, join(root, 'site/site.yaml'));
    await expect(check()).rejects.toThrow(
      /^site\/site\.yaml in .* leads out of the project; put the file itself there$/,
    );
    rmSync(join(root, 'site'), { recursive: true });
    symlinkSync(dirname(secret), join(root, 'site'));
    await expect(check()).rejects.toThrow(/leads out of the project/);
  });

  it('may not be the folder of what is carried along: it would publish the incidents as they are', async () => {
    const { root, check } = createProject();
    symlinkSync('../incidents', join(root, 'site/static'));
    expect(await check()).toEqual([said, 'site/static error static-file']);
  });

  it('may not be the folder of all incidents, if it leads out', async () => {
    const { root, check } = createWorkspace();
    symlinkSync(createOutside(), join(root, 'incidents'));
    await expect(check()).rejects.toThrow(/There is no folder incidents/);
  });
});

describe('names', () => {
  it('that differ in case alone are one', async () => {
    const { file, check } = createProject();
    file(name, plain);
    file('incidents/shop/2026-03-14-Checkout-Down.md', plain.replace('title: Checkout', 'title: The shop'));
    expect(await check()).toEqual([
      said,
      'incidents/shop/2026-03-14-Checkout-Down.md error duplicate-id',
      'incidents/shop/2026-03-14-Checkout-Down.md error id-format',
    ]);
  });

  it.each(['2026-03-14 checkout down', '2026-03-14_checkout', 'checkout-down', '2026', '2026-03-14-é'])(
    '`%s` is no address',
    async (id) => {
      const { file, check } = createProject();
      file(`incidents/${id}.md`, plain);
      expect(await check()).toContain(`incidents/${id}.md error id-format`);
    },
  );
});

describe('settings that cannot be read', () => {
  it.each<[string, (path: string) => void]>([
    ['a folder', (path) => mkdirSync(path)],
    ['not UTF-8', (path) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x41]))],
  ])('%s: why is said in one line', async (_, put) => {
    const { root, check } = createProject();
    renameSync(join(root, 'site/site.yaml'), join(root, 'site/old.yaml'));
    put(join(root, 'site/site.yaml'));
    await expect(check()).rejects.toThrow(/^site\/site\.yaml cannot be read: [^\n]+$/);
  });
});

it('texts that grow when they are read are refused in the time it takes to read them', async () => {
  const { file, check } = createProject();
  const bomb = Array.from({ length: 40 }, (_, n) => `x-${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`).join('');
  const files = {
    aliases: plain.replace(/---\n$/, `x-first: &a-1 [lol]\n${bomb}---\n`),
    brackets: plain.replace(/---\n$/, `tags: ${'['.repeat(100_000)}\n---\n`),
    dashes: plain.replace(/---\n$/, `tags:\n  ${'- '.repeat(50_000)}x\n---\n`),
    quotes: `${plain}\n${'>'.repeat(100_000)} quoted\n`,
    emphasis: `${plain}\n${'*a **a '.repeat(20_000)}\n`,
    table: `${plain}\n${'|a'.repeat(2_000)}\n${'|-'.repeat(2_000)}\n${'|\n'.repeat(2_000)}`,
  };
  for (const [word, text] of Object.entries(files)) {
    file(`incidents/2026-03-14-${word}.md`, text.replace('Checkout was down', `A file of ${word}`));
  }
  const from = performance.now();
  const found = new Set((await check()).map((one) => one.replace(/:\d+ error/, '')));
  expect(performance.now() - from).toBeLessThan(5000);
  expect([...found]).toEqual([
    'incidents/2026-03-14-aliases.md yaml-refused',
    'incidents/2026-03-14-brackets.md yaml-limit',
    'incidents/2026-03-14-dashes.md yaml-limit',
    'incidents/2026-03-14-emphasis.md body-limit',
    'incidents/2026-03-14-quotes.md body-limit',
    'incidents/2026-03-14-table.md body-limit',
    said.replace(':2 error', ''),
  ]);
});
