import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Range } from '../diagnostic/place.js';

/** The one seam to the parser: whoever takes its place gives the same tree. */
const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/** Limits of a body, checked before it is parsed: Markdown can explode, and the verdict must not depend on the clock. */
export const bodyLimits = {
  length: 256 * 1024,
  nesting: 40,
  tableCells: 20_000,
  emphasis: 2_000,
  brackets: 4_000,
};

/** A whole file, front matter included, as CommonMark with GFM; places count in the file. Call `findExcess` first. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}

/** What makes a body too large or too deep to parse in bounded time, with its place; undefined when nothing does. */
export function findExcess(text: string, [start, end]: Range): { range: Range; message: string } | undefined {
  const body = text.slice(start, end);
  if (body.length > bodyLimits.length) {
    return {
      range: [start, start],
      message: `The body has ${body.length} characters, at most ${bodyLimits.length} are read`,
    };
  }
  let cells = 0;
  let columns = 0;
  let emphasis = 0;
  let brackets = 0;
  let from = start;
  for (const line of body.split('\n')) {
    const range: Range = [from, from + line.length];
    from += line.length + 1;
    const markers = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))*/.exec(line)?.[0] ?? '';
    const nesting = Math.max(
      markers.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0,
      Math.floor((/^\s*/.exec(line)?.[0].length ?? 0) / 2 - 60),
    );
    if (nesting > bodyLimits.nesting) {
      return {
        range,
        message: `Lists and quotes are nested ${nesting} deep here, at most ${bodyLimits.nesting} are read`,
      };
    }
    if (line.trim() === '') {
      columns = 0;
      emphasis = 0;
      brackets = 0;
      continue;
    }
    // A row of a table is filled up to the width of its head.
    const pipes = line.split('|').length - 1;
    columns = Math.max(columns, pipes);
    cells += columns > 1 ? columns : 0;
    emphasis += line.match(/[*_~]+/g)?.length ?? 0;
    brackets += line.match(/[[\]]/g)?.length ?? 0;
    if (cells > bodyLimits.tableCells) {
      return { range, message: `The tables of this body have more than ${bodyLimits.tableCells} cells` };
    }
    if (emphasis > bodyLimits.emphasis) {
      return { range, message: `One paragraph holds more than ${bodyLimits.emphasis} marks of emphasis` };
    }
    if (brackets > bodyLimits.brackets) {
      return { range, message: `One paragraph holds more than ${bodyLimits.brackets} brackets` };
    }
  }
  return undefined;
}
