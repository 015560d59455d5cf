import type { Rule } from '../../rule.js';

/** Without the other item a promise is only gone. */
export const supersededByMissing: Rule = {
  id: 'superseded-by-missing',
  level: 'warning',
  blocks: false,
  description: 'An item that another took the place of says which one.',
  bad: `remediation:
  - id: R1
    title: Alert when the disk of the order database is full
    type: detect
    state: superseded
  - id: R2
    title: Alert when any disk is four fifths full
    type: detect
    owner: kim
    due: 2026-12-18`,
  good: `remediation:
  - id: R1
    title: Alert when the disk of the order database is full
    type: detect
    state: superseded
    superseded_by: R2
  - id: R2
    title: Alert when any disk is four fifths full
    type: detect
    owner: kim
    due: 2026-12-18`,
  *check({ incident }) {
    for (const [index, item] of incident.remediation.entries()) {
      if (item.state !== 'superseded' || item.supersededBy !== undefined) continue;
      yield {
        path: ['remediation', index, 'state'],
        message: `\`${item.id}\` is superseded, but not by which item`,
        hint: 'Write `superseded_by: R2`, or `<incident id>#R2` for an item of another file. If nothing took its place, it is `wont-do`, with a `reason`.',
      };
    }
  },
};
