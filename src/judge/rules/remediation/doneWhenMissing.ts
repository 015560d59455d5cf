import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';

/** For what matters most, two people should agree on when it is done. */
export const doneWhenMissing: Rule = {
  id: 'done-when-missing',
  level: 'info',
  blocks: false,
  description:
    'An open item of the two highest priorities of `site.yaml` (of the highest, where there are only two) says how one can tell that it is done. Drafts are left in peace.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    priority: P1
    owner: kim
    due: 2026-12-18`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    priority: P1
    owner: kim
    due: 2026-12-18
    done_when: In a drill the alert rings before the volume is four fifths full.`,
  *check({ incident, history }) {
    const { priorities } = history.settings;
    const top = new Set(priorities.slice(0, priorities.length > 2 ? 2 : 1));
    if (incident.status === 'draft' || incident.lastTold !== undefined) return;
    for (const [index, item] of incident.remediation.entries()) {
      if (!isOpen(item) || item.done_when !== undefined) continue;
      if (item.priority === undefined || !top.has(item.priority)) continue;
      yield {
        path: ['remediation', index, 'priority'],
        message: `\`${item.id}\` is \`${item.priority}\`, and does not say how one can tell that it is done`,
        hint: 'Write `done_when:` with something to be seen or measured, e.g. what a drill or a test will show.',
      };
    }
  },
};
