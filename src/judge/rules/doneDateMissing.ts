import type { Rule } from '../rule.js';

/** Without the day nobody can say whether it was in time. */
export const doneDateMissing: Rule = {
  id: 'done-date-missing',
  level: 'warning',
  blocks: false,
  description: 'An item that is done says when; `unknown` says that nobody knows.',
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
