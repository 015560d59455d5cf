import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** An item belongs to somebody who exists. */
export const unknownOwner = createReferenceRule({
  id: 'unknown-owner',
  what: 'person or team',
  home: '`people` and `teams` of site/site.yaml',
  one: 'an item has one owner, who sees to it that it is done',
  description:
    'An owner is one person or team of `site.yaml`. An item that belongs to nobody who exists is on nobody’s list.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kin
    due: 2026-12-31`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31`,
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.owner === undefined ? [] : [[['remediation', index, 'owner'], item.owner]],
    ),
  known: ({ history: { settings } }) => [
    ...createNamed(settings, 'people'),
    ...createNamed(settings, 'teams'),
  ],
  isUnread: ({ history }) =>
    isListDamaged(history.settings.damaged, 'people') || isListDamaged(history.settings.damaged, 'teams'),
});
