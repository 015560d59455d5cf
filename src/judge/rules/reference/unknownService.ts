import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Impact is on services that have a page. */
export const unknownService = createReferenceRule({
  id: 'unknown-service',
  what: 'service',
  home: '`services` of site/site.yaml',
  one: 'an entry of `impact` is about one service: write an entry for each',
  description:
    'The services of `impact` are listed in `site.yaml`. Each has a page and a figure of its own there, which a misspelt name would be missing from.',
  bad: `impact:
  - service: chekout
    level: outage
    affected: Every customer; 1,200 orders were lost.`,
  good: `impact:
  - service: checkout
    level: outage
    affected: Every customer; 1,200 orders were lost.`,
  references: ({ incident }) =>
    incident.impact.map((entry, index) => [['impact', index, 'service'], entry.service]),
  known: ({ history }) => createNamed(history.settings, 'services'),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'services'),
});
