import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Priorities are listed in order, so that items can be sorted. */
export const unknownPriority = createReferenceRule({
  id: 'unknown-priority',
  what: 'priority',
  home: '`priorities` of site/site.yaml',
  description:
    'The priority of an item is listed in `site.yaml`, most urgent first, so that items can be sorted.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    priority: high`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    priority: P2`,
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.priority === undefined ? [] : [[['remediation', index, 'priority'], item.priority]],
    ),
  known: ({ history }) => createNamed(history.settings, 'priorities'),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'priorities'),
});
