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
      const there = resolve(nodes, targetsThere);
      const here = resolve(nodesHere[index] ?? [], targetsHere);
      if (JSON.stringify(there) === JSON.stringify(here)) continue;
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

/** A copy of nodes without places, with each reference as what it refers to, and without definitions. */
function resolve(nodes: readonly RootContent[], targets: ReadonlyMap<string, Nodes>): unknown {
  const copy = (node: Nodes, depth: number): unknown => {
    const { position: _position, ...rest } = node;
    const plain: Record<string, unknown> = { ...rest };
    if ('children' in node) plain['children'] = copyAll(node.children, depth);
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const target = targets.get(`definition ${node.identifier}`);
      plain['target'] = target?.type === 'definition' ? [target.url, target.title] : undefined;
    }
    if (node.type === 'footnoteReference' && depth < 4) {
      const target = targets.get(`footnoteDefinition ${node.identifier}`);
      plain['target'] = target && 'children' in target ? copyAll(target.children, depth + 1) : undefined;
    }
    return plain;
  };
  const copyAll = (list: readonly Nodes[], depth: number): unknown[] =>
    list
      .filter((node) => node.type !== 'definition' && node.type !== 'footnoteDefinition')
      .map((node) => copy(node, depth));
  return copyAll(nodes, 0);
}
