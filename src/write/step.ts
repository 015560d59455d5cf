import { dirname, join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import {
  findStats,
  makeFolder,
  move,
  removeEmptyFolder,
  removeFile,
  showPath,
  syncFolder,
  tidy,
} from './disk.js';
import type { Step } from './journal.js';
import type { Workplace } from './workplace.js';

/**
 * Does what a journal says, in its order; what was done before is left. `done` gets what could be done, also when the disk
 * refuses the rest, which throws a `Failure`.
 */
export function doSteps(workplace: Workplace, steps: readonly Step[], done: Step[] = []): void {
  const touched = new Set<string>();
  for (const step of steps) {
    if (step.do === 'swap') {
      swap(workplace, step.site);
      touched.add(workplace.out);
    } else {
      const folder = step.do === 'put' ? put(workplace, step) : remove(workplace, step);
      if (folder !== undefined) touched.add(folder);
    }
    done.push(step);
  }
  for (const folder of touched) if (findStats(folder)) syncFolder(folder);
}

/** Whether all of some steps can be undone: what a file took the place of is gone, a whole site is kept until the end. */
export function canUndo(steps: readonly Step[]): boolean {
  return steps.every((step) => step.do === 'swap');
}

/** Brings back the sites as they were before some steps. */
export function undoSteps(workplace: Workplace, done: readonly Step[]): void {
  for (const { site } of done.toReversed()) {
    const { target, fresh, aside } = findPlaces(workplace, site);
    if (findStats(fresh)) continue;
    move(target, fresh);
    if (findStats(aside)) move(aside, target);
  }
}

function findPlaces(workplace: Workplace, site: string): Record<'target' | 'fresh' | 'aside', string> {
  return {
    target: join(workplace.out, site),
    fresh: join(workplace.fresh, site),
    aside: join(workplace.aside, site),
  };
}

/** Between its two renames the site is absent, never mixed. */
function swap(workplace: Workplace, site: string): void {
  const { target, fresh, aside } = findPlaces(workplace, site);
  if (!isFolder(fresh)) {
    // It is in place already.
    if (isFolder(target)) return;
    throw createLoss(workplace, fresh);
  }
  if (findStats(target)) {
    if (!isFolder(target)) throw new Failure(`${showPath(target)} is not a folder any more`);
    makeFolder(workplace.aside);
    move(target, aside);
  }
  try {
    move(fresh, target);
  } catch (error) {
    tidy(() => {
      if (findStats(aside)) move(aside, target);
    });
    throw error;
  }
}

/** Returns the folder that has a new name in it. */
function put(workplace: Workplace, { site, path }: { site: string; path: string }): string {
  const fresh = join(workplace.fresh, site, path);
  const target = join(workplace.out, site, path);
  const parts = path.split('/').slice(0, -1);
  let [from, to] = [workplace.fresh, workplace.out];
  for (const part of [site, ...parts]) {
    [from, to] = [join(from, part), join(to, part)];
    refuseLink(from);
    refuseLink(to);
    makeFolder(to);
  }
  if (findStats(fresh)) move(fresh, target);
  else if (!findStats(target)) throw createLoss(workplace, fresh);
  return dirname(target);
}

/** Deletes a file, and the folders that are left empty by that. Returns the folder that has a name less in it. */
function remove(workplace: Workplace, { site, path }: { site: string; path: string }): string | undefined {
  const folders = [join(workplace.out, site)];
  for (const part of path.split('/').slice(0, -1)) folders.unshift(join(folders[0] ?? '', part));
  folders.forEach(refuseLink);
  removeFile(join(workplace.out, site, path));
  const left = folders.slice(0, -1).find((folder) => !removeEmptyFolder(folder) && findStats(folder));
  return left ?? folders.at(-1);
}

/** What was a folder when the build looked, or when a journal was written by nobody we know, may lead elsewhere now. */
function refuseLink(folder: string): void {
  if (findStats(folder)?.isSymbolicLink())
    throw new Failure(`${showPath(folder)} is a symbolic link, and leads out of the site; delete it`);
}

function isFolder(path: string): boolean {
  return findStats(path)?.isDirectory() ?? false;
}

function createLoss({ out, folder }: Workplace, missing: string): Failure {
  return new Failure(
    `${showPath(missing)} is gone, without which an interrupted build of ${showPath(out)} cannot be completed; delete ${showPath(folder)} and the sites in ${showPath(out)}, then build again`,
  );
}
