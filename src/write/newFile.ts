import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/** Writes a file that must not exist yet, with the folders above it. Throws a `Failure` when it does. */
export function writeNewFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const shown = relative('', path);
    throw new Failure(
      code === 'EEXIST'
        ? `${shown} exists already; nothing was written`
        : `${shown} cannot be written (${code ?? message})`,
    );
  }
}
