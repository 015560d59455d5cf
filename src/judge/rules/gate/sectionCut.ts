import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseBody } from '../../../parse/document.js';
import { parseMarkdown } from '../../../parse/markdown.js';
import { cutBody, namedSections } from '../../bodyCut.js';
import { splitNodes } from '../../shownText.js';
import type { Finding } from '../../rule.js';
import { createBodyRule } from './gateRule.js';

/**
 * What is published is a text cut out of the file and read again. Read so, each section must be what it is in the
 * whole file; else what is withheld takes part in what is shown.
 */
export const sectionCut = createBodyRule({
  id: 'section-cut',
  description:
    'A shown section reads the same with everything that is withheld cut away, since that is how it is published. Where it does not, something outside takes part in it: here, the first definition of `[status]` decides where the link leads.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes for ourselves]
---

## Notes for ourselves

The [next text][status] is not agreed yet.

[status]: https://example.com/drafts/status

## What happened

We said so on our [status page][status] at ten.

[status]: https://example.com/status`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes for ourselves]
---

## Notes for ourselves

The [next text](https://example.com/drafts/status) is not agreed yet.

## What happened

We said so on our [status page][status] at ten.

[status]: https://example.com/status`,
  *check({ incident, document }): Iterable<Finding> {
    const shown = namedSections(incident, document);
    const cut = cutBody(document.text, shown);
    const whole = parseBody(document);
    const alone = parseMarkdown(cut.text);
    const [targetsThere, targetsHere] = [findTargets(whole), findTargets(alone)];
    const nodesThere = splitNodes(whole, shown);
    const nodesHere = splitNodes(alone, cut.sections);
    for (const [index, section] of shown.entries()) {
      const nodes = nodesThere[index] ?? [];
      // What is defined elsewhere is the matter of `reference-across`.
      if (!isSelfContained(nodes)) continue;
      const there = describeNodes(nodes, targetsThere);
      const here = describeNodes(nodesHere[index] ?? [], targetsHere);
      if (there === here) continue;
      yield {
        range: section.headingRange,
        message: `The section “${section.heading}” reads otherwise when what is withheld is cut away`,
        hint: 'Something outside the section takes part in it: a definition, a footnote, an open fence or HTML. Put all of it into the section.',
      };
    }
  },
});

/** Whether everything that a section refers to is defined in it. */
function isSelfContained(children: RootContent[]): boolean {
  const defined = new Set<string>();
  const used = new Set<string>();
  visit({ type: 'root', children } satisfies Root, (node) => {
    if (node.type === 'definition') defined.add(node.identifier);
    if (node.type === 'footnoteDefinition') defined.add(`^${node.identifier}`);
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
    if (node.type === 'footnoteReference') used.add(`^${node.identifier}`);
  });
  return [...used].every((name) => defined.has(name));
}

/** What a tree defines: of two definitions of one name the first holds. */
function findTargets(tree: Root): ReadonlyMap<string, Nodes> {
  const targets = new Map<string, Nodes>();
  visit(tree, (node) => {
    if (node.type !== 'definition' && node.type !== 'footnoteDefinition') return;
    const key = `${node.type} ${node.identifier}`;
    if (!targets.has(key)) targets.set(key, node);
  });
  return targets;
}

/**
 * Nodes as text, without places and definitions; and behind them once, however often it is named, what each name in them leads to,
 * and each name in that.
 */
function describeNodes(nodes: readonly RootContent[], targets: ReadonlyMap<string, Nodes>): string {
  const named = new Set<string>();
  const describe = (list: readonly Nodes[]): string =>
    JSON.stringify(
      list.filter((node) => !isDefinition(node)),
      (key, value: unknown) => (key === 'position' ? undefined : withoutDefinitions(value, named)),
    );
  const parts = [describe(nodes)];
  // A set is gone through to its end, also what is added on the way.
  for (const name of named) {
    const target = targets.get(name);
    if (target?.type === 'definition') parts.push(JSON.stringify([name, target.url, target.title]));
    else if (target && 'children' in target) parts.push(name, describe(target.children));
  }
  return parts.join('\n');
}

/** A node whose children are no definitions, and whose name, where it refers to something, is noted. */
function withoutDefinitions(value: unknown, named: Set<string>): unknown {
  if (typeof value !== 'object' || value === null || !('type' in value)) return value;
  const node = value as Nodes;
  if (node.type === 'linkReference' || node.type === 'imageReference') {
    named.add(`definition ${node.identifier}`);
  }
  if (node.type === 'footnoteReference') named.add(`footnoteDefinition ${node.identifier}`);
  return 'children' in node
    ? { ...node, children: (node.children as Nodes[]).filter((child) => !isDefinition(child)) }
    : node;
}

function isDefinition({ type }: Nodes): boolean {
  return type === 'definition' || type === 'footnoteDefinition';
}
