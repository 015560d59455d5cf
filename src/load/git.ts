import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findRepository } from './repository.js';

/** More than the texts of ten thousand postmortems. */
const most = 1024 * 1024 * 1024;

/**
 * What git answers of the repository that a folder lies in; undefined where there is no repository, no git, or git refuses.
 * Only for what reads: nothing is written or fetched, and no program that the repository's configuration names is run.
 */
export function askGit(folder: string, args: readonly string[], input = ''): Buffer | undefined {
  // To start a program only to hear that there is nothing would take as long as to read many files.
  if (!existsSync(join(findRepository(folder), '.git'))) return undefined;
  const env = Object.entries(process.env).filter(([name]) => !ofHooks.has(name));
  const { status, stdout } = spawnSync('git', [...quietly, '-C', folder, ...args], {
    env: { ...Object.fromEntries(env), GIT_OPTIONAL_LOCKS: '0', GIT_NO_LAZY_FETCH: '1', LC_ALL: 'C' },
    input,
    maxBuffer: most,
    // Nobody waits for a pipe that lies in the place of a file, or for a disk that is gone.
    timeout: 30_000,
    killSignal: 'SIGKILL',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  return status === 0 ? stdout : undefined;
}

const quietly = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];

/** A hook is started with these, and they may count from another folder. */
const ofHooks: ReadonlySet<string> = new Set(['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX']);

/** The files below some paths of a folder at a commit: the names of their contents, by their paths from the folder. Neither links nor submodules. */
export function listBlobs(
  folder: string,
  commit: string,
  paths: readonly string[],
): ReadonlyMap<string, string> {
  const listed = askGit(folder, ['ls-tree', '-r', '-z', commit, '--', ...paths]) ?? Buffer.alloc(0);
  const blobs = new Map<string, string>();
  for (const line of listed.toString('utf8').split('\0')) {
    const [, id, path] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (id !== undefined && path !== undefined) blobs.set(path, id);
  }
  return blobs;
}

/** Contents by their names; what git does not have, as in a partial clone, is left out. */
export function readBlobs(folder: string, ids: Iterable<string>): ReadonlyMap<string, Buffer> {
  const names = [...new Set(ids)];
  const answer = askGit(folder, ['cat-file', '--batch'], `${names.join('\n')}\n`) ?? Buffer.alloc(0);
  const blobs = new Map<string, Buffer>();
  let at = 0;
  // Each stands behind a line with its name, kind and size.
  for (const id of names) {
    const end = answer.indexOf('\n', at);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(answer.toString('latin1', at, end)) ?? [];
    if (size !== undefined) blobs.set(id, answer.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + (size === undefined ? 0 : Number(size) + 1);
  }
  return blobs;
}
