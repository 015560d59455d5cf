import type { History } from '../../../model/history.js';
import { isListDamaged } from '../../../validate/repair.js';
import { findSuggestion, listWords } from '../../../validate/suggestion.js';
import type { Finding, Rule } from '../../rule.js';
import { findIncident } from '../../../model/historyIndex.js';

/** An item that was superseded leads to the one that took its place. */
export const unknownItem: Rule = {
  id: 'unknown-item',
  level: 'error',
  blocks: true,
  description:
    'The item that superseded another one exists, in this file (`R2`) or in another (`<incident id>#R2`), so that a promise can be followed to where it went.',
  bad: `remediation:
  - id: R1
    title: Alert on every volume
    type: detect
    state: superseded
    superseded_by: R3
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  good: `remediation:
  - id: R1
    title: Alert on every volume
    type: detect
    state: superseded
    superseded_by: R2
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  *check({ incident, history }): Iterable<Finding> {
    const hints = new Map<string, string>();
    for (const [index, { supersededBy }] of incident.remediation.entries()) {
      if (supersededBy === undefined || isKnown(supersededBy, history)) continue;
      const [id = '', item = ''] = supersededBy.split('#');
      const isHere = id === incident.id;
      const hint = hints.get(id) ?? createHint(id, isHere, history);
      hints.set(id, hint);
      yield {
        path: ['remediation', index, 'superseded_by'],
        message: `There is no remediation item \`${isHere ? item : supersededBy}\`${isHere ? ' in this file' : ''}`,
        hint,
      };
    }
  },
};

function isKnown(globalId: string, history: History): boolean {
  const items = itemsOf.get(history) ?? createItems(history);
  itemsOf.set(history, items);
  const [id = ''] = globalId.split('#');
  // A file that could not be read, or only in part, may well hold the item.
  return items.known.has(globalId) || items.unread.has(id) || (history.ids.has(id) && !items.read.has(id));
}

interface Items {
  /** Global ids. */
  known: ReadonlySet<string>;
  /** Incidents that were read. */
  read: ReadonlySet<string>;
  /** Incidents of whose items some could not be read. */
  unread: ReadonlySet<string>;
}

/** Made once: of ten thousand files each may name an item of any other. */
const itemsOf = new WeakMap<History, Items>();

function createItems({ incidents }: History): Items {
  const unread = incidents.filter(({ damaged }) => isListDamaged(damaged, 'remediation'));
  return {
    known: new Set(incidents.flatMap((one) => one.remediation.map((item) => item.globalId))),
    read: new Set(incidents.map(({ id }) => id)),
    unread: new Set(unread.map(({ id }) => id)),
  };
}

/** What can be named instead: of the file that is meant its items, else the file that was meant. */
function createHint(id: string, isHere: boolean, history: History): string {
  const other = findIncident(history, id);
  if (other) {
    const items = other.remediation.map((item) => (isHere ? item.id : item.globalId));
    const where = isHere ? 'this file' : 'that file';
    if (items.length === 0) return `There are no items in ${where}.`;
    const elsewhere = isHere ? '; one of another file is named `<incident id>#R2`' : '';
    return `Known in ${where}: ${listWords(items, 'and')}${elsewhere}.`;
  }
  const near = findSuggestion(id, history.ids);
  return near === undefined
    ? `There is no incident \`${id}\`; items of this file are named by their ids alone, e.g. \`R2\`.`
    : `There is no incident \`${id}\`: did you mean \`${near}\`?`;
}
