import { isListDamaged } from '../../../validate/repair.js';
import { createReferenceRule } from './reference.js';

/** Severities are listed in `site.yaml`, worst first. */
export const unknownSeverity = createReferenceRule({
  id: 'unknown-severity',
  what: 'severity',
  home: '`severities` of site/site.yaml',
  description: 'A severity is one of those in `site.yaml`, where it has the label that customers read.',
  bad: 'severity: mnior',
  good: 'severity: minor',
  references: ({ incident }) =>
    incident.severityId === undefined ? [] : [[['severity'], incident.severityId]],
  known: ({ history }) => history.settings.severities.map((severity) => severity.id),
  isUnread: ({ history }) => isListDamaged(history.settings.damaged, 'severities'),
});
