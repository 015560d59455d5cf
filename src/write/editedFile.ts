import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

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
  const file = realpathSync(path);
  const bytes = readFileSync(file);
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)]))) {
    throw new Failure(`${relative('', path)} has changed since it was read; run the command again`);
  }
  // In the same folder, so that the rename is one step; hidden, so that nobody takes it for a postmortem.
  const draft = join(dirname(file), `.afterword-${process.pid}.tmp`);
  try {
    // A rename asks only the folder whether it may.
    accessSync(file, constants.W_OK);
    const handle = openSync(draft, 'wx');
    try {
      fchmodSync(handle, statSync(file).mode);
      writeSync(handle, Buffer.concat([mark, Buffer.from(after)]));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new Failure(`${relative('', path)} cannot be written (${code})`, { cause: error });
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
