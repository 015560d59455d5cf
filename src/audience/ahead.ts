import type { PublicIncident } from './publicHistory.js';

/**
 * Whether it is only announced: nothing of it goes on yet, and nothing is over. The model decides that, by the day of the
 * build in the site's zone.
 */
export function isAhead({ ongoing, resolved }: PublicIncident): boolean {
  return !ongoing && resolved === undefined;
}
