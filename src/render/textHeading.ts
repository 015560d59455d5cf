import type { Root as MarkdownRoot } from 'mdast';
import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { toString } from 'mdast-util-to-string';

type Level = 1 | 2 | 3 | 4 | 5 | 6;

/**
 * The id of a heading in an author's text, by its slug. Always with a word of ours before it, because an id such as
 * `location` would hide the document's own property of that name.
 */
export function headingId(slug: string): string {
  return `section-${slug}`;
}

/**
 * Gives the headings of a text levels that nest below the page's, from `top` on and without leaving one out, whatever
 * depths the author used.
 */
export function nestHeadings(tree: MarkdownRoot, top: number): void {
  const open: number[] = [];
  visit(tree, 'heading', (heading) => {
    while ((open.at(-1) ?? 0) >= heading.depth) open.pop();
    open.push(heading.depth);
    heading.depth = Math.min(6, top + open.length - 1) as Level;
  });
}

/**
 * Sets the ids of the headings that have none. `name` gives each its slug; `prefix` keeps texts of one page apart.
 */
export function identifyHeadings(tree: Root, prefix: string, name: (heading: string) => string): void {
  visit(tree, 'element', (element) => {
    if (!/^h[1-6]$/.test(element.tagName) || element.properties.id !== undefined) return;
    element.properties.id = prefix + headingId(name(toString(element)));
  });
}
