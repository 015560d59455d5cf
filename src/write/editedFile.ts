import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { Failure } from '../diagnostic/failure.js';
import { attempt, findBytes, move, showPath } from './disk.js';
import { writeDraft } from './draft.js';

/** A text of a file as it was read, and as it is to be. */
export interface EditedFile {
  /** Absolute. */
  path: string;
  before: string;
  after: string;
}

/**
 * Writes an edited text in place of a file, whole or not at all, with the file's permissions and its byte order mark;
 * where a symbolic link leads to the file, it stays. Throws a `Failure` when the file must not be written, or is no
 * longer what was read: somebody is writing it.
 */
export function writeEditedFile({ path, before, after }: EditedFile): void {
  const file = attempt(path, 'written', () => realpathSync(path));
  const bytes = findBytes(file);
  const mark = bytes?.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  if (!bytes?.equals(Buffer.concat([mark, Buffer.from(before)]))) {
    throw new Failure(`${showPath(path)} has changed since it was read; run the command again`);
  }
  // A rename asks only the folder whether it may.
  attempt(path, 'written', () => accessSync(file, constants.W_OK));
  const { mode } = attempt(path, 'written', () => statSync(file));
  writeDraft(file, Buffer.concat([mark, Buffer.from(after)]), mode & 0o7777, (draft) => move(draft, file));
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
