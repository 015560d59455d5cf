import type { YAMLError } from 'yaml';
import type { Range } from '../diagnostic/place.js';
import { quoteWhole } from '../diagnostic/quote.js';
import { createQuotedText, type Prose } from './yamlProse.js';
import type { DataPath } from './yamlTree.js';

/** One thing that is wrong with the YAML itself. The range counts in the whole file. */
export interface YamlProblem {
  rule: 'yaml-syntax' | 'yaml-prose' | 'yaml-refused' | 'yaml-limit' | 'text-limit' | 'duplicate-key';
  range: Range;
  message: string;
  hint: string;
}

/** What caused a syntax error, and what stands in its place while the rest is read. */
export interface YamlRepair {
  /** Counted in the YAML text. */
  problem: YamlProblem;
  /** What is replaced, where that is more than the problem's range. */
  mask?: Range;
  /** As long as what it replaces, so that every other place stays true. */
  filler: string;
  /** Whether a whole line was taken out: what its entry then lacks may have stood there. */
  line: boolean;
  /** The value that cannot be read for it, where that is known: a key at the top. */
  damaged?: DataPath;
}

/** Our words for yaml's error codes; what is missing here is said in yaml's own. */
const explanations: Record<string, string> = {
  RESOURCE_EXHAUSTION: 'This YAML is nested too deep to be read',
  BAD_INDENT: 'The indentation fits neither the line above nor the list it belongs to',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line; is the line above indented as this one should be?',
  MISSING_CHAR: 'A closing quote, bracket or colon is missing',
  MULTIPLE_DOCS: 'A line `---` or `...` ends YAML here, but more follows',
  TAB_AS_INDENT: 'A tab stands where YAML wants spaces',
  BLOCK_AS_IMPLICIT_KEY: 'A second `: ` in one line',
  BLOCK_IN_FLOW: 'A `: ` or a list inside `{ }` or `[ ]`',
  COMMENT_SPACE: 'A `#` wants a space before it to begin a comment',
};

/** A syntax error in our words. `start` is the offset of the YAML in its file. */
export function createSyntaxProblem(error: YAMLError, source: string, start: number): YamlProblem {
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

/** What is wrong with a text that YAML breaks, and the text in quotes. The range counts as the prose's does. */
export function createProseProblem({ key, text, range, reason, inFlow }: Prose): YamlProblem {
  return {
    rule: 'yaml-prose',
    range,
    message: `YAML does not read this text as it is written: ${reason}`,
    hint: `${createQuoteHint(key, text)}${inFlow ? '' : '; or put it under `>` on a line of its own'}.`,
  };
}

/** How a text is written in quotes, without a full stop; `key` is empty for an entry of a list. */
export function createQuoteHint(key: string, text: string): string {
  const quoted = createQuotedText(text);
  return `Quote it: ${quoteWhole(`${key === '' ? '' : `${key}: `}${quoted}`)}`;
}

/** A range counted from `start` instead of 0. */
export function shift([from, to]: Range, start: number): Range {
  return [from + start, to + start];
}

/** Block scalars end behind their last line break; a place that ends there would show an empty line. */
export function trimEnd(text: string, [from, to]: Range): Range {
  let end = Math.max(from, to);
  while (end > from + 1 && /\s/.test(text[end - 1] ?? '')) end--;
  return [from, end];
}
