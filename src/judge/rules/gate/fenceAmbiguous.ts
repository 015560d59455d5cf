import { parseBody } from '../../../parse/document.js';
import { splitLines } from '../../text.js';
import type { Finding } from '../../rule.js';
import { findCode } from './bodyLine.js';
import { createBodyRule } from './gateRule.js';
import { foldText } from './internalWord.js';

/**
 * Where the end of a fence was forgotten, the next fence closes it, and all between the two is code that nobody meant.
 * A longer fence says that what looks like the end, or like a section, is meant.
 */
export const fenceAmbiguous = createBodyRule({
  id: 'fence-ambiguous',
  description:
    'In a fence of three marks no line looks like a fence or like a section of this file. Where the end of a fence was forgotten, the next one closes it, and all between the two is code that nobody meant; a fence of four says that it is meant.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The bot posted the template once a minute:

\`\`\`
## What happened
Say it in three sentences.
\`\`\``,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The bot posted the template once a minute:

\`\`\`\`
## What happened
Say it in three sentences.
\`\`\`\``,
  *check({ incident, document }): Iterable<Finding> {
    const { sections = [], withheld = [] } = incident.publication ?? {};
    const headings = document.sections.map((section) => section.heading);
    const names = new Set([...headings, ...sections, ...withheld].map(foldText));
    for (const { range, fence, closed } of findCode(parseBody(document), document.text)) {
      if (fence?.length !== 3) continue;
      const lines = splitLines(document.text.slice(range[0], range[1]));
      for (const { line, offset } of closed ? lines.slice(1, -1) : lines.slice(1)) {
        const rest = line.replace(/^[\s>]*/, '').trimEnd();
        const heading = /^#{1,6}\s*(.*?)(?:\s#+)?$/.exec(rest)?.[1];
        const isFence = /^(?:`{3,}|~{3,})/.test(rest);
        const isSection = heading !== undefined && names.has(foldText(heading));
        if (!isFence && !isSection) continue;
        const from = range[0] + offset + line.indexOf(rest);
        yield {
          range: [from, from + rest.length],
          message: isFence
            ? 'A line like a fence stands inside a fence: was the one above meant to be closed before?'
            : `The heading of a section, “${heading}”, stands inside a fence`,
          hint: `Close the fence above it; if it belongs to the code, open and close that with four ${fence.startsWith('~') ? 'tildes' : 'backquotes'}.`,
        };
      }
    }
  },
});
