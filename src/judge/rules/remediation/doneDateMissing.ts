import type { Rule } from '../../rule.js';

/** Without the day nobody can say whether it was in time. */
export const doneDateMissing: Rule = {
  id: 'done-date-missing',
  level: 'warning',
  blocks: false,
  description: 'An item that is done says when; `unknown` says that nobody knows.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-03-31
    state: done`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-03-31
    state: done
    done: 2026-03-29`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      if (item.state !== 'done' || item.done !== undefined) continue;
      yield {
        path: ['remediation', index, 'done'],
        message: `\`${item.id}\` is done, but nobody wrote when`,
        hint: 'Write `done:` with the day, or `done: unknown`.',
      };
    }
  },
};
