import { findIncident } from '../across/relationOrder.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** An item that was superseded leads to the one that took its place. */
export const unknownItem = createReferenceRule({
  id: 'unknown-item',
  what: 'remediation item',
  home: 'this history',
  description:
    'The item that superseded another one exists, in this file (`R2`) or in another (`<incident id>#R2`), so that a promise can be followed to where it went.',
  bad: `remediation:
  - id: R1
    title: Alert on every volume
    type: detect
    state: superseded
    superseded_by: R3
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  good: `remediation:
  - id: R1
    title: Alert on every volume
    type: detect
    state: superseded
    superseded_by: R2
  - id: R2
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  references: ({ incident, history }) =>
    incident.remediation.flatMap((item, index) => {
      if (item.supersededBy === undefined) return [];
      // A file that could not be read, or only in part, may well hold the item.
      const [id = ''] = item.supersededBy.split('#');
      const other = findIncident(history, id);
      const unread = other ? isListDamaged(other.damaged, 'remediation') : history.ids.has(id);
      return unread ? [] : [[['remediation', index, 'superseded_by'], item.supersededBy]];
    }),
  known: ({ history }) => history.incidents.flatMap((one) => one.remediation.map((item) => item.globalId)),
  isUnread: () => false,
});
