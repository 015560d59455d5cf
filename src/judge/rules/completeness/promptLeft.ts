import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody } from '../../../parse/document.js';
import { namedSections } from '../../bodyCut.js';
import type { Finding, Rule, Subject } from '../../rule.js';
import { createShownTexts } from '../../shownText.js';
import { createTexts, placeOf } from '../../text.js';
import { isFinal } from './finalText.js';

/** Comments are the prompts of templates: one that is left is a question nobody answered. */
export const promptLeft: Rule = {
  id: 'prompt-left',
  level: 'error',
  blocks: false,
  description:
    'A final text holds no HTML comment, in the front matter or in the body: the prompts of its template are answered and removed.',
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
    if (!isFinal(subject)) return;
    yield* findPrompts(subject);
    if (!document.hasBody) return;
    // In what customers see `raw-html` says it.
    const shown = namedSections(incident, document);
    const findings: Finding[] = [];
    visit(parseBody(document), 'html', (node: Html) => {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? start;
      if (!node.value.startsWith('<!--') || shown.some(({ range }) => start >= range[0] && start < range[1]))
        return;
      findings.push({ range: [start, end], message, hint });
    });
    yield* findings;
  },
};

const message = 'A comment is left in a final text';
const hint = 'Answer it in the text and remove it; or set `status: draft`.';

/** Those in texts of the front matter that customers do not see. */
function* findPrompts({ incident, document, history }: Subject): Iterable<Finding> {
  const texts = createTexts(document).filter(({ path, text }) => path && text.includes('<!--'));
  if (texts.length === 0) return;
  const shown = new Set(createShownTexts(incident, document, history).map(({ path }) => path?.join('.')));
  for (const text of texts) {
    if (shown.has(text.path?.join('.')) || !text.tree) continue;
    const nodes: Html[] = [];
    visit(text.tree, 'html', (node: Html) => void nodes.push(node));
    for (const node of nodes)
      if (node.value.startsWith('<!--')) yield { ...placeOf(text, node), message, hint };
  }
}
