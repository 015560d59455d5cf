import type { RemediationItem } from '../remediationItem.js';

/** Whether what was done had the effect that it was done for; `unverified`: nobody has looked, or written it down. */
export type Effect = 'effective' | 'ineffective' | 'unclear' | 'unverified';

/** What is known of the effect of an item that is done; undefined where it is not done. */
export function findEffect({
  state,
  verified,
}: Pick<RemediationItem, 'state' | 'verified'>): Effect | undefined {
  return state === 'done' ? (verified?.result ?? 'unverified') : undefined;
}

/** How many of the items that are done had which effect. Of what is not done nothing is counted. */
export function countEffects(
  items: readonly Pick<RemediationItem, 'state' | 'verified'>[],
): Record<Effect, number> {
  const counts = { effective: 0, ineffective: 0, unclear: 0, unverified: 0 };
  for (const item of items) {
    const effect = findEffect(item);
    if (effect !== undefined) counts[effect]++;
  }
  return counts;
}
