import type { History } from '../model/history.js';
import type { Incident, Publication } from '../model/incident.js';
import type { RemediationItem } from '../model/remediationItem.js';
import { parts, type Part } from '../validate/schema/field.js';

/*
 * Who sees what, decided once: the gate builds the public history by these answers, and the rules that guard it look at
 * the same entries. Every question is answered "no" where anything is missing or doubtful.
 */

/** An incident that has a `public` block and, since that block has a `since`, a day from which it is public. */
export type PublishedIncident = Incident & {
  publication: Publication & { since: NonNullable<Publication['since']> };
};

/** The parts that can be shown while an outage goes on and its report is still a draft. */
const liveParts: ReadonlySet<Part> = new Set(['summary', 'impact', 'detection', 'updates', 'provider']);

/** Whether customers see the incident as of a day, `YYYY-MM-DD`: it has a `public` block whose `since` has come. */
export function isPublic(incident: Incident, asOf: string): incident is PublishedIncident {
  const since = incident.publication?.since;
  return since !== undefined && since.precision === 'day' && since.last <= asOf;
}

/** Whether a published text was taken back: nothing of it is left but its title, its times and the reason. */
export function isRetracted(incident: Incident): boolean {
  return incident.publication?.retracted !== undefined;
}

/** The parts that the `public` block names; none where the text was taken back. */
export function namedParts(incident: Incident): ReadonlySet<Part> {
  const named = new Set<Part>(incident.publication?.show);
  return new Set(isRetracted(incident) ? [] : parts.filter((part) => named.has(part)));
}

/** The parts that customers see: those named, of a draft only the live ones. */
export function shownParts(incident: Incident): ReadonlySet<Part> {
  const named = namedParts(incident);
  return incident.status === 'draft' ? new Set([...named].filter((part) => liveParts.has(part))) : named;
}

/** Whether an entry of a shown list is shown. */
export function isShownEntry(entry: { internal?: boolean | undefined }): boolean {
  return entry.internal !== true;
}

/** Whether a remediation item is shown where `remediation` is: it is promised, and not withheld. */
export function isShownItem(
  item: RemediationItem,
): item is RemediationItem & { state: Exclude<RemediationItem['state'], 'proposed'> } {
  return isShownEntry(item) && item.state !== 'proposed';
}

/** The service of an impact entry, if customers may know of it: it is in the settings, and not internal. */
export function findShownService(id: string, { settings }: Pick<History, 'settings'>) {
  return settings.services.find((service) => service.id === id && !service.internal);
}

/** The title that customers read. */
export function publicTitle(incident: Incident): string {
  return incident.publication?.title ?? incident.title;
}
