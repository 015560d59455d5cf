import { createReferenceRule } from './reference.js';

/** Priorities are listed in order, so that items can be sorted. */
export const unknownPriority = createReferenceRule({
  id: 'unknown-priority',
  what: 'priority',
  home: '`priorities` of site/site.yaml',
  description: 'The priority of an item is listed in `site.yaml`.',
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.priority === undefined ? [] : [[['remediation', index, 'priority'], item.priority]],
    ),
  known: ({ history }) => history.settings.priorities,
});
