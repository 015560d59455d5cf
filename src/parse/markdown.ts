import type { Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** The one seam to the parser: whoever takes its place gives the same tree. */
const processor = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm);

/** A whole file, front matter included, as CommonMark with GFM; places count in the file. Call `findExcess` first. */
export function parseMarkdown(text: string): Root {
  return processor.parse(text);
}
