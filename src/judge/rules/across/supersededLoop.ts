import type { History } from '../../../model/history.js';
import { isDamaged } from '../../../model/incident.js';
import type { RemediationItem } from '../../../model/remediationItem.js';
import type { Finding, Rule } from '../../rule.js';

/** Of a promise that was handed on in a circle nothing is left. */
export const supersededLoop: Rule = {
  id: 'superseded-loop',
  level: 'error',
  blocks: false,
  description:
    'Following `superseded_by` from item to item comes to an end: at the one that is done, or is still to be done. In a circle each item says that another took its place, and the promise is lost.',
  bad: `remediation:
  - id: R1
    title: Rotate the log every night
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R2
  - id: R2
    title: Move the log to a volume of its own
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R1`,
  good: `remediation:
  - id: R1
    title: Rotate the log every night
    type: prevent
    owner: kim
    opened: 2026-03-16
    state: superseded
    superseded_by: R2
  - id: R2
    title: Move the log to a volume of its own
    type: prevent
    owner: kim
    opened: 2026-03-16
    due: 2026-12-31`,
  *check({ incident, history }): Iterable<Finding> {
    for (const [index, item] of incident.remediation.entries()) {
      const way = [item.id];
      const seen = new Set<RemediationItem>();
      let at = findItem(history, item.supersededBy);
      while (at && at.globalId !== item.globalId && !seen.has(at)) {
        seen.add(at);
        way.push(at.incident === incident.id ? at.id : at.globalId);
        at = findItem(history, at.supersededBy);
      }
      if (at?.globalId !== item.globalId) continue;
      yield {
        path: ['remediation', index, 'superseded_by'],
        message:
          way.length === 1
            ? `\`${item.id}\` is superseded by itself`
            : `These items supersede each other in a circle: ${[...way, item.id].map((one) => `\`${one}\``).join(' → ')}`,
        hint: 'Let the last one be open, done or `wont-do`, without `superseded_by`.',
      };
    }
  },
};

const byGlobalId = new WeakMap<History, ReadonlyMap<string, RemediationItem>>();

/** The remediation item of a global id, if it is in the history and could be read. */
export function findItem(history: History, globalId: string | undefined): RemediationItem | undefined {
  const known =
    byGlobalId.get(history) ??
    new Map(
      history.incidents.flatMap((incident) =>
        incident.remediation.flatMap((item, index): [string, RemediationItem][] =>
          isDamaged(incident, ['remediation', index]) ? [] : [[item.globalId, item]],
        ),
      ),
    );
  byGlobalId.set(history, known);
  return globalId === undefined ? undefined : known.get(globalId);
}
