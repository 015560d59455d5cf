import { isAhead } from '../../../audience/ahead.js';
import type { PublicIncident } from '../../../audience/publicHistory.js';
import { absoluteLink, incidentAddress } from '../../link.js';
import { plainInline } from '../../text.js';
import type { Wording } from '../../wording/wording.js';
import { findBeginning, findEnd, findReported, hasReport, nameApart, nameTime } from '../course.js'; // prettier-ignore
import { findInstant, instantOfDay } from '../instant.js';
import { endOfDay } from '../updated.js';

export type IncidentStatus = 'investigating' | 'identified' | 'monitoring' | 'resolved' | 'postmortem';
export type MaintenanceStatus = 'scheduled' | 'in_progress' | 'verifying' | 'completed';

/** One thing that was said of an incident, as Statuspage tells it. */
export interface Update {
  /** Its name within its incident, for good. */
  name: string;
  status: IncidentStatus | MaintenanceStatus;
  /** In ms. */
  at: number;
  /** Plain text. */
  body: string;
}

/** What Statuspage takes for maintenance: also what was announced and has not begun. */
export function isMaintenance(incident: PublicIncident): boolean {
  return incident.kind === 'maintenance' || isAhead(incident);
}

/**
 * What was said of an incident, oldest first: its updates word for word; where it shows none, that it began and that it
 * was over; and its report as one more.
 */
export function listUpdates(incident: PublicIncident, asOf: string, url: string, wording: Wording): Update[] {
  const { retracted } = incident;
  if (retracted) {
    const status = isMaintenance(incident) ? 'completed' : 'resolved';
    return [{ name: 'retracted', status, at: instantOfDay(retracted.date), body: `${wording.feed.reportRetracted}. ${plainInline(retracted.text)}` }]; // prettier-ignore
  }
  const end = endOfDay(asOf);
  const updates = isMaintenance(incident) ? listSteps(incident) : listCourse(incident, url, wording);
  return nameApart(updates)
    .filter(({ at }) => at < end)
    .toSorted((a, b) => a.at - b.at);
}

function listCourse(incident: PublicIncident, url: string, { api }: Wording): Update[] {
  const { ongoing, updates = [] } = incident;
  let status: IncidentStatus = 'investigating';
  const told = updates.map(({ at, state, text }): Update => {
    status = findStatus(state) ?? status;
    return { name: `update-${nameTime(at)}`, status, at: findInstant(at) ?? findBeginning(incident), body: plainInline(text) }; // prettier-ignore
  });
  if (told.length === 0) {
    told.push({
      name: 'opened',
      status: 'investigating',
      at: findBeginning(incident),
      body: summaryOf(incident),
    });
  }
  if (!ongoing && told.at(-1)?.status !== 'resolved') {
    const at = Math.max(findEnd(incident), ...told.map((update) => update.at));
    told.push({ name: 'resolved', status: 'resolved', at, body: 'This incident has been resolved.' });
  }
  if (!ongoing && hasReport(incident)) {
    const body = `${summaryOf(incident)}\n\n${api.report(absoluteLink(url, incidentAddress(incident.id)))}`;
    told.push({ name: 'report', status: 'postmortem', at: findReported(incident), body });
  }
  return told;
}

/** The states of our updates are those of Statuspage, but for `update`, which changes nothing. */
function findStatus(state: string): IncidentStatus | undefined {
  return (['investigating', 'identified', 'monitoring', 'resolved'] as const).find((one) => one === state);
}

function listSteps(incident: PublicIncident): Update[] {
  const { scheduled, ongoing, since, updates = [] } = incident;
  const planned = isAhead(incident);
  const began = findBeginning(incident);
  const announced =
    findInstant(scheduled?.announced) ?? Math.min(instantOfDay(since), planned ? Infinity : began);
  const steps: Update[] = [
    { name: 'announced', status: 'scheduled', at: announced, body: summaryOf(incident) },
    ...(planned ? [] : [{ name: 'opened', status: 'in_progress' as const, at: began, body: 'Scheduled maintenance is in progress.' }]), // prettier-ignore
    ...updates.map(({ at, state, text }): Update => {
      const status = planned ? 'scheduled' : (maintenanceStatus[state] ?? 'in_progress');
      return {
        name: `update-${nameTime(at)}`,
        status,
        at: findInstant(at) ?? began,
        body: plainInline(text),
      };
    }),
  ];
  if (planned || ongoing || steps.at(-1)?.status === 'completed') return steps;
  const end = Math.max(findEnd(incident), ...steps.map(({ at }) => at));
  return [...steps, { name: 'resolved', status: 'completed', at: end, body: 'The scheduled maintenance has been completed.' }]; // prettier-ignore
}

const maintenanceStatus: Readonly<Record<string, MaintenanceStatus>> = {
  monitoring: 'verifying',
  resolved: 'completed',
};

function summaryOf({ summary, title }: PublicIncident): string {
  return summary === undefined ? title : plainInline(summary);
}
