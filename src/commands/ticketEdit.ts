import type { RemediationItem } from '../model/remediationItem.js';
import { createTicketLink } from '../model/ticketLink.js';
import { findSystemTicket, type SystemTicket } from '../model/ticketSystem.js';
import type { Person, Settings } from '../settings/settings.js';
import { refuse, type Answer } from '../sync/answer.js';
import type { Systems } from '../sync/system.js';
import type { Ticket, TicketAdapter } from '../sync/ticket.js';
import { findHandle } from '../sync/verdict.js';
import type { ItemEdit } from './itemEdit.js';

/** What of an item a ticket system keeps, where it has a ticket in one. */
type TicketEdit = Extract<ItemEdit, { verb: 'done' | 'assign' }> | { verb: 'reopen' };

/** What is open, and whose, is known there; what is due, and how far it is, here. */
function isKeptInTicket(edit: ItemEdit): edit is TicketEdit {
  return edit.verb === 'done' || edit.verb === 'reopen' || edit.verb === 'assign';
}

/** The tickets of an item that `sync` asks for, each once. */
export function listSystemTickets({ tickets }: RemediationItem, settings: Settings): SystemTicket[] {
  const found = tickets.flatMap((reference) => findSystemTicket(reference, settings) ?? []);
  return [...new Map(found.map((one) => [one.key, one])).values()];
}

/** Why an edit must not be made here: a ticket system keeps it, or with `push` cannot be told. */
export function findTicketObstacle(
  item: RemediationItem,
  edit: ItemEdit,
  settings: Settings,
  push: boolean,
): string | undefined {
  if (!isKeptInTicket(edit)) return undefined;
  for (const reference of item.tickets) {
    const found = findSystemTicket(reference, settings);
    if (!found) continue;
    if (push) {
      const problem = findPushObstacle(found, edit, settings);
      if (problem !== undefined) return problem;
      continue;
    }
    const { text, href } = createTicketLink(reference, settings);
    const what = edit.verb === 'assign' ? 'whose it is' : 'whether it is open';
    return `${what} is kept in ${found.system}, by \`sync\` of site/site.yaml; change it there, or with --push: ${href ?? text}`;
  }
  return undefined;
}

function findPushObstacle(
  { system }: SystemTicket,
  edit: TicketEdit,
  settings: Settings,
): string | undefined {
  if (edit.verb === 'done' && edit.on !== undefined)
    return '--on: its ticket is closed today, and says so; leave it out';
  if (edit.verb !== 'assign' || findHandleOf(edit.owner, system, settings) !== undefined) return undefined;
  return `no \`handles.${system}\` in \`people\` of site/site.yaml says what ${edit.owner} is called there`;
}

function findHandleOf(
  owner: string,
  system: SystemTicket['system'],
  { people }: Settings,
): string | undefined {
  const person: Person | undefined = people.find(({ id }) => id === owner);
  return person && findHandle(system, person);
}

/** Makes the tickets of an item say what an edit makes of it; what they say already is not said again. */
export async function pushEdit(
  item: RemediationItem,
  edit: ItemEdit,
  settings: Settings,
  systems: Systems,
): Promise<Answer<undefined>> {
  if (!isKeptInTicket(edit)) return { ok: true, value: undefined };
  for (const { system, key } of listSystemTickets(item, settings)) {
    const adapter = systems.of(system);
    const ticket = await adapter.read(key);
    const answer = ticket.ok ? await pushTo(adapter, ticket.value, edit, settings) : ticket;
    if (!answer.ok) return { ...answer, message: `${key}: ${answer.message}` };
  }
  return { ok: true, value: undefined };
}

async function pushTo(
  adapter: TicketAdapter,
  { key, state, word, assignees }: Ticket,
  edit: TicketEdit,
  settings: Settings,
): Promise<Answer<undefined>> {
  const unchanged: Answer<undefined> = { ok: true, value: undefined };
  switch (edit.verb) {
    case 'done':
      if (state === 'open') return adapter.close(key);
      if (state === 'done') return unchanged;
      return refuse('gone', `it is closed as “${word.slice(0, 60)}”; open it again there first`);
    case 'reopen':
      return state === 'open' ? unchanged : adapter.reopen(key);
    case 'assign': {
      const handle = findHandleOf(edit.owner, adapter.system, settings) ?? '';
      return assignees.length === 1 && assignees[0] === handle ? unchanged : adapter.assign(key, handle);
    }
  }
}
