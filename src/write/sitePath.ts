import { Failure } from '../diagnostic/failure.js';

/** Whether a path stays in the folder of its site, and is written in one way: `a/b.html`. */
export function isSitePath(path: string): boolean {
  return path
    .split('/')
    .every((part) => part !== '' && part !== '.' && part !== '..' && !/[\\\0]/.test(part));
}

/**
 * Two of some paths that cannot stand in one folder on every disk: they are one, or differ in case or in how an accent is
 * encoded, or one is a file where the other needs a folder. Undefined when there are none.
 */
export function findClash(paths: Iterable<string>): [string, string] | undefined {
  /** By how they are folded: files by their path, folders by theirs and a `/`. */
  const taken = new Map<string, string>();
  const files = [...paths];
  for (const path of files) {
    const parts = path.split('/');
    for (let count = 1; count < parts.length; count++) {
      const folder = parts.slice(0, count).join('/');
      const key = `${fold(folder)}/`;
      const known = taken.get(key);
      if (known !== undefined && !known.startsWith(`${folder}/`)) return [known, path];
      if (known === undefined) taken.set(key, path);
    }
  }
  for (const path of files) {
    const key = fold(path);
    const known = taken.get(key) ?? taken.get(`${key}/`);
    if (known !== undefined) return [known, path];
    taken.set(key, path);
  }
  return undefined;
}

/** Refuses paths that could not be written, or not everywhere. Throws a `Failure` that names them. */
export function refuseSitePaths(site: string, paths: readonly string[]): void {
  const stray = paths.find((path) => !isSitePath(path));
  if (stray !== undefined) throw new Failure(`${JSON.stringify(stray)} cannot be a path in the ${site} site`);
  const clash = findClash(paths);
  if (clash) {
    throw new Failure(
      `${clash.map((path) => `${site}/${path}`).join(' and ')} cannot both be written: on some disks they would be one; rename one of them`,
    );
  }
}

function fold(path: string): string {
  return path.normalize('NFC').toLowerCase();
}
