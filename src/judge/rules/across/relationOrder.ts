import type { History } from '../../../model/history.js';
import { findIncident } from '../../../model/historyIndex.js';
import { isDamaged, type Incident } from '../../../model/incident.js';
import { isCertainlyBefore } from '../../../time/when.js';
import type { Finding, Rule } from '../../rule.js';

type Relation = Incident['related'][number];

/** Why one incident cannot stand in a relation to another that began later. */
const reasons: Partial<Record<Relation['how'], string>> = {
  'recurrence-of': 'what comes first does not recur',
  'caused-by': 'what is over was not caused by it',
  follows: 'what comes first does not follow',
};

/** A relation is shown from both ends: one that is the wrong way round is wrong on two pages. */
export const relationOrder: Rule = {
  id: 'relation-order',
  level: 'warning',
  blocks: false,
  description:
    'An incident recurs, follows, or is caused by one that began before it, never by itself nor in a circle. Pages show each relation from both ends, so one that is the wrong way round is wrong twice.',
  bad: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05
related:
  - id: 2026-03-14-checkout-down
    how: recurrence-of`,
    'incidents/2026-03-14-checkout-down.md': 'title: A full disk stopped checkout',
  },
  good: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05`,
    'incidents/2026-03-14-checkout-down.md': `title: A full disk stopped checkout
related:
  - id: 2025-11-02-disk-full
    how: recurrence-of`,
  },
  *check({ incident, history }): Iterable<Finding> {
    for (const [index, entry] of incident.related.entries()) {
      const reason = reasons[entry.how];
      const other = findIncident(history, entry.id);
      const message =
        entry.id === incident.id
          ? 'This incident is related to itself'
          : !other || reason === undefined
            ? undefined
            : isLater(incident, other, entry.how)
              ? `\`${other.id}\` began later (${other.started.words}): ${reason}`
              : describeCircle(incident, other, history);
      if (message === undefined) continue;
      yield {
        path: ['related', index, 'id'],
        message,
        hint:
          entry.id === incident.id
            ? 'Remove it, or name the incident that is meant.'
            : 'Write the relation into the later of the two, as `how` reads: this one is a recurrence of that one.',
      };
    }
  },
};

/** Whether the other certainly began later than such a relation allows. A cause may hurt here before it hurts there. */
function isLater(incident: Incident, other: Incident, how: Relation['how']): boolean {
  const end = how === 'caused-by' ? incident.resolved : incident.started;
  return end !== undefined && isCertainlyBefore(end, other.started);
}

/** "`a` → `b` → `a`", where relations of which none is known to be wrong lead back; undefined where they do not. */
function describeCircle(incident: Incident, other: Incident, history: History): string | undefined {
  const from = new Map<Incident, Incident>([[other, incident]]);
  const queue = [other];
  for (const at of queue) {
    for (const [index, { id, how }] of at.related.entries()) {
      if (isDamaged(at, ['related', index])) continue;
      const next = findIncident(history, id);
      if (!next || next === at || reasons[how] === undefined || isLater(at, next, how)) continue;
      if (next === incident) {
        const way = [incident.id];
        for (let step: Incident | undefined = at; step; step = step === incident ? undefined : from.get(step))
          way.unshift(step.id);
        return `These relations lead back to where they began: ${way.map((one) => `\`${one}\``).join(' → ')}`;
      }
      if (!from.has(next)) {
        from.set(next, at);
        queue.push(next);
      }
    }
  }
  return undefined;
}
