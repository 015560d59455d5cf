import { linkSync } from 'node:fs';
import { Failure } from '../diagnostic/failure.js';
import { attempt, findStats, isDone, move, removeFile, showPath } from './disk.js';

/** Gives a file another name. Throws a `Failure` when something has that name already; then nothing has happened. */
export function moveFile(from: string, to: string): void {
  const [source, taken] = [findStats(from), findStats(to)];
  // Where case does not count, two spellings of one name are one file.
  const isSame = taken !== undefined && taken.ino === source?.ino && taken.dev === source.dev;
  if (taken && !isSame) throw new Failure(`${showPath(to)} exists already; nothing was moved`);
  // A rename would take the place of a file that somebody wrote just now; a second name does not.
  const isLinked =
    !isSame &&
    source?.isFile() === true &&
    isDone(
      () => attempt(to, 'written', () => linkSync(from, to)),
      'EPERM',
      'ENOTSUP',
      'ENOSYS',
      'EOPNOTSUPP',
    );
  if (isLinked) removeFile(from);
  else move(from, to);
}
