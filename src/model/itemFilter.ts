import type { Settings } from '../settings/settings.js';
import type { IsoDay } from '../time/isoDay.js';
import type { TrackedItem } from './trackedItem.js';

/**
 * Which items are looked at: those that have one of the values of every list that has any, and every property that is
 * asked for. Ids as `site.yaml` has them; an incident by its id. Without anything: all.
 */
export interface ItemFilter {
  state?: readonly string[];
  owner?: readonly string[];
  team?: readonly string[];
  /** Services that the incident affected. */
  service?: readonly string[];
  severity?: readonly string[];
  priority?: readonly string[];
  type?: readonly string[];
  /** Categories of the causes that the item addresses. */
  category?: readonly string[];
  incident?: readonly string[];
  /** Due on a later day than this one; of a month or a quarter the last day counts. */
  dueAfter?: IsoDay | undefined;
  /** Due on an earlier day than this one. */
  dueBefore?: IsoDay | undefined;
  /** Open, not overdue, and due within so many days from asOf on. */
  dueWithin?: number | undefined;
  /** Open, and somebody follows it up. */
  open?: boolean;
  overdue?: boolean;
  unowned?: boolean;
  undated?: boolean;
}

/** The lists of a filter, each with the values that an item has. */
const valuesOf = {
  state: ({ item }: TrackedItem) => [item.state],
  owner: ({ item }: TrackedItem) => [item.owner],
  team: ({ item }: TrackedItem) => [item.team],
  service: ({ incident }: TrackedItem) => incident.impact.map(({ service }) => service),
  severity: ({ incident }: TrackedItem) => [incident.severityId],
  priority: ({ item }: TrackedItem) => [item.priority],
  type: ({ item }: TrackedItem) => [item.type],
  category: (tracked: TrackedItem) => categoriesOf(tracked),
  incident: ({ incident }: TrackedItem) => [incident.id],
} as const;

export type ItemField = keyof typeof valuesOf;

/** The fields whose values a filter may list. */
export const itemFields = Object.keys(valuesOf) as ItemField[];

/** Whether an item is one of those that a filter asks for. */
export function isWantedItem(tracked: TrackedItem, filter: ItemFilter): boolean {
  const { item, open, overdue, daysLeft } = tracked;
  const { dueAfter, dueBefore, dueWithin } = filter;
  return (
    itemFields.every((field) => {
      const wanted = filter[field] ?? [];
      return wanted.length === 0 || valuesOf[field](tracked).some((one) => wanted.includes(one ?? ''));
    }) &&
    (dueAfter === undefined || (item.due !== undefined && item.due.last > dueAfter)) &&
    (dueBefore === undefined || (item.due !== undefined && item.due.last < dueBefore)) &&
    (dueWithin === undefined || (daysLeft !== undefined && daysLeft <= dueWithin)) &&
    (filter.open !== true || open) &&
    (filter.overdue !== true || overdue) &&
    (filter.unowned !== true || item.owner === undefined) &&
    (filter.undated !== true || item.due === undefined)
  );
}

/** The categories of the causes that an item addresses, each once. */
export function categoriesOf({ item, incident }: TrackedItem): string[] {
  const addressed = incident.causes.filter(({ id }) => item.addresses.includes(id));
  return [...new Set(addressed.flatMap(({ category }) => category ?? []))];
}

/** The services that the incident of an item affected, each once, in the order of the settings; then those that these do not know. */
export function servicesOf({ incident }: TrackedItem, { services }: Pick<Settings, 'services'>): string[] {
  const affected = new Set(incident.impact.map(({ service }) => service));
  const known = services.flatMap(({ id }) => (affected.has(id) ? [id] : []));
  return [...new Set([...known, ...affected])];
}
