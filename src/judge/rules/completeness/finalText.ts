import type { Incident } from '../../../model/incident.js';
import { getAt } from '../../../validate/repair.js';
import { incidentSchema } from '../../../validate/schema/incident.js';
import type { Subject } from '../../rule.js';

/** Whether a text calls itself final. A misspelt status is read as that, but nothing is asked because of it. */
export function isFinal({ incident, document }: Pick<Subject, 'incident' | 'document'>): boolean {
  return incident.status === 'final' && getAt(document.data, ['status']) === 'final';
}

/** Whether somebody was hurt, or could have been: near misses and maintenance are asked for less. */
export function isHarm({ incident, document }: Pick<Subject, 'incident' | 'document'>): boolean {
  const written = getAt(document.data, ['kind']) ?? 'incident';
  return (incident.kind === 'incident' || incident.kind === 'security') && written === incident.kind;
}

/** Whether it came from another tool, or retells the report of others: nobody can add what is missing there. */
export function isHandedDown({ origin, lastTold }: Incident): boolean {
  return origin !== undefined || lastTold !== undefined;
}

/** Whether the final report of something bad stands here: of it most is asked. */
export function isMajorReport(subject: Pick<Subject, 'incident' | 'document'>): boolean {
  const { incident, document } = subject;
  // What seems to be missing may stand under a misspelt key, which has been told.
  const isMisspelt = Object.keys(document.data ?? {}).some(
    (key) => !Object.hasOwn(incidentSchema.shape, key) && !key.startsWith('x-'),
  );
  const isMajor = incident.severity?.major === true && !isMisspelt;
  return isMajor && isFinal(subject) && isHarm(subject) && !isHandedDown(incident);
}
