import { isDamaged } from '../model/incident.js';
import type { SystemTicket } from '../model/ticketSystem.js';
import { readTickets, type Systems } from '../sync/system.js';
import type { Ticket } from '../sync/ticket.js';
import { judgeTickets, type ItemTicket } from '../sync/verdict.js';
import { planItemEdit } from './itemEdit.js';
import type { NamedItem } from './itemName.js';
import type { Known } from './project.js';
import { describeStuck, writeEdits, type PlannedEdit } from './plannedEdit.js';
import { listSystemTickets } from './ticketEdit.js';
import { gather, type Told } from './told.js';

/** What the ticket systems said. */
export interface Pulled {
  plans: PlannedEdit[];
  /** By their keys. */
  tickets: ReadonlyMap<string, Ticket>;
  /** Tickets of which nothing is known. */
  unasked: ReadonlySet<string>;
}

/** Asks for the tickets of all items, and plans what they change here. */
export async function pullTickets(known: Known, systems: Systems, told: Told): Promise<Pulled> {
  const { settings, asOf } = known.history;
  const all = listTicketed(known);
  const answers = await readTickets(
    all.flatMap(({ tickets }) => tickets),
    systems,
  );
  const read = new Map<string, Ticket>();
  const missing: { key: string; message: string; why: 'gone' | 'unasked' }[] = [];
  for (const [key, answer] of answers) {
    if (answer.ok) read.set(key, answer.value);
    else missing.push({ key, ...answer });
  }
  const gone = missing.filter(({ why }) => why === 'gone');
  const unasked = missing.filter(({ why }) => why === 'unasked');
  told.isFinding ||= gone.length > 0;
  told.warnings.push(...gather(gone).map((line) => `${line}; nothing changes here`));
  told.failures.push(...gather(unasked));

  const plans: PlannedEdit[] = [];
  for (const { tickets, ...named } of all) {
    const found = tickets.flatMap(({ system, key }): ItemTicket[] => {
      const answer = answers.get(key);
      return answer?.ok ? [{ system, ticket: answer.value }] : [];
    });
    // Half of what is to be known says nothing of the whole.
    if (found.length < tickets.length) continue;
    plans.push(...planVerdict(named, found));
  }
  const { stuck } = writeEdits(plans, known);
  if (stuck.length > 0) told.isFinding = true;
  told.warnings.push(...stuck.map(describeStuck));
  return {
    plans: plans.filter((one) => !stuck.includes(one)),
    tickets: read,
    unasked: new Set(missing.map(({ key }) => key)),
  };

  function planVerdict(named: NamedItem, found: readonly ItemTicket[]): PlannedEdit[] {
    const { edits, warnings } = judgeTickets(named.item, found, settings);
    told.warnings.push(...warnings.map((warning) => `${named.item.globalId}: ${warning}`));
    const keys = found.map(({ ticket }) => ticket.key).join(', ');
    return edits.flatMap((edit): PlannedEdit[] => {
      const plan = planItemEdit(edit, named.item, asOf);
      if (plan.ok && plan.changes.length > 0)
        return [{ ...named, plan: { ...plan, words: `${plan.words} (${keys})` } }];
      if (!plan.ok)
        told.warnings.push(`${named.item.globalId}: ${keys}: ${plan.message.replace(/^--on: /, '')}`);
      return [];
    });
  }
}

/** The items that have tickets in a system of `sync`; not those that cannot be read whole, of which `check` tells. */
function listTicketed({ history }: Known): (NamedItem & { tickets: SystemTicket[] })[] {
  return history.incidents.flatMap((incident) =>
    incident.remediation.flatMap((item, index) => {
      if (isDamaged(incident, ['remediation', index])) return [];
      const tickets = listSystemTickets(item, history.settings);
      return tickets.length === 0 ? [] : [{ item, incident, index, tickets }];
    }),
  );
}
