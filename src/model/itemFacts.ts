import type { Settings } from '../settings/settings.js';
import { foldText, type ItemFacts } from './itemFilter.js';
import { findOwner } from './reference.js';
import { createTicketLink } from './ticketLink.js';
import type { TrackedItem } from './trackedItem.js';

/** What a filter can ask of an item. */
export function createItemFacts(tracked: TrackedItem, settings: Settings): ItemFacts {
  const { item, incident, daysLeft, open, overdue } = tracked;
  const one = (value: string | undefined): string[] => (value === undefined ? [] : [value]);
  const nameOf = (id: string | undefined): string =>
    id === undefined ? '' : (findOwner(settings, id)?.name ?? id);
  return {
    values: {
      state: [item.state],
      owner: one(item.owner),
      team: one(item.team),
      service: servicesOf(tracked, settings),
      severity: one(incident.severityId),
      priority: one(item.priority),
      type: [item.type],
      category: categoriesOf(tracked),
      incident: [incident.id],
    },
    due: item.due?.last,
    daysLeft,
    open,
    overdue,
    text: foldText(
      [
        item.globalId,
        item.title,
        incident.title,
        nameOf(item.owner),
        nameOf(item.team),
        ...item.tickets.map((ticket) => createTicketLink(ticket, settings).text),
      ].join(' '),
    ),
  };
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
