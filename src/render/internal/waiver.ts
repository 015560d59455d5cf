import { compareText } from '../../diagnostic/diagnostic.js';
import type { Incident } from '../../model/incident.js';

/** A rule set aside in a file, and whether that still holds. */
export interface Waiver {
  incident: Incident;
  waived: Incident['waivers'][number];
  /** Its last day is before asOf: the rule speaks again. */
  lapsed: boolean;
}

/** All waivers: by rule, then by incident in the order of lists. */
export function createWaivers(incidents: readonly Incident[], asOf: string): Waiver[] {
  return incidents
    .flatMap((incident) =>
      incident.waivers.map((waived): Waiver => ({
        incident,
        waived,
        lapsed: waived.until !== undefined && waived.until.last < asOf,
      })),
    )
    .toSorted((a, b) => compareText(a.waived.rule, b.waived.rule));
}
