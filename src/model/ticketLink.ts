import type { Settings } from '../settings/settings.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import { findSystemTicket } from './ticketSystem.js';

/** A ticket as shown: a short text, and where it is found when that is known. */
export interface TicketLink {
  text: string;
  href: string | undefined;
}

/**
 * What a ticket's reference leads to: `PAY-42` by `tickets` of the settings, else by Jira of `sync`; `gh:owner/repo#7`; or an
 * address as it is.
 */
export function createTicketLink(ticket: string, settings: Pick<Settings, 'tickets' | 'sync'>): TicketLink {
  const { tickets, sync } = settings;
  const issue = /^gh:([\w.-]+\/[\w.-]+)#(\d+)$/.exec(ticket);
  if (issue) {
    const home = sync.github?.url ?? 'https://github.com/';
    return { text: `${issue[1]}#${issue[2]}`, href: `${home}${issue[1]}/issues/${issue[2]}` };
  }
  const key = /^([A-Z][A-Z0-9_]*)-(\d+)$/.exec(ticket);
  if (key) {
    const isJira = findSystemTicket(ticket, settings)?.system === 'jira';
    const pattern = tickets[key[1] ?? ''] ?? (isJira ? `${sync.jira?.url}browse/${key[1]}-{id}` : undefined);
    // The settings hold any text here, and only an address may become a link.
    const href = pattern?.replaceAll('{id}', key[2] ?? '');
    return { text: ticket, href: href !== undefined && isSafeUrl(href) ? href : undefined };
  }
  return { text: ticket.replace(/^https?:\/\//, ''), href: isSafeUrl(ticket) ? ticket : undefined };
}
