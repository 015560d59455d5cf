import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findRepository } from './repository.js';

/**
 * The commit that is checked out where a folder lies, as git's hexadecimal digits; undefined where there is none, or where it is kept
 * in a way that we do not know. Git itself is not asked: what a repository's configuration says can make it run programs.
 */
export function findCommit(folder: string): string | undefined {
  const git = findGitFolder(findRepository(folder));
  const head = git === undefined ? undefined : readSmall(join(git, 'HEAD'));
  if (git === undefined || head === undefined) return undefined;
  const ref = /^ref: (refs\/[\w./-]+)$/.exec(head)?.[1];
  if (ref === undefined) return asCommit(head);
  // A worktree has a HEAD of its own, and its branches where the repository is.
  const common = readSmall(join(git, 'commondir'));
  const folders = [git, ...(common === undefined ? [] : [resolve(git, common)])];
  for (const at of folders) {
    const loose = ref.includes('..') ? undefined : readSmall(join(at, ref));
    const found = loose === undefined ? findPacked(at, ref) : asCommit(loose);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The folder in which git keeps what it knows: `.git`, or what a file of that name leads to. */
function findGitFolder(repository: string): string | undefined {
  const path = join(repository, '.git');
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
