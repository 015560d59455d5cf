import { dayOf, isDayBefore, type Day } from '../time/day.js';
import { daysBetween } from '../time/isoDay.js';
import type { Settings } from '../settings/settings.js';
import type { FrontMatter } from '../validate/schema/incident.js';

import type { Incident } from './incident.js';
import { findTeamOf } from './reference.js';

type Written = NonNullable<FrontMatter['remediation']>[number];

/** One thing that was promised. */
export interface RemediationItem extends Omit<
  Written,
  'internal' | 'ticket' | 'moved' | 'addresses' | 'opened' | 'superseded_by'
> {
  /** When its state was last known; undefined: it is kept up to date. */
  lastTold: Incident['lastTold'];
  /** `<incident id>#<id>`: its name everywhere. */
  globalId: string;
  incident: string;
  /** As written, else the owner's. */
  team: string | undefined;
  /** As written, else the review's day, else that of `resolved`, else that of `started`; undefined where none is known. */
  opened: Day | undefined;
  tickets: string[];
  /** The global id of the item that took its place. */
  supersededBy: string | undefined;
  moved: NonNullable<Written['moved']>;
  addresses: string[];
  internal: boolean;
}

/** Makes an item of what is written, given its incident (without items yet). */
export function createRemediationItem(
  { ticket, superseded_by: supersededBy, internal = false, moved = [], addresses = [], ...rest }: Written,
  incident: Incident,
  settings: Settings,
): RemediationItem {
  return {
    ...rest,
    globalId: `${incident.id}#${rest.id}`,
    incident: incident.id,
    lastTold: incident.lastTold,
    team: rest.team ?? findTeamOf(settings, rest.owner),
    opened:
      rest.opened ??
      incident.review?.date ??
      (incident.resolved && dayOf(incident.resolved, incident.zone)) ??
      dayOf(incident.started, incident.zone),
    tickets: ticket ?? [],
    supersededBy: supersededBy?.includes('#') === false ? `${incident.id}#${supersededBy}` : supersededBy,
    moved,
    addresses,
    internal,
  };
}

/** Whether somebody still has to do something: open, in progress or blocked. */
export function isOpen(item: Pick<RemediationItem, 'state'>): boolean {
  return item.state === 'open' || item.state === 'in-progress' || item.state === 'blocked';
}

/**
 * Whether it is open and the last day of `due` is before `asOf` (YYYY-MM-DD). What nobody follows up any more cannot be
 * called late: it may long be done.
 */
export function isOverdue(item: Pick<RemediationItem, 'state' | 'due' | 'lastTold'>, asOf: string): boolean {
  return isOpen(item) && item.lastTold === undefined && item.due !== undefined && isDayBefore(item.due, asOf);
}

/** How many days it is, or was, late against its present due date; 0 when in time or when that cannot be said. */
export function daysLate(
  item: Pick<RemediationItem, 'state' | 'due' | 'done' | 'lastTold'>,
  asOf: string,
): number {
  if (!item.due) return 0;
  if (isOverdue(item, asOf)) return daysBetween(item.due.last, asOf);
  if (item.state !== 'done' || !item.done || item.done === 'unknown') return 0;
  return Math.max(0, daysBetween(item.due.last, item.done.first));
}
