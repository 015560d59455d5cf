import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody } from '../../../parse/document.js';
import { namedSections } from '../../bodyCut.js';
import type { Finding, Rule } from '../../rule.js';
import { isFinal } from './finalText.js';

/** Comments are the prompts of templates: one that is left is a question nobody answered. */
export const promptLeft: Rule = {
  id: 'prompt-left',
  level: 'error',
  blocks: false,
  description: 'A final text holds no HTML comment: the prompts of its template are answered and removed.',
  bad: `tags: [storage]
---
## What we learned

<!-- What went well? What went badly? Where were we lucky? -->

The second disk was watched by nobody.`,
  good: `tags: [storage]
---
## What we learned

The second disk was watched by nobody.`,
  *check(subject): Iterable<Finding> {
    const { incident, document } = subject;
    if (!isFinal(subject) || !document.hasBody) return;
    // In what customers see `raw-html` says it.
    const shown = namedSections(incident, document);
    const findings: Finding[] = [];
    visit(parseBody(document), 'html', (node: Html) => {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      if (!node.value.startsWith('<!--') || shown.some(({ range }) => start >= range[0] && start < range[1]))
        return;
      findings.push({
        range: [start, end],
        message: 'A comment is left in a final text',
        hint: 'Answer it in the text and remove it; or set `status: draft`.',
      });
    });
    yield* findings;
  },
};
