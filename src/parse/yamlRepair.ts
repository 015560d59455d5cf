import { isScalar, Scalar } from 'yaml';
import type { YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { lineEndAt } from './yamlLimit.js';
import { createProseProblem, type YamlProblem } from './yamlProblem.js';
import { findProse } from './yamlProse.js';
import { walkTree, type YamlTree } from './yamlTree.js';

/** What caused a syntax error, and what stands in its place while the rest is read. */
export interface YamlRepair {
  /** Counted in the YAML text. */
  problem: YamlProblem;
  /** As long as what it replaces, so that every other place stays true. */
  filler: string;
}

/** Finds the prose, the tab or the open quote that caused a syntax error; undefined when it was something else. */
export function findRepair(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  if (error.code === 'TAB_AS_INDENT') {
    const from = error.pos[0];
    const tabs = /^\t+/.exec(source.slice(from))?.[0] ?? '';
    if (tabs === '') return undefined;
    const problem: YamlProblem = {
      rule: 'yaml-syntax',
      range: [from, from + tabs.length],
      message: 'A tab stands where YAML wants spaces',
      hint: 'Indent with spaces.',
    };
    return { problem, filler: ' '.repeat(tabs.length) };
  }
  if (error.code === 'MISSING_CHAR') {
    const quote = findOpenQuote(source, tree);
    if (quote) return quote;
  }
  const prose = findProse(source, error.pos[0]);
  if (!prose) return undefined;
  return { problem: createProseProblem(prose), filler: 'x'.repeat(prose.range[1] - prose.range[0]) };
}

/** A quote that never closes takes in all that follows; what was meant ends with its line. */
function findOpenQuote(source: string, tree: YamlTree): YamlRepair | undefined {
  let open: number | undefined;
  walkTree(tree, (_, node) => {
    const quoted = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
    if (quoted && node.range && source.slice(node.range[1]).trim() === '') open = node.range[0];
  });
  if (open === undefined) return undefined;
  const range: Range = [open, lineEndAt(source, open)];
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range,
    message: `The quote \`${source[open] ?? ''}\` that opens here is never closed`,
    hint: 'Close it at the end of the text.',
  };
  return { problem, filler: 'x'.repeat(range[1] - range[0]) };
}
