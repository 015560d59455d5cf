import { isOpen, type RemediationItem } from '../model/remediationItem.js';
import type { SystemName } from '../model/ticketSystem.js';
import type { Settings } from '../settings/settings.js';
import { createZoneAxis } from '../time/axis.js';
import { dayOfNumber, FIRST_YEAR, LAST_YEAR } from '../time/isoDay.js';
import type { Ticket } from './ticket.js';

/** What tickets make of their item: edits such as somebody could ask for, and what only a person can settle. */
export interface Verdict {
  edits: TicketEdit[];
  warnings: string[];
}

/** What a ticket system may say of an item. */
export type TicketEdit =
  { verb: 'done'; on: string } | { verb: 'reopen' } | { verb: 'assign'; owner: string };

/** A ticket of an item, and the system that it is in. */
export interface ItemTicket {
  system: SystemName;
  ticket: Ticket;
}

/**
 * Says what all the tickets of an item mean for it. Only the line between open and closed is crossed: what is in progress,
 * blocked or proposed here stays so while a ticket is open, and what is done, when all of them are closed as done.
 */
export function judgeTickets(
  item: RemediationItem,
  tickets: readonly ItemTicket[],
  settings: Pick<Settings, 'people' | 'teams' | 'timezone'>,
): Verdict {
  const warnings: string[] = [];
  const state = judgeState(item, tickets, settings.timezone, warnings);
  const isFollowed = isOpen(item) || item.state === 'proposed' || state?.verb === 'reopen';
  const owner = isFollowed ? findAssignee(item, tickets, settings, warnings) : undefined;
  return {
    edits: [
      ...(state ? [state] : []),
      ...(owner === undefined || owner === item.owner ? [] : [{ verb: 'assign' as const, owner }]),
    ],
    warnings,
  };
}

function judgeState(
  item: RemediationItem,
  all: readonly ItemTicket[],
  zone: string,
  warnings: string[],
): TicketEdit | undefined {
  const tickets = all.map(({ ticket }) => ticket);
  const open = tickets.find((one) => one.state === 'open');
  if (item.state === 'wont-do' || item.state === 'superseded') {
    if (open) warnings.push(`it is ${item.state} here, and ${open.key} is open`);
    return undefined;
  }
  if (open) return item.state === 'done' ? { verb: 'reopen' } : undefined;
  const others = tickets.filter((one) => one.state !== 'done');
  for (const { key, word, state } of others) {
    const wayOut =
      state === 'dropped'
        ? 'if it is dropped, write `state: wont-do` and a `reason`, which only a person can'
        : '`done_resolutions` of `sync.jira` says whether that is done';
    warnings.push(`${key} is closed as “${word.slice(0, 60)}”, so it stays ${item.state} here; ${wayOut}`);
  }
  if (others.length > 0) return undefined;
  const days = tickets.map(({ closed }) => findDay(closed, zone));
  // `unknown` comes after all dates: where one day is not known, nobody knows the last.
  const on = days.reduce<string>((last, day = 'unknown') => (day > last ? day : last), '');
  return isDoneOn(item, on) ? undefined : { verb: 'done', on };
}

/** Whether it is done already, on that day or in a month or quarter that holds it. */
function isDoneOn({ state, done }: RemediationItem, on: string): boolean {
  if (state !== 'done') return false;
  if (on === 'unknown') return done !== undefined;
  return done !== undefined && done !== 'unknown' && done.first <= on && on <= done.last;
}

/** The day of an instant of a ticket system in a zone, `YYYY-MM-DD`; undefined where it says none. */
export function findDay(instant: string | undefined, zone: string): string | undefined {
  const form = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)(Z|([+-]\d{2}):?(\d{2}))$/;
  const [, local, offset, hours, minutes] = form.exec(instant ?? '') ?? [];
  if (local === undefined) return undefined;
  const time = Date.parse(`${local}${hours === undefined ? offset : `${hours}:${minutes}`}`);
  const year = Number(local.slice(0, 4));
  if (!Number.isFinite(time) || year <= FIRST_YEAR || year >= LAST_YEAR) return undefined;
  return dayOfNumber(createZoneAxis(zone).locate(time).day);
}

/** Who owns the item by its tickets; undefined where they leave it as it is. */
function findAssignee(
  { owner }: RemediationItem,
  tickets: readonly ItemTicket[],
  { people }: Pick<Settings, 'people'>,
  warnings: string[],
): string | undefined {
  const found = new Set<string>();
  let isWhole = true;
  for (const { system, ticket } of tickets) {
    for (const handle of ticket.assignees) {
      const person = people.find((one) => isSameHandle(system, findHandle(system, one), handle));
      if (person) {
        found.add(person.id);
        continue;
      }
      isWhole = false;
      warnings.push(
        `${ticket.key} is assigned to “${handle.slice(0, 60)}”, whom no \`handles.${system}\` of \`people\` in site/site.yaml names; its owner stays`,
      );
    }
  }
  if (owner !== undefined && found.has(owner)) return owner;
  if (found.size > 1) {
    warnings.push(`its tickets are assigned to several (${[...found].join(', ')}); its owner stays`);
    return undefined;
  }
  return isWhole ? [...found][0] : undefined;
}

/** What a person is called in a system; undefined where the settings do not say. */
export function findHandle(
  system: SystemName,
  { handles = {} }: Pick<Settings['people'][number], 'handles'>,
): string | undefined {
  return Object.hasOwn(handles, system) ? handles[system] : undefined;
}

/** GitHub tells no case apart. */
function isSameHandle(system: SystemName, known: string | undefined, handle: string): boolean {
  return system === 'github' ? known?.toLowerCase() === handle.toLowerCase() : known === handle;
}
