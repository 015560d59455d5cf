import { isRetracted, publicTitle, shownParts, type PublishedIncident } from '../judge/visibility.js';
import type { Pictures } from '../judge/pictureFile.js';
import type { History } from '../model/history.js';
import type { Document } from '../parse/document.js';
import type { Part } from '../validate/schema/field.js';
import { createCommitments } from './commitment.js';
import { createPublicBody } from './publicBody.js';
import {
  createPublicCauses,
  createPublicDetection,
  createPublicImpact,
  createPublicNumbers,
  createPublicQuestions,
  createPublicTimeline,
  createPublicUpdates,
} from './publicEntry.js';
import type { PublicIncident } from './publicHistory.js';
import { createRelations } from './publicRelation.js';
import { createPublicSeverities } from './publicSite.js';

/**
 * One incident as customers see it, built field by field: what is not named here is not public, whatever is added to
 * `Incident`. A part that is shown and has nothing in it that customers may see is as if it were not shown.
 */
export function createPublicIncident(
  incident: PublishedIncident,
  document: Document | undefined,
  history: History,
  pictures: Pictures,
): PublicIncident {
  const { publication } = incident;
  const retracted = isRetracted(incident);
  const shown = shownParts(incident);
  const part = <T>(name: Part, create: () => T): T | undefined => (shown.has(name) ? create() : undefined);
  const list = <T>(name: Part, create: () => T[]): T[] | undefined => {
    const entries = part(name, create);
    return entries?.length ? entries : undefined;
  };
  return {
    audience: 'public',
    id: incident.id,
    title: publicTitle(incident),
    kind: incident.kind,
    severity: retracted ? undefined : findSeverity(incident, history),
    preliminary: incident.status === 'draft' && !retracted,
    zone: incident.zone,
    started: incident.started,
    mitigated: incident.mitigated,
    resolved: incident.resolved,
    ongoing: incident.ongoing,
    year: incident.year,
    duration: incident.duration,
    scheduled: incident.scheduled && {
      from: incident.scheduled.from,
      to: incident.scheduled.to,
      announced: incident.scheduled.announced,
    },
    since: publication.since,
    signed: publication.signed,
    retracted: publication.retracted && {
      date: publication.retracted.date,
      text: publication.retracted.text,
    },
    corrections: incident.corrections.map(({ date, text }) => ({ date, text })),
    summary: part('summary', () => publication.summary ?? incident.summary),
    impact: list('impact', () => createPublicImpact(incident, history)),
    detection: part('detection', () => createPublicDetection(incident)),
    numbers: list('numbers', () => createPublicNumbers(incident)),
    causes: list('causes', () => createPublicCauses(incident)),
    provider: part(
      'provider',
      () => incident.provider && { name: incident.provider.name, url: incident.provider.url },
    ),
    timeline: list('timeline', () => createPublicTimeline(incident)),
    updates: list('updates', () => createPublicUpdates(incident)),
    remediation: list('remediation', () => createCommitments(incident, history)),
    lastTold: part('remediation', () => incident.lastTold),
    questions: list('questions', () => createPublicQuestions(incident)),
    related: list('related', () => createRelations(incident, history)),
    body: createPublicBody(incident, document, pictures),
  };
}

function findSeverity(incident: PublishedIncident, { settings }: History): PublicIncident['severity'] {
  const index = settings.severities.findIndex((severity) => severity.id === incident.severity?.id);
  return createPublicSeverities(settings)[index];
}
