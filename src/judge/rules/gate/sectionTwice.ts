import { createPlacer } from '../../../diagnostic/place.js';
import type { Finding } from '../../rule.js';
import { createBodyRule } from './gateRule.js';
import { foldText } from './internalWord.js';

/** Two sections that one name could mean. */
export const sectionTwice = createBodyRule({
  id: 'section-twice',
  description:
    'No two sections have headings that look alike. A name in `public` means exactly one of them, and nobody could tell which.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

A log that should have been rotated filled the disk.

## What happened

The same disk was nearly full in January.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [What happened before]
---

## What happened

A log that should have been rotated filled the disk.

## What happened before

The same disk was nearly full in January.`,
  *check({ document }): Iterable<Finding> {
    const placer = createPlacer(document.text);
    const seen = new Map<string, { heading: string; start: number }>();
    for (const { heading, headingRange } of document.sections) {
      const folded = foldText(heading);
      const first = seen.get(folded);
      if (first && folded !== '') {
        const place = placer([first.start, first.start]);
        yield {
          range: headingRange,
          message:
            first.heading === heading
              ? `The heading “${heading}” stands twice, first in line ${place.start.line}`
              : `The heading “${heading}” looks like “${first.heading}” in line ${place.start.line}`,
          hint: 'Give one of the two another name.',
        };
      } else seen.set(folded, { heading, start: headingRange[0] });
    }
  },
});
