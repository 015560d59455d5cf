import { isMap, isScalar, isSeq, Scalar } from 'yaml';
import type { Node, YAMLMap } from 'yaml';
import type { Edit } from '../diagnostic/edit.js';
import type { Range } from '../diagnostic/place.js';
import { findBrokenPath } from './yamlBackslash.js';
import { createTally, findExcess } from './textLimit.js';
import { findYamlLimit, lineEndAt, yamlLimits } from './yamlLimit.js';
import {
  createQuoteHint,
  createSyntaxProblem,
  shift,
  trimEnd,
  type YamlProblem,
  type YamlRepair,
} from './yamlProblem.js';
import { checkRefused } from './yamlRefused.js';
import { findIndentedStart } from './yamlLine.js';
import { findLike, findRepair, tabHint } from './yamlRepair.js';
import { keyText, readTree, toData, walkTree, type DataPath, type YamlTree } from './yamlTree.js';

/** YAML as read: plain data whose scalars are all texts, as written. `null` stands for a key without a value. */
export interface Yaml {
  data: unknown;
  /** The YAML as it was read in the end: where prose was masked it differs from the file, place for place. */
  source: string;
  problems: YamlProblem[];
  /** Values that could not be read as meant; the data holds something else, or nothing, in their place. */
  damaged: DataPath[];
  /** Lines that were taken for comments, since they fitted nowhere; counted in `source`. */
  lines: Range[];
  /** Plain one-line values with a comment behind them: prose is cut there, a code is not. */
  commented: { path: DataPath; range: Range; text: string }[];
}

/**
 * How many characters are read again, all in all, to find the next syntax error behind one that was repaired; what is
 * left after that is not reported: it may well follow from the rest.
 */
const maxRepairLength = 512 * 1024;

/**
 * Reads the YAML that stands in `range` of a file's text.
 *
 * Scalars are texts as they were written (`0123`, `99.90`, `14:03`, `2014`): the schema gives them meaning. Anchors,
 * aliases, tags and merge keys are refused. Where prose broke the syntax, the prose is masked by letters of the same
 * length, so that reading goes on and every other place stays true.
 */
export function parseYaml(text: string, [start, end]: Range): Yaml {
  let source = text.slice(start, end);
  const limit = findYamlLimit(source, start);
  if (limit) return { data: null, source: '', problems: [limit], damaged: [[]], commented: [], lines: [] };

  const problems: YamlProblem[] = [];
  const masked: Range[] = [];
  const lines: Range[] = [];
  const damaged: DataPath[] = [];
  let hasTabs = false;
  const apply = (repairs: readonly YamlRepair[]): void => {
    const edits: Edit[] = [];
    for (const { problem, mask, filler, line, damaged: path } of repairs) {
      const range = mask ?? problem.range;
      // A tab moves its line about: that other lines no longer fit follows from it.
      hasTabs ||= problem.hint === tabHint;
      if (!line || !hasTabs) problems.push({ ...problem, range: shift(problem.range, start) });
      (line ? lines : masked).push(range);
      if (path) damaged.push(path);
      edits.push({ range, text: filler });
    }
    source = fillIn(source, edits);
  };
  const indented = findIndentedStart(source);
  if (indented) apply([indented]);
  let tree = readTree(source);
  for (let length = 0; length < maxRepairLength; length += source.length) {
    const [error, ...later] = tree.errors.filter((one) => one.code !== 'DUPLICATE_KEY');
    const repair = error && findRepair(source, error, tree);
    if (!repair) break;
    const repairs = [
      repair,
      ...findLike(repair, error, isDeep(tree) ? later.slice(0, deepErrors) : later, source),
    ];
    apply(repairs);
    tree = readTree(source);
  }
  const unread = tree.errors.find((error) => error.code !== 'DUPLICATE_KEY');
  if (unread) {
    // Of a tree that is not what the author sees nothing more is said.
    if (problems.length === 0) problems.push(createSyntaxProblem(unread, source, start));
    return { data: null, source: '', problems, damaged: [[]], commented: [], lines: [] };
  }
  const excess = findTextExcess(tree, start);
  if (excess) {
    return {
      data: null,
      source: '',
      problems: [...problems, excess],
      damaged: [[]],
      commented: [],
      lines: [],
    };
  }
  for (const error of tree.errors) {
    // `12,000,000` inside `{ }` has a key `000` twice: that YAML cuts the text is what is told of it.
    const isCut =
      /[,{]\s*$/.test(source.slice(0, error.pos[0])) && /^[^:\n]*?[,}]/.test(source.slice(error.pos[0]));
    if (!isCut) problems.push(createSyntaxProblem(error, source, start));
  }

  // YAML's standard calls it the end of a line, the parser here takes it for a part of the text.
  const lone = /\r(?!\n)/.exec(source);
  if (lone) {
    problems.push({
      rule: 'yaml-syntax',
      range: shift([lone.index, lone.index + 1], start),
      message:
        'A carriage return stands here alone, where some readers of YAML end the line and others do not',
      hint: 'Remove it, or write a line break in its place.',
    });
  }
  const refused = checkRefused(tree, source, start);
  problems.push(...refused.problems);
  damaged.push(...refused.damaged);
  const commented: Yaml['commented'] = [];
  walkTree(tree, (path, node) => {
    const [from, to] = node.range ?? [0, 0];
    if (isScalar(node) && masked.some(([a, b]) => from < b && to > a)) damaged.push(path);
    const told = findHidden(node, path, source) ?? findBrokenPath(node, source);
    if (told) {
      problems.push({ ...told, range: shift(told.range, start) });
      damaged.push(path);
    }
    if (isScalar(node) && node.type === Scalar.PLAIN && node.comment && node.source !== '') {
      const lineEnd = lineEndAt(source, to);
      if (source.slice(to, lineEnd).trimStart().startsWith('#')) {
        commented.push({ path, range: [start + to, start + lineEnd], text: source.slice(from, lineEnd) });
      }
    }
  });
  keep(source, tree);
  return { data: toData(tree.contents), source, problems, damaged, commented, lines };
}

/**
 * Lines like `a: b: c` are each read as nested in the one above, until the stack ends; how many that takes hangs on the
 * machine. Where they go deeper than any stack ends only the first are believed, of which every machine finds the same.
 */
const deepErrors = 200;

function isDeep(tree: YamlTree): boolean {
  let deepest = 0;
  walkTree(tree, (path) => (deepest = Math.max(deepest, path.length)));
  return deepest > deepErrors || tree.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION');
}

/** Edits in the order of the text, in one go: there may be thousands of them. */
function fillIn(source: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits.flatMap(({ range: [from, to], text }) => {
    const part = [source.slice(at, from), text];
    at = to;
    return part;
  });
  return [...parts, source.slice(at)].join('');
}

/** The first text that is too much to be read as Markdown, which most texts of a front matter are. */
function findTextExcess(tree: YamlTree, start: number): YamlProblem | undefined {
  let found: YamlProblem | undefined;
  let marks = 0;
  let texts = 0;
  walkTree(tree, (_, node) => {
    if (found || !isScalar(node) || typeof node.value !== 'string' || !marked.test(node.value)) return;
    // Side by side they are as much work as in one text; a line each they are not.
    const tally = { ...createTally(), marks };
    const excess = findExcess(node.value, [0, node.value.length], tally, true);
    marks = tally.marks;
    const [from = 0, to = 0] = node.range ?? [];
    texts++;
    if (excess || texts > yamlLimits.texts) {
      found = {
        rule: 'text-limit',
        range: shift([from, to], start),
        message:
          excess?.message ??
          `This is text ${texts} that may hold Markdown, at most ${yamlLimits.texts} are read`,
        hint: 'Shorten the text, or move it into the body.',
      };
    }
  });
  return found;
}

/** Most texts hold nothing that means something in Markdown, and are not long. */
const marked = /[*_~`[\]<>&@\\|!#]|:\/\/|www\.|[^]{2000}/i;

/** A number behind a `#` in the place of a value: nobody comments on a key without one in such a way, `ticket: #12`. */
function findHidden(node: Node, path: DataPath, source: string): YamlProblem | undefined {
  const key = path.at(-1);
  if (!isScalar(node) || node.source !== '' || node.type !== Scalar.PLAIN || !node.range) return undefined;
  const line = source.slice(node.range[0], lineEndAt(source, node.range[0]));
  const [, lead = '', text] = /^(\s*)(#\d.*?)\s*$/.exec(line) ?? [];
  if (text === undefined || !/\s/.test(source.charAt(node.range[0] + lead.length - 1))) return undefined;
  const from = node.range[0] + lead.length;
  return {
    rule: 'yaml-prose',
    range: [from, from + text.length],
    message: `YAML takes \`${/^#\d+/.exec(text)?.[0] ?? ''}\` for a comment, so that no value is left`,
    hint: `${createQuoteHint(typeof key === 'string' ? key : '', text)}.`,
  };
}

/**
 * Where in the file a value stands, or its key; of a key without a value it is the key. For what does not exist,
 * undefined. Reads the YAML again if others were read since: places are wanted only when something is wrong. `start` is the offset of the YAML.
 */
export function findRange(
  source: string,
  start: number,
  path: DataPath,
  part: 'key' | 'value',
): Range | undefined {
  let node: unknown = readCached(source).contents;
  let key: Node | undefined;
  for (const step of path) {
    const pair = isMap(node) ? pairsOf(node).get(String(step)) : undefined;
    if (pair) {
      key = pair.key as Node;
      node = pair.value;
    } else if (isSeq(node) && typeof step === 'number') {
      node = node.items[step];
      key = undefined;
    } else return undefined;
  }
  const value = (node as Node | null | undefined)?.range;
  const found = part === 'key' || isEmpty(value) ? (key?.range ?? value) : value;
  return found ? shift(trimEnd(source, [found[0], found[1]]), start) : undefined;
}

/** The pairs of the maps of the cached tree by their keys, of two with one key the first: places are wanted by the hundred. */
const pairs = new WeakMap<YAMLMap, Map<string, YAMLMap['items'][number]>>();

function pairsOf(map: YAMLMap): Map<string, YAMLMap['items'][number]> {
  const known = pairs.get(map) ?? new Map(map.items.toReversed().map((item) => [keyText(item), item]));
  pairs.set(map, known);
  return known;
}

/** Whether the value at the path stands inside `{ }` or `[ ]`, where a comma ends it. */
export function isInFlow(source: string, path: DataPath): boolean {
  let node: unknown = readCached(source).contents;
  for (const step of path) {
    if (!isMap(node) && !isSeq(node)) return false;
    if (node.flow) return true;
    node = isMap(node) ? node.get(step, true) : node.items[Number(step)];
  }
  return (isMap(node) || isSeq(node)) && Boolean(node.flow);
}

/** A scalar without quotes, as it is written in one line. */
export interface PlainScalar {
  path: DataPath;
  part: 'key' | 'value';
  range: Range;
  text: string;
}

/** The plain scalars of one line, keys too, in the order of the text. `start` is the offset of the YAML in its file. */
export function findPlainScalars(source: string, start: number): PlainScalar[] {
  const found: PlainScalar[] = [];
  const add = (node: unknown, path: DataPath, part: 'key' | 'value'): void => {
    if (!isScalar(node) || node.type !== Scalar.PLAIN || !node.range) return;
    const text = source.slice(node.range[0], node.range[1]);
    if (text === '' || /[\r\n]/.test(text)) return;
    found.push({ path, part, range: shift([node.range[0], node.range[1]], start), text });
  };
  walkTree(readCached(source), (path, node) => {
    add(node, path, 'value');
    if (isMap(node)) for (const pair of node.items) add(pair.key, [...path, keyText(pair)], 'key');
  });
  return found.toSorted((a, b) => a.range[0] - b.range[0]);
}

/** Diagnostics of one file come one after another, and one file is checked with the few that it has to do with. */
const mostTrees = 4;
const trees = new Map<string, YamlTree>();

function readCached(source: string): YamlTree {
  return keep(source, trees.get(source) ?? readTree(source));
}

/** Puts a tree behind the others, of which the one that nobody asked for the longest goes. */
function keep(source: string, tree: YamlTree): YamlTree {
  trees.delete(source);
  trees.set(source, tree);
  const [first] = trees.keys();
  if (first !== undefined && trees.size > mostTrees) trees.delete(first);
  return tree;
}

function isEmpty(range: readonly number[] | null | undefined): boolean {
  return !range || range[0] === range[1];
}
