import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument, Scalar, visit } from 'yaml';
import type { Document as YamlDocument, Node, YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { createQuotedText, findProse } from './yamlProse.js';

/** The way to a value in front matter or settings, e.g. `['timeline', 2, 'text']`. */
export type DataPath = readonly (string | number)[];

/** One thing that is wrong with the YAML itself. The range counts in the whole file. */
export interface YamlProblem {
  rule: 'yaml-syntax' | 'yaml-prose' | 'yaml-refused' | 'yaml-limit' | 'duplicate-key';
  range: Range;
  message: string;
  hint: string;
}

/** YAML as read: plain data whose scalars are all texts, as written. `null` stands for a key without a value. */
export interface Yaml {
  data: unknown;
  /** The YAML as it was read in the end: where prose was masked it differs from the file, place for place. */
  source: string;
  problems: YamlProblem[];
  /** Values that could not be read as meant; the data holds something else, or nothing, in their place. */
  damaged: DataPath[];
  /** Plain one-line values with a comment behind them: prose is cut there, a code is not. */
  commented: { path: DataPath; range: Range; text: string }[];
}

/** Limits, checked before the work: counts and sizes, so that the verdict is the same on every machine. */
const maxLength = 512 * 1024;
const maxDepth = 24;

/** How often one file's prose is masked and read again before the remaining syntax errors are reported as they are. */
const maxRepairs = 200;

/**
 * Reads the YAML that stands in `range` of a file's text.
 *
 * Scalars are texts as they were written (`0123`, `99.90`, `14:03`, `2014`): the schema gives them meaning. Anchors,
 * aliases, tags and merge keys are refused. Where prose broke the syntax, the prose is masked by letters of the same
 * length, so that reading goes on and every other place stays true.
 */
export function parseYaml(text: string, range: Range): Yaml {
  const [start, end] = range;
  let source = text.slice(start, end);
  const limit = findLimit(source, start);
  if (limit) return { data: null, source: '', problems: [limit], damaged: [[]], commented: [] };

  const problems: YamlProblem[] = [];
  const masked: Range[] = [];
  let document = read(source);
  for (let repairs = 0; repairs < maxRepairs; repairs++) {
    const error = document.errors.find((one) => one.code !== 'DUPLICATE_KEY');
    if (!error) break;
    const repair = findRepair(source, error);
    if (!repair) break;
    problems.push({ ...repair.problem, range: shift(repair.problem.range, start) });
    masked.push(repair.range);
    source = source.slice(0, repair.range[0]) + mask(repair, source) + source.slice(repair.range[1]);
    document = read(source);
  }

  for (const error of document.errors) problems.push(createSyntaxProblem(error, source, start));
  const refused: DataPath[] = [];
  problems.push(...checkRefused(document, start, refused));
  const damaged = [...refused];
  const commented: Yaml['commented'] = [];
  walk(document, (path, node) => {
    const [from, to] = node.range ?? [0, 0];
    if (masked.some(([a, b]) => from >= a && to <= b)) damaged.push(path);
    if (isScalar(node) && node.type === Scalar.PLAIN && node.comment && !node.commentBefore) {
      const lineEnd = lineEndAt(source, to);
      if (source.slice(to, lineEnd).trimStart().startsWith('#')) {
        commented.push({ path, range: [start + to, start + lineEnd], text: source.slice(from, lineEnd) });
      }
    }
  });
  return { data: toData(document.contents), source, problems, damaged, commented };
}

/**
 * Where in the file a value stands, or its key; of a key without a value it is the key. For what does not exist,
 * undefined. Reads the YAML again: places are wanted only when something is wrong. `start` is the offset of the YAML.
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
    const pair = isMap(node) ? node.items.find((item) => keyText(item) === String(step)) : undefined;
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

function read(source: string): YamlDocument.Parsed {
  return parseDocument(source, { schema: 'failsafe', prettyErrors: false, logLevel: 'error' });
}

let cached: { source: string; document: YamlDocument.Parsed } | undefined;

/** Diagnostics of one file come one after another, so the last tree is enough. */
function readCached(source: string): YamlDocument.Parsed {
  if (cached?.source !== source) cached = { source, document: read(source) };
  return cached.document;
}

function findLimit(source: string, start: number): YamlProblem | undefined {
  if (source.length > maxLength) {
    return {
      rule: 'yaml-limit',
      range: [start, start],
      message: `This YAML has ${source.length} characters, at most ${maxLength} are read`,
      hint: 'Move long text into the body.',
    };
  }
  // An upper bound of the depth, without parsing: a parser that recurses would overflow before it could tell.
  let flow = 0;
  const indents: number[] = [];
  for (let index = 0; index < source.length;) {
    const lineEnd = lineEndAt(source, index);
    const line = source.slice(index, lineEnd);
    const lead = /^(?:\s|[-?](?=\s|$))*/.exec(line)?.[0] ?? '';
    if (lead.length < line.length) {
      while (indents.length > 0 && (indents.at(-1) ?? 0) >= lead.length) indents.pop();
      indents.push(lead.length);
    }
    const dashes = lead.match(/[-?]/g)?.length ?? 0;
    for (const character of line) {
      if (character === '{' || character === '[') flow++;
      else if (character === '}' || character === ']') flow = Math.max(0, flow - 1);
      if (flow > maxDepth * 4) break;
    }
    if (indents.length > maxDepth || dashes > maxDepth || flow > maxDepth * 4) {
      return {
        rule: 'yaml-limit',
        range: [start + index, start + lineEnd],
        message: `This YAML is nested deeper than ${maxDepth} levels`,
        hint: 'No field of an incident or of the settings is nested more than six levels deep.',
      };
    }
    index = lineEnd + 1;
  }
  return undefined;
}

interface Repair {
  range: Range;
  problem: YamlProblem;
}

/** A way to go on after a syntax error: the prose, or the tab, that caused it. */
function findRepair(source: string, error: YAMLError): Repair | undefined {
  if (error.code === 'TAB_AS_INDENT') {
    const from = error.pos[0];
    const length = /^\t+/.exec(source.slice(from))?.[0].length ?? 0;
    if (length === 0) return undefined;
    return {
      range: [from, from + length],
      problem: {
        rule: 'yaml-syntax',
        range: [from, from + length],
        message: 'A tab stands where YAML wants spaces',
        hint: 'Indent with spaces.',
      },
    };
  }
  const prose = findProse(source, error.pos[0]);
  if (!prose) return undefined;
  return {
    range: prose.range,
    problem: {
      rule: 'yaml-prose',
      range: prose.range,
      message: `YAML does not read this text as it is written: ${prose.reason}`,
      hint: `Quote it: \`${prose.key}: ${createQuotedText(prose.text)}\`; or put it under \`>\` on a line of its own.`,
    },
  };
}

function mask({ range, problem }: Repair, source: string): string {
  const filler = problem.rule === 'yaml-prose' ? 'x' : ' ';
  return source.slice(range[0], range[1]).replace(/[^\r\n]/g, filler);
}

/** Our words for yaml's error codes; what is missing here is said in yaml's own. */
const explanations: Record<string, string> = {
  BAD_INDENT: 'The indentation fits neither the line above nor the list it belongs to',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line; is the line above indented as this one should be?',
  MISSING_CHAR: 'A closing quote, bracket or colon is missing',
  MULTIPLE_DOCS: 'A line `---` or `...` ends YAML here, but more follows',
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces',
  BLOCK_AS_IMPLICIT_KEY: 'A second `: ` in one line',
  BLOCK_IN_FLOW: 'A `: ` or a list inside `{ }` or `[ ]`',
  COMMENT_SPACE: 'A `#` wants a space before it to begin a comment',
};

function createSyntaxProblem(error: YAMLError, source: string, start: number): YamlProblem {
  const range = trimEnd(source, [error.pos[0], Math.max(error.pos[1], error.pos[0] + 1)]);
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^\s:]+/.exec(source.slice(error.pos[0]))?.[0] ?? '';
    return {
      rule: 'duplicate-key',
      range: [start + error.pos[0], start + error.pos[0] + Math.max(1, key.length)],
      message: `The key \`${key}\` stands twice in the same place`,
      hint: 'Keep one of the two; if both hold text, join them.',
    };
  }
  return {
    rule: 'yaml-syntax',
    range: shift(range, start),
    message: explanations[error.code] ?? error.message.split('\n')[0] ?? error.message,
    hint: 'Check the indentation and the quotes of this line and the one above it.',
  };
}

function checkRefused(document: YamlDocument.Parsed, start: number, damaged: DataPath[]): YamlProblem[] {
  const problems: YamlProblem[] = [];
  const refuse = (range: Range | undefined, what: string): void => {
    problems.push({
      rule: 'yaml-refused',
      range: shift(range ?? [0, 0], start),
      message: `${what} of YAML are not used here`,
      hint: 'Write the value itself, in quotes if it is text that begins with `*`, `&` or `!`.',
    });
  };
  walk(document, (path, node) => {
    const range: Range | undefined = node.range ? [node.range[0], node.range[1]] : undefined;
    if (isAlias(node)) {
      damaged.push(path);
      refuse(range, 'Aliases (`*name`)');
    } else if (node.anchor) refuse(range, 'Anchors (`&name`)');
    // A map, a list and a text have the three tags of the failsafe schema, or none.
    else if (node.tag && !/^tag:yaml\.org,2002:(?:map|seq|str)$/.test(node.tag)) {
      damaged.push(path);
      refuse(range, 'Tags (`!name`)');
    }
  });
  visit(document, {
    Pair: (_, pair) => {
      const key = pair.key;
      if (isScalar(key) && key.value === '<<')
        refuse(key.range ? [key.range[0], key.range[1]] : undefined, 'Merge keys (`<<`)');
      else if (key && !isScalar(key))
        refuse((key as Node).range?.slice(0, 2) as unknown as Range, 'Keys that are lists or maps');
    },
  });
  return problems;
}

/** Calls back for every node that is a value, with the way to it. */
function walk(document: YamlDocument.Parsed, visitNode: (path: DataPath, node: Node) => void): void {
  const step = (node: unknown, path: DataPath): void => {
    if (!node) return;
    visitNode(path, node as Node);
    if (isMap(node)) for (const pair of node.items) step(pair.value, [...path, keyText(pair)]);
    else if (isSeq(node)) node.items.forEach((item, index) => step(item, [...path, index]));
  };
  step(document.contents, []);
}

function toData(node: unknown): unknown {
  if (isMap(node)) {
    // A key `__proto__` must be a key like any other.
    const data = Object.create(null) as Record<string, unknown>;
    for (const pair of node.items) {
      const key = keyText(pair);
      if (key !== '<<') data[key] ??= toData(pair.value);
    }
    return data;
  }
  if (isSeq(node)) return node.items.map(toData);
  if (!isScalar(node)) return null;
  const plainEmpty = node.type === Scalar.PLAIN && node.source === '';
  return plainEmpty || typeof node.value !== 'string' ? null : node.value;
}

function keyText(pair: unknown): string {
  if (!isPair(pair)) return '';
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

function isEmpty(range: readonly number[] | null | undefined): boolean {
  return !range || range[0] === range[1];
}

function shift([from, to]: Range, start: number): Range {
  return [from + start, to + start];
}

/** Block scalars end behind their last line break; a place that ends there would show an empty line. */
function trimEnd(text: string, [from, to]: Range): Range {
  let end = Math.max(from, to);
  while (end > from + 1 && /\s/.test(text[end - 1] ?? '')) end--;
  return [from, end];
}

function lineEndAt(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from));
  return found ? from + found.index : text.length;
}
