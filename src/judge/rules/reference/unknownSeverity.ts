import { createNamed } from '../../../settings/namedList.js';
import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Severities are listed in `site.yaml`, worst first. */
export const unknownSeverity = createReferenceRule({
  id: 'unknown-severity',
  what: 'severity',
  home: '`severities` of site/site.yaml',
  one: 'an incident has one severity',
  description: 'A severity is one of those in `site.yaml`, where it has the label that customers read.',
  bad: 'severity: mnior',
  good: 'severity: minor',
  references: ({ incident }) =>
    incident.severityId === undefined ? [] : [[['severity'], incident.severityId]],
  known: ({ history }) => createNamed(history.settings, 'severities'),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'severities'),
});
