import type { Range } from '../diagnostic/place.js';

/** A text that YAML breaks or cuts, found around a syntax error. */
export interface Prose {
  key: string;
  text: string;
  /** The text's place in the source given. */
  range: Range;
  reason: string;
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

/** The text in double quotes, or in single ones when it holds double quotes or backslashes. */
export function createQuotedText(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A text as a plain scalar where YAML reads it as itself, else in quotes. `flow`: inside `{ }` or `[ ]`. */
export function createScalar(text: string, flow = false): string {
  const isPlain = /^[\p{L}\p{N}+][^:#]*(?::[^\s#][^:#]*)*$/u.test(text) && !/\s#|\s$/.test(text);
  return isPlain && !(flow && /[,[\]{}]/.test(text)) ? text : createQuotedText(text);
}

function findReason(text: string): string | undefined {
  const first = text[0] ?? '';
  if (/^[-?] /.test(text)) return `it begins with \`${first} \``;
  if ('@`%'.includes(first)) return `it begins with \`${first}\``;
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
  const rest = line.slice(from);
  const close = rest.lastIndexOf('}');
  const text = (close < 0 ? rest : rest.slice(0, close)).trimEnd();
  // A later `, key: ` that is a key of its own ends the text.
  const cut = /,\s+[a-z_]+:\s/.exec(text)?.index ?? text.length;
  const prose = text.slice(0, cut);
  if (!/\s/.test(prose)) return undefined;
  return {
    key: last[1] ?? '',
    text: prose,
    range: [lineStart + from, lineStart + from + prose.length],
    reason: 'inside `{ }` it holds `: ` or quotes',
  };
}
