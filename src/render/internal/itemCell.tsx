import { english } from '../wording/english.js';
import { Fragment } from 'preact';
import { daysBetween } from '../../time/isoDay.js';
import type { Incident } from '../../model/incident.js';
import type { RemediationItem } from '../../model/remediationItem.js';
import { usePage } from '../frame.js';
import { commitmentAddress, incidentAddress } from '../link.js';
import { ownerAddress } from './address.js';
import { NoValue } from './dayText.js';
import { SeverityDot } from './mark.js';
import { findName } from './ownership.js';
import { createTicketLink } from '../../model/ticketLink.js';
import type { Tracker } from './tracker.js';
import type { TrackedItem } from '../../model/trackedItem.js';
import { lateBy } from '../component/commitmentWords.js';
import { countOf } from './count.js';
import { dueIn } from './dueIn.js';

/** The item's title, leading to its row on the page of its incident. */
export function ItemLink({ item }: { item: RemediationItem }) {
  const { link } = usePage();
  return (
    <a href={link(commitmentAddress(item.incident, item.id))}>
      <span class="item-id">{item.id}</span> <bdi>{item.title}</bdi>
    </a>
  );
}

/** The incident's title behind the mark of its severity. */
export function IncidentLink({ incident, tracker }: { incident: Incident; tracker: Tracker }) {
  const { link } = usePage();
  return (
    <span class="incident-link">
      <SeverityDot incident={incident} severities={tracker.history.settings.severities} />{' '}
      <a href={link(incidentAddress(incident.id))}>
        <bdi>{incident.title}</bdi>
      </a>
    </span>
  );
}

/** The owner's name, leading to what they own; "nobody" where there is none. */
export function OwnerLink({ owner, tracker }: { owner: string | undefined; tracker: Tracker }) {
  const { link } = usePage();
  if (owner === undefined) return <span class="muted">nobody</span>;
  return <a href={link(ownerAddress(owner))}>{findName(tracker.history.settings, owner)}</a>;
}

/** The item's team behind its owner, where it is not the owner itself. */
export function TeamOf({ item, tracker }: { item: RemediationItem; tracker: Tracker }) {
  if (item.team === undefined || item.team === item.owner) return null;
  return (
    <span class="item-team muted">
      <span class="visually-hidden">, </span>
      {findName(tracker.history.settings, item.team)}
    </span>
  );
}

/** The same, such that the browser of a reader counts it on from the build to today; nothing where there is nothing to say. */
export function Lateness({ tracked }: { tracked: TrackedItem }) {
  const words = lateness(tracked);
  if (words === undefined) return null;
  const due = tracked.open ? tracked.item.due?.last : undefined;
  return due === undefined ? words : <span data-late-after={due}>{words}</span>;
}

/** How an item stands to its due date, in words. */
export function lateness({ overdue, daysLate, daysLeft, item }: TrackedItem): string | undefined {
  if (overdue) return lateBy(daysLate, english);
  if (daysLeft !== undefined) return dueIn(daysLeft);
  if (daysLate > 0) return `${countOf(daysLate, 'day')} late`;
  const { state, done, due } = item;
  const inTime =
    state === 'done' &&
    done !== undefined &&
    done !== 'unknown' &&
    due !== undefined &&
    done.last <= due.last;
  return inTime ? 'in time' : undefined;
}

/** How often the due date was moved, and by how much in all. */
export function slips({ moved, due }: Pick<RemediationItem, 'moved' | 'due'>): string | undefined {
  if (moved.length === 0) return undefined;
  // The oldest stands first.
  const first = moved[0]?.from;
  const days = first && due ? daysBetween(first.last, due.last) : 0;
  const times = moved.length === 1 ? 'once' : countOf(moved.length, 'time');
  return days > 0 ? `${times}, by ${countOf(days, 'day')}` : times;
}

/** Tickets, each a link where it is known where it leads; a dash where there are none. */
export function Tickets({ tickets, tracker }: { tickets: readonly string[]; tracker: Tracker }) {
  return tickets.length === 0 ? <NoValue /> : <TicketLinks tickets={tickets} tracker={tracker} />;
}

export function TicketLinks({ tickets, tracker }: { tickets: readonly string[]; tracker: Tracker }) {
  return (
    <>
      {tickets.map((ticket, index) => {
        const { text, href } = createTicketLink(ticket, tracker.history.settings);
        return (
          <Fragment key={ticket}>
            {index > 0 && ', '}
            <span class={text.length > 12 ? 'ticket ticket-long' : 'ticket'}>
              {href === undefined ? text : <a href={href}>{text}</a>}
            </span>
          </Fragment>
        );
      })}
    </>
  );
}
