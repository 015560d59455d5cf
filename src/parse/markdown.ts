import type { Nodes, Root, Yaml } from 'mdast';
import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** What GFM adds to CommonMark, and without which character it cannot be in a text. */
interface Extension {
  mark: RegExp;
  syntax: ReturnType<typeof gfmTable>;
  tree: TreeExtension;
}

/*
 * An extension is asked at every place where it could begin: for bare addresses that is every word, and they alone take
 * a third of the time. So a text is parsed with those that it can hold something of. Each mark is one that its grammar
 * cannot do without, so that what is left out would have found nothing; a mark too wide costs time, one too narrow would
 * be another Markdown. `test/parse/markdown.test.ts` compares with the reference, which has all of them always.
 */
const extensions: readonly Extension[] = [
  {
    // Addresses are also looked for in what was read, where an escape or a reference may have been `@`, `:`, `/` or `.`.
    mark: /[@&\\]|:\/\/|www\./i,
    syntax: gfmAutolinkLiteral(),
    tree: gfmAutolinkLiteralFromMarkdown(),
  },
  { mark: /\[\^/, syntax: gfmFootnote(), tree: gfmFootnoteFromMarkdown() },
  { mark: /~/, syntax: gfmStrikethrough(), tree: gfmStrikethroughFromMarkdown() },
  // A table of one column needs no `|`, but then its line of hyphens has a colon.
  { mark: /\||:-|-:/, syntax: gfmTable(), tree: gfmTableFromMarkdown() },
  { mark: /\[[\sx]/i, syntax: gfmTaskListItem(), tree: gfmTaskListItemFromMarkdown() },
];

/**
 * The one seam to the parser: a text as CommonMark with GFM, places in UTF-16. The tree is that of remark-parse with
 * remark-gfm. Call `findExcess` first.
 */
export function parseMarkdown(text: string): Root {
  const needed = extensions.filter(({ mark }) => mark.test(text));
  return unified()
    .use(remarkParse)
    .data({
      micromarkExtensions: needed.map(({ syntax }) => syntax),
      fromMarkdownExtensions: needed.map(({ tree }) => tree),
    })
    .parse(text);
}

/**
 * A whole file, front matter included, as remark-frontmatter has it: the tree's first node is the front matter, places
 * count in the file. Call `findExcess` first.
 */
export function parseMarkdownFile(whole: string): Root {
  // The parser leaves a byte order mark out, and does not count it.
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  const frontMatter = findFrontMatter(text);
  if (!frontMatter) return parseMarkdown(whole);
  // Letter by letter the parser would read the front matter, too, which is most of a file. It goes on at the line's end,
  // so that the body begins with a line break, wherever it begins.
  const { node, end } = frontMatter;
  const tree = parseMarkdown(text.slice(end.offset));
  move(tree, end);
  const position = { start: { line: 1, column: 1, offset: 0 }, end: tree.position?.end ?? end };
  return { type: 'root', children: [node, ...tree.children], position };
}

type Point = NonNullable<Nodes['position']>['start'];

/** The front matter as remark-frontmatter finds it: from a first line `---` to the next, each with nothing but blanks behind. */
function findFrontMatter(text: string): { node: Yaml; end: Point & { offset: number } } | undefined {
  const opening = /^---[ \t]*(?=[\r\n])/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /(?:\r\n|[\r\n])---[ \t]*(?![^\r\n])/g;
  closing.lastIndex = opening.length;
  const found = closing.exec(text);
  if (!found) return undefined;
  const offset = closing.lastIndex;
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  const end = { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset };
  const value = text.slice(opening.length, found.index).replace(/^(?:\r\n|[\r\n])/, '');
  return {
    node: { type: 'yaml', value, position: { start: { line: 1, column: 1, offset: 0 }, end } },
    end,
  };
}

/** Moves the places of a tree to where its text begins. */
function move(node: Nodes, by: Point & { offset: number }): void {
  const to = ({ line, column, offset = 0 }: Point): Point => ({
    line: line + by.line - 1,
    column: line === 1 ? column + by.column - 1 : column,
    offset: offset + by.offset,
  });
  if (node.position) node.position = { start: to(node.position.start), end: to(node.position.end) };
  if ('children' in node) for (const child of node.children) move(child, by);
}
