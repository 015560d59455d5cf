import { getAt } from '../../../validate/repair.js';
import type { Finding } from '../../rule.js';
import { createBodyRule } from './gateRule.js';
import { isHashed } from './headingShape.js';
import { findMissingSections } from './sectionMissing.js';

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
    // A list that is none, or an entry that is no text, has been told: what it names is not known.
    if (['sections', 'withheld'].some((list) => !isList(getAt(document.data, ['public', list])))) return;
    // Nor is a section asked for whose name was misspelt there: of that `section-missing` speaks.
    const meant = findMissingSections(incident, document).flatMap(({ near }) => near ?? []);
    const named = new Set([...publication.sections, ...publication.withheld, ...meant]);
    for (const { heading, headingRange } of document.sections) {
      if (heading === '' || named.has(heading)) continue;
      // What the line under it makes a heading was mostly to be none: of that `heading-shape` speaks.
      if (!isHashed(document, headingRange)) continue;
      yield {
        range: headingRange,
        message: `\`public\` names the section “${heading}” neither in \`sections\` nor in \`withheld\``,
        hint: 'Add it to `sections` if customers may read it, else to `withheld`.',
      };
    }
  },
});

const isList = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (Array.isArray(value) && value.every((entry) => typeof entry === 'string'));
