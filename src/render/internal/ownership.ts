import { compareText } from '../../diagnostic/diagnostic.js';
import { findOwner, type Owner } from '../../model/reference.js';
import type { Settings } from '../../settings/settings.js';
import type { TrackedItem } from '../../model/trackedItem.js';

/** An owner of remediation items, with all of them. */
export interface Ownership extends Owner {
  /** The name of a person's team. */
  team: string | undefined;
  items: TrackedItem[];
}

/** Everybody who owns an item: who has most overdue first, then most open, then by name. */
export function createOwnerships(items: readonly TrackedItem[], settings: Settings): Ownership[] {
  const byOwner = new Map<string, TrackedItem[]>();
  for (const tracked of items) {
    const { owner } = tracked.item;
    if (owner === undefined) continue;
    const owned = byOwner.get(owner);
    if (owned) owned.push(tracked);
    else byOwner.set(owner, [tracked]);
  }
  const ownerships = [...byOwner].map(([id, owned]): Ownership => {
    const owner = findOwner(settings, id);
    const team = settings.people.find((person) => person.id === id)?.team;
    return {
      id,
      name: owner?.name ?? id,
      kind: owner?.kind ?? 'person',
      team: team === undefined ? undefined : findName(settings, team),
      items: owned,
    };
  });
  return ownerships.toSorted(
    (a, b) => compareCounts(a.items, b.items) || compareText(a.name, b.name) || compareText(a.id, b.id),
  );
}

/** The name of a person or team; its id where the settings do not know it. */
export function findName(settings: Settings, id: string): string {
  return findOwner(settings, id)?.name ?? id;
}

/** Most overdue first, then most open. */
export function compareCounts(a: readonly TrackedItem[], b: readonly TrackedItem[]): number {
  return countOverdue(b) - countOverdue(a) || countOpen(b) - countOpen(a);
}

export function countOpen(items: readonly TrackedItem[]): number {
  return items.filter(({ open }) => open).length;
}

export function countOverdue(items: readonly TrackedItem[]): number {
  return items.filter(({ overdue }) => overdue).length;
}
