import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createDraft, createSlug } from '../../src/commands/new.js';
import { isBlocked, understandProject } from '../../src/commands/project.js';
import type { Terminal } from '../../src/commands/terminal.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'afterword new '));
  mkdirSync(join(root, 'site'));
  cpSync(join(import.meta.dirname, '../rules/site.yaml'), join(root, 'site/site.yaml'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs `afterword new`, and gives what it printed. */
function draft(title: string, more: { at?: string; template?: string } = {}): string {
  const printed: string[] = [];
  const terminal: Terminal = {
    print: (text) => printed.push(text),
    note: () => undefined,
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
  createDraft({ root, title, template: more.template ?? 'postmortem', at: more.at }, terminal);
  return printed.join('').trim();
}

const errorsOf = async () =>
  (await understandProject(root, () => '2026-11-22')).diagnostics.filter(({ level }) => level === 'error');

it('writes a draft that check understands and build accepts', async () => {
  expect(draft('Checkout was down', { at: '2026-03-14 09:05' })).toBe(
    'incidents/2026-03-14-checkout-was-down.md',
  );
  const { history, diagnostics } = await understandProject(root, () => '2026-11-22');
  expect(await errorsOf()).toEqual([]);
  expect(isBlocked(diagnostics)).toBe(false);
  expect(
    history?.incidents.map(({ title, status, publication }) => ({ title, status, publication })),
  ).toEqual([{ title: 'Checkout was down', status: 'draft', publication: undefined }]);
});

it.skipIf(process.platform === 'win32')(
  'copies no file from outside that a link calls a template',
  async () => {
    const outside = mkdtempSync(join(tmpdir(), 'afterword outside '));
    onTestFinished(() => rmSync(outside, { recursive: true, force: true }));
    writeFileSync(join(outside, 'own.md'), '---\ntitle: secret\n---\n');
    mkdirSync(join(root, 'templates'));
    symlinkSync(join(outside, 'own.md'), join(root, 'templates/own.md'));
    expect(() => draft('Checkout was down', { template: 'own' })).toThrow(/leads out of the project/);
  },
);

it.each([
  'Checkout: down',
  '# of errors',
  '"Quoted" \\ title',
  '@kim’s laptop',
  '- dash',
  'yes',
  '障害',
  '{a}, [b]',
  "it's",
])('keeps the title %s as it is written', async (title) => {
  draft(title);
  expect(await errorsOf()).toEqual([]);
  expect((await understandProject(root, () => '2026-11-22')).history?.incidents[0]?.title).toBe(title);
});

it.each([
  ['2014-06', '2014-06-x.md'],
  ['2014', '2014-x.md'],
  ['2026-03-14 evening', '2026-03-14-x.md'],
  ['~2026-03-14 09:05', '2026-03-14-x.md'],
  ['2026-03-14 .. 2026-03-16', '2026-03-x.md'],
  ['day 1 ~21:00', 'undated-x.md'],
  ['unknown', 'undated-x.md'],
])('names the file by as much of the date of %s as is known', async (at, file) => {
  draft('x', { at });
  expect(readdirSync(join(root, 'incidents'))).toEqual([file]);
  expect(await errorsOf()).toEqual([]);
});

it('takes the day of the check when nobody says when', () => {
  expect(draft('x')).toBe('incidents/2026-11-22-x.md');
});

it('never writes over a file', () => {
  draft('x');
  writeFileSync(join(root, 'incidents/2026-11-22-x.md'), 'hours of work');
  expect(() => draft('x')).toThrow(/exists already/);
  expect(readFileSync(join(root, 'incidents/2026-11-22-x.md'), 'utf8')).toBe('hours of work');
});

it('uses the project’s own template, and keeps every byte of it but the values', () => {
  mkdirSync(join(root, 'templates'));
  writeFileSync(
    join(root, 'templates/short.md'),
    '---\r\ntitle:   old   # why\r\nstarted:\r\n---\r\n\r\n## Ours\r\n',
  );
  draft('New', { template: 'short' });
  expect(readFileSync(join(root, 'incidents/2026-11-22-new.md'), 'utf8')).toBe(
    '---\r\ntitle:   New   # why\r\nstarted: 2026-11-22\r\n---\r\n\r\n## Ours\r\n',
  );
});

it('names the templates there are when it does not know one', () => {
  expect(() => draft('x', { template: '../site/site' })).toThrow(
    /There is no template `\.\.\/site\/site`; there is postmortem/,
  );
});

it('says why a time is none', () => {
  expect(() => draft('x', { at: 'yesterday' })).toThrow(/^--at: What “yesterday” means/);
});

describe('the slug', () => {
  it.each([
    ['Zürich’s café: 100 % down', 'zurichs-cafe-100-down'],
    ['  --  ', 'incident'],
    ['障害', 'incident'],
    ['Straße', 'strasse'],
    ['a '.repeat(60), 'a-'.repeat(30).slice(0, -1)],
  ])('of %s is %s', (title, slug) => {
    expect(createSlug(title)).toBe(slug);
  });
});
