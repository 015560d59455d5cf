import { spellWhen } from '../../../time/spellWhen.js';
import type { Finding } from '../../rule.js';
import { isShownEntry, namedParts } from '../../visibility.js';
import { createGateRule } from './gateRule.js';

/**
 * `mitigated` and `resolved` are always public, `detected` with `detection`. Where they are left to the timeline, an
 * entry that is withheld would tell its time all the same.
 */
export const milestoneWithheld = createGateRule({
  id: 'milestone-withheld',
  description:
    'A public time is not taken from a withheld entry of the timeline. `mitigated` and `resolved` are always public, and `detected` with `detection`; where they are left to the timeline, such an entry would tell its time all the same.',
  bad: `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 18:00
finished: 2026-03-18
summary: The disk of the order database was full for five hours.
detection:
  by: monitoring
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
timeline:
  - at: 2026-03-14 09:40
    kind: detected
    text: An alert on lost orders.
  - at: 2026-03-14 14:02
    kind: mitigated
    text: We delete a log that was to be rotated in January.
    internal: true
public:
  since: 2026-03-20
  show: [summary, impact]
---`,
  good: `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00
finished: 2026-03-18
summary: The disk of the order database was full for five hours.
detection:
  by: monitoring
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
timeline:
  - at: 2026-03-14 09:40
    kind: detected
    text: An alert on lost orders.
  - at: 2026-03-14 14:02
    kind: mitigated
    text: We delete a log that was to be rotated in January.
    internal: true
public:
  since: 2026-03-20
  show: [summary, impact]
---`,
  *check({ incident }): Iterable<Finding> {
    for (const name of ['detected', 'mitigated', 'resolved'] as const) {
      const index = incident.implied[name];
      const when = incident[name];
      if (index === undefined || !when || (name === 'detected' && !namedParts(incident).has('detection')))
        continue;
      const entry = incident.timeline[index];
      if (!entry || isShownEntry(entry)) continue;
      yield {
        path: ['timeline', index],
        message: `\`${name}\` is public, and comes from this entry, which is withheld`,
        hint: `If customers may know the time, write \`${name}: ${spellWhen(when)}\` at the top of the file; else a vaguer one, e.g. its day.`,
      };
    }
  },
});
