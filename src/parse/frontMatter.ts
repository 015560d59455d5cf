import matter from 'gray-matter';
import type { Range } from '../diagnostic/place.js';

/** Where a file's front matter and body stand; or why they cannot be told apart. */
export type Split =
  { ok: true; frontMatter: Range; body: Range } | { ok: false; at: Range; message: string; hint: string };

/**
 * gray-matter evaluates `---js` and friends, whatever `language` says, and falls back to its own js-yaml. So every
 * engine it knows is replaced, and the first line is checked before it is called.
 */
const refuse = (): never => {
  throw new Error('front matter is YAML, and nothing else');
};
const engines = {
  yaml: () => ({}),
  json: refuse,
  javascript: refuse,
  js: refuse,
  coffee: refuse,
  cson: refuse,
  toml: refuse,
};

/**
 * Splits a file into front matter and body. The YAML is not read here: `parseYaml` does that, with places.
 *
 * The ranges count in the text as given, byte order mark included.
 */
export function splitFrontMatter(text: string): Split {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const firstLine = /^[^\r\n]*/.exec(text.slice(start))?.[0] ?? '';
  if (firstLine !== '---') {
    const near = /^\s*-{2,}/.test(firstLine);
    return {
      ok: false,
      at: [start, start + firstLine.length],
      message: near
        ? `The first line is \`${firstLine}\`, expected \`---\``
        : 'The file has no front matter: its first line is not `---`',
      hint: near
        ? 'Write three hyphens and nothing else; front matter is always YAML.'
        : 'Begin the file with a line `---`, the fields, and another line `---`.',
    };
  }
  if (/^---\r(?!\n)/.test(text.slice(start))) {
    return {
      ok: false,
      at: [start, start + 3],
      message:
        'The lines of this file end with a carriage return alone, which YAML takes for no end of a line',
      hint: 'Save the file with line ends of Unix (LF) or Windows (CRLF).',
    };
  }
  const file = matter(createSkeleton(text.slice(start)), { language: 'yaml', engines });
  // gray-matter takes a missing end for the end of the file, and `---x` or `----` for an end.
  const from = start + firstLine.length;
  const fence = from + file.matter.length + 1;
  const closing = /^[^\r\n]*/.exec(text.slice(fence))?.[0] ?? '';
  if (closing !== '---') {
    const missing = fence >= text.length;
    return {
      ok: false,
      at: missing ? [start, start + 3] : [fence, fence + closing.length],
      message: missing
        ? 'The front matter that begins here never ends'
        : `The front matter ends at \`${closing}\`, expected a line \`---\``,
      hint: missing
        ? 'Write a line `---` after the last field.'
        : 'A line that begins with `---` ends the front matter; write exactly `---`, or indent it if it is text.',
    };
  }
  const lineBreak = /^(?:\r\n|\n|\r)?/.exec(text.slice(from))?.[0].length ?? 0;
  const end = fence + closing.length;
  return {
    ok: true,
    frontMatter: [Math.min(from + lineBreak, fence), fence],
    body: [
      Math.min(text.length, end + (/^(?:\r\n|\n|\r)?/.exec(text.slice(end))?.[0].length ?? 0)),
      text.length,
    ],
  };
}

/**
 * The text as long as it is, of whose white space only the first line's end and what stands before `---` is left: gray-matter
 * looks for comments with a pattern that goes back at every line of a long run of blank ones.
 */
function createSkeleton(text: string): string {
  const first = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text)?.[0] ?? '';
  return first + text.slice(first.length).replace(/\s(?!---)/g, 'x');
}
