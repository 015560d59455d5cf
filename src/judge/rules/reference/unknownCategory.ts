import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Categories are listed once, so that causes can be counted. */
export const unknownCategory = createReferenceRule({
  id: 'unknown-category',
  what: 'category',
  home: '`categories` of site/site.yaml',
  one: 'a cause has one category',
  description: 'The category of a cause is listed in `site.yaml`, so that causes can be counted.',
  bad: `causes:
  - id: C1
    kind: trigger
    category: disk
    text: A log that should have been rotated filled the disk.
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    addresses: [C1]`,
  good: `causes:
  - id: C1
    kind: trigger
    category: capacity
    text: A log that should have been rotated filled the disk.
remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    addresses: [C1]`,
  references: ({ incident }) =>
    incident.causes.flatMap((cause, index) =>
      cause.category === undefined ? [] : [[['causes', index, 'category'], cause.category]],
    ),
  known: ({ history }) => createNamed(history.settings, 'categories'),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'categories'),
});
