import { isAlias, isNode, isScalar, Scalar, visit } from 'yaml';
import type { Node } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { createProseProblem, shift, type YamlProblem } from './yamlProblem.js';
import { findProse } from './yamlProse.js';
import { walkTree, type DataPath, type YamlTree } from './yamlTree.js';

/**
 * Finds what of YAML is not used here: anchors, aliases, tags, merge keys, and keys that are no texts. An alias can make
 * a page of ten lines a gigabyte, a tag can make a text something else. `start` is the offset of the YAML in its file.
 */
export function checkRefused(
  tree: YamlTree,
  source: string,
  start: number,
): { problems: YamlProblem[]; damaged: DataPath[] } {
  const problems: YamlProblem[] = [];
  const damaged: DataPath[] = [];
  const refuse = (
    node: { range?: readonly number[] | null | undefined },
    what: string,
    hint = 'Write the value itself, in quotes if it is text that begins with `*`, `&` or `!`.',
  ): void => {
    const [from = 0, to = 0] = node.range ?? [];
    const range: Range = [from, to];
    problems.push({
      rule: 'yaml-refused',
      range: shift(range, start),
      message: `${what} of YAML are not used here`,
      hint,
    });
  };
  walkTree(tree, (path, node) => {
    // `text: &c. and so on` is a sentence.
    const prose = isSentence(node, source) ? findProse(source, node.range?.[0] ?? 0) : undefined;
    if (prose) {
      damaged.push(path);
      problems.push({ ...createProseProblem(prose), range: shift(prose.range, start) });
    } else if (isAlias(node)) {
      damaged.push(path);
      refuse(node, 'Aliases (`*name`)');
    } else if (node.anchor) {
      refuse(
        findMark(source, `&${node.anchor}`, node),
        'Anchors (`&name`)',
        `Remove \`&${node.anchor}\`; a text that begins with \`&\` is written in quotes.`,
      );
    }
    // A map, a list and a text have the three tags of the failsafe schema, or none.
    else if (node.tag && !/^tag:yaml\.org,2002:(?:map|seq|str)$/.test(node.tag)) {
      damaged.push(path);
      refuse(findMark(source, '!', node), 'Tags (`!name`)');
    }
  });
  visit(tree, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '<<') refuse(key, 'Merge keys (`<<`)');
      else if (isNode(key) && !isScalar(key)) refuse(key, 'Keys that are lists or maps');
    },
  });
  return { problems, damaged };
}

/** Where the anchor or tag before a node stands, up to the node's end; the node itself when it is not found. */
function findMark(source: string, mark: string, node: Node): { range?: readonly number[] } {
  const [from = 0, to = 0] = node.range ?? [];
  const at = source.lastIndexOf(mark, from);
  return { range: at < 0 ? [from, to] : [at, Math.max(at + mark.length, to)] };
}

/** Whether a plain text of several words begins with a mark that YAML takes for its own. */
function isSentence(node: Node, source: string): boolean {
  if (!isScalar(node) || node.type !== Scalar.PLAIN) return false;
  const [from = 0, to = 0] = node.range ?? [];
  const rest = source.slice(from, to).trim();
  // Behind an anchor a time is no sentence: `&start 2026-03-14 09:05`.
  const isTime = /^\d{4}-\d\d-\d\d[\d\s:.TZ+-]*$/.test(rest);
  return node.tag?.startsWith('!') === true
    ? rest !== ''
    : node.anchor !== undefined && /\s/.test(rest) && !isTime;
}
