import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ignoreMissing, listFiles, repository, runAfterword, type Ran } from './afterword.js';

/*
 * Real processes of the bundled command line, each with a preload that kills it, or refuses what it asks of the disk, at
 * one call. `test/write/faults.test.ts` does so at every call and in every way, in a process of its own.
 */

interface Fault {
  at: number;
  kind: string;
}

const asOf = ['--as-of', '2026-11-22'];
const preload = path.join(repository, 'test/write/faultyDisk.cjs');

const build = (folder: string, fault: Fault, env = {}): Promise<Ran> =>
  runAfterword(folder, ['build', ...asOf], {
    NODE_OPTIONS: `--require "${preload}"`,
    FAULTY_DISK: JSON.stringify(fault),
    ...env,
  });

let home = '';
/** A project whose sites are built, and the same after some files have changed. */
let few: Case;
/** The same project before its first build. */
let first: Case;

interface Case {
  folder: string;
  old: string;
  next: string;
  /** How many calls a build makes that write. */
  calls: number;
}

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'afterword-killed-'));
  const folder = path.join(home, 'project');
  await cp(path.join(import.meta.dirname, 'smallest'), folder, { recursive: true });
  await rm(path.join(folder, 'expected'), { recursive: true });
  await mkdir(path.join(folder, 'site/static'));
  for (const name of ['a.txt', 'b.txt']) await writeFile(path.join(folder, 'site/static', name), 'one\n');
  first = await createCase(folder, 'first');
  await runAfterword(folder, ['build', ...asOf]);
  await writeFile(path.join(folder, 'site/static/a.txt'), 'other\n');
  await rm(path.join(folder, 'site/static/b.txt'));
  few = await createCase(folder, 'few');
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('a build', () => {
  it('writes by calls that can be counted', () => {
    expect(few.calls).toBeGreaterThan(30);
    expect(first.calls).toBeGreaterThan(100);
  });

  it('of few files that is killed at every other call is completed by the next command, or was never begun', async () => {
    const seen = await killAt(few, every(2, few.calls));
    expect([...new Set(seen)].toSorted()).toEqual(['new', 'old']);
  });

  it('of everything that is killed is completed by the next command, or was never begun', async () => {
    // What comes after the last file, where old becomes new, takes few calls: none of them is left out.
    const last = Array.from({ length: 12 }, (_, index) => first.calls - index);
    const seen = await killAt(first, [...every(18, first.calls - 12), ...last]);
    expect([...new Set(seen)].toSorted()).toEqual(['new', 'old']);
  });

  it('that the disk refuses exits 2 with the path and the reason in one line', async () => {
    const reasons = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES', 'EPERM', 'EBUSY'];
    await inTwos(every(6, few.calls), async (at) => {
      const kind = reasons[((at - 1) / 6) % reasons.length] ?? '';
      const folder = await copyCase(few);
      const { code, stdout, stderr } = await build(folder, { at, kind });
      expect([code, stderr], `${kind} at ${at}`).toEqual([2, expect.stringContaining(kind)]);
      const lines = stderr.split('\n').filter((line) => line.startsWith('afterword: '));
      expect(lines).toEqual([expect.stringMatching(/^afterword: out\/\S* cannot be /)]);
      expect(`${stdout}${stderr}`).not.toMatch(/^\s+at /m);
      expect(await readState(few, folder), `${kind} at ${at}`).toMatch(/old|new/);
    });
  });

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ])('that is told to end by %s exits %i', async (kind, code) => {
    await inTwos(every(10, few.calls), async (at) => {
      const folder = await copyCase(few);
      const ran = await build(folder, { at, kind });
      expect(ran, `${kind} at ${at}`).toMatchObject({ code });
      const state = await readState(few, folder);
      expect(state, `${kind} at ${at}`).toMatch(/old|new/);
      await expectTidy(folder);
    });
  });

  it('that is told to end while it thinks writes nothing', async () => {
    const folder = await copyCase(few);
    const ended = spawnBuild(folder, { at: 0, kind: 'kill' });
    await waitFor(path.join(folder, 'out/.afterword/lock'));
    ended.child.kill('SIGINT');
    expect(await ended.code).toBe(130);
    expect(await readState(few, folder)).toBe('old');
    await expectTidy(folder);
  });

  it('at the same time as another one says who that is, and exits 2', async () => {
    const folder = await copyCase(few);
    // It stands still somewhere behind the lock.
    const ended = spawnBuild(folder, { at: 12, kind: 'SIGSTOP' });
    await waitFor(path.join(folder, 'out/.afterword/lock'));
    await waitUntilStopped(ended.child.pid);
    const second = await runAfterword(folder, ['build', ...asOf]);
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toMatch(
      new RegExp(
        `^afterword: out is being built by process ${ended.child.pid} on ${hostname()} since [^\n]+\n$`,
      ),
    );
    expect((await runAfterword(folder, ['check', ...asOf])).code).toBe(0);
    ended.child.kill('SIGCONT');
    expect(await ended.code).toBe(0);
    expect(await readState(few, folder)).toBe('new');
  });
});

/** Kills a build at some calls, runs a command, and says which sites stand then. */
async function killAt(one: Case, calls: readonly number[]): Promise<string[]> {
  return inTwos(calls, async (at) => {
    const folder = await copyCase(one);
    const ran = await build(folder, { at, kind: 'kill' });
    expect(ran.code, `killed at ${at}`).toBeNull();
    // Whichever it is; this one is fast.
    const next = await runAfterword(folder, at % 8 === 1 ? ['check', ...asOf] : ['schema', 'site']);
    expect(next.code, `${at}: ${next.stderr}`).toBe(0);
    const state = await readState(one, folder);
    expect(state, `killed at ${at}`).toMatch(/old|new/);
    await expectTidy(folder);
    return state;
  });
}

async function createCase(folder: string, name: string): Promise<Case> {
  const kept = path.join(home, name);
  await cp(folder, kept, { recursive: true });
  const old = await readTree(folder);
  const built = await build(folder, { at: 0, kind: 'kill' });
  expect(built).toMatchObject({ code: 0 });
  const calls = Number(/calls that write: (\d+)/.exec(built.stderr)?.[1]);
  return { folder: kept, old, next: await readTree(folder), calls };
}

let copies = 0;
async function copyCase({ folder }: Case): Promise<string> {
  const copy = path.join(home, `copy-${++copies}`);
  await cp(folder, copy, { recursive: true });
  return copy;
}

async function readState({ old, next }: Case, folder: string): Promise<string> {
  const found = await readTree(folder);
  if (found === next) return 'new';
  return found === old ? 'old' : found;
}

/** Nothing hidden lies beside the sites. */
async function expectTidy(folder: string): Promise<void> {
  const names = await readdir(path.join(folder, 'out')).catch(ignoreMissing);
  expect((names ?? []).filter((name) => name.startsWith('.'))).toEqual([]);
}

/** Every file of both sites, with its bytes. */
async function readTree(folder: string): Promise<string> {
  const parts: string[] = [];
  for (const site of ['internal', 'public']) {
    const out = path.join(folder, 'out', site);
    for (const file of await listFiles(out))
      parts.push(`${site}/${file}\n${await readFile(path.join(out, file), 'latin1')}\n`);
  }
  return parts.join('');
}

function every(step: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1).filter((at) => (at - 1) % step === 0);
}

/** Two at a time, as small machines have two cores. */
async function inTwos<Result>(
  all: readonly number[],
  act: (one: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < all.length; index += 2)
    results.push(...(await Promise.all(all.slice(index, index + 2).map(act))));
  return results;
}

function spawnBuild(
  folder: string,
  fault: Fault,
): { child: ReturnType<typeof spawn>; code: Promise<number | null> } {
  const args = ['--require', preload, path.join(repository, 'dist/cli.js'), 'build', ...asOf];
  const child = spawn(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, FAULTY_DISK: JSON.stringify(fault) },
    stdio: 'ignore',
  });
  return { child, code: new Promise((resolve) => child.on('close', resolve)) };
}

async function waitFor(file: string): Promise<void> {
  while (!(await stat(file).catch(ignoreMissing))) await new Promise((resolve) => setTimeout(resolve, 1));
}

async function waitUntilStopped(pid: number | undefined): Promise<void> {
  while (!/\) T /.test(await readFile(`/proc/${pid}/stat`, 'utf8')))
    await new Promise((resolve) => setTimeout(resolve, 5));
}
