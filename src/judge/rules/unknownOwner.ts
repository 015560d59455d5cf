import { createReferenceRule } from './reference.js';

/** An item belongs to somebody who exists. */
export const unknownOwner = createReferenceRule({
  id: 'unknown-owner',
  what: 'person or team',
  home: '`people` and `teams` of site/site.yaml',
  description: 'An owner is one person or team of `site.yaml`.',
  references: ({ incident }) =>
    incident.remediation.flatMap((item, index) =>
      item.owner === undefined ? [] : [[['remediation', index, 'owner'], item.owner]],
    ),
  known: ({ history }) => [...history.settings.people, ...history.settings.teams].map((one) => one.id),
});
