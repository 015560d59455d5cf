import * as z from 'zod';
import { compareText } from '../diagnostic/diagnostic.js';
import { findDay } from './verdict.js';
import type { Ticket } from './ticket.js';

/** Where the snapshot stands, from the project's root. */
export const snapshotPath = 'site/tickets.json';

const ticketSchema = z
  .strictObject({
    ticket: z.string().describe('Its name: gh:owner/repo#7 in small letters, or PAY-42.'),
    url: z.string().describe('Where it is found.'),
    state: z
      .enum(['open', 'done', 'dropped', 'unclear'])
      .describe(
        'Whether it is open; dropped: closed, but not done; unclear: closed, and the settings do not say what that word means.',
      ),
    closed: z
      .string()
      .nullable()
      .describe('The day on which it was closed, in the site’s zone; null: open, or not said.'),
    assignees: z.array(z.string()).describe('What those are called there to whom it is assigned.'),
  })
  .describe('A ticket, as its system told it when it was last asked.');

/** What the schema `tickets` describes. */
export const snapshotSchema = z.strictObject({
  version: z.literal(1).describe('The version of this format.'),
  tickets: z.array(ticketSchema).describe('The tickets of all items, by their names.'),
});
export type Snapshot = z.output<typeof snapshotSchema>;
export type SnapshotTicket = Snapshot['tickets'][number];

/** The snapshot of a text; undefined where it is none. */
export function parseSnapshot(text: string): Snapshot | undefined {
  try {
    return snapshotSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** A ticket as the snapshot keeps it. */
export function createSnapshotTicket(
  { key, url, state, closed, assignees }: Ticket,
  zone: string,
): SnapshotTicket {
  return {
    ticket: key,
    url,
    state,
    closed: findDay(closed, zone) ?? null,
    assignees: assignees.toSorted(compareText),
  };
}

/** The snapshot as text: the same tickets give the same bytes, whenever they were asked. */
export function renderSnapshot(tickets: readonly SnapshotTicket[]): string {
  const sorted = tickets.toSorted((a, b) => compareText(a.ticket, b.ticket));
  return `${JSON.stringify({ version: 1, tickets: sorted } satisfies Snapshot, null, 2)}\n`;
}
