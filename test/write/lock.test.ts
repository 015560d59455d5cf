import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeSelf } from '../../src/write/holder.js';
import { holdSites } from '../../src/write/hold.js';
import { completeBuild } from '../../src/write/recovery.js';
import { createPlace } from './place.js';

const site = { public: { 'index.html': 'new' } };
const note = 'out/.afterword/lock/a-note.json';

it('lets nobody else write, and names who holds it', async () => {
  const { root, build } = createPlace();
  const out = join(root, 'out');
  await holdSites({ out, sites: ['public'], root }, async () => {
    const refusal = await build(site).catch((error: unknown) => String(error));
    expect(refusal).toMatch(
      new RegExp(`out is being built by process ${process.pid} on ${hostname()} since 20\\d\\d-\\S+Z; wait`),
    );
    // Other commands do not wait for it, and leave it alone.
    expect(await completeBuild(root)).toBeUndefined();
    expect(existsSync(join(out, '.afterword'))).toBe(true);
  });
  expect(await build(site)).toEqual([2]);
});

describe('takes over the lock of', () => {
  const dead = spawnSync(process.execPath, ['--version']).pid;
  it.each([
    ['a dead process', { pid: dead }],
    ['an earlier process of the same number', { start: '1' }],
    ['a process from before the machine was started again', { boot: 'earlier' }],
    // No more is known where there is no /proc.
    ['a dead process of which little is known', { pid: dead, start: undefined, boot: undefined }],
  ])('%s', async (_, change) => {
    const { root, file, build } = createPlace();
    file(note, JSON.stringify({ ...describeSelf(), ...change }));
    expect(await build(site)).toEqual([2]);
    expect(readdirSync(join(root, 'out'))).toEqual(['public']);
  });

  it('nobody: one that was killed while it gave it back', async () => {
    const { root, file, build } = createPlace();
    file('out/.afterword/lock/x', '');
    const { rmSync } = await import('node:fs');
    rmSync(join(root, 'out/.afterword/lock/x'));
    expect(await build(site)).toEqual([2]);
  });
});

it.each([
  ['another machine', JSON.stringify({ ...describeSelf(), host: 'build-7', boot: 'other' })],
  ['another container', JSON.stringify({ ...describeSelf(), space: 'pid:[1]' })],
  ['nobody knows whom', 'scribble'],
])('does not take over the lock of %s, and says what to do', async (_, text) => {
  const { root, file, read, build } = createPlace();
  file(note, text);
  const refusal = await build(site).catch((error: unknown) => String(error));
  expect(refusal).toMatch(/if that build has ended, delete \S.*out\/\.afterword\/lock$/);
  if (text !== 'scribble') expect(refusal).toContain(`process ${process.pid} on `);
  expect(await completeBuild(root)).toContain('if that build has ended');
  expect(read(note)).toBe(text);
});

it('does not wait for ever where many want it at once', async () => {
  const { build } = createPlace();
  const ran = await Promise.allSettled(Array.from({ length: 5 }, async () => build(site)));
  expect(ran.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

describe('a workplace that no build made', () => {
  it.each([
    ['leads out of it', { do: 'put', site: 'public', path: '../../precious' }],
    ['names a folder as a site', { do: 'swap', site: '..' }],
    ['deletes elsewhere', { do: 'delete', site: 'public', path: '/etc/passwd' }],
    ['is of another kind', { do: 'run', site: 'public', path: 'x' }],
  ])('with a journal that %s is refused', async (_, step) => {
    const { root, file, read } = createPlace();
    file('precious', 'precious');
    file('out/public/index.html', 'old');
    file('out/.afterword/journal.json', JSON.stringify({ generator: 'afterword', steps: [step] }));
    await expect(completeBuild(root)).rejects.toThrow(/not what a build writes there; delete/);
    expect(read('precious')).toBe('precious');
  });

  it('with links in it leads nowhere', async () => {
    const { root, file, read, build } = createPlace();
    file('precious/index.html', 'precious');
    file('out/public/index.html', 'old');
    const steps = [{ do: 'delete', site: 'public', path: 'link/index.html' }];
    file('out/.afterword/journal.json', JSON.stringify({ generator: 'afterword', steps }));
    symlinkSync(join(root, 'precious'), join(root, 'out/public/link'));
    symlinkSync(join(root, 'precious'), join(root, 'out/.afterword/new'));
    await expect(completeBuild(root)).rejects.toThrow(/symbolic link/);
    expect(read('precious/index.html')).toBe('precious');

    const other = createPlace();
    other.file('precious/index.html', 'precious');
    other.file('out/x', '');
    symlinkSync(join(other.root, 'precious'), join(other.root, 'out/.afterword'));
    expect(await completeBuild(other.root)).toBeUndefined();
    await expect(other.build(site)).rejects.toThrow(/\.afterword is not a folder/);
    expect(other.read('precious/index.html')).toBe('precious');
    await expect(build(site)).rejects.toThrow(/symbolic link/);
  });

  it('from which something is missing says what to delete', async () => {
    const { root, file } = createPlace();
    file('out/public/index.html', 'old');
    const steps = [{ do: 'put', site: 'public', path: 'gone.html' }];
    file('out/.afterword/journal.json', JSON.stringify({ generator: 'afterword', steps }));
    await expect(completeBuild(root)).rejects.toThrow(/gone\.html is gone.*; delete .*, then build again$/);
  });
});
