import { createHash } from 'node:crypto';
import { compareText } from '../diagnostic/diagnostic.js';
import type { Output } from './output.js';

/**
 * The record of a build: as of which day, by which version, and the SHA-256 of every other file of the site. Never the clock, nor the
 * commit. `write` knows by it that a folder is ours.
 */
export function createBuildRecord(
  path: string,
  outputs: readonly Output[],
  { asOf, version }: { asOf: string; version: string },
): Output {
  const digests = outputs
    .map((output): [string, string] => [
      output.path,
      createHash('sha256').update(output.content).digest('hex'),
    ])
    .toSorted(([a], [b]) => compareText(a, b));
  const record = { generator: 'afterword', version, asOf, files: Object.fromEntries(digests) };
  return { path, content: `${JSON.stringify(record, null, 2)}\n` };
}
