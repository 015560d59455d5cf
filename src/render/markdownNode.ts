import type { BlockContent, ListItem, PhrasingContent, RootContent, TableRow } from 'mdast';

/* The nodes that a Markdown file of ours is put together of. */

/** A heading and what stands below it; nothing where nothing does. */
export function section(title: string, nodes: readonly RootContent[]): RootContent[] {
  return nodes.length === 0 ? [] : [{ type: 'heading', depth: 2, children: [words(title)] }, ...nodes];
}

/** A list of plain marks. */
export function list(children: ListItem[]): BlockContent {
  return { type: 'list', ordered: false, spread: false, children };
}

/** An entry of a list, and what stands below its first line. */
export function item(nodes: PhrasingContent[], more: BlockContent[] = []): ListItem {
  return { type: 'listItem', spread: false, children: [paragraph(nodes), ...more] };
}

/** A paragraph of nodes. */
export function paragraph(children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children };
}

/** A paragraph of words. */
export function sentence(text: string): BlockContent {
  return paragraph([words(text)]);
}

/** A row of a table, by what stands in its cells. */
export function tableRow(cells: readonly PhrasingContent[][]): TableRow {
  return { type: 'tableRow', children: cells.map((children) => ({ type: 'tableCell', children })) };
}

/** Words and nothing but words, on one line. */
export function words(value: string): PhrasingContent {
  return { type: 'text', value: value.replace(/\s+/g, ' ') };
}
