import { linkSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { attempt, codeOf, findStats, isDone, removeFile, showPath, tidy, writeFile } from './disk.js';
import { writeDraft } from './draft.js';

/**
 * Writes a file that must not exist yet, whole or not at all, with the folders above it. Throws a `Failure` when it exists,
 * or when the disk refuses. A program may be run by whoever may read it.
 */
export function writeNewFile(path: string, text: string, { isProgram = false } = {}): void {
  const taken = new Failure(`${showPath(path)} exists already; nothing was written`);
  if (findStats(path)) throw taken;
  const folder = dirname(path);
  attempt(folder, 'made', () => mkdirSync(folder, { recursive: true }));
  const mode = (isProgram ? 0o777 : 0o666) & ~process.umask();
  writeDraft(path, text, mode, (draft) => {
    // A rename would take the place of a file that somebody wrote just now; a second name does not.
    try {
      const isLinked = isDone(
        () => attempt(path, 'written', () => linkSync(draft, path)),
        'EPERM',
        'ENOTSUP',
        'ENOSYS',
        'EOPNOTSUPP',
      );
      if (!isLinked) writeWhole(path, text, mode);
    } catch (error) {
      throw codeOf(error) === 'EEXIST' ? taken : error;
    }
    try {
      removeFile(draft);
    } catch (error) {
      throw error instanceof Failure ? new Failure(`${error.message}; ${showPath(path)} is written`) : error;
    }
  });
}

/** Where the file system knows no second names. */
function writeWhole(path: string, text: string, mode: number): void {
  try {
    writeFile(path, text, mode);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') tidy(() => removeFile(path));
    throw error;
  }
}
