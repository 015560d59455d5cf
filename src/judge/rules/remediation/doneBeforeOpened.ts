import { isDayBefore } from '../../../time/day.js';
import type { Rule } from '../../rule.js';
import { findFirstDay } from './itemDay.js';

/** Nothing is done before it was begun, nor looked at before it was done. */
export const doneBeforeOpened: Rule = {
  id: 'done-before-opened',
  level: 'warning',
  blocks: false,
  description:
    'An item was not done before it was opened, or, where nobody wrote when that was, before the incident began; and it was verified after it was done.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    state: done
    owner: kim
    opened: 2026-03-16
    due: 2026-03-31
    done: 2025-03-29`,
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
      if (item.done === undefined || item.done === 'unknown') continue;
      const first = findFirstDay(item, index, incident, document);
      if (first && isDayBefore(item.done, first.day)) {
        yield {
          path: ['remediation', index, 'done'],
          message: `\`${item.id}\` was done (${item.done.words}) before ${first.what}`,
          hint: 'Correct one of the two dates. What was done before anybody wrote it down was opened on the day it was done.',
        };
      }
      if (item.verified && isDayBefore(item.verified.date, item.done.first)) {
        yield {
          path: ['remediation', index, 'verified', 'date'],
          message: `\`${item.id}\` was verified (${item.verified.date.words}) before it was done (${item.done.words})`,
          hint: 'Correct one of the two dates.',
        };
      }
    }
  },
};
