import type { Incident } from '../model/incident.js';
import type { RemediationItem } from '../model/remediationItem.js';
import { itemTypes } from '../validate/schema/remediation.js';

/** As many characters of a title as every system takes. */
const longestTitle = 250;

/** As many of any other text: a ticket says what it is about, and the file says the rest. */
const longestFact = 1_000;

/** Below the facts, for whoever finds the ticket. */
export const explanation =
  'The lines above are kept in the file and written from there by Afterword. Whether this is open, and whose it is, is kept here.';

/** The title of an item's ticket, in one line. */
export function createTicketTitle({ title }: Pick<RemediationItem, 'title'>): string {
  return cut(title, longestTitle);
}

/** What git knows of an item, in lines; the first is its mark. */
export function createFacts(item: RemediationItem, incident: Incident): string {
  const causes = incident.causes.filter(({ id }) => item.addresses.includes(id));
  const lines = [
    mark(item.globalId),
    `incident: ${incident.title}`,
    `file: ${incident.path}`,
    `type: ${item.type} (${itemTypes[item.type]})`,
    ...causes.map((cause) => `cause ${cause.id}: ${cause.text}`),
    ...(item.due ? [`due: ${item.due.words}`] : []),
    ...(item.done_when === undefined ? [] : [`done when: ${item.done_when}`]),
  ];
  return lines.map((line) => cut(line, longestFact)).join('\n');
}

const mark = (globalId: string): string => `afterword: ${globalId}`;

/** The global id of the item that lines of ours are about. */
export function findMark(facts: string): string | undefined {
  return /^afterword: ([a-z0-9-]+#[A-Z]+[0-9]+)(?:\n|$)/.exec(facts)?.[1];
}

/** Without line breaks, and without what one does not see. */
function cut(text: string, length: number): string {
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return line.length <= length
    ? line
    : `${Array.from(line)
        .slice(0, length - 1)
        .join('')}…`;
}
