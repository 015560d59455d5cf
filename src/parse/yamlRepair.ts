import { isCollection, isScalar, Scalar } from 'yaml';
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
  /** Whether a whole line was taken out: what its entry then lacks may have stood there. */
  line: boolean;
}

/** Finds what caused a syntax error: a tab, an open quote or bracket, prose, a line that is indented wrongly. */
export function findRepair(source: string, error: YAMLError, tree: YamlTree): YamlRepair | undefined {
  if (error.code === 'TAB_AS_INDENT') return findTabs(source, error.pos[0]);
  const open = findOpenQuote(source, error, tree) ?? findOpenBracket(source, tree);
  if (open) return open;
  const prose = findProse(source, error.pos[0]);
  if (prose) {
    const filler = 'x'.repeat(prose.range[1] - prose.range[0]);
    return { problem: createProseProblem(prose), filler, line: false };
  }
  return findLine(source, error);
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
  if (error.code !== 'MISSING_CHAR') return undefined;
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

/** A bracket that never closes: what follows was meant to stand outside it. */
function findOpenBracket(source: string, tree: YamlTree): YamlRepair | undefined {
  let open: number | undefined;
  walkTree(tree, (_, node) => {
    if (!isCollection(node) || !node.flow || !node.range || open !== undefined) return;
    const [from, to] = node.range;
    const closing = source[from] === '[' ? ']' : '}';
    if (!source.slice(from, to).trimEnd().endsWith(closing)) open = from;
  });
  if (open === undefined) return undefined;
  const line = source.slice(open, lineEndAt(source, open));
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

/** Errors that a line makes which is indented like none of its neighbours. */
const indentation = new Set([
  'BAD_INDENT',
  'MULTILINE_IMPLICIT_KEY',
  'BLOCK_AS_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
  'MISSING_CHAR',
]);

/** The line at fault is taken for a comment. */
function findLine(source: string, error: YAMLError): YamlRepair | undefined {
  if (!indentation.has(error.code)) return undefined;
  // The error may begin in the line above, or stand on the empty lines before the one it is about.
  let at = error.code === 'MULTILINE_IMPLICIT_KEY' ? Math.max(error.pos[0], error.pos[1] - 1) : error.pos[0];
  at += /^\s*/.exec(source.slice(at))?.[0].length ?? 0;
  const above = source.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const lineStart = error.code.endsWith('IMPLICIT_KEY') ? findDeeperLine(source, above) : above;
  const line = source.slice(lineStart, lineEndAt(source, lineStart));
  const text = line.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  const from = lineStart + line.indexOf(text);
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range: [from, from + text.length],
    message: 'This line fits neither the line above it nor the entry it belongs to',
    hint: 'Indent a key like the other keys of its entry, and the text under `>` deeper than its key; quote text that holds `: `.',
  };
  return { problem, filler: `#${'x'.repeat(text.length - 1)}`, line: true };
}

/** Where the next line begins, if it is a key that stands deeper than this one's although this one has a value; else this line. */
function findDeeperLine(source: string, lineStart: number): number {
  const [, lead, value] =
    /^(\s*(?:-\s+)*)[\w-]+:[ \t]+([^\r\n>|#][^\r\n]*)\r?\n/.exec(source.slice(lineStart)) ?? [];
  if (lead === undefined || value === undefined) return lineStart;
  const next = source.indexOf('\n', lineStart) + 1;
  const [, deeper] = /^( *)[\w-]+:(?=\s)/.exec(source.slice(next)) ?? [];
  return deeper !== undefined && deeper.length > lead.length ? next : lineStart;
}

/** A first key that is indented, where others are not: every other line would seem wrong. */
export function findIndentedStart(source: string): YamlRepair | undefined {
  const first = /^(?:[ \t]*(?:#[^\r\n]*)?\r?\n)*([ ]+)(?=[A-Za-z_"'][^\r\n]*:)/.exec(source);
  const indent = first?.[1];
  if (!first || indent === undefined || !/^[A-Za-z_][\w-]*:(?:\s|$)/m.test(source.slice(first[0].length)))
    return undefined;
  const from = first[0].length;
  const text = source.slice(from, lineEndAt(source, from)).trimEnd();
  const problem: YamlProblem = {
    rule: 'yaml-syntax',
    range: [from - indent.length, from],
    message: 'The first key is indented, and the others are not',
    hint: 'Remove the spaces before it.',
  };
  const range: Range = [from, from + text.length];
  return { problem: { ...problem, range }, filler: `#${'x'.repeat(text.length - 1)}`, line: true };
}
