import { dirname, join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { findStats, listFolder, makeFolder, removeEmptyFolder, removeTree, showPath } from './disk.js';

/**
 * The folder in which a build works, beside the sites and outside of them: the lock, the journal, new files and those
 * that they took the place of. There is none when no build runs.
 */
export interface Workplace {
  /** Where the sites stand, absolute. */
  out: string;
  folder: string;
  lock: string;
  journal: string;
  /** What is to be put in place, by site. */
  fresh: string;
  /** What was moved out of the way, by site. */
  aside: string;
}

/** The workplace of a folder of sites, whether there is one or not. */
export function workplaceOf(out: string): Workplace {
  const folder = join(out, '.afterword');
  return {
    out,
    folder,
    lock: join(folder, 'lock'),
    journal: join(folder, 'journal.json'),
    fresh: join(folder, 'new'),
    aside: join(folder, 'old'),
  };
}

/** Whether a build left, or has, a workplace. */
export function isWorkplace({ folder }: Workplace): boolean {
  return findStats(folder)?.isDirectory() ?? false;
}

/** Deletes what a build left in its workplace. The journal has to be gone, and the lock stays. */
export function clearWorkplace({ folder, lock }: Workplace): void {
  for (const name of listFolder(folder)) {
    const path = join(folder, name);
    if (path !== lock) removeTree(path);
  }
}

/** Makes the workplace, with the folders above it. Returns those of them that were not there, the innermost first. */
export function makeWorkplace(workplace: Workplace): string[] {
  const missing: string[] = [];
  for (let at = workplace.out; findStats(at) === undefined; at = dirname(at)) missing.push(at);
  for (const folder of missing.toReversed()) makeFolder(folder);
  const found = findStats(workplace.folder);
  if (!found) makeFolder(workplace.folder);
  // A link would have the build clear away what it leads to.
  else if (!found.isDirectory())
    throw new Failure(`${showPath(workplace.folder)} is not a folder; delete it, it is where a build works`);
  return missing;
}

/** Deletes the workplace when nothing is in it, and then those of some folders in which nothing is. */
export function removeWorkplace({ folder }: Workplace, made: readonly string[]): void {
  removeEmptyFolder(folder);
  for (const one of made) removeEmptyFolder(one);
}
