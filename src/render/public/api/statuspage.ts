import { isAhead } from '../../../audience/ahead.js';
import type { PublicHistory, PublicIncident } from '../../../audience/publicHistory.js';
import { formatIsoDay } from '../../../time/day.js';
import { renderJson } from '../../json.js';
import type { Address } from '../../link.js';
import type { Output } from '../../output.js';
import type { Wording } from '../../wording/wording.js';
import { findBeginning } from '../course.js';
import { findInstant, instantOfIsoDay } from '../instant.js';
import { findUpdated } from '../updated.js';
import { createIds } from './hashId.js';
import { createComponents, formatTime, type Component } from './statuspageComponent.js';
import { createStatuspageIncident, impactOf, impacts, type Impact, type StatuspageIncident } from './statuspageIncident.js'; // prettier-ignore
import { isMaintenance } from './statuspageUpdate.js';

/** A page as Statuspage would tell of it, as of the day of the build. */
export interface Statuspage {
  page: { id: string; name: string; url: string; time_zone: string; updated_at: string };
  status: { indicator: Impact; description: string };
  components: Component[];
  /** The newest of them, and all that go on; newest first. */
  incidents: StatuspageIncident[];
  unresolved: StatuspageIncident[];
  maintenances: StatuspageIncident[];
}

/** Statuspage lists no more of either kind. */
const mostIncidents = 50;

/** The addresses of the files below `api/v2/`. */
export const statuspageAddresses: readonly Address[] = [
  'summary',
  'status',
  'components',
  'incidents',
  'incidents/unresolved',
  'scheduled-maintenances',
  'scheduled-maintenances/upcoming',
  'scheduled-maintenances/active',
].map((name) => `api/v2/${name}.json`);

/**
 * Makes the page of a history. What Statuspage itself says in fixed words stays English, since clients compare them; what is ours
 * is in the language of the site.
 */
export function createStatuspage(history: PublicHistory, wording: Wording): Statuspage {
  const { site, asOf } = history;
  const idOf = createIds();
  const components = createComponents(history, idOf);
  const isOpen = (incident: PublicIncident): boolean => incident.ongoing && !incident.retracted;
  // What is old is not even made: there may be thousands.
  const choose = (chosen: readonly PublicIncident[], isLasting: (one: PublicIncident) => boolean) =>
    chosen
      .toSorted((a, b) => ageOf(b) - ageOf(a))
      .filter((incident, index) => index < mostIncidents || isLasting(incident));
  const create = (incident: PublicIncident): StatuspageIncident =>
    createStatuspageIncident(incident, history, components, { idOf, wording });
  const told = history.incidents.filter((incident) => !isMaintenance(incident));
  const planned = history.incidents.filter((incident) => isMaintenance(incident));
  const chosen = choose(told, isOpen).map((incident) => ({ open: isOpen(incident), made: create(incident) }));
  const unresolved = chosen.filter(({ open }) => open).map(({ made }) => made);
  const indicator = told
    .filter(isOpen)
    .map(impactOf)
    .reduce<Impact>((a, b) => (impacts.indexOf(b) > impacts.indexOf(a) ? b : a), 'none');
  const updated = history.incidents
    .map((incident) => findUpdated(incident, asOf))
    .toSorted()
    .at(-1);
  return {
    page: {
      id: idOf(`page ${site.url}`),
      name: site.title,
      url: site.url.replace(/\/$/, ''),
      time_zone: site.zone,
      updated_at: formatTime(updated === undefined ? instantOfIsoDay(asOf) : Date.parse(updated)),
    },
    status: { indicator, description: describe(indicator, unresolved.length, asOf, wording) },
    components,
    incidents: chosen.map(({ made }) => made),
    unresolved,
    maintenances: choose(planned, (one) => isOpen(one) || isAhead(one)).map(create),
  };
}

/** The eight files of Statuspage's API, version 2. */
export function renderStatuspage({ page, status, ...lists }: Statuspage): Output[] {
  const { components, incidents, unresolved, maintenances } = lists;
  const upcoming = maintenances.filter((one) => one.status === 'scheduled');
  const active = maintenances.filter((one) => one.status === 'in_progress' || one.status === 'verifying');
  const ahead = maintenances.filter((one) => one.status !== 'completed');
  const contents: object[] = [
    { page, components, incidents: unresolved, scheduled_maintenances: ahead, status },
    { page, status },
    { page, components },
    { page, incidents },
    { page, incidents: unresolved },
    { page, scheduled_maintenances: maintenances },
    { page, scheduled_maintenances: upcoming },
    { page, scheduled_maintenances: active },
  ];
  return contents.map((content, index) => renderJson(statuspageAddresses[index] ?? '', content));
}

/** We watch nothing: what is known is what is published, and as of when. */
function describe(indicator: Impact, count: number, asOf: string, { api, time }: Wording): string {
  const day = formatIsoDay(asOf, time);
  return count === 0 ? api.nothingGoesOn(day) : api.goesOn[indicator](day);
}

/** When it was, or will be, in ms: what the newest is told by. */
function ageOf(incident: PublicIncident): number {
  return findInstant(incident.scheduled?.from) ?? findBeginning(incident);
}
