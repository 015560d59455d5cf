import type { PublicIncident } from '../../audience/publicHistory.js';
import { boundsOfDay, type Day } from '../../time/day.js';
import type { When } from '../../time/when.js';
import { findInstant, formatInstant, instantOfDay } from './instant.js';

/**
 * When the public page of an incident last had something new: the latest of what is dated and has come, as an instant
 * of RFC 3339. Never the clock.
 */
export function findUpdated(incident: PublicIncident, asOf: string): string {
  const days: (Day | 'unknown' | undefined)[] = [
    incident.since,
    incident.retracted?.date,
    ...incident.corrections.map(({ date }) => date),
    ...(incident.questions ?? []).map(({ date }) => date),
    ...(incident.remediation ?? []).flatMap(({ done, verified }) => [done, verified?.date]),
  ];
  const whens: (When | undefined)[] = [
    incident.mitigated,
    incident.resolved,
    ...(incident.updates ?? []).map(({ at }) => at),
  ];
  const end = endOfDay(asOf);
  const instants = [
    ...days.flatMap((day) => (day === undefined || day === 'unknown' ? [] : [instantOfDay(day)])),
    ...whens.flatMap((when) => findInstant(when) ?? []),
  ].filter((instant) => instant < end);
  return formatInstant(Math.max(instantOfDay(incident.since), ...instants));
}

/** The first instant after a calendar day, by UTC as all days here: nothing that comes then has happened on it. */
export function endOfDay(day: string): number {
  return boundsOfDay(day, 'UTC').end;
}
