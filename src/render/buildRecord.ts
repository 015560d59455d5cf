import { createHash } from 'node:crypto';
import { compareText } from '../diagnostic/diagnostic.js';
import { renderJson } from './json.js';
import type { Output } from './output.js';

/**
 * The record of a build: as of which day, by which version, and the SHA-256 of every other file of the site. Never the clock; the
 * commit only where it is given, which is for the internal site. `write` knows by it that a folder is ours.
 */
export function createBuildRecord(
  path: string,
  outputs: readonly Output[],
  { asOf, version, commit }: { asOf: string; version: string; commit?: string | undefined },
): Output {
  const digests = outputs
    .map((output): [string, string] => [
      output.path,
      createHash('sha256').update(output.content).digest('hex'),
    ])
    .toSorted(([a], [b]) => compareText(a, b));
  const record = {
    generator: 'afterword',
    version,
    asOf,
    ...(commit === undefined ? {} : { commit }),
    files: Object.fromEntries(digests),
  };
  return renderJson(path, record);
}

/** The digest of a whole site: that of its record, which holds those of all other files. `sha256sum` of that file gives the same. */
export function digestSite({ content }: Output): string {
  return createHash('sha256').update(content).digest('hex');
}
