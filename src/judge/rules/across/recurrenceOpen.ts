import { isEarlier, isSameAgain, listFixes } from '../../../model/figures/recurrence.js';
import type { History } from '../../../model/history.js';
import { findIncident } from '../../../model/historyIndex.js';
import type { Incident } from '../../../model/incident.js';
import { daysLate, isOpen, type RemediationItem } from '../../../model/remediationItem.js';
import type { Finding, Rule } from '../../rule.js';

/** The same disk twice, for the examples. */
const firstTime = `---
title: A full disk stopped the search
severity: minor
status: final
started: 2025-11-02 08:10
resolved: 2025-11-02 09:30
summary: Nothing was found for an hour, because a log had filled the disk.
impact: [{ service: search, level: outage }]
causes: [{ id: C1, kind: root, text: Nothing rotated the log. }]
remediation:
  - id: R1
    title: Rotate the log every night
    type: prevent
    owner: kim
    due: 2026-12-31`;

const secondTime = `---
title: A full disk stopped checkout
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: Checkout answered with errors for five hours, because a log had filled the disk.
impact: [{ service: checkout, level: outage }]
related: [{ id: 2025-11-02-disk-full, how: recurrence-of }]
---`;

/** What was promised after the first time, and is still open after the second, is what a manager must see first. */
export const recurrenceOpen: Rule = {
  id: 'recurrence-open',
  level: 'warning',
  blocks: false,
  description:
    'When an incident comes again, what was to prevent it the first time is done, or will not be. An item that addresses a cause of the earlier incident and is still open is told at the later one: it could have been avoided, and can happen a third time.',
  bad: {
    'incidents/2025-11-02-disk-full.md': `${firstTime}
    addresses: [C1]
---`,
    'incidents/2026-03-14-checkout-down.md': secondTime,
  },
  good: {
    'incidents/2025-11-02-disk-full.md': `${firstTime}
    addresses: [C1]
    state: done
    done: 2026-03-20
---`,
    'incidents/2026-03-14-checkout-down.md': secondTime,
  },
  *check({ incident, history }): Iterable<Finding> {
    const told = new Set<string>();
    for (const [index, { id, how }] of incident.related.entries()) {
      const other = findIncident(history, id);
      if (!other || !isSameAgain(how) || !isEarlier(other, incident)) continue;
      const open = listOpenFixes(other, incident, history).filter((item) => !told.has(item.globalId));
      if (open.length === 0) continue;
      for (const item of open) told.add(item.globalId);
      yield {
        path: ['related', index, 'id'],
        message: `What was promised against a cause of this is still open: ${listItems(open, history.asOf)}`,
        hint: 'Do it, or decide that it will not be done and say why; what is to be done in its stead goes under `superseded_by`.',
        related: open.map((item) => ({
          path: findIncident(history, item.incident)?.path ?? other.path,
          message: `promises ${item.id}, ${item.title}`,
        })),
      };
    }
  },
};

/**
 * What was promised against a cause of an earlier incident and is open; unless it stands in the later file itself: there it is a new
 * promise. What nobody follows up any more may long be done.
 */
function listOpenFixes(earlier: Incident, later: Incident, history: History): RemediationItem[] {
  return listFixes(earlier, history)
    .map(({ standing }) => standing)
    .filter((item) => isOpen(item) && item.lastTold === undefined && item.incident !== later.id);
}

function listItems(items: readonly RemediationItem[], asOf: string): string {
  const words = items.slice(0, 3).map((item) => {
    const late = daysLate(item, asOf);
    return `\`${item.globalId}\`, ${item.title}${late === 0 ? '' : ` (${late} ${late === 1 ? 'day' : 'days'} late)`}`;
  });
  const rest = items.length - words.length;
  return words.join('; ') + (rest > 0 ? `; and ${rest} more` : '');
}
