import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../../../diagnostic/place.js';
import { parseBody, type Document } from '../../../parse/document.js';
import { splitLines } from '../../text.js';

/** One line of a body. */
export interface BodyLine {
  line: string;
  /** Where it begins in the file. */
  offset: number;
  /** Whether it belongs to a block of code, its fences included. */
  code: 'fence' | 'indented' | undefined;
}

/** The lines of a document's body. */
export function createBodyLines(document: Document): BodyLine[] {
  const blocks = findCode(parseBody(document), document.text);
  const [start, end] = document.body;
  return splitLines(document.text.slice(start, end)).map(({ line, offset }) => {
    const at = start + offset;
    const block = blocks.find(({ range }) => at + line.length > range[0] && at < range[1]);
    return { line, offset: at, code: block && (block.fence ? 'fence' : 'indented') };
  });
}

/** A block of code in a body. */
export interface CodeBlock {
  range: Range;
  /** The marks that open it, e.g. three backticks; undefined where it is only indented. */
  fence: string | undefined;
  /** Whether a line of such marks ends it. */
  closed: boolean;
}

/** The blocks of code of a tree, wherever they stand in it. */
export function findCode(tree: Root, text: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  visit(tree, 'code', (node: Code) => {
    const range: Range = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    const source = text.slice(range[0], range[1]);
    const fence = /^(?:`{3,}|~{3,})/.exec(source)?.[0];
    const lines = source.split(/\r\n|\n|\r/);
    const last = (lines.at(-1) ?? '').replace(/^[\s>]*/, '').trimEnd();
    const closed =
      fence === undefined ||
      (lines.length > 1 && last.startsWith(fence) && last === (fence[0] ?? '').repeat(last.length));
    blocks.push({ range, fence, closed });
  });
  return blocks;
}
