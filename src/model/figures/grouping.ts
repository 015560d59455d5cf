import { compareText } from '../../diagnostic/diagnostic.js';

/** Things that have something in common: an id, or that they have none. */
export interface Grouping<T> {
  key: string | undefined;
  members: T[];
}

/**
 * Puts things into groups by a key or several of it: in the order of the settings, then those that these do not know by name,
 * then what has none. A thing with two keys is in both. Groups without members are left out.
 */
export function groupByKey<T>(
  things: readonly T[],
  keysOf: (thing: T) => string | undefined | readonly string[],
  order: readonly string[],
): Grouping<T>[] {
  const groups = new Map<string | undefined, T[]>();
  for (const thing of things) {
    const found = keysOf(thing);
    const keys = typeof found === 'object' ? (found.length === 0 ? [undefined] : found) : [found];
    for (const key of new Set(keys)) {
      const group = groups.get(key);
      if (group) group.push(thing);
      else groups.set(key, [thing]);
    }
  }
  const rank = (key: string | undefined): number => {
    if (key === undefined) return order.length + 1;
    const index = order.indexOf(key);
    return index < 0 ? order.length : index;
  };
  return [...groups]
    .map(([key, members]) => ({ key, members }))
    .toSorted((a, b) => rank(a.key) - rank(b.key) || compareText(a.key ?? '', b.key ?? ''));
}
