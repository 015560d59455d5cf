import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import { placeOf } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

/** HTML is in no output, so what it was to do, or to hide, would not happen. */
export const rawHtml = createTextRule({
  id: 'raw-html',
  description:
    'A shown text holds no HTML, and no HTML comment. HTML is in no output, so what it was to do, or to hide, would not happen.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The disk filled up at <b>nine</b>.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

The disk filled up at **nine**.`,
  *check(shown): Iterable<Finding> {
    if (!shown.tree) return;
    const findings: Finding[] = [];
    visit(shown.tree, 'html', (node: Html) => {
      const isComment = node.value.trimStart().startsWith('<!--');
      // The prompts of a template may stand in the sections of a draft: nothing of them is public yet.
      if (isComment && !shown.live) return;
      findings.push({
        ...placeOf(shown, node),
        message: isComment
          ? 'A comment hides nothing here: HTML is not published, and not read'
          : `${quote(node.value.split(/[\r\n]/)[0]?.slice(0, 40) ?? '')} is HTML, which is not published`,
        hint: isComment
          ? 'Remove it, or move it to a section that is withheld.'
          : 'Write it in Markdown; if the brackets are meant as text, put them in backticks.',
      });
    });
    yield* findings;
  },
});
