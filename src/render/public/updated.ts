import type { PublicIncident } from '../../audience/publicHistory.js';
import { boundsOfDay, type Day } from '../../time/day.js';
import type { When } from '../../time/when.js';

/**
 * When the public page of an incident last had something new: the latest of what is dated and has come, as an instant
 * of RFC 3339. Days count from their beginning in UTC. Never the clock.
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
  const end = boundsOfDay(asOf, 'UTC').end;
  const instants = [
    ...days.flatMap((day) =>
      day === undefined || day === 'unknown' ? [] : [Date.parse(instantOf(day.first))],
    ),
    ...whens.flatMap((when) => (when?.axis === 'calendar' && when.anchor !== null ? [when.anchor] : [])),
  ].filter((instant) => instant < end);
  return `${new Date(Math.max(Date.parse(instantOf(incident.since.first)), ...instants)).toISOString().slice(0, 19)}Z`;
}

/** The instant that stands for a day in a feed. */
export function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}
