import { isDayBefore } from '../../../time/day.js';
import type { Rule } from '../../rule.js';

/** The first of the earlier due dates is what was promised; in another order pages would show another promise. */
export const movedOrder: Rule = {
  id: 'moved-order',
  level: 'warning',
  blocks: false,
  description:
    'The earlier due dates of an item stand in `moved` from the oldest to the latest, by the days on which they were moved; and each move leads to another date.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    moved:
      - from: 2026-09-30
        date: 2026-09-21
      - from: 2026-05-29
        date: 2026-05-18`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    moved:
      - from: 2026-05-29
        date: 2026-05-18
      - from: 2026-09-30
        date: 2026-09-21`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      for (const [at, { from, date }] of item.moved.entries()) {
        const path = ['remediation', index, 'moved', at];
        const before = item.moved[at - 1];
        if (date && before?.date && isDayBefore(date, before.date.first)) {
          yield {
            path: [...path, 'date'],
            message: `A date was moved on ${date.words}, and stands behind one that was moved on ${before.date.words}`,
            hint: 'Put the oldest first: the first `from` is the day that was promised.',
          };
        }
        const next = item.moved[at + 1]?.from ?? item.due;
        if (next && next.first === from.first && next.last === from.last) {
          yield {
            path: [...path, 'from'],
            message: `A date was moved from ${from.words} to the same day`,
            hint: '`from` is the due date before the move; the date after it stands in the next entry, or in `due`.',
          };
        }
      }
    }
  },
};
