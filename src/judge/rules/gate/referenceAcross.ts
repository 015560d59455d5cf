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
import { createPlacer } from '../../../diagnostic/place.js';
import { parseBody, type Document } from '../../../parse/document.js';
import { placeIn, placeOf, type ShownText } from '../../shownText.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';

type Use = LinkReference | ImageReference | FootnoteReference;
type Target = Definition | FootnoteDefinition;

/** What a text refers to stands in it; else what is withheld would decide how it reads, or be read. */
export const referenceAcross = createTextRule({
  id: 'reference-across',
  description:
    'Links by name and footnotes of a shown text are defined in it, once, and what it defines is used there.',
  *check(shown, { document }): Iterable<Finding> {
    if (!shown.tree) return;
    const everywhere = shown.kind === 'body' ? findTargets(parseBody(document)) : findTargets(shown.tree);
    const own = findTargets(shown.tree);
    const uses = findUses(shown.tree);
    for (const use of uses) {
      if (own.some((target) => isFor(target, use))) continue;
      const other = everywhere.find((target) => isFor(target, use));
      yield {
        ...placeOf(shown, use),
        message: `${nameOf(use)} is defined in another section${other ? `, in line ${lineOf(other, document)}` : ''}`,
        hint: 'Define it in the section that uses it.',
      };
    }
    for (const target of own) {
      const first = everywhere.find((one) => isFor(one, target));
      const twice = everywhere.filter((one) => isFor(one, target)).length > 1;
      if (twice) {
        const line = first === target ? undefined : first && lineOf(first, document);
        yield {
          ...placeOf(shown, target),
          message: `${nameOf(target)} is defined twice${line && shown.kind === 'body' ? `, first in line ${line}` : ''}`,
          hint: 'Remove one of the two, or give it another name.',
        };
      } else if (!uses.some((use) => isFor(target, use)) && !isComment(target)) {
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

function isFor(target: Target, other: Use | Target): boolean {
  return isFootnote(target) === isFootnote(other) && target.identifier === other.identifier;
}

function nameOf(node: Use | Target): string {
  const label = node.label ?? node.identifier;
  return isFootnote(node) ? `The footnote \`[^${label}]\`` : `The link name \`[${label}]\``;
}

function lineOf(node: Target, document: Document): number {
  const offset = node.position?.start.offset ?? 0;
  return createPlacer(document.text)([offset, offset]).start.line;
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
    for (const match of source.matchAll(/(?<!\\)\[\^[^\]\s]+\]|(?<!\\)\[[^\][\r\n]+\]\[[^\]\r\n]*\]/g)) {
      findings.push({
        ...placeIn(shown, start + match.index, start + match.index + match[0].length),
        message: `\`${match[0]}\` refers to nothing: it is defined nowhere`,
        hint: 'Define it in this section; if the brackets are meant, write `\\[`.',
      });
    }
  });
  return findings;
}
