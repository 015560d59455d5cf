import { compareText } from '../../../diagnostic/diagnostic.js';
import { createPolicies } from '../../../settings/preset.js';
import type { Incident } from '../../../model/incident.js';
import type { Settings } from '../../../settings/settings.js';
import type { Owed } from '../owed.js';

/** An incident that does not do what a policy asks. */
export interface Breach {
  incident: Incident;
  /** What can still be mended. */
  open: Owed[];
  /** What came too late, and cannot be mended any more. */
  missed: Owed[];
}

/** A policy of the settings, and the incidents that break it. */
export interface PolicyRecord {
  id: string;
  /** Those where something can be mended first; else in the order of the history. */
  breaches: Breach[];
}

/** A record of each policy that is looked for: the one with most incidents to mend first, those that all incidents keep last. */
export function createPolicyRecords(
  owed: readonly Owed[],
  { incidents, settings, asOf }: { incidents: readonly Incident[]; settings: Settings; asOf: string },
): PolicyRecord[] {
  const records = new Map<string, Map<Incident, Breach>>();
  for (const { id } of createPolicies(settings)) records.set(id, new Map());
  for (const one of owed) {
    const { incident, diagnostic } = one;
    if (!incident || diagnostic.policy === undefined) continue;
    const record = records.get(diagnostic.policy);
    const breach = record?.get(incident) ?? { incident, open: [], missed: [] };
    breach[isMissed(one, asOf) ? 'missed' : 'open'].push(one);
    record?.set(incident, breach);
  }
  const rank = new Map(incidents.map((incident, index) => [incident, index]));
  const compare = (a: Breach, b: Breach): number =>
    Number(b.open.length > 0) - Number(a.open.length > 0) ||
    (rank.get(a.incident) ?? 0) - (rank.get(b.incident) ?? 0);
  return [...records]
    .map(([id, breaches]): PolicyRecord => ({ id, breaches: [...breaches.values()].toSorted(compare) }))
    .toSorted(
      (a, b) =>
        countMendable(b) - countMendable(a) ||
        b.breaches.length - a.breaches.length ||
        compareText(a.id, b.id),
    );
}

/** How many incidents could still be mended. */
export function countMendable({ breaches }: PolicyRecord): number {
  return breaches.filter(({ open }) => open.length > 0).length;
}

/** Whether a text was final, or an incident public, too late: that stays so. */
function isMissed({ diagnostic: { rule }, incident }: Owed, asOf: string): boolean {
  if (rule === 'policy-finished') return incident?.finished !== undefined;
  const since = incident?.publication?.since;
  return rule === 'policy-public' && since !== undefined && since.first <= asOf;
}
