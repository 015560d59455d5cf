import { listedDayOf, type Day } from '../../time/day.js';
import type { PublicHistory, PublicIncident } from '../publicHistory.js';

export { findStanding, type Standing } from '../../model/figures/standing.js';

/**
 * The day from which the time of a promise counts, in the site's zone: that on which its incident was over, else began. When it was
 * written down is not public, and a report may be published years later. Undefined where neither has a date.
 */
export function promisedDayOf(
  { started, mitigated, resolved }: PublicIncident,
  { site }: PublicHistory,
): Day | undefined {
  for (const when of [resolved, mitigated, started]) {
    const day = when && listedDayOf(when, site.zone);
    if (day !== undefined) return day;
  }
  return undefined;
}
