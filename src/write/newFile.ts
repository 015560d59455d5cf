import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/** Writes a file that must not exist yet, with the folders above it. Throws a `Failure` when it does. */
export function writeNewFile(path: string, text: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      code === 'EEXIST'
        ? `${path} exists already; nothing was written`
        : `${path} cannot be written (${code ?? message})`,
    );
  }
}
