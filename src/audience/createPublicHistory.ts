import { noPictures, type Pictures } from '../judge/pictureFile.js';
import { isPublic } from '../judge/visibility.js';
import type { History } from '../model/history.js';
import type { Document } from '../parse/document.js';
import { createPublicIncident } from './publicIncident.js';
import type { PublicCard, PublicHistory } from './publicHistory.js';
import { createPublicService, createPublicSeverities, createPublicSite } from './publicSite.js';

/** What customers get of other files than incidents. */
export interface PublicFiles {
  /** None when absent: then of each picture its description is shown. */
  pictures?: Pictures;
  /** The text of `site/theme.css`. */
  theme?: string | undefined;
  /** What `brand.card` names. */
  card?: PublicCard | undefined;
}

/**
 * The one gate between what we know and what customers see. Takes the history and the documents of its incidents, by
 * id; gives what is public as of the history's day. Never fails: what cannot be shown for certain is not shown, and
 * the rules that guard the gate (`judge/rules/gate`) say why.
 */
export function createPublicHistory(
  history: History,
  documents: ReadonlyMap<string, Document>,
  { pictures = noPictures, theme, card }: PublicFiles = {},
): PublicHistory {
  const { asOf, settings } = history;
  const published = history.incidents.filter((incident) => isPublic(incident, asOf));
  const incidents = published.map((incident) =>
    createPublicIncident(incident, documents.get(incident.id), history, pictures),
  );
  return {
    audience: 'public',
    asOf,
    site: { ...createPublicSite(settings, card), ...(theme === undefined ? {} : { theme }) },
    incidents,
    services: settings.services.filter((service) => !service.internal).map(createPublicService),
    severities: createPublicSeverities(settings),
    commitments: incidents.flatMap((incident) => incident.remediation ?? []),
    redirects: published.flatMap(({ id, aliases }) => aliases.map((from) => ({ from, incident: id }))),
  };
}
