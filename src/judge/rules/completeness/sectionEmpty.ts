import { parseBody } from '../../../parse/document.js';
import type { Rule } from '../../rule.js';
import { isHashed } from '../gate/headingShape.js';
import { isFinal } from './finalText.js';

/** A heading without a text is a question of the template that nobody answered. */
export const sectionEmpty: Rule = {
  id: 'section-empty',
  level: 'warning',
  blocks: false,
  description: 'Every section of a final text holds something besides its heading.',
  bad: `tags: [storage]
---
## What happened

The disk of the order database was full.

## What we learned`,
  good: `tags: [storage]
---
## What happened

The disk of the order database was full.`,
  *check(subject) {
    const { document } = subject;
    if (!isFinal(subject) || !document.hasBody) return;
    const { children } = parseBody(document);
    for (const { heading, headingRange, range } of document.sections) {
      // What the line under it makes a heading was mostly text, and so is it for the section above. In what has a
      // `public` block `heading-shape` speaks of it, and of headings of the first level.
      const next = children.find(({ position }) => position?.start.offset === range[1]);
      const isMisshapen =
        next?.type === 'heading' &&
        (!isHashed(document, [range[1], range[1]]) ||
          (next.depth === 1 && subject.incident.publication !== undefined));
      if (isMisshapen || !isHashed(document, headingRange)) continue;
      const isEmpty = children.every((node) => {
        const start = node.position?.start.offset ?? 0;
        const isInside = start > headingRange[0] && start < range[1];
        // A comment that is left is told by itself, and so is a heading that holds a text.
        return !isInside || node.type === 'heading' || node.type === 'definition';
      });
      if (isEmpty) {
        yield {
          range: headingRange,
          message: `Nothing stands under “${heading}”`,
          hint: 'Write it, or remove the heading; `status: draft` says that it is still to come.',
        };
      }
    }
  },
};
