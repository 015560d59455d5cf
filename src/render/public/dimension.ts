import { isAhead } from '../../audience/ahead.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { causeAddress, serviceAddress, severityAddress, yearAddress, type Address } from '../link.js';
import type { Wording } from '../wording/wording.js';
import { nameCategory, servicesOf } from './incidentWords.js';

/** One of the ways in which incidents are found, each of its values a plain page. */
export interface Dimension {
  name: 'service' | 'severity' | 'cause' | 'year';
  options: DimensionOption[];
}

export interface DimensionOption {
  /** As it stands in the URL of a search: an id, a rank, a category, a year, `undated`. */
  value: string;
  label: string;
  address: Address;
  /** How many incidents have it; what is only planned counts for none. */
  count: number;
}

/** The categories of its causes, each once. What kept it smaller was no cause of it. */
export function categoriesOf({ causes = [] }: PublicIncident): string[] {
  const own = causes.filter(({ kind }) => kind !== 'mitigating');
  return [...new Set(own.flatMap(({ category }) => category ?? []))];
}

/** The value of a year in the URL of a search. */
export function valueOfYear(year: number | undefined): string {
  return year === undefined ? 'undated' : String(year);
}

/** The incidents that are history, and not only planned: those that the plain pages list, in the order of the history. */
export function listHappened({ incidents }: { incidents: readonly PublicIncident[] }): PublicIncident[] {
  return incidents.filter((one) => !isAhead(one));
}

/** The categories that some incident has, as readers know them, by their names. */
export function listCategories(history: Pick<PublicHistory, 'incidents'>): string[] {
  return [...new Set(listHappened(history).flatMap(categoriesOf))].toSorted();
}

/**
 * All four, with those values that an incident has: services and severities in the order of the settings, categories by their ids, years
 * newest first. A severity has its page also while it has no incident.
 */
export function listDimensions(history: PublicHistory, wording: Wording): Dimension[] {
  const happened = listHappened(history);
  const countBy = <T>(valuesOf: (incident: PublicIncident) => readonly T[]): ((value: T) => number) => {
    const counts = new Map<T, number>();
    for (const value of happened.flatMap(valuesOf)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return (value) => counts.get(value) ?? 0;
  };
  const ofService = countBy((incident) => servicesOf(incident).map(({ id }) => id));
  const ofSeverity = countBy(({ severity }) => [severity?.rank]);
  const ofCause = countBy(categoriesOf);
  const ofYear = countBy(({ year }) => [year]);
  const years = [...new Set(happened.map(({ year }) => year))].toSorted(
    (a, b) => (b ?? -Infinity) - (a ?? -Infinity),
  );
  const dimensions: Dimension[] = [
    {
      name: 'service',
      options: history.services
        .map(({ id, name }) => ({
          value: id,
          label: name,
          address: serviceAddress(id),
          count: ofService(id),
        }))
        .filter((option) => option.count > 0),
    },
    {
      name: 'severity',
      options: history.severities.map(({ rank, label }) => ({
        value: String(rank),
        label,
        address: severityAddress(rank),
        count: ofSeverity(rank),
      })),
    },
    {
      name: 'cause',
      options: listCategories(history).map((category) => ({
        value: category,
        label: nameCategory(category, wording),
        address: causeAddress(category),
        count: ofCause(category),
      })),
    },
    {
      name: 'year',
      options: years.map((year) => ({
        value: valueOfYear(year),
        label: year === undefined ? wording.list.undated : String(year),
        address: yearAddress(year),
        count: ofYear(year),
      })),
    },
  ];
  return dimensions.filter(({ options }) => options.length > 0);
}
