import type { Rule } from '../../rule.js';

/** What every reader looks for first. */
export const partMissing: Rule = {
  id: 'part-missing',
  level: 'error',
  blocks: false,
  easesInDrafts: true,
  description:
    'An incident has a severity, a summary and an impact. A draft may still lack them; a near miss and maintenance that went well have no impact, and such maintenance has no severity.',
  bad: `---
title: Search was slow
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
impact:
  - service: search
    level: degraded
---`,
  good: `---
title: Search was slow
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: Searches took ten seconds, because an index was rebuilt in the daytime.
impact:
  - service: search
    level: degraded
---`,
  *check({ incident }) {
    const hurt = incident.kind === 'incident' || incident.kind === 'security';
    const isRated = incident.kind !== 'maintenance' || incident.impact.length > 0;
    const missing = [
      incident.severityId === undefined && isRated && 'severity',
      incident.summary === undefined && 'summary',
      incident.impact.length === 0 && hurt && 'impact',
    ];
    for (const part of missing) {
      if (part === false) continue;
      yield {
        path: [part],
        part: 'key',
        // How bad a near miss could have been is a guess.
        ...(part === 'severity' && incident.kind === 'near-miss' ? { level: 'warning' as const } : {}),
        message: `There is no \`${part}\``,
        hint:
          incident.status === 'draft'
            ? 'It is owed before the text is final.'
            : 'Write it, or set `status: draft`.',
      };
    }
  },
};
