import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { ignoreMissing } from './afterword.js';

/**
 * Compares a text with the file that holds what is expected. A missing file fails, and `UPDATE=1` writes it: what it
 * wrote is to be read before it is committed.
 */
export async function expectFile(file: string, actual: string): Promise<void> {
  if (process.env['UPDATE']) {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, actual);
    return;
  }
  const expected = await readFile(file, 'utf8').catch(ignoreMissing);
  const name = path.relative(process.cwd(), file);
  expect(expected, `${name} is missing; UPDATE=1 npx vitest run test/sites writes it`).toBeDefined();
  expect(actual, name).toBe(expected);
}
