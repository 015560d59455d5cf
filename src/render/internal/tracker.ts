import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import type { Diagnostic } from '../../diagnostic/diagnostic.js';
import { noPictures, type Pictures } from '../../judge/pictureFile.js';
import type { History } from '../../model/history.js';
import type { Incident } from '../../model/incident.js';
import type { Document } from '../../parse/document.js';
import { createOwed, groupByFile, type Owed } from './owed.js';
import { createOwnerships, type Ownership } from './ownership.js';
import { createExposure, type Exposure } from './standing.js';
import { createTrackedItem, type TrackedItem } from '../../model/trackedItem.js';
import { createWaivers, type Waiver } from './waiver.js';

/** What the internal site is made of. */
export interface InternalSite {
  history: History;
  /** All of them; those that block cannot be among them when a site is built. */
  diagnostics: readonly Diagnostic[];
  /** By incident id: bodies are shown from here. */
  documents: ReadonlyMap<string, Document>;
  publicHistory: PublicHistory;
  /** None when absent. */
  pictures?: Pictures;
}

/** Everything that the pages of the internal site show, counted once. */
export interface Tracker {
  history: History;
  /** In the order of the incidents and of their files. */
  items: TrackedItem[];
  ownerships: Ownership[];
  owed: Owed[];
  waivers: Waiver[];
  documents: ReadonlyMap<string, Document>;
  publicHistory: PublicHistory;
  pictures: Pictures;
  itemsOf: (incident: Incident) => readonly TrackedItem[];
  owedOf: (incident: Incident) => readonly Owed[];
  /** By its global id. */
  findTracked: (globalId: string) => TrackedItem | undefined;
  findIncident: (id: string) => Incident | undefined;
  findPublished: (id: string) => PublicIncident | undefined;
  exposureOf: (incident: Incident) => Exposure;
}

export function createTracker(site: InternalSite): Tracker {
  const { history, diagnostics, documents, publicHistory, pictures = noPictures } = site;
  const { asOf, settings, incidents } = history;
  const byIncident = new Map(
    incidents.map((incident) => [
      incident.id,
      incident.remediation.map((item) => createTrackedItem(item, incident, asOf, settings)),
    ]),
  );
  const items = [...byIncident.values()].flat();
  const owed = createOwed(diagnostics, incidents);
  const owedByPath = new Map(groupByFile(owed));
  const byGlobalId = new Map(items.map((tracked) => [tracked.item.globalId, tracked]));
  const byId = new Map(incidents.map((incident) => [incident.id, incident]));
  const published = new Map(publicHistory.incidents.map((incident) => [incident.id, incident]));
  return {
    history,
    items,
    ownerships: createOwnerships(items, settings),
    owed,
    waivers: createWaivers(incidents, asOf),
    documents,
    publicHistory,
    pictures,
    itemsOf: ({ id }) => byIncident.get(id) ?? [],
    owedOf: ({ path }) => owedByPath.get(path) ?? [],
    findTracked: (globalId) => byGlobalId.get(globalId),
    findIncident: (id) => byId.get(id),
    findPublished: (id) => published.get(id),
    exposureOf: (incident) => createExposure(incident, published.get(incident.id)),
  };
}
