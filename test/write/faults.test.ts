import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Failure } from '../../src/diagnostic/failure.js';
import { holdSites } from '../../src/write/hold.js';
import { completeBuild } from '../../src/write/recovery.js';
import { writeSites } from '../../src/write/sites.js';
import { createFaultyDisk, Killed } from './faultyDisk.cjs';

/*
 * Every call that writes goes wrong once, in every way. A kill is told by an error that nobody handles and by a disk that
 * does nothing more, which is what the disk sees of one; `test/sites/killed.test.ts` kills real processes.
 */

vi.setConfig({ testTimeout: 60_000 });

type Site = Record<string, string>;
type Pair = { internal: Site; public: Site };

// Thousands of builds: in memory, where there is a disk of that sort.
const root = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'afterword faults '));
const out = join(root, 'out');
let disk: ReturnType<typeof createFaultyDisk>;
let deadPid = 0;
beforeAll(() => {
  deadPid = spawnSync(process.execPath, ['--version']).pid;
  disk = createFaultyDisk(() => undefined, true);
});
afterAll(() => {
  disk.restore();
  rmSync(root, { recursive: true });
});

const pages = (count: number, text: string): Site =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.html`, text]));

const before: Pair = {
  internal: { 'index.html': 'old', 'gone.html': 'old' },
  public: { 'index.html': 'old', ...pages(9, 'same'), 'gone/one/index.html': 'old' },
};
const after: Pair = {
  internal: { 'index.html': 'new', 'a/b.html': 'new' },
  public: { 'index.html': 'new', ...pages(9, 'same'), 'new/index.html': 'new' },
};

const reasons = ['ENOSPC', 'EIO', 'EROFS', 'EMFILE', 'EACCES', 'EPERM', 'EBUSY'];

describe.each([
  ['a first build', undefined, after],
  [
    'a build of both sites whole',
    { ...before, public: before.internal },
    { ...after, public: after.internal },
  ],
  ['a build of few files of one site', { ...before, internal: after.internal }, after],
  [
    'a build of few files of both sites',
    { ...before, internal: before.public },
    { ...after, internal: after.public },
  ],
  ['a build of one site whole and few files of the other', before, after],
])('%s', (_, old, next) => {
  it('leaves the old sites or the new ones when it is killed at any call', async () => {
    const calls = await countCalls(old, next);
    expect(calls).toBeGreaterThan(30);
    const seen = new Set<string>();
    for (let at = 1; at <= calls; at++) {
      await reset(old);
      expect(await run(next, { at, kind: 'kill' })).toBeInstanceOf(Killed);
      bury();
      await completeBuild(root);
      seen.add(expectWhole(old, next, `killed at ${at}`));
    }
    expect([...seen].toSorted()).toEqual(['new', 'old']);
  });

  it('leaves the old sites or the new ones when any call is refused', async () => {
    const calls = await countCalls(old, next);
    for (let at = 1; at <= calls; at++) {
      // What is done hangs on the place, not on the reason, so most places have one of them.
      for (const kind of old === before ? [...reasons] : [reasons[at % reasons.length] ?? '']) {
        await reset(old);
        const error = await run(next, { at, kind });
        const state = expectWhole(old, next, `${kind} at ${at}`, true);
        expectTold(error, kind, state);
        bury();
        await completeBuild(root);
        expect(expectWhole(old, next, `${kind} at ${at}, completed`)).toBe(state);
      }
    }
  });

  it('is completed or given up when the disk refuses everything from a call on', async () => {
    const calls = await countCalls(old, next);
    for (let at = 1; at <= calls; at++) {
      const kind = ['ENOSPC', 'EIO', 'EROFS'][at % 3] ?? '';
      await reset(old);
      const error = await run(next, { at, kind, lasting: true });
      bury();
      await completeBuild(root);
      expectTold(error, kind, expectWhole(old, next, `${kind} from ${at} on`));
    }
  });

  it('is completed by another build too', async () => {
    const calls = await countCalls(old, next);
    for (let at = 1; at <= calls; at += 3) {
      await reset(old);
      await run(next, { at, kind: 'kill' });
      bury();
      expect(await run(next, { at: 0, kind: 'kill' }), `killed at ${at}`).toBeUndefined();
      expect(expectWhole(old, next, `killed at ${at}`)).toBe('new');
    }
  });
});

it('is completed in the end when completing is killed too', async () => {
  const old = before;
  const calls = await countCalls(old, after);
  let deaths = 0;
  for (let at = 1; at <= calls; at += 3) {
    for (let second = 1; ; second += 3) {
      await reset(old);
      await run(after, { at, kind: 'kill' });
      bury();
      disk.arm({ at: second, kind: 'kill' });
      const error = await completeBuild(root).catch((thrown: unknown) => thrown);
      const isDead = error instanceof Killed;
      disk.arm({ at: 0, kind: 'kill' });
      bury();
      await completeBuild(root);
      expectWhole(old, after, `killed at ${at}, and in completing at ${second}`);
      if (!isDead) break;
      deaths++;
    }
  }
  expect(deaths).toBeGreaterThan(20);
});

it('is completed in the end when completing is refused', async () => {
  const calls = await countCalls(before, after);
  for (let at = 1; at <= calls; at += 6) {
    for (let second = 1; ; second += 2) {
      await reset(before);
      await run(after, { at, kind: 'kill' });
      bury();
      const hadJournal = existsSync(join(out, '.afterword/journal.json'));
      disk.arm({ at: second, kind: 'EIO' });
      const error = await completeBuild(root).catch((thrown: unknown) => thrown);
      const isOver = disk.count() < second;
      bury();
      if (typeof error !== 'string' && error !== undefined) expectTold(error, 'EIO');
      await completeBuild(root);
      const state = expectWhole(before, after, `killed at ${at}, refused at ${second}`);
      if (hadJournal) expect(state).toBe('new');
      if (isOver) break;
    }
  }
});

/** Puts the sites on disk as they were, without a fault. */
async function reset(pair: Pair | undefined): Promise<void> {
  disk.arm({ at: 0, kind: 'kill' });
  rmSync(out, { recursive: true, force: true });
  if (!pair) return;
  let built = templates.get(pair);
  if (built === undefined) {
    expect(await run(pair, { at: 0, kind: 'kill' })).toBeUndefined();
    built = join(root, `template ${templates.size}`);
    cpSync(out, built, { recursive: true });
    templates.set(pair, built);
  } else cpSync(built, out, { recursive: true });
}

/** Copying is faster than building. */
const templates = new Map<Pair, string>();

/** Builds, with a fault; what it threw. */
async function run(pair: Pair, fault: Parameters<typeof disk.arm>[0]): Promise<unknown> {
  disk.arm(fault);
  const sites = Object.entries(withRecords(pair)).map(([name, files]) => ({
    name,
    record: 'build.json',
    outputs: Object.entries(files).map(([path, content]) => ({ path, content })),
  }));
  try {
    const names = sites.map(({ name }) => name);
    await holdSites({ out, sites: names, root }, (lock) => writeSites(sites, lock));
    return undefined;
  } catch (error) {
    return error;
  }
}

async function countCalls(old: Pair | undefined, next: Pair): Promise<number> {
  await reset(old);
  expect(await run(next, { at: 0, kind: 'kill' })).toBeUndefined();
  const calls = disk.count();
  expect(readPair()).toEqual(withRecords(next));
  return calls;
}

/** Who was killed was this process: its locks get the number of one that is dead. */
function bury(): void {
  disk.arm({ at: 0, kind: 'kill' });
  const workplace = join(out, '.afterword');
  if (!existsSync(workplace)) return;
  for (const name of readdirSync(workplace, { recursive: true, encoding: 'utf8' })) {
    const file = join(workplace, name);
    if (!/lock.*\.json$/.test(name) || !statSync(file).isFile()) continue;
    const text = readFileSync(file, 'utf8');
    if (text.endsWith('}\n')) writeFileSync(file, JSON.stringify({ ...JSON.parse(text), pid: deadPid }));
  }
}

/** Both sites are the old ones or both are the new ones, and nothing lies beside them. Which it is. */
function expectWhole(old: Pair | undefined, next: Pair, when: string, mayBeBusy = false): 'old' | 'new' {
  const found = readPair();
  if (!mayBeBusy && existsSync(out))
    expect(
      readdirSync(out).filter((name) => name !== 'internal' && name !== 'public'),
      when,
    ).toEqual([]);
  if (isDeepStrictEqual(found, withRecords(next))) return 'new';
  expect(found, when).toEqual(old ? withRecords(old) : { internal: {}, public: {} });
  return 'old';
}

/** One line that tells a path, the reason and the truth about the sites. */
function expectTold(error: unknown, kind: string, state?: 'old' | 'new'): void {
  expect(error).toBeInstanceOf(Failure);
  const { message } = error as Failure;
  expect(message).toContain(kind);
  expect(message).toMatch(/^\S*afterword faults [^;\n]* cannot be (?:written|made|deleted|read): [^\n]*$/);
  if (state === 'old') expect(message).not.toMatch(/new sites stand|next command completes/);
  if (state === 'new') expect(message).not.toMatch(/as they were/);
}

function withRecords(pair: Pair): Pair {
  const withRecord = (files: Site): Site => {
    const digests = Object.entries(files).map(([path, text]) => [
      path,
      createHash('sha256').update(text).digest('hex'),
    ]);
    return {
      ...files,
      'build.json': JSON.stringify({ generator: 'afterword', files: Object.fromEntries(digests) }),
    };
  };
  return { internal: withRecord(pair.internal), public: withRecord(pair.public) };
}

function readPair(): Pair {
  return { internal: readSite('internal'), public: readSite('public') };
}

function readSite(name: string): Site {
  const folder = join(out, name);
  if (!existsSync(folder)) return {};
  const entries = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  // An empty folder is no part of a site; git and most servers do not even know of it.
  const files = entries.filter((path) => statSync(join(folder, path)).isFile());
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
