import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';

/** What nobody owns, nobody does. */
export const ownerMissing: Rule = {
  id: 'owner-missing',
  level: 'warning',
  blocks: false,
  description: 'An item that is not done has one owner: a person or a team.',
  bad: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    due: 2026-12-11`,
  good: `remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      if (!isOpen(item) || item.owner !== undefined) continue;
      yield {
        path: ['remediation', index, 'owner'],
        message: `\`${item.id}\` has no owner`,
        hint: 'Write `owner:` with a person or team of site/site.yaml, or waive it with a reason.',
      };
    }
  },
};
