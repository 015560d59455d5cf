import {
  chmodSync,
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  unlinkSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { join, relative } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/*
 * The calls by which everything is written. Each is one step of the file system, so that what a dead process leaves is
 * known, and each tells its path and the reason when the disk refuses.
 */

/** What the disk refused, in one line. */
class DiskFailure extends Failure {
  override name = 'DiskFailure';
  readonly code: string;
  constructor(path: string, participle: string, cause: NodeJS.ErrnoException) {
    const code = cause.code ?? cause.message;
    const reason = reasons.get(code);
    super(
      `${showPath(path)} cannot be ${participle}: ${reason === undefined ? code : `${reason} (${code})`}`,
      { cause },
    );
    this.code = code;
  }
}

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the quota is used up'],
  ['EIO', 'the disk gave an input or output error'],
  ['EROFS', 'the file system is read-only'],
  ['EMFILE', 'too many files are open'],
  ['ENFILE', 'too many files are open on this machine'],
  ['EACCES', 'permission denied'],
  ['EPERM', 'the operation is not permitted'],
  ['EBUSY', 'something else is using it'],
  ['ENOTDIR', 'a part of the path is not a folder'],
  ['EISDIR', 'it is a folder'],
  ['EEXIST', 'it exists already'],
  ['ENOENT', 'it is not there'],
  ['ENAMETOOLONG', 'the name is too long'],
  ['ELOOP', 'symbolic links lead in a circle'],
  ['EXDEV', 'it lies on another file system'],
]);

/** The path as somebody in the current folder would type it. */
export function showPath(path: string): string {
  return relative('', path) || path;
}

/** The code of what the disk refused, e.g. `ENOENT`; undefined for any other error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof DiskFailure ? error.code : undefined;
}

/** Does one thing with a file; what the disk refuses becomes a `Failure`, and any other error stays what it is. */
export function attempt<Result>(path: string, participle: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (error instanceof Error && 'code' in error && !(error instanceof Failure))
      throw new DiskFailure(path, participle, error as NodeJS.ErrnoException);
    throw error;
  }
}

/** Does something, unless the disk refuses it with one of some codes; whether it was done. */
export function isDone(act: () => void, ...codes: string[]): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (codes.includes(codeOf(error) ?? '')) return false;
    throw error;
  }
}

/** Does what is only tidy: whatever the disk says, something else is what has to be told. */
export function tidy(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

/** Writes a file that is not there yet, to the disk itself. Its permissions do not hang on the umask. */
export function writeFile(path: string, content: string | Uint8Array, mode = 0o644): void {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  attempt(path, 'written', () => {
    const handle = openSync(path, 'wx', mode);
    try {
      fchmodSync(handle, mode);
      for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
      syncHandle(handle);
    } catch (error) {
      try {
        closeSync(handle);
      } catch {
        // The first error is the one that tells why.
      }
      throw error;
    }
    closeSync(handle);
  });
}

/** Some file systems cannot be asked to write at once; then nobody can. */
function syncHandle(handle: number): void {
  try {
    fsyncSync(handle);
  } catch (error) {
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

/** Brings the names in a folder to the disk itself: what was made, renamed and deleted there. */
export function syncFolder(path: string): void {
  // Windows opens no folder, and keeps the order of such changes by itself.
  if (process.platform === 'win32') return;
  attempt(path, 'written', () => {
    const handle = openSync(path, 'r');
    try {
      syncHandle(handle);
    } finally {
      closeSync(handle);
    }
  });
}

/** Makes one folder, whose parent is there; one that is there stays. Its permissions do not hang on the umask. */
export function makeFolder(path: string): void {
  isDone(() => attempt(path, 'made', () => mkdirSync(path)), 'EEXIST');
  // Also when it was there: who made it may have been killed before this.
  const found = findStats(path);
  if (found?.isDirectory() && (found.mode & 0o777) !== 0o755)
    attempt(path, 'made', () => chmodSync(path, 0o755));
}

/** Puts a file or folder in another place, in one step. */
export function move(from: string, to: string): void {
  attempt(to, 'written', () => renameSync(from, to));
}

/** Deletes a file, or a link, not what it leads to. Whether there was one. */
export function removeFile(path: string): boolean {
  return isDone(() => attempt(path, 'deleted', () => unlinkSync(path)), 'ENOENT', 'ENOTDIR');
}

/** Deletes a folder when nothing is in it. Whether it did. */
export function removeEmptyFolder(path: string): boolean {
  return isDone(
    () => attempt(path, 'deleted', () => rmdirSync(path)),
    'ENOENT',
    'ENOTDIR',
    'ENOTEMPTY',
    'EEXIST',
  );
}

/** Deletes whatever is there, without following a link. */
export function removeTree(path: string): void {
  const found = findStats(path);
  if (!found) return;
  if (!found.isDirectory()) {
    removeFile(path);
    return;
  }
  for (const name of listFolder(path)) removeTree(join(path, name));
  removeEmptyFolder(path);
}

/** What is at a path, a link itself rather than what it leads to; undefined when nothing is. */
export function findStats(path: string): Stats | undefined {
  try {
    return attempt(path, 'read', () => lstatSync(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** The names in a folder; none when there is no such folder. */
export function listFolder(path: string): string[] {
  try {
    return attempt(path, 'read', () => readdirSync(path)).toSorted();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}

/** The bytes of a file; undefined when there is none. */
export function findBytes(path: string): Buffer | undefined {
  try {
    return attempt(path, 'read', () => readFileSync(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
