import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { beforeEach, afterEach, describe, expect, it } from 'vitest';
import { createProject, type InitOptions } from '../../src/commands/init.js';
import { understandProject } from '../../src/commands/project.js';
import { findWorkflowFaults } from '../docs/workflow.js';

let root = '';
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'afterword init '))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const path = (...parts: string[]): string => join(root, ...parts);
const read = (...parts: string[]): string => readFileSync(path(...parts), 'utf8');

/** Runs `afterword init`, and gives what it wrote and noted. */
function init(more: Partial<InitOptions> = {}, machineZone = 'Europe/Dublin', asOf = '2026-11-22') {
  const [printed, noted]: [string[], string[]] = [[], []];
  const nothing = { folder: root, title: undefined, zone: undefined, url: undefined, ci: 'github', hook: false } as const;
  createProject({ ...nothing, ...more }, machineZone, {
    print: (text) => printed.push(text.trim()),
    note: (text) => noted.push(text),
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => asOf,
  });
  return { printed, noted: noted.join('') };
} // prettier-ignore

const check = async (folder = root) => {
  const { diagnostics } = await understandProject(folder, () => '2026-11-22');
  return diagnostics.map(({ path: file, level, rule }) => `${file} ${level} ${rule}`);
};

/** Every file below the folder with its text. */
function snapshot(): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]));
} // prettier-ignore

it('makes a project in which there is nothing to find, and of which nothing is public', async () => {
  expect(init().printed).toEqual([
    'site/site.yaml',
    'incidents/2026-11-21-example.md',
    '.github/workflows/postmortems.yml',
    '.gitignore',
  ]);
  expect(await check()).toEqual([]);
  const { history } = await understandProject(root, () => '2026-11-22');
  expect(history?.incidents.map(({ publication }) => publication)).toEqual([undefined]);
  expect(parse(read('site/site.yaml'))).toMatchObject({ timezone: 'Europe/Dublin', url: 'https://status.example.com/' });
}); // prettier-ignore

it('every key that the settings explain is one, with values that are allowed', async () => {
  init();
  const text = read('site/site.yaml').replace('people: []\n', '').replace(/^( *)# (?=(?: *- )?(?:[a-z]+:|\{ id|  |-))/gm, '$1');
  writeFileSync(path('site/site.yaml'), text);
  expect(Object.keys(parse(text) as object)).toEqual(expect.arrayContaining(['people', 'policies', 'brand', 'forbidden', 'weights']));
  expect((await check()).filter((one) => one.includes('site.yaml') && !one.includes('brand'))).toEqual([
    'site/site.yaml error file-missing',
    'site/site.yaml error file-missing',
  ]);
}); // prettier-ignore

it('changes nothing when it is run again, also on another day', () => {
  init();
  const before = snapshot();
  const again = init({}, 'Europe/Dublin', '2027-01-05');
  expect(again.printed).toEqual([]);
  expect(again.noted).toContain('Left as they were: site/site.yaml, .github/workflows/postmortems.yml, .gitignore');
  expect(snapshot()).toEqual(before);
}); // prettier-ignore

it('never writes over what is there, and says what it left', () => {
  mkdirSync(path('site'));
  mkdirSync(path('incidents'));
  writeFileSync(path('site/site.yaml'), 'mine');
  writeFileSync(path('incidents/2020-01-01-ours.md'), 'hours of work');
  writeFileSync(path('.gitignore'), 'node_modules\r\n/out');
  const { printed, noted } = init();
  expect(printed).toEqual(['.github/workflows/postmortems.yml', '.gitignore']);
  expect(noted).toContain('Left as they were: site/site.yaml');
  expect(read('site/site.yaml')).toBe('mine');
  expect(readdirSync(path('incidents'))).toEqual(['2020-01-01-ours.md']);
  expect(read('.gitignore')).toBe('node_modules\r\n/out\r\n.afterword/\r\n.afterword-tool/\r\n');
});

it('takes what it is told, whatever that holds', async () => {
  init({ title: 'A: "b" # c', zone: 'America/Chicago', url: 'https://example.com/x', ci: 'none' });
  expect(parse(read('site/site.yaml'))).toMatchObject({
    title: 'A: "b" # c',
    timezone: 'America/Chicago',
    url: 'https://example.com/x/',
  });
  expect(await check()).toEqual([]);
  expect(readdirSync(root)).toEqual(['.gitignore', 'incidents', 'site']);
});

it.each([
  [{ zone: 'CST' }, /^--zone: “CST” is an abbreviation.*Did you mean/],
  [{ zone: 'Europe/Dubln' }, /^--zone: .*Did you mean Europe\/Dublin\?/],
  [{ url: 'javascript:alert(1)' }, /^--url: /],
  [{ url: 'https://example.com/?q' }, /^--url: /],
  [{ title: ' ' }, /^--title: /],
  [{ hook: true }, /^--hook: .*git init/],
])('writes nothing where it is told what cannot be: %j', (more, message) => {
  expect(() => init(more)).toThrow(message);
  expect(readdirSync(root)).toEqual([]);
});

it('takes UTC where the machine has no zone that can be written', () => {
  init({}, 'Etc/UTC+99');
  expect(read('site/site.yaml')).toContain('timezone: UTC\n');
});

it.runIf(process.getuid?.() !== 0)('says in a line that it may not write', () => {
  chmodSync(root, 0o555);
  expect(() => init()).toThrow(/^[^\n]+$/);
  chmodSync(root, 0o755);
});

describe('in a repository', () => {
  beforeEach(() => {
    mkdirSync(path('.git/hooks'), { recursive: true });
    writeFileSync(path('.git/HEAD'), 'ref: refs/heads/trunk\n');
  });

  it('puts the workflow where GitHub looks for it, for its branch and the folder of the project', async () => {
    init({ folder: path('docs/postmortems'), hook: true });
    expect(await check(path('docs/postmortems'))).toEqual([]);
    const workflow = read('.github/workflows/postmortems.yml');
    expect(workflow).toContain('branches: [trunk]');
    expect(workflow).not.toMatch(/heads\/main|root: \.\n|(?:path:|-updates) out\//);
    expect(workflow.match(/root: docs\/postmortems\n/g)).toHaveLength(3);
    expect(workflow).toContain('path: docs/postmortems/out/public\n');
    expect(read('.git/hooks/pre-commit')).toContain('/docs/postmortems"');
    expect(statSync(path('.git/hooks/pre-commit')).mode & 0o111).not.toBe(0);
    expect(findWorkflowFaults(workflow)).toEqual([]);
  });

  it('writes no workflow for a path that would mean something in it', () => {
    const folder = path("x'; rm -rf $HOME #");
    expect(() => init({ folder })).toThrow(/--ci none/);
    expect(readdirSync(root)).toEqual(['.git']);
    expect(init({ folder, ci: 'none' }).printed).toHaveLength(3);
  });
});

describe('every workflow that it writes', () => {
  it('is one of GitHub’s that hands over the public site alone, and trusts no fork', () => {
    init();
    const files = readdirSync(path('.github/workflows'));
    expect(files).toEqual(['postmortems.yml']);
    for (const file of files) expect(findWorkflowFaults(read('.github/workflows', file))).toEqual([]);
  });

  it.each([
    ['path: out/public', 'path: out'],
    ['path: out/public', 'path: out/internal'],
    ['path: out/public', 'path: |\n            out/public\n            out/internal'],
    ['path: out/public', 'path: .'],
    ['build: public', 'build: both'],
    ["&& vars.AFTERWORD_INTERNAL_RUNNER != ''", ''],
    ["github.event_name != 'pull_request' && ", ''],
    ['  pull_request:', '  pull_request_target:'],
    ['actions/checkout@v4', 'actions/checkout@main'],
    ['contents: read', 'contents: write'],
    ['${FOLDER:', '${{ github.event.pull_request.title }}${FOLDER:'],
    ['root: .', 'root: ${{ secrets.ROOT }}'],
  ])('would be refused with %j become %j', (is, becomes) => {
    init();
    const workflow = read('.github/workflows/postmortems.yml');
    expect(workflow).toContain(is);
    expect(findWorkflowFaults(workflow.replace(is, becomes))).not.toEqual([]);
  });

  it('for GitLab is the one of docs/hosting.md', () => {
    init({ ci: 'gitlab' });
    expect(read('.gitlab-ci.yml')).toBe(readFileSync(join(import.meta.dirname, '../../templates/hosting/gitlab.yml'), 'utf8'));
  }); // prettier-ignore
});
