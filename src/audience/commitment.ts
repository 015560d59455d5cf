import { isPublic, isShownEntry, isShownItem, publicTitle, shownParts } from '../judge/visibility.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import { daysLate, isOverdue, type RemediationItem } from '../model/remediationItem.js';
import type { Commitment } from './publicHistory.js';

/** What customers can see of an incident's remediation; nothing where `remediation` is not shown. */
export function createCommitments(incident: Incident, history: History): Commitment[] {
  if (!isPublic(incident, history.asOf) || !shownParts(incident).has('remediation')) return [];
  return incident.remediation.flatMap((item) => createCommitment(item, incident, history) ?? []);
}

function createCommitment(
  item: RemediationItem,
  incident: Incident,
  history: History,
): Commitment | undefined {
  if (!isShownItem(item)) return undefined;
  const reworded = item.public !== undefined;
  const causes = shownParts(incident).has('causes') ? incident.causes.filter(isShownEntry) : [];
  return {
    id: item.id,
    incident: { id: incident.id, title: publicTitle(incident) },
    title: item.public ?? item.title,
    type: item.type,
    state: item.state,
    due: item.due,
    moved: item.moved.map(({ from, date }) => ({ from, date })),
    done: item.done,
    doneWhen: reworded ? undefined : item.done_when,
    reason: reworded ? undefined : item.reason,
    verified: item.verified && { date: item.verified.date, result: item.verified.result },
    addresses: item.addresses.filter((id) => causes.some((cause) => cause.id === id)),
    supersededBy: item.supersededBy === undefined ? undefined : findSuccessor(item.supersededBy, history),
    lastTold: incident.lastTold,
    overdue: isOverdue(item, history.asOf),
    daysLate: daysLate(item, history.asOf),
  };
}

/** The item that took another's place, by its global id, if customers can see it. */
function findSuccessor(globalId: string, history: History): Commitment['supersededBy'] {
  for (const other of history.incidents) {
    if (!isPublic(other, history.asOf) || !shownParts(other).has('remediation')) continue;
    const successor = other.remediation.find((item) => item.globalId === globalId);
    if (successor && isShownItem(successor)) return { incident: other.id, id: successor.id };
  }
  return undefined;
}
