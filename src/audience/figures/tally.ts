import { boundsOfDay } from '../../time/day.js';
import { latestReading, isUnknownSpan, spanBetween, type Span } from '../../time/span.js';
import type { PublicHistory, PublicIncident, PublicSeverity } from '../publicHistory.js';
import { createDistribution, type Distribution } from '../../time/distribution.js';

/** What there is to count of some incidents. */
export interface Tally {
  /** Their ids, in the order of the history. */
  incidents: string[];
  /** How many of each severity: all of the settings, worst first, also those with none; last those without a severity, if any. */
  severities: { severity: PublicSeverity | undefined; count: number }[];
  kinds: Record<PublicIncident['kind'], number>;
  /** From the beginning until a person knew; of those that show `detection` and say when. */
  toNotice: Distribution;
  /** From the beginning until customers were first told; of those that show `updates`. */
  toTell: Distribution;
  /** From the end until the report was public; of those that have one, and were not public before their end. */
  toReport: Distribution;
  /** From the beginning until it stopped hurting or, where that is not said, was over; of those that are over. */
  duration: Distribution;
}

/** Counts incidents. Lengths are only taken of those that hurt: neither of maintenance nor of near misses. */
export function createTally(incidents: readonly PublicIncident[], history: PublicHistory): Tally {
  const kinds = { incident: 0, security: 0, maintenance: 0, 'near-miss': 0 };
  const ranks = new Map<number | undefined, number>();
  for (const { kind, severity } of incidents) {
    kinds[kind]++;
    ranks.set(severity?.rank, (ranks.get(severity?.rank) ?? 0) + 1);
  }
  const without = ranks.get(undefined);
  const hurt = incidents.filter(({ kind }) => kind === 'incident' || kind === 'security');
  return {
    incidents: incidents.map(({ id }) => id),
    severities: [
      ...history.severities.map((severity) => ({ severity, count: ranks.get(severity.rank) ?? 0 })),
      ...(without === undefined ? [] : [{ severity: undefined, count: without }]),
    ],
    kinds,
    toNotice: createDistribution(
      hurt.flatMap(({ detection }) => (detection?.detected === undefined ? [] : [detection.delay])),
    ),
    toTell: createDistribution(
      hurt.flatMap((incident) => (incident.updates ? [measureTelling(incident)] : [])),
    ),
    toReport: createDistribution(hurt.flatMap((incident) => measureReporting(incident, history) ?? [])),
    duration: createDistribution(hurt.flatMap((incident) => (incident.ongoing ? [] : [incident.duration]))),
  };
}

/** Until the first of the updates, whichever that truly was. */
function measureTelling({ started, updates = [] }: PublicIncident): Span | undefined {
  const spans = updates.map(({ at }) => spanBetween(started, at)).filter((span) => !isUnknownSpan(span));
  if (spans.length === 0) return undefined;
  const max = Math.min(...spans.map((span) => span.max ?? Infinity));
  return { min: Math.min(...spans.map((span) => span.min ?? 0)), max: max === Infinity ? null : max };
}

/** From the end until `since`, at some time of that day. */
function measureReporting(incident: PublicIncident, { site }: PublicHistory): Span | undefined {
  const { resolved, preliminary, since } = incident;
  if (preliminary || resolved === undefined || resolved.axis === 'days') return undefined;
  const last = latestReading(resolved);
  if (resolved.earliest === null || last === null) return undefined;
  const day = boundsOfDay(since.first, site.zone);
  // What was public before it was over was an announcement: nobody wrote down when the report followed.
  if (day.end <= resolved.earliest) return undefined;
  return { min: Math.max(0, day.start - last), max: day.end - resolved.earliest };
}
