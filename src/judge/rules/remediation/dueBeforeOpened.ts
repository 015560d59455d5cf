import { isDayBefore } from '../../../time/day.js';
import type { Rule } from '../../rule.js';
import { findFirstDay } from './itemDay.js';

/** Nothing is due before it was asked for; a slip in the year is the usual cause. */
export const dueBeforeOpened: Rule = {
  id: 'due-before-opened',
  level: 'warning',
  blocks: false,
  description:
    'An item is not due before it was opened, or, where nobody wrote when that was, before the incident began.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    state: done
    owner: kim
    opened: 2026-03-16
    due: 2026-01-31
    done: 2026-03-29`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    state: done
    owner: kim
    opened: 2026-03-16
    due: 2026-03-31
    done: 2026-03-29`,
  *check({ incident, document }) {
    for (const [index, item] of incident.remediation.entries()) {
      const first = item.due && findFirstDay(item, index, incident, document);
      if (!item.due || !first || !isDayBefore(item.due, first.day)) continue;
      yield {
        path: ['remediation', index, 'due'],
        message: `\`${item.id}\` was due (${item.due.words}) before ${first.what}`,
        hint: 'Correct the date: mostly it is the year. An item that is older than the incident has its own `opened`.',
      };
    }
  },
};
