import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  ImageReference,
  LinkReference,
  Nodes,
  Text,
} from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import { createPlacer } from '../../../diagnostic/place.js';
import { parseBody } from '../../../parse/document.js';
import type { ShownText } from '../../shownText.js';
import { placeIn, placeOf } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

type Use = LinkReference | ImageReference | FootnoteReference;
type Target = Definition | FootnoteDefinition;

/** What a text refers to stands in it; else what is withheld would decide how it reads, or be read. */
export const referenceAcross = createTextRule({
  id: 'reference-across',
  description:
    'Links by name and footnotes of a shown text are defined in it, once, and what it defines is used there. Else what is withheld would decide how a shown text reads, or be published with it.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes for ourselves]
---

## What happened

The disk was [larger than its alert][manual] knew.

## Notes for ourselves

The [manual] says so on its first page.

[manual]: https://example.com/manual`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes for ourselves]
---

## What happened

The disk was [larger than its alert][manual] knew.

[manual]: https://example.com/manual

## Notes for ourselves

The manual says so on its first page.`,
  *check(shown, { document }): Iterable<Finding> {
    if (!shown.tree) return;
    const own = findTargets(shown.tree);
    const uses = findUses(shown.tree);
    const everywhere = groupByName(shown.kind === 'body' ? findTargets(parseBody(document)) : own);
    const owned = groupByName(own);
    const used = groupByName(uses);
    const placer = createPlacer(document.text);
    const lineOf = ({ position }: Target): number => {
      const offset = position?.start.offset ?? 0;
      return placer([offset, offset]).start.line;
    };
    for (const use of uses) {
      if (owned.has(keyOf(use))) continue;
      const other = everywhere.get(keyOf(use))?.[0];
      yield {
        ...placeOf(shown, use),
        message: `${nameOf(use)} is defined in another section${other ? `, in line ${lineOf(other)}` : ''}`,
        hint: 'Define it in the section that uses it.',
      };
    }
    for (const target of own) {
      const all = everywhere.get(keyOf(target)) ?? [];
      const [first] = all;
      if (all.length > 1) {
        const isOther = first && first !== target && shown.kind === 'body';
        yield {
          ...placeOf(shown, target),
          message: `${nameOf(target)} is defined twice${isOther ? `, first in line ${lineOf(first)}` : ''}`,
          hint: 'Remove one of the two, or give it another name.',
        };
      } else if (!used.has(keyOf(target)) && !isComment(target)) {
        yield {
          ...placeOf(shown, target),
          message: `${nameOf(target)} is defined here and not used in this text`,
          hint: 'Remove it: what readers do not see would still be published.',
        };
      }
    }
    yield* findUndefined(shown);
  },
});

/** A definition that is used as a comment; `mark-ineffective` speaks of it. */
export function isComment(node: Nodes): node is Definition {
  return (
    node.type === 'definition' && (/^(?:\/\/|comment|#|_+|\.)$/i.test(node.identifier) || node.url === '#')
  );
}

function findTargets(tree: Nodes): Target[] {
  const targets: Target[] = [];
  visit(tree, (node) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') targets.push(node);
  });
  return targets;
}

function findUses(tree: Nodes): Use[] {
  const uses: Use[] = [];
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference' || node.type === 'footnoteReference')
      uses.push(node);
  });
  return uses;
}

function isFootnote(node: Use | Target): boolean {
  return node.type === 'footnoteReference' || node.type === 'footnoteDefinition';
}

function keyOf(node: Use | Target): string {
  return `${isFootnote(node) ? '^' : ''}${node.identifier}`;
}

function groupByName<N extends Use | Target>(nodes: readonly N[]): Map<string, N[]> {
  const groups = new Map<string, N[]>();
  for (const node of nodes) {
    const group = groups.get(keyOf(node));
    if (group) group.push(node);
    else groups.set(keyOf(node), [node]);
  }
  return groups;
}

function nameOf(node: Use | Target): string {
  const label = node.label ?? node.identifier;
  return isFootnote(node) ? `The footnote \`[^${label}]\`` : `The link name \`[${label}]\``;
}

/** References that nothing in the whole file defines: Markdown prints their brackets. */
function findUndefined(shown: ShownText): Finding[] {
  const findings: Finding[] = [];
  if (!shown.tree) return findings;
  visit(shown.tree, 'text', (node: Text) => {
    const start = (node.position?.start.offset ?? shown.base) - shown.base;
    const end = (node.position?.end.offset ?? shown.base) - shown.base;
    const source = shown.text.slice(start, end);
    // An escaped bracket is meant. `[ ]` and `[x]` alone are boxes.
    for (const match of source.matchAll(
      /(?<!\\)\[\^[^\]\s]+\]|(?<!\\)\[[^\][\r\n]{1,999}\]\[[^\][\r\n]{0,999}\]/g,
    )) {
      findings.push({
        ...placeIn(shown, start + match.index, start + match.index + match[0].length),
        message: `${quote(match[0])} refers to nothing: it is defined nowhere`,
        hint: 'Define it in this section; if the brackets are meant, write `\\[`.',
      });
    }
  });
  return findings;
}
