import * as z from 'zod';
import type { ItemChange } from '../../../model/itemChange.js';
import { categoriesOf, servicesOf } from '../../../model/itemFacts.js';
import { findOwner } from '../../../model/reference.js';
import { measureAge, type TrackedItem } from '../../../model/trackedItem.js';
import { createTicketLink } from '../../../model/ticketLink.js';
import type { Settings } from '../../../settings/settings.js';
import type { Day } from '../../../time/day.js';
import type { IsoDay } from '../../../time/isoDay.js';
import { itemStates, itemTypes } from '../../../validate/schema/remediation.js';

/** An item, and what became of it in the time that is looked at; nothing where none is. */
export interface ListedItem {
  tracked: TrackedItem;
  changes: readonly ItemChange[];
}

const id = (what: string) => z.string().describe(what);
const count = (what: string) => z.int().min(0).describe(what);
const keysOf = <K extends string>(values: Record<K, unknown>) => Object.keys(values) as [K, ...K[]];

/** As it is written: a day, a month, a quarter, a year, or a range of days. */
const day = (what: string) =>
  z
    .string()
    .nullable()
    .describe(
      `${what} A day, a month (2026-03), a quarter (2026-Q1), a year, or two days with .. between them; null: not known.`,
    );

const named = (what: string) =>
  z
    .strictObject({ id: id('In site.yaml.'), name: id('What people call it.') })
    .nullable()
    .describe(what);

const change = z
  .strictObject({
    change: z.enum(['opened', 'moved', 'overdue', 'done']).describe('What became of it.'),
    on: z.string().describe('When; the day after the last one in time for what became overdue.'),
    from: z.string().optional().describe('Of a move: the due date before.'),
    to: z.string().optional().describe('Of a move: the due date after; absent where there is none any more.'),
  })
  .describe('Something that became of an item.');

const item = z
  .strictObject({
    id: id('<incident id>#<id in its file>: its name everywhere.'),
    title: id('What will be different.'),
    incident: z
      .strictObject({
        id: id('The name of its file.'),
        title: id('Its title, for colleagues.'),
        path: id('Its file, relative to the project, with / between folders.'),
        status: z.enum(['draft', 'review', 'final']),
        severity: z.string().nullable().describe('In site.yaml; null: not said.'),
        services: z.array(z.string()).describe('The services that it affected.'),
      })
      .describe('Where it was promised.'),
    type: z.enum(keysOf(itemTypes)),
    priority: z.string().nullable(),
    state: z.enum(keysOf(itemStates)),
    open: z.boolean().describe('Open, in progress or blocked, and somebody follows it up.'),
    overdue: z.boolean().describe('Open, and due before asOf.'),
    daysLate: count(
      'Until asOf where it is open, until it was done where it is done; 0 when in time or not to be said.',
    ),
    daysLeft: count('From asOf to its last day in time; null where nothing is left to count.').nullable(),
    weight: count('By this what is overdue is sorted: severity × priority × days late.'),
    owner: named('Whose it is; null: nobody’s.'),
    team: named('Its own team, else the owner’s.'),
    causes: z.array(z.string()).describe('The causes of its incident that it addresses.'),
    categories: z.array(z.string()).describe('The categories of these causes.'),
    opened: day('When it was written down.'),
    ageDays: z
      .int()
      .min(0)
      .nullable()
      .describe('From the first day on which it can have been opened to asOf, or to done.'),
    due: day('The last day on which it is in time.'),
    dueLast: z.iso.date().nullable().describe('The last day of `due`.'),
    done: z.string().nullable().describe('When it was done, as `opened`; or unknown.'),
    moved: z
      .array(
        z.strictObject({
          from: z.string().describe('The due date before.'),
          date: z.string().nullable().describe('When it was moved.'),
          reason: z.string().nullable(),
        }),
      )
      .describe('Earlier due dates, oldest first.'),
    tickets: z.array(
      z.strictObject({
        ticket: z.string(),
        url: z.string().nullable().describe('Where it is, if that is known.'),
      }),
    ),
    verified: z.enum(['effective', 'ineffective', 'unclear']).nullable(),
    changes: z.array(change).optional().describe('What became of it, where --since asks.'),
  })
  .describe('One thing that was promised.');

/** What `remediation --format json` prints: the type and the JSON Schema are made from it. */
export const itemsSchema = z.strictObject({
  version: z.literal(1).describe('The version of this format.'),
  asOf: z.iso.date().describe('The day that counted as today.'),
  since: z.iso.date().optional().describe('The first day that was looked at for changes.'),
  items: z
    .array(item)
    .describe('What is overdue first, worst first; then what is open by its due date; then the others.'),
});

export type ItemList = z.output<typeof itemsSchema>;

/** Makes a list of items as data. It holds what is internal: owners, tickets, reasons. */
export function createItemList(
  items: readonly ListedItem[],
  { asOf, since, settings }: { asOf: IsoDay; since: IsoDay | undefined; settings: Settings },
): ItemList {
  return {
    version: 1,
    asOf,
    ...(since === undefined ? {} : { since }),
    items: items.map(({ tracked, changes }) => ({
      ...createItem(tracked, asOf, settings),
      ...(since === undefined ? {} : { changes: changes.map(createChange) }),
    })),
  };
}

function createItem(tracked: TrackedItem, asOf: IsoDay, settings: Settings) {
  const { item: one, incident } = tracked;
  return {
    id: one.globalId,
    title: one.title,
    incident: {
      id: incident.id,
      title: incident.title,
      path: incident.path,
      status: incident.status,
      severity: incident.severityId ?? null,
      services: servicesOf(tracked, settings),
    },
    type: one.type,
    priority: one.priority ?? null,
    state: one.state,
    open: tracked.open,
    overdue: tracked.overdue,
    daysLate: tracked.daysLate,
    daysLeft: tracked.daysLeft ?? null,
    weight: tracked.weight,
    owner: nameOf(one.owner, settings),
    team: nameOf(one.team, settings),
    causes: one.addresses,
    categories: categoriesOf(tracked),
    opened: wordsOf(one.opened) ?? null,
    ageDays: measureAge(tracked, asOf) ?? null,
    due: wordsOf(one.due) ?? null,
    dueLast: one.due?.last ?? null,
    done: wordsOf(one.done) ?? null,
    moved: one.moved.map(({ from, date, reason }) => ({
      from: from.words,
      date: date?.words ?? null,
      reason: reason ?? null,
    })),
    tickets: one.tickets.map((ticket) => ({ ticket, url: createTicketLink(ticket, settings).href ?? null })),
    verified: one.verified?.result ?? null,
  };
}

function createChange(one: ItemChange) {
  const of = { change: one.is, on: one.on.words };
  if (one.is !== 'moved') return of;
  return { ...of, from: one.from.words, ...(one.to ? { to: one.to.words } : {}) };
}

function nameOf(owner: string | undefined, settings: Settings) {
  return owner === undefined ? null : { id: owner, name: findOwner(settings, owner)?.name ?? owner };
}

function wordsOf(written: Day | 'unknown' | undefined): string | undefined {
  return written === 'unknown' ? written : written?.words;
}
