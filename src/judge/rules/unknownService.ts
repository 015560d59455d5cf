import { createReferenceRule } from './reference.js';

/** Impact is on services that have a page. */
export const unknownService = createReferenceRule({
  id: 'unknown-service',
  what: 'service',
  home: '`services` of site/site.yaml',
  description: 'The services of `impact` are listed in `site.yaml`.',
  references: ({ incident }) =>
    incident.impact.map((entry, index) => [['impact', index, 'service'], entry.service]),
  known: ({ history }) => history.settings.services.map((service) => service.id),
});
