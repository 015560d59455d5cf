import { isAhead } from '../../audience/ahead.js';
import type { PublicIncident } from '../../audience/publicHistory.js';
import { describeKept } from '../component/commitmentWords.js';
import type { Wording } from '../wording/wording.js';
import { capitalize } from '../words.js';
import { describeDuration, describeLevels, describeServices, groupsOf, servicesOf } from './incidentWords.js'; // prettier-ignore

/** Which line of an incident is wanted. */
export interface LineChoice {
  /** Tells how this one service was affected, instead of which ones were. */
  service?: string;
  /** Whether the groups of services are companies of their own, which are named first. */
  tellsGroups?: boolean;
}

/** One of the facts behind the severity; what goes on is in the colour of alarm. */
export interface LineFact {
  text: string;
  late?: true;
}

/**
 * What is said of an incident in small print, in a list and among what a search has found: what it was for, how long, and what became
 * of the promises. Its severity stands before them, with its mark.
 */
export function describeIncident(
  incident: PublicIncident,
  { service, tellsGroups = false }: LineChoice,
  wording: Wording,
): LineFact[] {
  const { list } = wording;
  const { kind, remediation = [], ongoing, preliminary } = incident;
  if (incident.retracted !== undefined) return [{ text: wording.incident.retracted }];
  const ahead = isAhead(incident);
  const duration = ongoing ? undefined : describeDuration(incident, service, wording);
  const facts: (LineFact | string | undefined)[] = [
    kind === 'incident' ? undefined : wording.incident[ahead ? 'plannedKinds' : 'kinds'][kind],
    // Names of authors' own stay as they write them, also at the beginning.
    ...(service === undefined
      ? describeWhat(incident, tellsGroups, wording)
      : [describeLevels(incident, service, wording)]),
    ongoing ? { text: list.ongoing, late: true } : duration && capitalize(duration),
    remediation.length === 0 ? undefined : describeKept(remediation, wording),
    preliminary && !ongoing && !ahead ? list.toFollow : undefined,
  ];
  return facts.flatMap((fact) =>
    fact === undefined || fact === '' ? [] : typeof fact === 'string' ? [{ text: fact }] : [fact],
  );
}

/** The services; before them their group where those are companies of their own: a reader looks for the company first. */
function describeWhat(incident: PublicIncident, tellsGroups: boolean, wording: Wording): string[] {
  const services = servicesOf(incident);
  if (services.length === 0) return [];
  return [
    ...(tellsGroups ? groupsOf(incident) : []),
    describeServices(services, tellsGroups ? 1 : 3, wording),
  ];
}
