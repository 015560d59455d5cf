import type { Finding, Rule } from '../../rule.js';
import { compareIncidents } from '../../../model/history.js';
import { findIncident } from '../../../model/historyIndex.js';
import { isDamaged } from '../../../model/incident.js';

/** Pages show each relation from both ends: written once, it is on both pages. */
export const relationTwice: Rule = {
  id: 'relation-twice',
  level: 'info',
  blocks: false,
  description:
    'A relation is written once. Pages show it from both ends, so the other file need not say it too, and the two cannot come to differ.',
  bad: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05
related:
  - id: 2026-03-14-checkout-down
    how: same-cause`,
    'incidents/2026-03-14-checkout-down.md': `title: A full disk stopped checkout
related:
  - id: 2025-11-02-disk-full
    how: same-cause`,
  },
  good: {
    'incidents/2025-11-02-disk-full.md': `title: A full disk stopped the search
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05`,
    'incidents/2026-03-14-checkout-down.md': `title: A full disk stopped checkout
related:
  - id: 2025-11-02-disk-full
    how: same-cause`,
  },
  *check({ incident, history }): Iterable<Finding> {
    for (const [index, { id, how }] of incident.related.entries()) {
      if (id === undefined) continue;
      const first = incident.related.findIndex((one) => one.id === id && one.how === how);
      const other = findIncident(history, id);
      // The older file could not know of the newer when it was written: what was added to it is what may go.
      const isTold =
        other !== undefined &&
        how === 'same-cause' &&
        compareIncidents(other, incident) < 0 &&
        other.related.some(
          (one, at) => one.id === incident.id && one.how === how && !isDamaged(other, ['related', at]),
        );
      if (first === index && !isTold) continue;
      yield {
        path: ['related', index],
        message:
          first < index
            ? `This relation to \`${id}\` stands here twice`
            : `\`${id}\` says this as well, and pages show a relation from both ends`,
        hint: first < index ? 'Remove one of the two.' : 'It may be removed here.',
        ...(first < index || !other
          ? {}
          : { related: [{ path: other.path, message: 'names this incident under `related`' }] }),
      };
    }
  },
};
