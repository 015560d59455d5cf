import type { TrackedItem } from '../trackedItem.js';
import { findEffect } from './verification.js';

/**
 * What has become of items, each counted in one of these: done, by its effect; open, by whether it is late; only proposed; dropped or
 * superseded; not followed since the report was told and not done then. `done` are those whose effect is unclear or was not verified.
 */
export type FixOutcome = 'effective' | 'ineffective' | 'done' | 'open' | 'overdue' | 'proposed' | 'dropped' | 'told'; // prettier-ignore

function findFixOutcome({ item, open, overdue, openWhenTold }: TrackedItem): FixOutcome {
  const effect = findEffect(item);
  if (effect === 'effective' || effect === 'ineffective') return effect;
  if (effect !== undefined) return 'done';
  if (overdue) return 'overdue';
  if (open) return 'open';
  if (openWhenTold) return 'told';
  return item.state === 'proposed' ? 'proposed' : 'dropped';
}

export function countFixOutcomes(items: readonly TrackedItem[]): Record<FixOutcome, number> {
  const counts = {
    effective: 0,
    ineffective: 0,
    done: 0,
    open: 0,
    overdue: 0,
    proposed: 0,
    dropped: 0,
    told: 0,
  };
  for (const tracked of items) counts[findFixOutcome(tracked)]++;
  return counts;
}
