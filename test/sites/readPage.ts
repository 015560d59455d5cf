import { parse, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Elements that stand within a line; all others begin a line of their own. */
const inLine =
  /^(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|em|i|ins|kbd|mark|q|s|small|span|strong|sub|sup|time|u|var)$/;

/** Elements whose text nobody reads on the page. */
const unread = /^(?:head|script|style|template|svg)$/;

/** A page's text as somebody reads it, a line for each paragraph, heading, cell or item; whatever its design is. */
export function readPage(html: string): string[] {
  const lines: string[] = [];
  let line = '';
  const endLine = () => {
    if (line.trim()) lines.push(line.replaceAll(/\s+/g, ' ').trim());
    line = '';
  };
  const read = (nodes: readonly Node[]) => {
    for (const node of nodes) {
      if (node.nodeName === '#text' && 'value' in node) line += node.value;
      if (!isElement(node) || unread.test(node.tagName)) continue;
      const isBlock = !inLine.test(node.tagName);
      if (isBlock) endLine();
      read(node.childNodes);
      if (isBlock) endLine();
    }
  };
  read(parse(html).childNodes);
  endLine();
  return lines;
}

/** All elements of a page, in its order. */
export function listElements(html: string): Element[] {
  const list = (nodes: readonly Node[]): Element[] =>
    nodes.flatMap((node) => (isElement(node) ? [node, ...list(node.childNodes)] : []));
  return list(parse(html).childNodes);
}

/** The value of an element's attribute. */
export function findAttribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}
