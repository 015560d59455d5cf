import { quote } from '../../../diagnostic/quote.js';
import { parseBody } from '../../../parse/document.js';
import type { Finding, Rule } from '../../rule.js';
import { isRetracted } from '../../visibility.js';
import { findCode } from '../gate/bodyLine.js';

/** What stands below an open fence is shown as code, and no heading in it is one. */
export const fenceUnclosed: Rule = {
  id: 'fence-unclosed',
  level: 'warning',
  blocks: false,
  description:
    'Every fence of a block of code is closed by one of its kind. An open one takes everything below it for code: pages show the rest of the text as it was typed. In a public incident it is an error, `fence-open`.',
  bad: `tags: [storage]
---
## What happened

The log said:

\`\`\`
No space left on device

A log that should have been rotated had filled the disk.`,
  good: `tags: [storage]
---
## What happened

The log said:

\`\`\`
No space left on device
\`\`\`

A log that should have been rotated had filled the disk.`,
  *check({ incident, document }): Iterable<Finding> {
    if (!document.hasBody || (incident.publication && !isRetracted(incident))) return;
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
};
