import { quote } from '../../../diagnostic/quote.js';
import { parseBody } from '../../../parse/document.js';
import type { Finding } from '../../rule.js';
import { findCode } from './bodyLine.js';
import { createBodyRule } from './gateRule.js';

/** A fence without an end takes everything below for code, headings too. */
export const fenceOpen = createBodyRule({
  id: 'fence-open',
  description:
    'Every fence of a block of code is closed by one of its kind. An open one takes everything below it for code, headings too, so that sections run into one another.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The log said:

\`\`\`
No space left on device

A log that should have been rotated had filled the disk.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The log said:

\`\`\`
No space left on device
\`\`\`

A log that should have been rotated had filled the disk.`,
  *check({ document }): Iterable<Finding> {
    for (const { range, fence, closed } of findCode(parseBody(document), document.text)) {
      if (closed || fence === undefined) continue;
      const lineEnd = document.text.slice(range[0]).search(/[\r\n]|$/) + range[0];
      yield {
        range: [range[0], lineEnd],
        message: 'This fence never closes: what follows is taken for code',
        hint: `End the code with a line ${quote(fence)} that has nothing else in it, indented like this one.`,
      };
    }
  },
});
