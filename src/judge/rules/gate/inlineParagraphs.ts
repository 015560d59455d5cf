import { placeIn } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

/** Texts of entries run in a line or a table, where a second paragraph has no place and would join the first. */
export const inlineParagraphs = createTextRule({
  id: 'inline-paragraphs',
  description:
    'A text of the front matter is one paragraph: no list, no heading, no code block, no second one. Such texts stand in a line or in a table, where a second paragraph would run into the first.',
  bad: `timeline:
  - at: 2026-03-14 14:02
    text: |
      The disk is larger now.

      Checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 14:02
    text: |
      The disk is larger now, and
      checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  *check(shown): Iterable<Finding> {
    if (shown.kind !== 'inline' || !shown.tree) return;
    const nodes = shown.tree.children;
    const [first] = nodes;
    if (nodes.length === 1 && first?.type === 'paragraph') return;
    const other = nodes.find((node) => node.type !== 'paragraph');
    yield {
      ...placeIn(shown, 0, shown.text.length),
      message: other
        ? `This text is one paragraph, but Markdown reads ${names[other.type] ?? 'something else'} in it`
        : `This text is one paragraph, but ${nodes.length} are written`,
      hint: other
        ? 'If it is meant as a sentence, put a backslash before the mark it begins with; else write it in the body.'
        : 'Join them, or write the rest in a section of the body.',
    };
  },
});

const names: Record<string, string> = {
  list: 'a list',
  heading: 'a heading',
  code: 'a block of code',
  blockquote: 'a quote',
  table: 'a table',
  thematicBreak: 'a line across the page',
  definition: 'a definition that readers do not see',
  footnoteDefinition: 'a footnote',
  html: 'HTML',
};
