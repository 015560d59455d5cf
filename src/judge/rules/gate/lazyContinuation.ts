import type { Nodes, Paragraph } from 'mdast';
import type { ShownText } from '../../shownText.js';
import { splitLines, placeIn } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

/** Markdown lets a paragraph of a list, quote or footnote run on in lines that do not look like part of it. */
export const lazyContinuation = createTextRule({
  id: 'lazy-continuation',
  description:
    'Every line of a quote begins with `>`, and every line of a list item or footnote is indented like its first. Markdown takes a line that is not into what stands above it, and customers would read our words as somebody else’s.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

> We could not place a single order.
It took us half an hour to believe that.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

> We could not place a single order.

It took us half an hour to believe that.`,
  *check(shown): Iterable<Finding> {
    if (!shown.tree) return;
    const findings: Finding[] = [];
    walk(shown.tree, [], (paragraph, ancestors) => {
      const finding = findLazyLine(shown, paragraph, ancestors);
      if (finding) findings.push(finding);
    });
    yield* findings;
  },
});

function walk(
  node: Nodes,
  ancestors: readonly Nodes[],
  visit: (node: Paragraph, ancestors: readonly Nodes[]) => void,
): void {
  if (node.type === 'paragraph') visit(node, ancestors);
  else if ('children' in node) for (const child of node.children) walk(child, [...ancestors, node], visit);
}

const names = { blockquote: 'quote', listItem: 'list item', footnoteDefinition: 'footnote' };
type Container = Extract<Nodes, { type: keyof typeof names }>;

function findLazyLine(
  shown: ShownText,
  paragraph: Paragraph,
  ancestors: readonly Nodes[],
): Finding | undefined {
  const containers = ancestors.filter((node): node is Container => node.type in names);
  if (containers.length === 0) return undefined;
  const start = (paragraph.position?.start.offset ?? shown.base) - shown.base;
  const end = (paragraph.position?.end.offset ?? shown.base) - shown.base;
  for (const { line, offset } of splitLines(shown.text.slice(start, end)).slice(1)) {
    const left = findLeft(line, containers);
    if (!left) continue;
    const text = line.trim();
    const from = start + offset + line.indexOf(text);
    return {
      ...placeIn(shown, from, from + text.length),
      message: `Markdown takes this line into the ${names[left.type]} above it`,
      hint:
        left.type === 'blockquote'
          ? 'Begin the line with `>` if it belongs there; else leave a blank line before it.'
          : 'Indent the line like the text above if it belongs there; else leave a blank line before it.',
    };
  }
  return undefined;
}

/** The outermost container whose mark or indentation a line lacks. */
function findLeft(line: string, containers: readonly Container[]): Container | undefined {
  let index = 0;
  let column = 0;
  const skip = (until: number): void => {
    while (column < until && (line[index] === ' ' || line[index] === '\t')) {
      column = line[index] === '\t' ? column + 4 - (column % 4) : column + 1;
      index++;
    }
  };
  for (const container of containers) {
    if (container.type === 'blockquote') {
      skip(column + 4);
      if (line[index] !== '>') return container;
      index++;
      column++;
      continue;
    }
    const first = container.children[0]?.position?.start.column ?? 1;
    const target = container.type === 'listItem' ? first - 1 : (container.position?.start.column ?? 1) + 3;
    skip(target);
    if (column < target) return container;
  }
  return undefined;
}
