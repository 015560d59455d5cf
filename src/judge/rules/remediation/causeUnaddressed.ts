import { needsItem } from '../../../model/figures/causeCover.js';
import type { Rule } from '../../rule.js';

/**
 * A cause that no item is about will be the cause of the next one. What set an incident off may be left, as long as
 * something deeper is named: the next trigger will be another. Where no item names any cause, `item-aimless` says so.
 */
export const causeUnaddressed: Rule = {
  id: 'cause-unaddressed',
  level: 'warning',
  blocks: false,
  description:
    'Where the items of a report that is no draft say which causes they are about, each cause has one that is about it: each root cause, whatever contributed, and a trigger that stands alone. What kept things from being worse needs none.',
  bad: `causes:
  - id: C1
    kind: root
    text: The log of the order database was never rotated.
  - id: C2
    kind: contributing
    text: The alert on free space watched the wrong volume.
remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    addresses: [C1]`,
  good: `causes:
  - id: C1
    kind: root
    text: The log of the order database was never rotated.
  - id: C2
    kind: contributing
    text: The alert on free space watched the wrong volume.
remediation:
  - id: R1
    title: Rotate the log of the order database every hour
    type: prevent
    owner: kim
    due: 2026-12-11
    addresses: [C1]
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-18
    addresses: [C2]`,
  *check({ incident }) {
    // What another company left open cannot be mended where its report is retold.
    if (incident.status === 'draft' || incident.lastTold !== undefined) return;
    const addressed = new Set(incident.remediation.flatMap((item) => item.addresses));
    if (addressed.size === 0) return;
    for (const [index, cause] of incident.causes.entries()) {
      if (addressed.has(cause.id) || !needsItem(cause, incident)) continue;
      yield {
        path: ['causes', index, 'id'],
        message: `No item is about \`${cause.id}\`, ${cause.kind === 'trigger' ? 'the trigger' : `a ${cause.kind} cause`}`,
        hint: `Write \`${cause.id}\` into \`addresses\` of the item that is, or add one. If it is to stay as it is, waive this with the reason.`,
      };
    }
  },
};
