import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { attempt, findBytes, findStats, showPath } from './disk.js';

/** A site on disk, and only that: there is nothing in its folder that a build did not write. */
export interface SiteFolder {
  /** Whether there is a folder. */
  exists: boolean;
  /** The paths of its files. */
  files: ReadonlySet<string>;
}

/**
 * Looks at the folder of a site. Which files are ours its record says, which names every file of its build; a file, link
 * or device besides would be lost, so then a `Failure` names it.
 */
export function readSiteFolder(folder: string, record: string): SiteFolder {
  const found = findStats(folder);
  if (!found) return { exists: false, files: new Set() };
  if (!found.isDirectory()) throw new Failure(`${showPath(folder)} is not a folder`);
  const files: string[] = [];
  const others: string[] = [];
  listFiles(folder, '', files, others);
  const own = readRecord(join(folder, record));
  const foreign = [
    ...files.filter((path) => !own?.has(path) && path !== record && !isDebris(path)),
    ...others,
  ];
  if (!own && files.includes(record)) foreign.unshift(record);
  if (foreign.length > 0) {
    const why = own ? '' : ` (there is no ${record} of ours in it)`;
    throw new Failure(
      `${showPath(folder)} holds what no build wrote${why}: ${describeNames(foreign)}; move it elsewhere, or choose another --out`,
    );
  }
  return { exists: true, files: new Set(files) };
}

/** Whether a folder is a site that a build wrote. */
export function isSite(folder: string): boolean {
  return ['build.json', 'api/build.json'].some((record) => readRecord(join(folder, record)) !== undefined);
}

/** Whether a file is there and has these bytes. */
export function hasContent(path: string, content: string | Uint8Array): boolean {
  const wanted = typeof content === 'string' ? Buffer.from(content) : content;
  return findBytes(path)?.equals(wanted) ?? false;
}

/** The paths of the files of a build; undefined when this is no record of one. */
function readRecord(path: string): ReadonlySet<string> | undefined {
  try {
    const { generator, files } = JSON.parse(findBytes(path)?.toString() ?? '') as Record<string, unknown>;
    if (generator !== 'afterword' || typeof files !== 'object' || files === null) return undefined;
    return new Set(Object.keys(files));
  } catch {
    return undefined;
  }
}

function listFiles(folder: string, prefix: string, files: string[], others: string[]): void {
  const at = join(folder, prefix);
  for (const entry of attempt(at, 'read', () => readdirSync(at, { withFileTypes: true }))) {
    const path = `${prefix}${entry.name}`;
    if (entry.isDirectory()) listFiles(folder, `${path}/`, files, others);
    else (entry.isFile() ? files : others).push(path);
  }
}

/** What file managers leave in every folder that they show; a site is better without it. */
function isDebris(path: string): boolean {
  return /(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/.test(path);
}

function describeNames(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
