import { isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import { listWords } from '../../../validate/suggestion.js';
import type { Rule } from '../../rule.js';

/** An item that is about no cause may be a good idea, but nobody can say what it is against. */
export const itemAimless: Rule = {
  id: 'item-aimless',
  level: 'info',
  blocks: false,
  description:
    'Where a report that is no draft names causes, an open item says which of them it is about. What finds something out or repairs what broke may be about none.',
  bad: `causes:
  - id: C1
    kind: root
    text: The log of the order database was never rotated.
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
    due: 2026-12-18`,
  good: `causes:
  - id: C1
    kind: root
    text: The log of the order database was never rotated.
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
    addresses: [C1]`,
  *check({ incident }) {
    const { causes, remediation, status, lastTold } = incident;
    if (status === 'draft' || lastTold !== undefined || causes.length === 0) return;
    const aimless = [...remediation.entries()].filter(([, item]) => needsAim(item));
    if (aimless.length > 1 && remediation.every((item) => item.addresses.length === 0)) {
      yield {
        path: ['remediation'],
        part: 'key',
        message: 'No item says which of the causes it is about',
        hint: 'Write `addresses: [C1]` with the ids of the causes, so that one can see which are left.',
      };
      return;
    }
    for (const [index, { id }] of aimless) {
      yield {
        path: ['remediation', index, 'id'],
        message: `\`${id}\` does not say which cause it is about`,
        hint: `Write \`addresses:\` with the id of a cause: ${listWords(causes.map((cause) => cause.id))}.`,
      };
    }
  },
};

function needsAim(item: RemediationItem): boolean {
  const mayHaveNone = item.type === 'investigate' || item.type === 'repair';
  return isOpen(item) && item.addresses.length === 0 && !mayHaveNone;
}
