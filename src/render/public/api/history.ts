import type { PublicHistory, PublicIncident } from '../../../audience/publicHistory.js';
import type { Frame } from '../../frame.js';
import { renderJson } from '../../json.js';
import { absoluteLink, serviceAddress, type Address } from '../../link.js';
import type { Output } from '../../output.js';
import { createDay, createHistoryIncident } from './historyIncident.js';
import { createHistorySchema, type HistoryIndex, type HistoryYear } from './historySchema.js';

const indexAddress: Address = 'api/history.json';
const schemaAddress: Address = 'api/schema.json';

function yearAddress(year: number | undefined): Address {
  return `api/history/${year === undefined ? 'undated' : String(year).padStart(4, '0')}.json`;
}

/** The addresses of the files that `renderHistory` gives. */
export function listHistoryAddresses({ incidents }: Pick<PublicHistory, 'incidents'>): Address[] {
  return [indexAddress, schemaAddress, ...groupByYear(incidents).map(([year]) => yearAddress(year))];
}

/** The whole history as data: an index, a file a year, so that none grows with the history, and their schema. */
export function renderHistory(history: PublicHistory, frame: Frame): Output[] {
  const { incidents, asOf, site } = history;
  const years = groupByYear(incidents);
  const index: HistoryIndex = {
    version: 1,
    asOf,
    schema: absoluteLink(site.url, schemaAddress),
    site: { title: site.title, url: site.url, language: site.language, zone: site.zone },
    severities: history.severities.map(({ rank, label, major }) => ({ rank, label, major })),
    services: history.services.map(({ id, name, group, since }) => ({
      id,
      name,
      url: absoluteLink(site.url, serviceAddress(id)),
      ...(group === undefined ? {} : { group }),
      ...(since === undefined ? {} : { since: createDay(since, frame.wording.time) }),
    })),
    years: years.map(([year, own]) => ({
      year: year ?? null,
      url: absoluteLink(site.url, yearAddress(year)),
      incidents: own.length,
      commitments: own.reduce((sum, { remediation = [] }) => sum + remediation.length, 0),
    })),
  };
  return [
    renderJson(indexAddress, index),
    renderJson(schemaAddress, createHistorySchema('2020-12')),
    ...years.map(([year, own]) => {
      const content: HistoryYear = {
        version: 1,
        asOf,
        year: year ?? null,
        incidents: own.map((incident) => createHistoryIncident(incident, frame)),
      };
      return renderJson(yearAddress(year), content, 0);
    }),
  ];
}

/** The incidents of each year, newest first, the undated last: the order of the history. */
function groupByYear(incidents: readonly PublicIncident[]): [number | undefined, PublicIncident[]][] {
  const years = new Map<number | undefined, PublicIncident[]>();
  for (const incident of incidents) {
    const own = years.get(incident.year) ?? [];
    own.push(incident);
    years.set(incident.year, own);
  }
  return [...years].toSorted(([a = -1], [b = -1]) => b - a);
}
