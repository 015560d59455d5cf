import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { createPackReader } from './pack.js';

/** What git keeps under a name of forty hexadecimal digits. https://git-scm.com/docs/gitrepository-layout */
export interface GitObject {
  type: 'commit' | 'tree' | 'blob' | 'tag';
  bytes: Buffer;
}

/** Reads an object; undefined for what is not there, damaged, or larger than `maxBytes`. */
export type ReadObject = (id: string) => GitObject | undefined;

/** No commit, no folder's list and no postmortem is as large. */
export const maxBytes = 8 * 1024 * 1024;

/**
 * Reads the objects of a repository, those in files of their own and those in packs. Git itself is not asked: starting it
 * takes longer than checking a file, and what a repository's configuration says can make it run programs.
 */
export function createObjectReader(common: string): ReadObject {
  const folder = join(common, 'objects');
  const readPacked = createPackReader(join(folder, 'pack'), read);
  function read(id: string): GitObject | undefined {
    return readLoose(folder, id) ?? readPacked(id);
  }
  return read;
}

function readLoose(folder: string, id: string): GitObject | undefined {
  const path = join(folder, id.slice(0, 2), id.slice(2));
  // Most are in packs, and to be told so by an error takes longer.
  if (!existsSync(path)) return undefined;
  try {
    const packed = readFileSync(path);
    const bytes = inflateSync(packed, { maxOutputLength: maxBytes });
    const start = bytes.indexOf(0) + 1;
    const type = /^(commit|tree|blob|tag) \d+\0$/.exec(bytes.toString('latin1', 0, start))?.[1];
    return type === undefined ? undefined : { type: type as GitObject['type'], bytes: bytes.subarray(start) };
  } catch {
    return undefined;
  }
}
