import type { Finding } from '../../rule.js';
import { createBodyRule } from './gateRule.js';

/** A section that nobody has decided on. In a draft, of whose body nothing is public, that may wait. */
export const sectionUnlisted = createBodyRule({
  id: 'section-unlisted',
  description:
    'Every section of a public incident is named in `sections` or in `withheld`. So a section that somebody adds later is published only when somebody has decided that it is.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

A log that should have been rotated filled the disk.

## Notes for ourselves

The same disk was nearly full in January.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes for ourselves]
---

## What happened

A log that should have been rotated filled the disk.

## Notes for ourselves

The same disk was nearly full in January.`,
  *check({ incident, document }): Iterable<Finding> {
    const { publication } = incident;
    if (incident.status === 'draft' || !publication) return;
    const named = new Set([...publication.sections, ...publication.withheld]);
    for (const { heading, headingRange } of document.sections) {
      if (heading === '' || named.has(heading)) continue;
      yield {
        range: headingRange,
        message: `\`public\` names the section “${heading}” neither in \`sections\` nor in \`withheld\``,
        hint: 'Add it to `sections` if customers may read it, else to `withheld`.',
      };
    }
  },
});
