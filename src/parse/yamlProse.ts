import type { Range } from '../diagnostic/place.js';

/** A text that YAML breaks or cuts, found around a syntax error. */
export interface Prose {
  key: string;
  text: string;
  /** The text's place in the source given. */
  range: Range;
  reason: string;
  /** Whether it stands inside `{ }` or `[ ]`, where no `>` can. */
  inFlow?: true;
}

/**
 * Finds the prose behind a syntax error: the line `key: text` at the offset, or above it, whose text holds what YAML takes for its own.
 * Returns undefined when the error does not look like prose.
 */
export function findProse(source: string, offset: number): Prose | undefined {
  const lineStart = source.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  const lineEnd = source.slice(lineStart).search(/[\r\n]|$/) + lineStart;
  const line = source.slice(lineStart, lineEnd);
  const flow = findProseInFlow(line, lineStart, offset);
  if (flow) return flow;
  const match = /^(\s*(?:-\s+)*([A-Za-z_][\w-]*):\s+)(\S.*?)\s*$/.exec(line);
  if (!match) return undefined;
  const [, lead = '', key = '', text = ''] = match;
  const reason = findReason(text);
  if (!reason) return undefined;
  const from = lineStart + lead.length;
  return { key, text: text, range: [from, from + text.length], reason };
}

/** The text in double quotes, or in single ones when it holds double quotes or backslashes. Quotes around it were meant as those. */
export function createQuotedText(written: string): string {
  const text = isQuotedAround(written) ? written.slice(1, -1) : written;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A text as a plain scalar where YAML reads it as itself, else in quotes. `flow`: inside `{ }` or `[ ]`. */
export function createScalar(text: string, flow = false): string {
  const isPlain = /^[\p{L}\p{N}+][^:#]*(?::[^\s#][^:#]*)*$/u.test(text) && !/\s#|\s$/.test(text);
  return isPlain && !(flow && /[,[\]{}]/.test(text)) ? text : createQuotedText(text);
}

/**
 * Whether a text that YAML cuts at a quote has quotes around it that are not its own: `'can't read'`. The quotes of
 * `"Yes" and "no"` are: the next one closes.
 */
function isQuotedAround(text: string): boolean {
  const [first = ''] = text;
  if ((first !== '"' && first !== "'") || text.length < 2 || !text.endsWith(first)) return false;
  const inner = text.slice(1, -1);
  const next = inner.indexOf(first);
  if (next < 0) return true;
  return /[\s([]/.test(inner.charAt(next - 1)) || /\w.\w/.test(inner.slice(Math.max(0, next - 1), next + 2));
}

function findReason(text: string): string | undefined {
  const first = text[0] ?? '';
  if (/^[-?] /.test(text)) return `it begins with \`${first} \``;
  if (first === '`') return 'it begins with a backquote';
  if ('@%'.includes(first)) return `it begins with \`${first}\``;
  if ('*&!'.includes(first)) return `it begins with \`${first}\`, which means something else in YAML`;
  if ('|>'.includes(first)) {
    return /^[|>][-+\d]*\s*(?:#.*)?$/.test(text) ? undefined : `text begins in the same line as \`${first}\``;
  }
  if (first === '"' || first === "'") {
    return isQuoteClosed(text) ? undefined : 'a quote ends before the text does';
  }
  const bracketed = /^(?:\[[^\]]*\]|\{[^}]*\})\s*(?!#)\S/.test(text);
  if (first === '[' || first === '{') return bracketed ? `it begins with \`${first}\`` : undefined;
  if (/:\s|:$/.test(text.replace(/\s#.*$/, ''))) return 'it holds `: `';
  return undefined;
}

function isQuoteClosed(text: string): boolean {
  return /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$/.test(text);
}

/** Inside `{ … }` a `: ` or a stray quote breaks the entry: the text runs from its key to the end of the line's braces. */
function findProseInFlow(line: string, lineStart: number, offset: number): Prose | undefined {
  const open = line.indexOf('{');
  if (open < 0 || lineStart + open > offset) return undefined;
  const before = line.slice(0, Math.max(0, offset - lineStart));
  const keys = [...before.matchAll(/[{,]\s*([A-Za-z_][\w-]*):\s+/g)];
  const last = keys.at(-1);
  if (!last) return undefined;
  const from = last.index + last[0].length;
  const prose = cutFlowText(line.slice(from));
  if (!/\s/.test(prose)) return undefined;
  return {
    key: last[1] ?? '',
    text: prose,
    range: [lineStart + from, lineStart + from + prose.length],
    reason: /[[\]{}]/.test(prose) ? 'inside `{ }` it holds brackets' : 'inside `{ }` it holds `: ` or quotes',
    inFlow: true,
  };
}

/** What was meant as one text inside `{ }`, of the text from its first character on: to the `}` that is not its own, or to the next key. */
export function cutFlowText(rest: string, closing = '}'): string {
  const opening = closing === '}' ? '{' : '[';
  let depth = 0;
  let end = 0;
  for (; end < rest.length; end++) {
    if (rest[end] === opening) depth++;
    else if (rest[end] === closing && --depth < 0) break;
  }
  const text = rest.slice(0, end);
  // A later `, key: ` that is a key of its own ends the text.
  return text.slice(0, /,\s+[A-Za-z_][\w-]*:\s/.exec(text)?.index ?? text.length).trimEnd();
}

/** The text behind whose ` #` the bracket that opens at the offset would close; undefined when there is none in its line. */
export function findHashInFlow(source: string, open: number): Prose | undefined {
  const line = /^[^\r\n]*/.exec(source.slice(open))?.[0] ?? '';
  const { comment } = scanFlow(line);
  const isList = line.startsWith('[');
  if (comment === undefined || !line.includes(isList ? ']' : '}', comment)) return undefined;
  const [lead, key = ''] = /^.*[[{,]\s*(?:([A-Za-z_][\w-]*):\s+)?/.exec(line.slice(0, comment)) ?? [''];
  const closing = key === '' && isList ? ']' : '}';
  const text = cutFlowText(line.slice(lead.length), closing);
  const from = open + lead.length;
  return {
    key,
    text,
    range: [from, from + text.length],
    reason: `a \` #\` begins a comment, which takes the \`${closing}\` with it`,
    inFlow: true,
  };
}

/** Reads a line that begins with a bracket: where that closes, or where a comment begins before it does. */
export function scanFlow(line: string): { close?: number; comment?: number } {
  let depth = 0;
  let isStart = false;
  for (let at = 0; at < line.length; at++) {
    const character = line.charAt(at);
    const isBlank = /\s/.test(line.charAt(at - 1));
    if (character === '#' && isBlank) return { comment: at };
    if (isStart && (character === '"' || character === "'")) {
      quoted.lastIndex = at;
      const length = quoted.exec(line)?.[0].length;
      if (length === undefined) return {};
      at += length - 1;
    } else if (character === '[' || character === '{') depth++;
    else if ((character === ']' || character === '}') && --depth === 0) return { close: at };
    // A quote elsewhere is an apostrophe.
    isStart = '[{,:'.includes(character) || (isStart && /\s/.test(character));
  }
  return {};
}

const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/y;
