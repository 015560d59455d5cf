import { findLinkedIncident } from './linkBroken.js';
import { asNamed, createReferenceRule } from './reference.js';

/** A relation leads to a page. */
export const unknownIncident = createReferenceRule({
  id: 'unknown-incident',
  what: 'incident',
  home: 'incidents/',
  description: 'Related incidents are files of this history, by the names of the files without `.md`.',
  bad: {
    'incidents/2026-03-14-checkout-down.md': `related:
  - id: 2025-11-02-disc-full
    how: recurrence-of`,
    'incidents/2025-11-02-disk-full.md': `title: The disk of the orders was full
started: 2025-11-02 10:00
detected: 2025-11-02 10:10
mitigated: 2025-11-02 11:00
resolved: 2025-11-02 11:30
finished: 2025-11-05`,
  },
  good: {
    'incidents/2026-03-14-checkout-down.md': `related:
  - id: 2025-11-02-disk-full
    how: recurrence-of`,
    'incidents/2025-11-02-disk-full.md': `title: The disk of the orders was full
started: 2025-11-02 10:00
detected: 2025-11-02 10:10
mitigated: 2025-11-02 11:00
resolved: 2025-11-02 11:30
finished: 2025-11-05`,
  },
  references: ({ incident }) =>
    incident.related.flatMap((entry, index) =>
      entry.id === undefined ? [] : [[['related', index, 'id'], entry.id]],
    ),
  known: ({ history }) => asNamed(history.ids),
  ids: ({ history }) => history.ids,
  strip: (name) => findLinkedIncident(name) ?? name,
  isUnread: () => false,
});
