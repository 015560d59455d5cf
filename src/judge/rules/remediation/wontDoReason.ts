import type { Rule } from '../../rule.js';

/** Customers who were promised something may know why it does not come. */
export const wontDoReason: Rule = {
  id: 'wont-do-reason',
  level: 'warning',
  blocks: false,
  description: 'An item that will not be done says why.',
  bad: `remediation:
  - id: R1
    title: Move the orders to a database that grows by itself
    type: prevent
    state: wont-do`,
  good: `remediation:
  - id: R1
    title: Move the orders to a database that grows by itself
    type: prevent
    state: wont-do
    reason: The alert leaves us two days to add a disk, and the move would cost a weekend of downtime.`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      if (item.state !== 'wont-do' || item.reason !== undefined) continue;
      yield {
        path: ['remediation', index, 'state'],
        message: `\`${item.id}\` will not be done, and nobody wrote why`,
        hint: 'Write `reason:` with a sentence; where the item is shown, so is the reason.',
      };
    }
  },
};
