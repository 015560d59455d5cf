import type { Rule } from '../../rule.js';

/** Ids of causes and items are how other places name them. */
export const duplicateEntry: Rule = {
  id: 'duplicate-entry',
  level: 'error',
  blocks: true,
  description:
    'The ids of causes, and those of remediation items, are unique within a file: they are how other places name them.',
  bad: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
  - id: R1
    title: Move the logs to a volume of their own
    type: prevent
    owner: kim
    due: 2026-12-31`,
  good: `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    owner: kim
    due: 2026-12-31
  - id: R2
    title: Move the logs to a volume of their own
    type: prevent
    owner: kim
    due: 2026-12-31`,
  *check({ incident }) {
    for (const list of ['causes', 'remediation'] as const) {
      const seen = new Set<string>();
      for (const [index, { id }] of incident[list].entries()) {
        if (seen.has(id)) {
          yield {
            path: [list, index, 'id'],
            message: `The id \`${id}\` stands twice in \`${list}\``,
            hint: 'Give the later one a number that was never used in this file.',
          };
        }
        seen.add(id);
      }
    }
  },
};
