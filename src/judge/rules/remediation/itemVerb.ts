import { isOpen } from '../../../model/remediationItem.js';
import type { Rule } from '../../rule.js';
import { isNoImperative } from './imperative.js';

/** An item is something to do, and a verb says what. */
export const itemVerb: Rule = {
  id: 'item-verb',
  level: 'info',
  blocks: false,
  description:
    'The title of an open item begins with a verb, as a request does: “Alert on …”, “Rotate …”. Said only where the first word certainly is none.',
  bad: `remediation:
  - id: R1
    title: The rotation of the log, every hour
    type: prevent
    owner: kim
    due: 2026-12-11`,
  good: `remediation:
  - id: R1
    title: Rotate the log every hour
    type: prevent
    owner: kim
    due: 2026-12-11`,
  *check({ incident }) {
    if (incident.lastTold !== undefined) return;
    for (const [index, item] of incident.remediation.entries()) {
      if (!isOpen(item) || !isNoImperative(item.title)) continue;
      const first = /^\S+/.exec(item.title)?.[0] ?? item.title;
      yield {
        path: ['remediation', index, 'title'],
        within: [0, first.length],
        message: `The title of \`${item.id}\` begins with “${first}”, not with what is to be done`,
        hint: 'Write what will be done, as a request: “Alert on …”, “Limit …”, “Refuse …”.',
      };
    }
  },
};
