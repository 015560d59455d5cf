import { dayOf, type Day } from '../../time/day.js';
import { isCertainlyBefore } from '../../time/when.js';
import { compareIncidents, type History } from '../history.js';
import { findIncident, findItem } from '../historyIndex.js';
import { isDamaged, type Incident } from '../incident.js';
import { isOpen, type RemediationItem } from '../remediationItem.js';

/** An incident that came again while something promised against it the time before was not done. */
export interface Recurrence {
  later: Incident;
  earlier: Incident;
  /** In the order of the earlier incident's file. */
  fixes: PendingFix[];
}

/** Something promised after the time before that was still open when it came again. */
export interface PendingFix {
  /** What stands in its place today: itself, or what it was superseded by. */
  item: RemediationItem;
  /** `possible` where days are known roughly or, of what was dropped, not at all. */
  wasOpen: 'certain' | 'possible';
}

/**
 * Every incident that came again while a fix was still open, newest first. What was done, dropped or superseded since counts as well.
 * Only what the files say of each other makes two incidents one that came again: `recurrence-of` and `same-cause`.
 */
export function createRecurrences(history: History): Recurrence[] {
  const { asOf, settings, incidents } = history;
  return incidents.flatMap((later) =>
    listEarlier(later, history).flatMap((earlier): Recurrence[] => {
      const start = dayOf(later.started, settings.timezone);
      const fixes = listFixes(earlier, history).flatMap(({ promised, standing }): PendingFix[] => {
        const wasOpen = findOpenness(promised, standing, { start, later, asOf });
        return wasOpen === 'no' ? [] : [{ item: standing, wasOpen }];
      });
      return fixes.length === 0 ? [] : [{ later, earlier, fixes }];
    }),
  );
}

/**
 * The incidents that one says it is a recurrence of, or has the same cause as, and those that say of themselves that they have the
 * same cause as it: those of them that were before it, each once.
 */
function listEarlier(later: Incident, history: History): Incident[] {
  const named = later.related
    .filter(({ how }, index) => isSameAgain(how) && !isDamaged(later, ['related', index]))
    .map(({ id }) => findIncident(history, id));
  const naming = (sameCauseOf(history).get(later.id) ?? []).map((id) => findIncident(history, id));
  const all = [...named, ...naming].filter((one) => one !== undefined && isEarlier(one, later));
  return [...new Set(all)] as Incident[];
}

/** Whether a relation says that the same came again. */
export function isSameAgain(how: Incident['related'][number]['how']): boolean {
  return how === 'recurrence-of' || how === 'same-cause';
}

/** Whether an incident stands before another, and is not known to be the later one. */
export function isEarlier(earlier: Incident, later: Incident): boolean {
  return compareIncidents(earlier, later) > 0 && !isCertainlyBefore(later.started, earlier.started);
}

const sameCauses = new WeakMap<History, ReadonlyMap<string, string[]>>();

/** By the id of each incident, which others say that they have the same cause as it. */
function sameCauseOf(history: History): ReadonlyMap<string, string[]> {
  const known = sameCauses.get(history);
  if (known) return known;
  const found = new Map<string, string[]>();
  for (const incident of history.incidents) {
    for (const [index, { id, how }] of incident.related.entries()) {
      if (id === undefined || how !== 'same-cause' || isDamaged(incident, ['related', index])) continue;
      found.set(id, [...(found.get(id) ?? []), incident.id]);
    }
  }
  sameCauses.set(history, found);
  return found;
}

/** A promise against a cause, as it was made, and what stands in its place today. */
interface Fix {
  promised: RemediationItem;
  standing: RemediationItem;
}

/** What was promised so that an incident does not come again: what addresses one of its causes, or prevents. Each item that stands today once. */
export function listFixes(incident: Incident, history: History): Fix[] {
  const fixes = new Map<RemediationItem, Fix>();
  for (const [index, promised] of incident.remediation.entries()) {
    if (isDamaged(incident, ['remediation', index])) continue;
    if (promised.addresses.length === 0 && promised.type !== 'prevent') continue;
    const standing = followItem(promised, history);
    if (!fixes.has(standing)) fixes.set(standing, { promised, standing });
  }
  return [...fixes.values()];
}

/** The item that stands in an item's place today. */
function followItem(item: RemediationItem, history: History): RemediationItem {
  const seen = new Set<RemediationItem>();
  let at = item;
  while (at.state === 'superseded' && !seen.has(at)) {
    seen.add(at);
    at = findItem(history, at.supersededBy) ?? at;
  }
  return at;
}

interface Again {
  /** The day on which it came again. */
  start: Day | undefined;
  later: Incident;
  asOf: string;
}

/** Whether a promise was open on the day on which the incident came again. What was done or opened on that very day may have been. */
function findOpenness(
  { opened }: RemediationItem,
  standing: RemediationItem,
  { start, later, asOf }: Again,
): 'certain' | 'possible' | 'no' {
  if (standing.state === 'proposed') return 'no';
  const end = findEnd(standing, later, asOf);
  if (start === undefined) return 'possible';
  if (opened !== undefined && opened.first > start.last) return 'no';
  if (end !== undefined && end.last < start.first) return 'no';
  const isOpened = opened !== undefined && opened.last < start.first;
  const isNotEnded = end === undefined || end.first > start.last;
  return isOpened && isNotEnded ? 'certain' : 'possible';
}

/** From when to when an item may have ended; undefined: it has not. */
function findEnd(
  item: RemediationItem,
  later: Incident,
  asOf: string,
): Pick<Day, 'first' | 'last'> | undefined {
  const { state, done, opened, lastTold } = item;
  // A promise of the later report took the place of this one: until then it stood.
  if (item.incident === later.id) return opened ?? { first: '', last: asOf };
  if (state === 'done' && done !== undefined && done !== 'unknown') return done;
  if (!isOpen(item)) return { first: '', last: asOf };
  if (lastTold === undefined) return undefined;
  // What nobody follows up any more may have been done at any time since.
  return { first: lastTold === 'unknown' ? '' : lastTold.first, last: asOf };
}
