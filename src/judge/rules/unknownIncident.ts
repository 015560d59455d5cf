import { createReferenceRule } from './reference.js';

/** A relation leads to a page. */
export const unknownIncident = createReferenceRule({
  id: 'unknown-incident',
  what: 'incident',
  home: 'incidents/',
  description: 'Related incidents are files of this history.',
  references: ({ incident }) =>
    incident.related.flatMap((entry, index) =>
      entry.id === undefined ? [] : [[['related', index, 'id'], entry.id]],
    ),
  known: ({ history }) => history.ids,
});
