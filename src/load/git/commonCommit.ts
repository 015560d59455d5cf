import type { ReadObject } from './gitObject.js';

/** How far back two branches are followed; those that parted earlier have little to say of each other. */
const maxCommits = 300;

interface Commit {
  id: string;
  tree: string;
  parents: string[];
  /** Seconds since 1970. */
  date: number;
}

/** The newest commit that two commits have in common; undefined where none is near, as in a shallow clone. */
export function findCommonCommit(ours: string, theirs: string, read: ReadObject): string | undefined {
  const sides = new Map<string, number>();
  const queue: Commit[] = [];
  const reach = (id: string, side: number): void => {
    const known = sides.get(id) ?? 0;
    if ((known | side) === known) return;
    sides.set(id, known | side);
    const commit = readCommit(id, read);
    if (commit) queue.push(commit);
  };
  reach(ours, 1);
  reach(theirs, 2);
  for (let seen = 0; queue.length > 0 && seen < maxCommits; seen++) {
    const newest = queue.reduce((best, one) => (one.date > best.date ? one : best));
    queue.splice(queue.indexOf(newest), 1);
    const side = sides.get(newest.id) ?? 0;
    if (side === 3) return newest.id;
    for (const parent of newest.parents) reach(parent, side);
  }
  return undefined;
}

/** A commit as it is written; undefined for what is none, or is not there. */
export function readCommit(id: string, read: ReadObject): Commit | undefined {
  const object = read(id);
  if (object?.type !== 'commit') return undefined;
  const head = object.bytes.toString('latin1').split('\n\n', 1)[0] ?? '';
  const tree = /^tree ([0-9a-f]{40})$/m.exec(head)?.[1];
  if (tree === undefined) return undefined;
  const parents = [...head.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, parent = '']) => parent);
  return { id, tree, parents, date: Number(/^committer .* (\d+) [+-]\d+$/m.exec(head)?.[1] ?? 0) };
}
