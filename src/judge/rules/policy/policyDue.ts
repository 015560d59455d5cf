import { isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import { isDayAfter } from '../../../time/day.js';
import type { IsoDay } from '../../../time/isoDay.js';
import type { Rule } from '../../rule.js';
import { findDeadline, findPolicies, findStrictest, isAsked } from './demand.js';

/** A promise for next year is none. */
export const policyDue: Rule = {
  id: 'policy-due',
  level: 'warning',
  blocks: false,
  description:
    'A policy of `site.yaml` asks that items are due within a time of `started`, `resolved` or `public.since`. A month, a quarter or a year counts by its last day; a beginning that is only roughly known by the latest day it may lie on. Drafts, items that are no longer open, and items that were only opened after that day are not asked.',
  bad: {
    'site/site.yaml': `policies:
  - preset: pagerduty
    severity: [minor]`,
    'incidents/2026-11-16-checkout-down.md': `started: 2026-11-16 09:05
detected: 2026-11-16 09:40
mitigated: 2026-11-16 14:02
resolved: 2026-11-16 18:00
finished: 2026-11-20
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2027-Q1`,
  },
  good: {
    'site/site.yaml': `policies:
  - preset: pagerduty
    severity: [minor]`,
    'incidents/2026-11-16-checkout-down.md': `started: 2026-11-16 09:05
detected: 2026-11-16 09:40
mitigated: 2026-11-16 14:02
resolved: 2026-11-16 18:00
finished: 2026-11-20
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-11`,
  },
  *check(subject) {
    const { incident, history } = subject;
    if (incident.status === 'draft') return;
    const policies = findPolicies(subject);
    for (const [index, item] of incident.remediation.entries()) {
      const { due } = item;
      if (!due || !isOpen(item)) continue;
      const deadline = findStrictest(
        policies
          .filter((policy) => isAsked(policy, item))
          .map((policy) => {
            const { due_within: limit, from = 'resolved' } = policy.require.remediation ?? {};
            const found = findDeadline(policy, limit, from, subject);
            return found && due.last > found.day && !isOpenedAfter(item, found.day) ? found : undefined;
          }),
      );
      if (!deadline) continue;
      const { policy, day, reckoned } = deadline;
      yield {
        path: ['remediation', index, 'due'],
        level: policy.level,
        policy: policy.id,
        message: `\`${item.id}\` is due ${due.words}; \`${policy.id}\` asks for ${day} at the latest, ${reckoned}`,
        hint: `${day < history.asOf ? 'That day has passed: finish it' : 'Bring it forward'}, or waive this with a reason.${
          due.precision === 'day' ? '' : ` ${due.words} counts by its last day, ${due.last}.`
        }`,
      };
    }
  },
};

/** Whether an item was only written down when a deadline had passed: it could not have been due in time. */
function isOpenedAfter({ opened }: RemediationItem, day: IsoDay): boolean {
  return opened !== undefined && isDayAfter(opened, day);
}
