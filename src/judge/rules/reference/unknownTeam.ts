import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Teams are listed in `site.yaml`. Only a team that the file names itself is looked at: an owner's is in the settings. */
export const unknownTeam = createReferenceRule({
  id: 'unknown-team',
  what: 'team',
  home: '`teams` of site/site.yaml',
  one: 'an item is on the page of one team',
  description: 'The team of an item is listed in `site.yaml`, so that the item stands on that team’s page.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    team: storrage`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
    team: storage`,
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.team === undefined ? [] : [[['remediation', index, 'team'], item.team]],
    ),
  known: ({ history }) => createNamed(history.settings, 'teams'),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'teams'),
});
