import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { toDateTime } from '../../time/dateTime.js';
import type { Frame } from '../frame.js';
import { renderJson } from '../json.js';
import { incidentAddress, type Address } from '../link.js';
import type { Output } from '../output.js';
import { severityShape } from '../component/severityMark.js';
import type { Wording } from '../wording/wording.js';
import { categoriesOf, listHappened, valueOfYear } from './dimension.js';
import { describeIncident } from './incidentLine.js';
import { wholeDay } from './incidentDay.js';
import { servicesOf } from './incidentWords.js';
import type { FoundIncident, SearchManifest, SearchYear } from './searchData.js';
import { listSearchNames, listSearchTexts } from './searchText.js';

export const searchManifestAddress: Address = 'search/incidents.json';

/** The file with the texts of a year; undefined: of the incidents whose date nobody knows. */
function searchYearAddress(year: number | undefined): Address {
  return `search/${year === undefined ? 'undated' : String(year).padStart(4, '0')}.json`;
}

/** The addresses of the files that `renderSearchIndex` gives. */
export function listSearchAddresses(history: Pick<PublicHistory, 'incidents'>): Address[] {
  return [searchManifestAddress, ...groupByYear(history.incidents).map(([year]) => searchYearAddress(year))];
}

/**
 * What a search in the browser is made of: one small file with the facts that incidents are filtered by and told with, and of each year
 * the texts, which are only asked for when somebody searches for words. What is in them follows from what customers may see alone.
 */
export function renderSearchIndex(history: PublicHistory, frame: Frame): Output[] {
  const years = groupByYear(history.incidents);
  const happened = new Set(listHappened(history));
  const manifest: SearchManifest = {
    version: 1,
    severities: history.severities.map((severity) => ({
      rank: severity.rank,
      label: severity.label,
      shape: severityShape(severity, history.severities.length),
    })),
    years: years.map(([year]) => ({ year: valueOfYear(year), texts: searchYearAddress(year) })),
    incidents: years.flatMap(([, own]) =>
      own.map((incident) => createFound(incident, !happened.has(incident), history, frame.wording)),
    ),
  };
  return [
    renderJson(searchManifestAddress, manifest, 0),
    ...years.map(([year, own]) => {
      const content: SearchYear = {
        version: 1,
        year: valueOfYear(year),
        incidents: own.map((incident) => ({
          id: incident.id,
          names: [incident.title, ...listSearchNames(incident, frame.wording)],
          texts: listSearchTexts(incident, frame),
        })),
      };
      return renderJson(searchYearAddress(year), content, 0);
    }),
  ];
}

function createFound(
  incident: PublicIncident,
  ahead: boolean,
  { site }: PublicHistory,
  wording: Wording,
): FoundIncident {
  const { id, title, started, severity, year } = incident;
  const dateTime = toDateTime(started);
  const facts = describeIncident(incident, { tellsGroups: !site.totals }, wording);
  return {
    id,
    url: incidentAddress(id),
    title,
    year: valueOfYear(year),
    day: wholeDay(incident, wording),
    ...(dateTime === undefined ? {} : { dateTime }),
    ...(severity === undefined ? {} : { severity: severity.rank }),
    services: servicesOf(incident).map((service) => service.id),
    causes: categoriesOf(incident),
    facts,
    ...(ahead ? { ahead } : {}),
  };
}

/** The incidents of each year, newest first, the undated last: the order in which they are searched. */
function groupByYear(incidents: readonly PublicIncident[]): [number | undefined, PublicIncident[]][] {
  const years = new Map<number | undefined, PublicIncident[]>();
  for (const incident of incidents) {
    const own = years.get(incident.year);
    if (own === undefined) years.set(incident.year, [incident]);
    else own.push(incident);
  }
  return [...years].toSorted(([a = -Infinity], [b = -Infinity]) => b - a);
}
