import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** Where git keeps what it knows of a checked-out folder. */
export interface GitFolder {
  /** With the `HEAD` of this folder. */
  own: string;
  /** With branches and objects: another one where the folder is one of several worktrees. */
  common: string;
}

/** The folder `.git` of a repository, or what a file of that name leads to; undefined where there is none. */
export function findGitFolder(repository: string): GitFolder | undefined {
  const own = findOwn(join(repository, '.git'));
  if (own === undefined) return undefined;
  const common = readSmall(join(own, 'commondir'));
  return { own, common: common === undefined ? own : resolve(own, common) };
}

/**
 * The commit that a name such as `HEAD` or `refs/remotes/origin/main` stands for, in git's hexadecimal digits; undefined where there
 * is none, or where it is kept in a way that we do not know.
 */
export function findRef({ own, common }: GitFolder, name: string): string | undefined {
  let at = name;
  // A name may stand for another one: HEAD for a branch.
  for (let step = 0; step < 5; step++) {
    const found = readSmall(join(own, at)) ?? readSmall(join(common, at));
    if (found === undefined) return findPacked(common, at);
    const next = /^ref: (refs\/[\w./-]+)$/.exec(found)?.[1];
    if (next === undefined) return asCommit(found);
    if (next.includes('..')) return undefined;
    at = next;
  }
  return undefined;
}

function findOwn(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat?.isDirectory()) return path;
  const target = stat && /^gitdir: (.+)$/.exec(readSmall(path) ?? '')?.[1];
  return target === undefined ? undefined : resolve(dirname(path), target);
}

function findPacked(git: string, ref: string): string | undefined {
  const packed = readSmall(join(git, 'packed-refs'), 16 * 1024 * 1024);
  const line = packed?.split('\n').find((one) => one.endsWith(` ${ref}`));
  return line === undefined ? undefined : asCommit(line.slice(0, -ref.length - 1));
}

function asCommit(text: string): string | undefined {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text) ? text : undefined;
}

/** A file's text without the white space around it; undefined for what is no file, too large or unreadable. */
function readSmall(path: string, most = 4096): string | undefined {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= most ? readFileSync(path, 'utf8').trim() : undefined;
  } catch {
    return undefined;
  }
}
