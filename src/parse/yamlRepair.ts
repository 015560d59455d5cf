import { isCollection, isScalar, Scalar } from 'yaml';
import type { YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { findBadEscape } from './yamlBackslash.js';
import { lineEndAt } from './yamlLimit.js';
import { findLine, findTightKey } from './yamlLine.js';
import { createProseProblem, type YamlProblem, type YamlRepair } from './yamlProblem.js';
import { findHashInFlow, findProse, scanFlow, type Prose } from './yamlProse.js';
import { walkTree, type YamlTree } from './yamlTree.js';

/** Finds what caused a syntax error: a tab, an open quote or bracket, prose, a line that is indented wrongly. */
export function findRepair(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  if (error.code === 'TAB_AS_INDENT') return findTabs(source, error.pos[0]);
  const open =
    findBadEscape(source, error, tree) ??
    findOpenQuote(source, error, tree) ??
    findHash(source, error, tree) ??
    findOpenBracket(source, error, tree);
  if (open) return open;
  return findProseRepair(source, error.pos[0]) ?? findTightKey(source, error) ?? findLine(source, error);
}

/**
 * Repairs of the same kind as one that was found: what is wrong with one line by itself is mostly wrong with many, and
 * to read the whole again for each would take seconds.
 */
export function findLike(
  { problem }: YamlRepair,
  { code }: YAMLError,
  later: readonly YAMLError[],
  source: string,
): YamlRepair[] {
  const find =
    problem.hint === tabHint ? findTabs : problem.rule === 'yaml-prose' ? findProseRepair : undefined;
  let end = problem.range[1];
  return later.flatMap((error) => {
    const like = error.code === code ? find?.(source, error.pos[0]) : undefined;
    if (!like || like.problem.message !== problem.message || like.problem.range[0] < end) return [];
    end = like.problem.range[1];
    return [like];
  });
}

function findProseRepair(source: string, offset: number): YamlRepair | undefined {
  const prose = findProse(source, offset);
  return prose && createProseRepair(prose);
}

function createProseRepair(prose: Prose): YamlRepair {
  const filler = 'x'.repeat(prose.range[1] - prose.range[0]);
  return { problem: createProseProblem(prose), filler, line: false };
}

/** The way out of a tab. */
export const tabHint = 'Indent with spaces.';

function findTabs(source: string, from: number): YamlRepair | undefined {
  const tabs = /^\t+/.exec(source.slice(from))?.[0] ?? '';
  if (tabs === '') return undefined;
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range: [from, from + tabs.length],
    message: 'A tab stands where YAML wants spaces',
    hint: tabHint,
  };
  return { problem, filler: ' '.repeat(tabs.length), line: false };
}

/** A quote that never closes takes in all that follows; what was meant ends with its line. */
function findOpenQuote(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  if (error.code !== 'MISSING_CHAR' && error.code !== 'BAD_DQ_ESCAPE') return undefined;
  let open: number | undefined;
  walkTree(tree, (_, node) => {
    const quoted = isScalar(node) && (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE);
    if (quoted && node.range && source.slice(node.range[1]).trim() === '') open = node.range[0];
  });
  if (open === undefined) return undefined;
  return maskToLineEnd(
    source,
    open,
    `The quote \`${source[open] ?? ''}\` that opens here is never closed`,
    'Close it at the end of the text.',
  );
}

/** A ` #` between brackets that takes the closing one with it. */
function findHash(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  let found: Prose | undefined;
  walkTree(tree, (_, node) => {
    if (found || !isCollection(node) || !node.flow || !node.range || node.range[0] > error.pos[0]) return;
    found = findHashInFlow(source, node.range[0]);
  });
  return found && createProseRepair(found);
}

/** A bracket that never closes: what follows was meant to stand outside it. */
function findOpenBracket(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  let open: number | undefined;
  walkTree(tree, (_, node) => {
    if (!isCollection(node) || !node.flow || !node.range || open !== undefined) return;
    const [from, to] = node.range;
    const closing = source[from] === '[' ? ']' : '}';
    if (!source.slice(from, to).trimEnd().endsWith(closing)) open = from;
  });
  if (open === undefined) return undefined;
  const line = source.slice(open, lineEndAt(source, open));
  // Where it does close, brackets inside a text are at fault.
  const prose = scanFlow(line).close === undefined ? undefined : findProseRepair(source, error.pos[0]);
  if (prose) return prose;
  const hint = /\s#/.test(line)
    ? 'A ` #` begins a comment, which takes the rest of the line with it: quote the text.'
    : `Close it with \`${source[open] === '[' ? ']' : '}'}\` in the same line; quote text that holds brackets.`;
  return maskToLineEnd(source, open, `The \`${source[open] ?? ''}\` that opens here is never closed`, hint);
}

function maskToLineEnd(source: string, from: number, message: string, hint: string): YamlRepair {
  const range: Range = [from, from + source.slice(from, lineEndAt(source, from)).trimEnd().length];
  return {
    problem: { rule: 'yaml-syntax', range, message, hint },
    filler: 'x'.repeat(range[1] - range[0]),
    line: false,
  };
}
