import type { SystemName, SystemTicket } from '../model/ticketSystem.js';
import type { Settings } from '../settings/settings.js';
import type { Answer } from './answer.js';
import type { Network } from './network.js';
import { createGithub } from './github.js';
import { createJira } from './jira.js';
import type { Ticket, TicketAdapter } from './ticket.js';

/** The ticket systems of a project, each made when it is first needed: the token of one that is not is not asked for. */
export interface Systems {
  of: (name: SystemName) => TicketAdapter;
}

/** Makes the ticket systems that the settings name. `of` throws a `Failure` where a token is missing. */
export function createSystems({ sync }: Pick<Settings, 'sync'>, network: Network): Systems {
  const made = new Map<SystemName, TicketAdapter>();
  const create = (name: SystemName): TicketAdapter => {
    if (name === 'github' && sync.github) return createGithub(sync.github, network);
    if (name === 'jira' && sync.jira) return createJira(sync.jira, network);
    throw new Error(`no settings for ${name}`);
  };
  return {
    of: (name) => {
      const adapter = made.get(name) ?? create(name);
      made.set(name, adapter);
      return adapter;
    },
  };
}

/** How many tickets are asked for at once. */
const hands = 4;

/** Asks for tickets, each once, and gives what was answered, by their keys. */
export async function readTickets(
  tickets: readonly SystemTicket[],
  systems: Systems,
): Promise<Map<string, Answer<Ticket>>> {
  const wanted = [...new Map(tickets.map((one) => [one.key, one])).values()];
  // A missing token is told before anything is asked.
  for (const { system } of wanted) systems.of(system);
  const answers = new Map<string, Answer<Ticket>>();
  const queue = wanted.values();
  const work = async (): Promise<void> => {
    for (const { system, key } of queue) answers.set(key, await systems.of(system).read(key));
  };
  await Promise.all(Array.from({ length: hands }, work));
  return answers;
}
