import { isAhead } from '../../../audience/ahead.js';
import type { PublicHistory, PublicIncident } from '../../../audience/publicHistory.js';
import { absoluteLink, incidentAddress } from '../../link.js';
import type { Wording } from '../../wording/wording.js';
import { findBeginning, findEnd } from '../course.js';
import { servicesOf } from '../incidentWords.js';
import { findInstant } from '../instant.js';
import { findUpdated } from '../updated.js';
import type { IdOf } from './hashId.js';
import { findWorst, formatTime, type Component, type ComponentStatus } from './statuspageComponent.js';
import { isMaintenance, listUpdates, type Update } from './statuspageUpdate.js';

export type Impact = 'none' | 'minor' | 'major' | 'critical';

/** From the least on. */
export const impacts: readonly Impact[] = ['none', 'minor', 'major', 'critical'];

/** An incident in the words of Statuspage. */
export interface StatuspageIncident {
  id: string;
  name: string;
  status: Update['status'];
  created_at: string;
  updated_at: string;
  monitoring_at: string | null;
  resolved_at: string | null;
  impact: Impact | 'maintenance';
  shortlink: string;
  started_at: string;
  page_id: string;
  incident_updates: StatuspageUpdate[];
  components: Component[];
  reminder_intervals: null;
  /* Of maintenance alone. */
  scheduled_for?: string;
  scheduled_until?: string;
}

interface StatuspageUpdate {
  id: string;
  status: Update['status'];
  body: string;
  incident_id: string;
  created_at: string;
  updated_at: string;
  display_at: string;
  affected_components: AffectedComponent[] | null;
  deliver_notifications: boolean;
  custom_tweet: null;
  tweet_id: null;
}

interface AffectedComponent {
  code: string;
  name: string;
  old_status: ComponentStatus;
  new_status: ComponentStatus;
}

/** Makes an incident of Statuspage of one of ours; what is not dated there is as old as its publication. */
export function createStatuspageIncident(
  incident: PublicIncident,
  { site, asOf }: PublicHistory,
  components: readonly Component[],
  { idOf, wording }: { idOf: IdOf; wording: Wording },
): StatuspageIncident {
  const id = idOf(`incident ${incident.id}`);
  const updates = listUpdates(incident, asOf, site.url, wording).toReversed();
  const began = findBeginning(incident);
  const maintenance = isMaintenance(incident);
  const isOver = Boolean(incident.retracted) || (!incident.ongoing && !isAhead(incident));
  const monitored = findInstant(incident.mitigated) ?? updates.findLast(({ status }) => status === 'monitoring')?.at; // prettier-ignore
  const window = maintenance ? createWindow(incident) : {};
  const created = maintenance ? Math.min(began, ...updates.map(({ at }) => at)) : began;
  const affected = new Set(servicesOf(incident).map((service) => idOf(`component ${service.id}`)));
  return {
    id,
    name: incident.title,
    status: findStatus(incident, updates, maintenance),
    created_at: formatTime(created),
    updated_at: formatTime(Math.max(Date.parse(findUpdated(incident, asOf)), created, ...updates.map(({ at }) => at))), // prettier-ignore
    monitoring_at: monitored === undefined ? null : formatTime(monitored),
    resolved_at: isOver ? formatTime(findEnd(incident)) : null,
    impact: maintenance ? 'maintenance' : impactOf(incident),
    shortlink: absoluteLink(site.url, incidentAddress(incident.id)),
    started_at: formatTime(began),
    page_id: idOf(`page ${site.url}`),
    incident_updates: updates.map((update, index) => ({
      id: idOf(`update ${incident.id} ${update.name}`),
      status: update.status,
      body: update.body,
      incident_id: id,
      created_at: formatTime(update.at),
      updated_at: formatTime(update.at),
      display_at: formatTime(update.at),
      affected_components: listAffected(incident, update, index === updates.length - 1, idOf),
      deliver_notifications: false,
      custom_tweet: null,
      tweet_id: null,
    })),
    components: components.filter((component) => affected.has(component.id)),
    reminder_intervals: null,
    ...window,
  };
}

/** How bad it is for Statuspage: as the settings say of its severity, else by what it did to services. */
export function impactOf({ severity, impact = [], kind }: PublicIncident): Impact {
  if (kind === 'near-miss') return 'none';
  if (severity?.statuspage !== undefined) return severity.statuspage;
  if (severity) return severity.major ? 'major' : 'minor';
  const levels = impact.map(({ level }) => level);
  if (levels.includes('outage')) return 'major';
  return levels.length === 0 ? 'none' : 'minor';
}

function findStatus(
  incident: PublicIncident,
  updates: readonly Update[],
  maintenance: boolean,
): Update['status'] {
  const [latest] = updates;
  const isOver = Boolean(incident.retracted) || !incident.ongoing;
  if (maintenance) {
    if (isAhead(incident) && !incident.retracted) return 'scheduled';
    if (isOver) return 'completed';
    return incident.mitigated ? 'verifying' : 'in_progress';
  }
  if (isOver) return updates.some(({ status }) => status === 'postmortem') ? 'postmortem' : 'resolved';
  if (latest && latest.status !== 'resolved' && incident.updates) return latest.status;
  return incident.mitigated ? 'monitoring' : 'investigating';
}

/** Of maintenance that nobody announced, when it was. Clients expect both ends: where there is none, the other. */
function createWindow(incident: PublicIncident): { scheduled_for: string; scheduled_until: string } {
  const { scheduled, resolved, mitigated } = incident;
  const from = findInstant(scheduled?.from) ?? findBeginning(incident);
  const to = findInstant(scheduled?.to) ?? findInstant(mitigated) ?? findInstant(resolved) ?? from;
  return { scheduled_for: formatTime(from), scheduled_until: formatTime(Math.max(from, to)) };
}

/** What became of each service with an update: it was well before the first, and is again with the last. */
function listAffected(
  incident: PublicIncident,
  { status }: Update,
  isFirst: boolean,
  idOf: IdOf,
): AffectedComponent[] | null {
  const services = servicesOf(incident);
  if (services.length === 0 || status === 'postmortem') return null;
  return services.map((service) => {
    const worst = findWorst(incident.impact ?? [], service.id);
    const during = incident.kind === 'maintenance' && worst !== 'operational' ? 'under_maintenance' : worst;
    const isOver = status === 'resolved' || status === 'completed';
    return {
      code: idOf(`component ${service.id}`),
      name: service.name,
      old_status: isFirst || status === 'scheduled' ? 'operational' : during,
      new_status: isOver || status === 'scheduled' ? 'operational' : during,
    };
  });
}
