import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Failure } from '../../src/diagnostic/failure.js';
import { writeSites, type SiteToWrite } from '../../src/write/sites.js';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'afterword write '));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const site = (name: string, files: Record<string, string>): SiteToWrite => ({
  folder: join(root, 'out', name),
  record: 'build.json',
  outputs: Object.entries({ 'build.json': '{}', ...files }).map(([path, content]) => ({ path, content })),
});
const write = (...sites: SiteToWrite[]) => writeSites(sites, root).map(({ changed }) => changed);
const read = (path: string): string => readFileSync(join(root, 'out', path), 'utf8');

it('writes a site, and nothing beside it', () => {
  expect(write(site('public', { 'index.html': 'one', 'a/b/index.html': 'two' }))).toEqual([3]);
  expect(read('public/a/b/index.html')).toBe('two');
  expect(readdirSync(join(root, 'out'))).toEqual(['public']);
});

it('touches nothing when nothing changed', () => {
  write(site('public', { 'index.html': 'one' }));
  const before = statSync(join(root, 'out/public/index.html'), { bigint: true });
  expect(write(site('public', { 'index.html': 'one' }))).toEqual([0]);
  const after = statSync(join(root, 'out/public/index.html'), { bigint: true });
  expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
});

it('removes files of pages that are gone, and counts them', () => {
  write(site('public', { 'index.html': 'one', 'old/index.html': 'gone' }));
  expect(write(site('public', { 'index.html': 'one' }))).toEqual([1]);
  expect(existsSync(join(root, 'out/public/old'))).toBe(false);
});

it('leaves the old sites when one of the new ones cannot be written whole', () => {
  write(site('internal', { 'index.html': 'old' }), site('public', { 'index.html': 'old' }));
  // A file where another output needs a folder fails half-way through the second site.
  const broken = site('public', { 'index.html': 'new', a: 'file', 'a/b': 'folder' });
  expect(() => write(site('internal', { 'index.html': 'new' }), broken)).toThrow(Failure);
  expect([read('internal/index.html'), read('public/index.html')]).toEqual(['old', 'old']);
  expect(readdirSync(join(root, 'out')).toSorted()).toEqual(['internal', 'public']);
});

it('brings the old site back after a build that was killed between the two renames', () => {
  write(site('public', { 'index.html': 'old' }));
  renameSync(join(root, 'out/public'), join(root, 'out/.public.old'));
  mkdirSync(join(root, 'out/.public.new'));
  writeFileSync(join(root, 'out/.public.new/index.html'), 'half');
  expect(write(site('public', { 'index.html': 'old' }))).toEqual([0]);
  expect(readdirSync(join(root, 'out'))).toEqual(['public']);
});

it('refuses a folder whose files no build wrote', () => {
  mkdirSync(join(root, 'out/public'), { recursive: true });
  writeFileSync(join(root, 'out/public/thesis.doc'), 'years of work');
  expect(() => write(site('public', { 'index.html': 'one' }))).toThrow(/no build wrote/);
  expect(read('public/thesis.doc')).toBe('years of work');
});

it.each(['.', 'incidents', 'site/static', 'templates', '..'])(
  'refuses %s of the project as an output',
  (folder) => {
    const target = { ...site('x', { 'index.html': 'one' }), folder: join(root, folder) };
    expect(() => writeSites([target], root)).toThrow(/cannot be an output/);
  },
);

it('says what the disk refused, without a stack', () => {
  writeFileSync(join(root, 'out'), 'a file where the folder should be');
  expect(() => write(site('public', { 'index.html': 'one' }))).toThrow(/could not be written: E/);
});
