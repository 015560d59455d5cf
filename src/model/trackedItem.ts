import { compareText } from '../diagnostic/diagnostic.js';
import type { Incident } from './incident.js';
import { daysLate, isOpen, isOverdue, type RemediationItem } from './remediationItem.js';
import type { Settings } from '../settings/settings.js';
import { addDays, daysBetween } from '../time/isoDay.js';

/** A remediation item with what a manager asks of it as of a day. */
export interface TrackedItem {
  item: RemediationItem;
  incident: Incident;
  /** Open, in progress or blocked, and somebody follows it up. */
  open: boolean;
  /** Open when its state was last told; nobody follows it up any more, so nothing is asked of anybody. */
  openWhenTold: boolean;
  overdue: boolean;
  /** Days late: until asOf where it is open, until it was done where it is done; 0 when in time or not to be said. */
  daysLate: number;
  /** Days from asOf to the last day on which an open item is in time; undefined without one, or where it has passed. */
  daysLeft: number | undefined;
  /** Where it stands among what is overdue: severity of the incident × priority × days late. */
  weight: number;
}

/** How many days ahead "due soon" looks; the last of them counts. */
const SOON = 14;

/** Makes what the tracker says of one item as of a day (YYYY-MM-DD). */
export function createTrackedItem(
  item: RemediationItem,
  incident: Incident,
  asOf: string,
  settings: Pick<Settings, 'severities' | 'priorities'>,
): TrackedItem {
  const late = daysLate(item, asOf);
  const open = isOpen(item) && item.lastTold === undefined;
  const overdue = isOverdue(item, asOf);
  const severity = settings.severities.findIndex(({ id }) => id === incident.severity?.id);
  const priority = item.priority === undefined ? -1 : settings.priorities.indexOf(item.priority);
  return {
    item,
    incident,
    open,
    openWhenTold: isOpen(item) && item.lastTold !== undefined,
    overdue,
    daysLate: late,
    daysLeft: open && !overdue && item.due ? daysBetween(asOf, item.due.last) : undefined,
    weight: rank(severity, settings.severities.length) * rank(priority, settings.priorities.length) * late,
  };
}

/** The first of a list counts as many as the list is long, the last counts 1; so does what is not in it. */
function rank(index: number, length: number): number {
  return index < 0 ? 1 : length - index;
}

/**
 * Days from the first one on which an item can have been opened: until asOf where it is open, until it was done where it is
 * done. Undefined where it is not known when it was opened, or when it ended.
 */
export function measureAge(
  { item: { opened, done, state }, open }: TrackedItem,
  asOf: string,
): number | undefined {
  const isDone = state === 'done' && done !== undefined && done !== 'unknown';
  const end = isDone ? done.last : open ? asOf : undefined;
  if (!opened || end === undefined) return undefined;
  return Math.max(0, daysBetween(opened.first, end));
}

/** Whether it is open and its last day lies within the two weeks from asOf on. */
export function isDueSoon({ daysLeft }: TrackedItem): boolean {
  return daysLeft !== undefined && daysLeft <= SOON;
}

/** The last day that still counts as "due soon". */
export function soonUntil(asOf: string): string {
  return addDays(asOf, SOON);
}

/** Worst first, then the longest late, then by name. */
export function compareOverdue(a: TrackedItem, b: TrackedItem): number {
  return b.weight - a.weight || b.daysLate - a.daysLate || compareText(a.item.globalId, b.item.globalId);
}

/** By the last day on which it is in time, what has none last; then by name. */
export function compareDue(a: TrackedItem, b: TrackedItem): number {
  const [dueA, dueB] = [a.item.due?.last ?? '9999', b.item.due?.last ?? '9999'];
  return compareText(dueA, dueB) || compareText(a.item.globalId, b.item.globalId);
}

/** What was finished last first; what nobody dated comes last. */
export function compareDone(a: TrackedItem, b: TrackedItem): number {
  return compareText(doneDay(b), doneDay(a)) || compareText(a.item.globalId, b.item.globalId);
}

function doneDay({ item: { done } }: TrackedItem): string {
  return done === undefined || done === 'unknown' ? '' : done.last;
}
