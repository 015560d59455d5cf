import { chmodSync, existsSync, mkdirSync, readdirSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPlace, type Place } from './place.js';

const many = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}/index.html`, 'same']));

it('writes a site, and leaves nothing beside it', async () => {
  const { root, read, build } = createPlace();
  expect(await build({ public: { 'index.html': 'one', 'a/b/index.html': 'two' } })).toEqual([3]);
  expect(read('out/public/a/b/index.html')).toBe('two');
  expect(readdirSync(join(root, 'out'))).toEqual(['public']);
});

it('leaves nothing at all when the work fails', async () => {
  const { root, build } = createPlace();
  await expect(build({ public: { '../index.html': 'one' } })).rejects.toThrow(/cannot be a path/);
  expect(readdirSync(root)).toEqual([]);
});

it('touches nothing when nothing changed, and only what changed when that is little', async () => {
  const { root, build } = createPlace();
  const look = (path: string) => {
    const { ino, mtimeNs } = statSync(join(root, 'out/public', path), { bigint: true });
    return [ino, mtimeNs];
  };
  await build({ public: { ...many, 'index.html': 'one' } });
  const before = [look('index.html'), look('3/index.html')];
  expect(await build({ public: { ...many, 'index.html': 'one' } })).toEqual([0]);
  expect([look('index.html'), look('3/index.html')]).toEqual(before);
  expect(await build({ public: { ...many, 'index.html': 'two' } })).toEqual([1]);
  expect(look('3/index.html')).toEqual(before[1]);
  expect(look('index.html')).not.toEqual(before[0]);
});

it.each([
  ['few', many],
  ['all', {}],
])('deletes files of pages that are gone, with their folders, where %s change', async (_, rest) => {
  const { root, read, build } = createPlace();
  await build({ public: { ...rest, 'index.html': 'one', 'old/page/index.html': 'gone' } });
  expect(await build({ public: { ...rest, 'index.html': 'one' } })).toEqual([2]);
  expect(existsSync(join(root, 'out/public/old'))).toBe(false);
  expect(read('out/public/index.html')).toBe('one');
});

it('keeps the other site when only one is built', async () => {
  const { read, build } = createPlace();
  await build({ internal: { 'index.html': 'old' }, public: { 'index.html': 'old' } });
  await build({ public: { 'index.html': 'new' } });
  expect([read('out/internal/index.html'), read('out/public/index.html')]).toEqual(['old', 'new']);
});

it.each([
  ['a page becomes a folder', { page: 'x' }, { 'page/index.html': 'x' }],
  ['a folder becomes a page', { 'page/index.html': 'x' }, { page: 'x' }],
  ['a name changes in case alone', { 'Page/index.html': 'x' }, { 'page/index.html': 'x' }],
])('%s', async (_, old, next) => {
  const { root, build } = createPlace();
  await build({ public: { ...many, ...old } });
  await build({ public: { ...many, ...next } });
  const [path = ''] = Object.keys(next);
  expect(readdirSync(join(root, 'out/public'))).toContain(path.split('/')[0]);
  expect(statSync(join(root, 'out/public', path)).isFile()).toBe(true);
});

it('gives all files and folders the same permissions, whatever the umask is', async () => {
  const { root, build } = createPlace();
  const umask = process.umask(0o077);
  try {
    await build({ public: { ...many, 'index.html': 'one' } });
    process.umask(0);
    await build({ public: { ...many, 'index.html': 'two', 'new/index.html': 'new' } });
  } finally {
    process.umask(umask);
  }
  const modes = readdirSync(join(root, 'out'), { recursive: true, encoding: 'utf8' }).map((path) => {
    const found = statSync(join(root, 'out', path));
    return `${found.isFile() ? 'file' : 'folder'} ${(found.mode & 0o777).toString(8)}`;
  });
  expect([...new Set(modes)].toSorted()).toEqual(['file 644', 'folder 755']);
});

it.each([
  ['alone', { 'thesis.doc': 'years of work' }, {}],
  ['beside a file of the name of a record', { 'build.json': '{}' }, {}],
  ['added to a site', { 'notes/todo.txt': 'mine' }, { 'index.html': 'old' }],
])('refuses a folder that holds a file of somebody else, %s', async (_, foreign, old) => {
  const { file, read, build } = createPlace();
  if (Object.keys(old).length > 0) await build({ public: old });
  for (const [path, text] of Object.entries(foreign)) file(`out/public/${path}`, text);
  const [path = ''] = Object.keys(foreign);
  await expect(build({ public: { 'index.html': 'new' } })).rejects.toThrow(`no build wrote`);
  await expect(build({ public: { 'index.html': 'new' } })).rejects.toThrow(path);
  expect(read(`out/public/${path}`)).toBe(Object.values(foreign)[0]);
});

it('refuses a link that was put into a site, and follows none', async () => {
  const { root, file, read, build } = createPlace();
  await build({ public: { ...many, 'index.html': 'old' } });
  file('precious/index.html', 'precious');
  symlinkSync(join(root, 'precious'), join(root, 'out/public/link'));
  await expect(build({ public: { ...many, 'index.html': 'new', 'link/index.html': 'new' } })).rejects.toThrow(
    /no build wrote: link/,
  );
  expect(read('precious/index.html')).toBe('precious');
});

it('does not mind what a file manager leaves', async () => {
  const { root, file, build } = createPlace();
  await build({ public: { 'index.html': 'old' } });
  file('out/public/.DS_Store', 'x');
  await build({ public: { 'index.html': 'new' } });
  expect(readdirSync(join(root, 'out/public')).toSorted()).toEqual(['build.json', 'index.html']);
});

it.each([
  [['A/one.html', 'a/two.html']],
  [['a.html', 'A.html']],
  [['caf\u00e9.html', 'cafe\u0301.html']],
  [['a', 'a/b.html']],
  [['a/b.html', 'A']],
])('refuses paths that are one on some disks: %j', async (paths) => {
  const { root, build } = createPlace();
  const files = Object.fromEntries(paths.map((path) => [path, 'x']));
  for (const path of paths) await expect(build({ public: files })).rejects.toThrow(`public/${path}`);
  expect(existsSync(join(root, 'out'))).toBe(false);
});

const refused: [string, (place: Place) => string][] = [
  ['the project', ({ root }) => root],
  ['the folder above the project', ({ root }) => join(root, '..')],
  ['the root', () => '/'],
  ['the home folder', () => process.env['HOME'] ?? ''],
  ['incidents', ({ root }) => join(root, 'incidents')],
  ['incidents, spelt otherwise', ({ root }) => join(root, 'Incidents/out')],
  ['a folder within site', ({ root }) => join(root, 'site/static')],
  ['templates', ({ root }) => join(root, 'templates')],
  ['.git', ({ root }) => join(root, '.git')],
  ['what a link leads to within the project', ({ root }) => join(root, 'link')],
  ['a site', ({ root }) => join(root, 'out/public')],
  ['a folder within a site', ({ root }) => join(root, 'out/public/deeper/down')],
  ['another project', ({ root }) => join(root, 'other/out')],
  ['a file', ({ root }) => join(root, 'site/site.yaml')],
  ['a folder within a file', ({ root }) => join(root, 'site/site.yaml/out')],
  ['a link that leads nowhere', ({ root }) => join(root, 'nowhere')],
  ['a folder where the site is a link', ({ root }) => join(root, 'links')],
];

it.each(refused)('refuses %s as an output', async (what, find) => {
  const place = createPlace();
  const { root, file, build } = place;
  file('site/site.yaml', '');
  file('incidents/one.md', '');
  file('other/site/site.yaml', '');
  mkdirSync(join(root, '.git'));
  mkdirSync(join(root, 'links'));
  mkdirSync(join(root, 'target'));
  symlinkSync(join(root, 'incidents'), join(root, 'link'));
  symlinkSync(join(root, 'gone'), join(root, 'nowhere'));
  symlinkSync(join(root, 'target'), join(root, 'links/public'));
  await build({ public: { 'index.html': 'old' } });
  // Its name is what a file of the site would be put into.
  const name = what === 'the folder above the project' ? root.slice(root.lastIndexOf('/') + 1) : 'public';
  const before = readdirSync(root, { recursive: true }).length;
  await expect(build({ [name]: { 'index.html': 'new' } }, find(place))).rejects.toThrow(
    /cannot be an output|is not a folder|leads nowhere|symbolic link/,
  );
  expect(readdirSync(root, { recursive: true })).toHaveLength(before);
});

it('builds into a folder that a link leads to', async () => {
  const { root, read, build } = createPlace();
  mkdirSync(join(root, 'elsewhere'));
  symlinkSync(join(root, 'elsewhere'), join(root, 'out'));
  await build({ public: { 'index.html': 'one' } });
  expect(read('elsewhere/public/index.html')).toBe('one');
});

it('says what the disk refused, without a stack', async () => {
  const { file, build } = createPlace();
  file('out', 'a file where the folder should be');
  await expect(build({ public: { 'index.html': 'one' } })).rejects.toThrow(/out is not a folder$/);
});

it('leaves the permissions of folders that it did not make', async () => {
  const { root, build } = createPlace();
  mkdirSync(join(root, 'out'));
  chmodSync(join(root, 'out'), 0o700);
  await build({ public: { 'index.html': 'one' } });
  expect(statSync(join(root, 'out')).mode & 0o777).toBe(0o700);
});
