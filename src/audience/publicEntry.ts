import { findShownService, isShownEntry } from '../judge/visibility.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { spanBetween } from '../time/span.js';
import type { PublicCause, PublicImpact, PublicIncident, PublicTimelineEntry } from './publicHistory.js';
import { createPublicService } from './publicSite.js';

/*
 * The entries of each part, as customers read them. Everywhere the same: an entry with `internal: true` is not there,
 * and one with a `public` text has that text, and none of its other prose.
 */

/** Entries of services that customers do not know are withheld. */
export function createPublicImpact(incident: Incident, history: History): PublicImpact[] {
  return incident.impact.filter(isShownEntry).flatMap((entry): PublicImpact[] => {
    const service = findShownService(entry.service, history);
    if (!service) return [];
    return [
      {
        service: createPublicService(service),
        level: entry.level,
        from: entry.from,
        to: entry.to,
        lasted: entry.lasted,
        affected: entry.public === undefined ? entry.affected : undefined,
        share: entry.share,
        where: [...(entry.where ?? [])],
        note: entry.public ?? entry.note,
      },
    ];
  });
}

/** How it was noticed. `internal` withholds the note alone; with nothing to say it is undefined. */
export function createPublicDetection(incident: Incident): PublicIncident['detection'] {
  const { detected, detection } = incident;
  const note = detection && isShownEntry(detection) ? (detection.public ?? detection.note) : undefined;
  if (detected === undefined && detection?.by === undefined && note === undefined) return undefined;
  return { detected, by: detection?.by, note, delay: detected && spanBetween(incident.started, detected) };
}

/** Figures: the label says what is counted, and stays when the value is said in other words. */
export function createPublicNumbers(incident: Incident): { label: string; value: string }[] {
  return incident.numbers
    .filter(isShownEntry)
    .map((entry) => ({ label: entry.label, value: entry.public ?? entry.value }));
}

export function createPublicCauses(incident: Incident): PublicCause[] {
  return incident.causes.filter(isShownEntry).map((cause) => ({
    id: cause.id,
    kind: cause.kind,
    category: cause.category,
    text: cause.public ?? cause.text,
  }));
}

export function createPublicTimeline(incident: Incident): PublicTimelineEntry[] {
  return incident.timeline.filter(isShownEntry).map((entry) => ({
    at: entry.at,
    until: entry.until,
    kind: entry.kind,
    text: entry.public ?? entry.text,
  }));
}

export function createPublicUpdates(incident: Incident): NonNullable<PublicIncident['updates']> {
  return incident.updates.filter(isShownEntry).map((update) => ({
    at: update.at,
    state: update.state,
    text: update.public ?? update.text,
  }));
}

/** An answer is prose of its entry: where the question is said in other words, the answer is withheld. */
export function createPublicQuestions(incident: Incident): NonNullable<PublicIncident['questions']> {
  return incident.questions.filter(isShownEntry).map((entry) => ({
    date: entry.date,
    question: entry.public ?? entry.question,
    answer: entry.public === undefined ? entry.answer : undefined,
  }));
}
