import { isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import type { History } from '../../../model/history.js';
import { isDamaged, type Incident } from '../../../model/incident.js';
import type { Settings } from '../../../settings/settings.js';
import type { Rule } from '../../rule.js';

/** An item that has one ticket alone, and the incident that it is of. */
interface Holder {
  item: RemediationItem;
  incident: Incident;
}

/** Whoever closes the ticket closes both; mostly one was copied and its ticket left. */
export const ticketTwice: Rule = {
  id: 'ticket-twice',
  level: 'warning',
  blocks: false,
  description:
    'A ticket belongs to one item of a file, and to one open item of the project. An item that another superseded may share its ticket, and so may items that have tickets of their own beside a common one.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    ticket: PAY-42
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18
    ticket: PAY-42`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    ticket: PAY-42
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18
    ticket: PAY-43`,
  *check({ incident, history }) {
    const holders = findHolders(history);
    for (const [index, item] of incident.remediation.entries()) {
      const [ticket] = item.tickets;
      if (ticket === undefined || item.tickets.length > 1) continue;
      const others = holders.get(nameTicket(ticket, history.settings)) ?? [];
      const end = others.findIndex((one) => one.item === item);
      const earlier = others.slice(0, Math.max(0, end)).find((one) => isSameWork(one.item, item));
      if (!earlier) continue;
      const isHere = earlier.incident === incident;
      const name = isHere ? earlier.item.id : earlier.item.globalId;
      yield {
        path: ['remediation', index, 'ticket'],
        message: `\`${name}\` and \`${item.id}\` have the same ticket, ${ticket}`,
        hint: isHere
          ? 'Give each its own; or make one item of the two.'
          : `Give each its own; or, if it is the same work, write \`state: superseded\` and \`superseded_by\` into the older one.`,
        ...(isHere ? {} : { related: [{ path: earlier.incident.path, message: `\`${name}\` stands here` }] }),
      };
    }
  },
};

function isSameWork(earlier: RemediationItem, later: RemediationItem): boolean {
  if (earlier.supersededBy !== undefined || later.supersededBy !== undefined) return false;
  return earlier.incident === later.incident || (isOpen(earlier) && isOpen(later));
}

const made = new WeakMap<History, Map<string, Holder[]>>();

/** The items of the project that have one ticket, by that ticket, the oldest incident first; made once for a history. */
function findHolders(history: History): Map<string, Holder[]> {
  const before = made.get(history);
  if (before) return before;
  const holders = new Map<string, Holder[]>();
  for (const incident of history.incidents.toReversed()) {
    for (const [index, item] of incident.remediation.entries()) {
      const [ticket] = item.tickets;
      if (isDamaged(incident, ['remediation', index])) continue;
      if (ticket === undefined || item.tickets.length > 1) continue;
      const name = nameTicket(ticket, history.settings);
      holders.set(name, [...(holders.get(name) ?? []), { item, incident }]);
    }
  }
  made.set(history, holders);
  return holders;
}

/** One name for the ways in which a ticket can be written: `PAY-42` and its address, `gh:owner/repo#7` and its. */
function nameTicket(ticket: string, { tickets }: Settings): string {
  const [, letters, number] = /^([A-Z][A-Z0-9_]*)-(\d+)$/.exec(ticket) ?? [];
  const [, repository, issue] = /^gh:(.+)#(\d+)$/.exec(ticket) ?? [];
  const address = letters === undefined ? undefined : tickets[letters]?.replaceAll('{id}', number ?? '');
  const github = repository === undefined ? undefined : `https://github.com/${repository}/issues/${issue}`;
  return (github ?? address ?? ticket).replace(/\/$/, '').toLowerCase();
}
