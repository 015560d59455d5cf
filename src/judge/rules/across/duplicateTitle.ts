import type { History } from '../../../model/history.js';
import { foldTitle } from '../../../model/foldedTitle.js';
import { isDamaged, type Incident } from '../../../model/incident.js';
import { publicTitle } from '../../visibility.js';
import type { Rule } from '../../rule.js';

/** In a list, a feed and a search result an incident is little more than its title. */
export const duplicateTitle: Rule = {
  id: 'duplicate-title',
  level: 'warning',
  blocks: false,
  description:
    'No two incidents have titles that differ in case, spaces and punctuation alone: in lists, feeds and search results customers would take one for the other. Maintenance may repeat itself, and what was imported keeps the words in which it was told.',
  bad: {
    'incidents/2025-11-02-checkout-down.md': `title: Checkout was down
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05`,
    'incidents/2026-03-14-checkout-down.md': 'title: Checkout was down!',
  },
  good: {
    'incidents/2025-11-02-checkout-down.md': `title: Checkout was down
started: 2025-11-02 08:10
detected: 2025-11-02 08:20
mitigated: 2025-11-02 08:55
resolved: 2025-11-02 09:30
finished: 2025-11-05`,
    'incidents/2026-03-14-checkout-down.md':
      'title: Checkout was down for five hours after a disk had filled',
  },
  *check({ incident, history }) {
    const other = findOlder(history).get(incident);
    if (!other || incident.origin !== undefined || other.origin !== undefined) return;
    if (incident.kind === 'maintenance' && other.kind === 'maintenance') return;
    const isOwn = incident.publication?.title === undefined;
    yield {
      path: isOwn ? ['title'] : ['public', 'title'],
      message: `\`${other.id}\` has the same title: \`${publicTitle(other)}\``,
      hint: 'Say what was different this time: which customers, which part, what it came from, or that it came again.',
      related: [{ path: other.path, message: 'has the same title' }],
    };
  },
};

const older = new WeakMap<History, Map<Incident, Incident>>();

/** For each incident the next older one whose title is alike. */
function findOlder(history: History): Map<Incident, Incident> {
  const known = older.get(history);
  if (known) return known;
  const found = new Map<Incident, Incident>();
  const last = new Map<string, Incident>();
  // The newest stand first.
  for (const incident of history.incidents.toReversed()) {
    // A title that could not be read is one that nobody gave it.
    if (['title', 'public', 'kind', 'origin'].some((key) => isDamaged(incident, [key]))) continue;
    const title = foldTitle(publicTitle(incident));
    const before = last.get(title);
    // A title without a letter says nothing that could be mistaken.
    if (before && title !== '') found.set(incident, before);
    last.set(title, incident);
  }
  older.set(history, found);
  return found;
}
