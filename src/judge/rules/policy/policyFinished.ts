import type { Rule } from '../../rule.js';
import { findDeadline, findPolicies, findStrictest } from './demand.js';

/** What is not written down within days is forgotten. */
export const policyFinished: Rule = {
  id: 'policy-finished',
  level: 'warning',
  blocks: false,
  description:
    'A policy of `site.yaml` asks that the text is final within a time of `resolved`. Of a text that became final too late it is an info, whatever the policy’s level: nothing can mend it any more. A final text without `finished` is taken to be in time.',
  bad: {
    'site/site.yaml': `policies:
  - id: prompt-texts
    when: { severity: [minor] }
    require: { finished_within: 5bd }`,
    'incidents/2026-11-05-checkout-down.md': `---
title: Checkout was down
severity: minor
status: review
started: 2026-11-05 09:05
resolved: 2026-11-05 14:02
summary: The disk of the order database was full.
detection:
  by: monitoring
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
---`,
  },
  good: {
    'site/site.yaml': `policies:
  - id: prompt-texts
    when: { severity: [minor] }
    require: { finished_within: 5bd }`,
    'incidents/2026-11-05-checkout-down.md': `---
title: Checkout was down
severity: minor
status: final
finished: 2026-11-12
started: 2026-11-05 09:05
resolved: 2026-11-05 14:02
summary: The disk of the order database was full.
detection:
  by: monitoring
impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.
---`,
  },
  *check(subject) {
    const { incident, history } = subject;
    const { status, finished } = incident;
    // Final, and nobody wrote since when; or two things at once.
    if ((status === 'final') !== (finished !== undefined)) return;
    const deadlines = findPolicies(subject).map((policy) =>
      findDeadline(policy, policy.require.finished_within, 'resolved', subject),
    );
    const isLate = (day: string): boolean => (finished ? finished.first : history.asOf) > day;
    const missed = findStrictest(deadlines.filter((one) => one && isLate(one.day)));
    if (!missed) return;
    const { policy, day, reckoned } = missed;
    yield finished
      ? {
          path: ['finished'],
          level: 'info',
          policy: policy.id,
          message: `This text became final on ${finished.words}; \`${policy.id}\` asked for ${day} at the latest, ${reckoned}`,
          hint: 'Nothing mends this any more; if there was a reason, waive it with that.',
        }
      : {
          path: ['status'],
          level: policy.level,
          policy: policy.id,
          message: `\`status\` is still \`${status}\`; \`${policy.id}\` asks for a final text by ${day}, ${reckoned}`,
          hint: 'Finish it, and write `status: final` and `finished:` with the day; or waive this with a reason.',
        };
  },
};
