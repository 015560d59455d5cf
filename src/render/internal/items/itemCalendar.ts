import ical from 'ical-generator';
import { compareText } from '../../../diagnostic/diagnostic.js';
import { listChanges } from '../../../model/itemChange.js';
import { createTicketLink } from '../../../model/ticketLink.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { formatOnDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { cleanText, createDueEvent, type CalendarEvent } from '../../calendarEvent.js';
import type { Address } from '../../link.js';
import type { Output } from '../../output.js';
import { english } from '../../wording/english.js';
import { itemStateWords } from '../mark.js';
import { findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { createTag } from './itemTag.js';

/** The calendar of what a person or team has to do. */
export function itemCalendarAddress(owner: string): Address {
  return `calendar/${owner}.ics`;
}

/** Everybody who owns an item, and the teams of all items; in the order of their names. */
export function listCalendarOwners({ items, history }: Pick<Tracker, 'items' | 'history'>): string[] {
  const ids = new Set(items.flatMap(({ item }) => [item.owner ?? [], item.team ?? []].flat()));
  const nameOf = (id: string): string => findName(history.settings, id);
  return [...ids].toSorted((a, b) => compareText(nameOf(a), nameOf(b)) || compareText(a, b));
}

/** For each owner and team the days on which their items are due, as iCalendar (RFC 5545); a team's holds those of its people. */
export function renderItemCalendars({ items, history }: Pick<Tracker, 'items' | 'history'>): Output[] {
  return listCalendarOwners({ items, history }).map((id) => {
    const calendar = ical({
      name: cleanText(`${findName(history.settings, id)}: remediation`),
      prodId: { company: 'Afterword', product: 'Remediation tracker', language: 'EN' },
      ttl: 24 * 60 * 60,
    });
    for (const tracked of items) {
      if (tracked.item.owner !== id && tracked.item.team !== id) continue;
      const event = createEvent(tracked, history);
      if (event) calendar.createEvent(event);
    }
    return { path: itemCalendarAddress(id), content: `${calendar.toString()}\r\n` };
  });
}

function createEvent(
  tracked: TrackedItem,
  { settings, asOf }: Tracker['history'],
): CalendarEvent | undefined {
  const { item, incident } = tracked;
  const { due, state, owner, priority, tickets } = item;
  // Nobody has promised it, or nobody follows it up.
  if (!due || state === 'proposed' || item.lastTold !== undefined) return undefined;
  const event = createDueEvent(
    {
      id: createTag(settings.url, item.incident, item.id),
      due,
      state,
      moves: item.moved.length,
      summary: `Due: ${item.title} (${incident.title})`,
      description: [
        item.globalId,
        [itemStateWords[state], priority, owner === undefined ? 'nobody’s' : findName(settings, owner)]
          .filter((fact) => fact !== undefined)
          .join(', '),
        due.precision === 'day' ? '' : english.feed.dueIn(formatOnDay(due, englishTime)),
        ...tickets.map((ticket) => createTicketLink(ticket, settings)).map(({ text, href }) => href ?? text),
      ],
    },
    asOf,
  );
  const stamp = new Date(`${findLastChange(tracked, asOf)}T00:00:00Z`);
  return event && { ...event, stamp, lastModified: stamp };
}

/** The last day that its file tells of it, so that a calendar in which nothing changed stays the same file. */
function findLastChange(tracked: TrackedItem, asOf: string): string {
  const { item } = tracked;
  const days = listChanges(tracked, '', asOf).flatMap(({ is, on }) => (is === 'overdue' ? [] : [on.last]));
  return days.toSorted().at(-1) ?? item.opened?.first ?? asOf;
}
