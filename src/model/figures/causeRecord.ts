import type { Settings } from '../../settings/settings.js';
import type { Incident } from '../incident.js';
import { categoriesOf } from '../itemFacts.js';
import type { TrackedItem } from '../trackedItem.js';
import { isWithoutFix, listCauses, type CoveredCause } from './causeCover.js';

/** What keeps happening for reasons of one kind, and what was promised against it. */
export interface CauseRecord {
  category: string;
  /** The incidents that name a cause of the category, in the order of the history. */
  incidents: Incident[];
  /** Which years they stand under, newest first, with how many each has, years without any too; `undefined`, last, are the undated. */
  years: { year: number | undefined; count: number }[];
  /** The items that address a cause of the category. */
  items: TrackedItem[];
  /** Its causes that nothing was done about, and that nobody has promised to do anything about. */
  withoutFix: CoveredCause[];
}

/** A record of each category: those of the settings in their order, also without any incident, then those that only files name. */
export function createCauseRecords(
  incidents: readonly Incident[],
  items: readonly TrackedItem[],
  { categories }: Pick<Settings, 'categories'>,
): CauseRecord[] {
  const named = incidents.flatMap(({ causes }) => causes.flatMap(({ category }) => category ?? []));
  const uncovered = listCauses(incidents).filter(isWithoutFix);
  return [...new Set([...categories, ...named.toSorted()])].map((category) => {
    const own = incidents.filter(({ causes }) => causes.some((cause) => cause.category === category));
    return {
      category,
      incidents: own,
      years: countYears(own),
      items: items.filter((tracked) => categoriesOf(tracked).includes(category)),
      withoutFix: uncovered.filter(({ cause }) => cause.category === category),
    };
  });
}

/** How many incidents each year has, newest first, without gaps; the undated last. */
export function countYears(incidents: readonly Pick<Incident, 'year'>[]): CauseRecord['years'] {
  const counts = new Map<number | undefined, number>();
  for (const { year } of incidents) counts.set(year, (counts.get(year) ?? 0) + 1);
  const dated = [...counts.keys()].filter((year) => year !== undefined);
  const undated = counts.get(undefined);
  const [first, last] = [Math.min(...dated), Math.max(...dated)];
  const years = dated.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, at) => last - at);
  return [
    ...years.map((year) => ({ year, count: counts.get(year) ?? 0 })),
    ...(undated === undefined ? [] : [{ year: undefined, count: undated }]),
  ];
}
