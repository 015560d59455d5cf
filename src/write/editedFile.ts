import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/** A text of a file as it was read, and as it is to be. */
export interface EditedFile {
  /** Absolute. */
  path: string;
  before: string;
  after: string;
}

/**
 * Writes an edited text in place of a file, whole or not at all, with the file's permissions and its byte order mark.
 * Throws a `Failure` when the file is no longer what was read: somebody is writing it.
 */
export function writeEditedFile({ path, before, after }: EditedFile): void {
  const bytes = readFileSync(path);
  const mark = bytes.subarray(0, 3).equals(byteOrderMark) ? byteOrderMark : Buffer.alloc(0);
  if (!bytes.equals(Buffer.concat([mark, Buffer.from(before)]))) {
    throw new Failure(`${path} has changed since it was read; run the command again`);
  }
  // In the same folder, so that the rename is one step; hidden, so that nobody takes it for a postmortem.
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const file = openSync(draft, 'wx', statSync(path).mode);
    try {
      writeSync(file, Buffer.concat([mark, Buffer.from(after)]));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);
