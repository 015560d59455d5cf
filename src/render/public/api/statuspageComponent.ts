import type {
  PublicHistory,
  PublicImpact,
  PublicIncident,
  PublicService,
} from '../../../audience/publicHistory.js';
import { findBeginning } from '../course.js';
import { servicesOf } from '../incidentWords.js';
import { formatInstant, instantOfDay, instantOfIsoDay } from '../instant.js';
import { endOfDay, findUpdated } from '../updated.js';
import type { IdOf } from './hashId.js';

/** From the best on. */
export const componentStatuses = [
  'operational',
  'degraded_performance',
  'partial_outage',
  'major_outage',
] as const;

export type ComponentStatus = (typeof componentStatuses)[number] | 'under_maintenance';

/** A service, or a group of services, in the words of Statuspage. */
export interface Component {
  id: string;
  name: string;
  status: ComponentStatus;
  created_at: string;
  updated_at: string;
  position: number;
  description: null;
  showcase: boolean;
  start_date: string | null;
  group_id: string | null;
  page_id: string;
  group: boolean;
  only_show_if_degraded: boolean;
  /** Of a group, its members. */
  components?: string[];
}

/** What an impact is for the one who uses the service. Data that was lost or seen does not take the service away. */
const statusOfLevel: Readonly<Record<string, (typeof componentStatuses)[number]>> = {
  outage: 'major_outage',
  partial: 'partial_outage',
  degraded: 'degraded_performance',
};

/** The worst that an incident did to a service. */
export function findWorst(impact: readonly PublicImpact[], service: string): ComponentStatus {
  const own = new Set(
    impact.filter((one) => one.service.id === service).map(({ level }) => statusOfLevel[level]),
  );
  return componentStatuses.findLast((status) => own.has(status)) ?? 'operational';
}

/**
 * All services as components, each group before its members, as of the end of the day of the build. Groups get the status of
 * their worst member.
 */
export function createComponents(history: PublicHistory, idOf: IdOf): Component[] {
  const { services, site } = history;
  const ofService = new Map<string, PublicIncident[]>();
  for (const incident of history.incidents) {
    for (const { id } of servicesOf(incident)) ofService.set(id, [...(ofService.get(id) ?? []), incident]);
  }
  const groups = new Map<string | undefined, PublicService[]>();
  for (const service of services)
    groups.set(service.group ?? undefined, [...(groups.get(service.group) ?? []), service]);
  const page = idOf(`page ${site.url}`);
  const first = findFirst(history);
  const create = (service: PublicService, position: number, group: string | null): Component => {
    const incidents = ofService.get(service.id) ?? [];
    const created = service.since ? instantOfDay(service.since) : first;
    const updated = incidents.map((incident) => Date.parse(findUpdated(incident, history.asOf)));
    return {
      id: idOf(`component ${service.id}`),
      name: service.name,
      status: findStatus(incidents, service.id, history.asOf),
      created_at: formatTime(created),
      updated_at: formatTime(Math.max(created, ...updated)),
      position,
      description: null,
      showcase: true,
      start_date: service.since?.first ?? null,
      group_id: group,
      page_id: page,
      group: false,
      only_show_if_degraded: false,
    };
  };
  let position = 0;
  return [...groups].flatMap(([name, members]): Component[] => {
    if (name === undefined) return members.map((service) => create(service, ++position, null));
    const id = idOf(`group ${name}`);
    const parts = members.map((service, index) => create(service, index + 1, id));
    const [one] = parts;
    if (!one) return [];
    const status = worstOf(parts.map((part) => part.status));
    const created = parts.map((part) => part.created_at).toSorted()[0] ?? one.created_at;
    const updated =
      parts
        .map((part) => part.updated_at)
        .toSorted()
        .at(-1) ?? one.updated_at;
    return [
      {
        ...one,
        id,
        name,
        status,
        created_at: created,
        updated_at: updated,
        position: ++position,
        start_date: null,
        group_id: null,
        group: true,
        components: parts.map((part) => part.id),
      },
      ...parts,
    ];
  });
}

/** A time as Statuspage writes it. */
export function formatTime(instant: number): string {
  return `${formatInstant(instant).slice(0, -1)}.000Z`;
}

/** As old as a page can be taken to be: as the first thing that it tells of. */
function findFirst({ incidents, services, asOf }: PublicHistory): number {
  const known = [
    ...incidents.map(findBeginning),
    ...services.flatMap(({ since }) => (since ? [instantOfDay(since)] : [])),
  ];
  return known.length === 0 ? instantOfIsoDay(asOf) : known.reduce((a, b) => Math.min(a, b));
}

function worstOf(statuses: readonly ComponentStatus[]): ComponentStatus {
  const worst = componentStatuses.findLast((status) => statuses.includes(status)) ?? 'operational';
  return worst === 'operational' && statuses.includes('under_maintenance') ? 'under_maintenance' : worst;
}

/** How a service is, for all that is published: of what goes on the worst that has not ended. */
function findStatus(incidents: readonly PublicIncident[], service: string, asOf: string): ComponentStatus {
  const end = endOfDay(asOf);
  const statuses = incidents
    .filter((incident) => incident.ongoing && !incident.retracted)
    .flatMap(({ kind, impact = [] }): ComponentStatus[] => {
      const open = impact.filter(
        ({ to, lasted }) =>
          (to === undefined && !lasted) || (to?.axis === 'calendar' && (to.earliest ?? 0) >= end),
      );
      const worst = findWorst(open, service);
      return [kind === 'maintenance' && worst !== 'operational' ? 'under_maintenance' : worst];
    });
  return worstOf(statuses);
}
