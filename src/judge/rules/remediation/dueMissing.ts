import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';

/** A promise without a date cannot be kept late, nor in time. */
export const dueMissing: Rule = {
  id: 'due-missing',
  level: 'warning',
  blocks: false,
  description: 'An item that is not done has a day on which it is due; a month, a quarter or a year will do.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-Q4`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      if (!isOpen(item) || item.due !== undefined) continue;
      yield {
        path: ['remediation', index, 'due'],
        message: `\`${item.id}\` has no due date`,
        hint: 'Write `due:` with a day, a month or a quarter, e.g. `due: 2026-Q4`, or waive it with a reason.',
      };
    }
  },
};
