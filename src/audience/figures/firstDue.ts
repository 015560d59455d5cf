import { isOverdue } from '../../model/remediationItem.js';
import type { Day } from '../../time/day.js';
import type { Commitment, PublicHistory } from '../publicHistory.js';
import { createKeptQuarters } from './keptRate.js';
import type { Ledger } from './ledger.js';
import { findStanding } from './promise.js';

/**
 * The due date that customers could read first: the one that stood when the report became public. A date that was certainly moved
 * before that day nobody outside had seen; one that was moved on an unknown day, or on that day, is taken for the one that they read.
 */
export function findFirstPublicDue(
  { due, moved }: Pick<Commitment, 'due' | 'moved'>,
  since: Day,
): Day | undefined {
  return moved.find(({ date }) => date === undefined || date.last >= since.first)?.from ?? due;
}

/**
 * All promises as if no date had been moved since customers could read it: what they would say of how promises are kept.
 */
export function createFirstDueLedger(history: PublicHistory): Pick<Ledger, 'entries' | 'quarters'> {
  const since = new Map(history.incidents.map((incident) => [incident.id, incident.since]));
  const commitments = history.commitments.map((commitment): Commitment => {
    const published = since.get(commitment.incident.id);
    const due = published ? findFirstPublicDue(commitment, published) : commitment.due;
    const overdue = isOverdue({ ...commitment, due }, history.asOf);
    return { ...commitment, due, moved: [], overdue };
  });
  return {
    entries: commitments.map((commitment) => ({
      commitment,
      standing: findStanding(commitment),
      promised: undefined,
      took: undefined,
    })),
    quarters: createKeptQuarters(commitments, history),
  };
}
