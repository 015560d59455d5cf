import { findDeadline, findPolicies, type Deadline } from '../../../judge/rules/policy/demand.js';
import type { History } from '../../../model/history.js';
import type { Incident } from '../../../model/incident.js';
import { daysBetween } from '../../../time/isoDay.js';

/** By when a policy wants something of a report. */
export interface ReportDeadline extends Deadline {
  /** What is asked: that the text is final, or that customers can read it. */
  what: 'final' | 'public';
  /** From `asOf` on; below 0 when it has passed. */
  daysLeft: number;
}

/**
 * What policies still ask of a report and by when, the earliest day first; of several that ask for the same, the one whose day comes
 * first. Nothing while the incident goes on: the days are counted from its end.
 */
export function findReportDeadlines(incident: Incident, history: History): ReportDeadline[] {
  const subject = { incident, history };
  const policies = findPolicies(subject);
  const since = incident.publication?.since?.first;
  const earliest = (what: ReportDeadline['what']): ReportDeadline[] => {
    const key = what === 'final' ? 'finished_within' : 'public_within';
    return policies
      .flatMap((policy) => findDeadline(policy, policy.require[key], 'resolved', subject) ?? [])
      .toSorted((a, b) => (a.day < b.day ? -1 : 1))
      .slice(0, 1)
      .map((one) => ({ ...one, what, daysLeft: daysBetween(history.asOf, one.day) }));
  };
  const asked = [
    ...(incident.status === 'final' ? [] : earliest('final')),
    ...(since !== undefined && since <= history.asOf ? [] : earliest('public')),
  ];
  return asked.toSorted((a, b) => a.daysLeft - b.daysLeft);
}

/** Puts what is asked for the earliest day first, what no policy asks for last. */
export function compareDeadlines(a: readonly ReportDeadline[], b: readonly ReportDeadline[]): number {
  const [first, second] = [a[0]?.daysLeft ?? Infinity, b[0]?.daysLeft ?? Infinity];
  return first === second ? 0 : first - second;
}
