import type { PublicHistory, PublicIncident } from '../../../src/audience/publicHistory.js';
import { compareForList } from '../../../src/time/when.js';
import { incident, major, minor, service, when } from '../../render/history.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** A history of some incidents as the gate gives it: newest first, in Dublin, as of 22 November 2026. */
export function historyOf(
  incidents: readonly PublicIncident[],
  changes: Partial<PublicHistory> & { zone?: string; totals?: boolean } = {},
): PublicHistory {
  const { zone = 'Europe/Dublin', totals = true, ...rest } = changes;
  const sorted = incidents.toSorted((a, b) => compareForList(b.started, a.started));
  return {
    audience: 'public',
    asOf: '2026-11-22',
    site: {
      title: 'Example history',
      url: 'https://status.example.com/',
      language: 'en',
      zone,
      totals,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
    incidents: sorted,
    services: [service('checkout'), service('search')],
    severities: [major, minor],
    commitments: sorted.flatMap(({ remediation }) => remediation ?? []),
    redirects: [],
    ...rest,
  };
}

/** An incident from one time to another; `to` undefined: it goes on. */
export function incidentAt(
  id: string,
  from: string,
  to: string | undefined,
  changes: Partial<PublicIncident> = {},
): PublicIncident {
  const started = when(from);
  const mitigated = to === undefined ? undefined : when(to);
  return incident({
    id,
    title: `Incident ${id}`,
    started,
    mitigated,
    resolved: mitigated,
    ongoing: to === undefined,
    year:
      started.axis === 'days'
        ? undefined
        : new Date(started.earliest ?? started.latest ?? 0).getUTCFullYear(),
    ...changes,
  });
}
