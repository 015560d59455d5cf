import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from '../diagnostic/place.js';

/** The one seam to the parser: whoever takes its place gives the same tree. */
const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/** Limits of a body, checked before it is parsed: Markdown can explode, and the verdict must not depend on the clock. */
const bodyLimits = {
  length: 256 * 1024,
  nesting: 40,
  blocks: 4_000,
  quotes: 500,
  tableCells: 20_000,
  emphasis: 2_000,
  brackets: 4_000,
};

/** A whole file, front matter included, as CommonMark with GFM; places count in the file. Call `findExcess` first. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/**
 * What makes a body too large or too deep to parse in bounded time, with its place; undefined when nothing does. Counts
 * from above, without parsing: what is quoted in a fence counts as well.
 */
export function findExcess(text: string, [start, end]: Range): { range: Range; message: string } | undefined {
  const body = text.slice(start, end);
  if (body.length > bodyLimits.length) {
    return {
      range: [start, start],
      message: `The body has ${body.length} characters, at most ${bodyLimits.length} are read`,
    };
  }
  const counts = { blocks: 0, quotes: 0, tableCells: 0, emphasis: 0, brackets: 0 };
  let columns = 0;
  let wasBlank = true;
  let from = start;
  for (const line of body.split('\n')) {
    const range: Range = [from, from + line.length];
    from += line.length + 1;
    const nesting = countNesting(line);
    if (nesting > bodyLimits.nesting) {
      return {
        range,
        message: `Lists and quotes are nested ${nesting} deep here, at most ${bodyLimits.nesting} are read`,
      };
    }
    const isBlank = line.trim() === '';
    if (isBlank) {
      // These count within a paragraph or a table.
      columns = 0;
      counts.emphasis = 0;
      counts.brackets = 0;
    } else {
      // A row of a table is filled up to the width of its head.
      columns = Math.max(columns, line.split('|').length - 1);
      counts.blocks += wasBlank || nesting > 0 ? 1 : 0;
      counts.quotes += /^\s*>/.test(line) ? 1 : 0;
      counts.tableCells += columns > 1 ? columns : 0;
      counts.emphasis += line.match(/[*_~]+/g)?.length ?? 0;
      counts.brackets += line.match(/[[\]]/g)?.length ?? 0;
    }
    wasBlank = isBlank;
    for (const [what, words] of Object.entries(names) as [keyof typeof counts, string][]) {
      if (counts[what] > bodyLimits[what]) return { range, message: `${words} than ${bodyLimits[what]}` };
    }
  }
  return undefined;
}

const names = {
  blocks: 'The body has more paragraphs and list items',
  quotes: 'The body has more quoted lines',
  tableCells: 'The tables of the body have more cells',
  emphasis: 'One paragraph holds more marks of emphasis',
  brackets: 'One paragraph holds more brackets',
};

/** How deep a line's marks of lists and quotes, or its indentation, may nest it. */
function countNesting(line: string): number {
  const marks = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/.exec(line)?.[0] ?? '';
  const indentation = /^\s*/.exec(line)?.[0].length ?? 0;
  return Math.max(marks.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0, Math.floor(indentation / 2 - 60));
}
