import { isListDamaged } from '../../../validate/repair.js';
import { asNamed, createReferenceRule } from './reference.js';

/** An item says which cause it is about. */
export const unknownCause = createReferenceRule({
  id: 'unknown-cause',
  what: 'cause',
  home: '`causes` of this file',
  one: 'each has an entry of its own in the list',
  description: 'The causes that an item addresses stand in the same file.',
  bad: `causes:
  - id: C1
    kind: trigger
    text: A log that should have been rotated filled the disk.
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    addresses: [C1, C2]`,
  good: `causes:
  - id: C1
    kind: trigger
    text: A log that should have been rotated filled the disk.
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    addresses: [C1]`,
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.addresses.map((id, place) => [['remediation', index, 'addresses', place], id]),
    ),
  known: ({ incident }) => asNamed(incident.causes.map((cause) => cause.id)),
  isUnread: ({ incident }) => isListDamaged(incident.damaged, 'causes'),
});
