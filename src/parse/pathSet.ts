import type { DataPath } from './yamlTree.js';

/** Many ways to values: to go through all of them for each of as many others would take seconds. */
export interface PathSet {
  has: (path: DataPath) => boolean;
  /** Whether a path is one of them, or leads on from one. */
  isUnder: (path: DataPath) => boolean;
  /** Whether one of them is the path, or leads on from it. */
  isAbove: (path: DataPath) => boolean;
  add: (path: DataPath) => void;
}

export function createPathSet(paths: Iterable<DataPath>): PathSet {
  const own = new Set<string>();
  const above = new Set<string>();
  const set: PathSet = {
    has: (path) => own.has(keyOf(path)),
    isUnder: (path) => own.size > 0 && listKeys(path).some((key) => own.has(key)),
    isAbove: (path) => above.has(keyOf(path)),
    add: (path) => {
      own.add(keyOf(path));
      for (const key of listKeys(path)) above.add(key);
    },
  };
  for (const path of paths) set.add(path);
  return set;
}

/** Of a list that no longer changes; made once. */
export function pathSetOf(paths: readonly DataPath[]): PathSet {
  const set = known.get(paths) ?? createPathSet(paths);
  known.set(paths, set);
  return set;
}

const known = new WeakMap<readonly DataPath[], PathSet>();

/** The path and all that it leads on from, as texts. */
function listKeys(path: DataPath): string[] {
  return Array.from({ length: path.length + 1 }, (_, length) => keyOf(path.slice(0, length)));
}

/** A step `1` is another one than a step `"1"`. */
function keyOf(path: DataPath): string {
  return JSON.stringify(path);
}
