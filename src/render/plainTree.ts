import type { Element, ElementContent, Root, RootContent } from 'hast';

/*
 * A safe tree as plain text: every word, link target and description of a picture that a reader gets, and nothing that he
 * does not get. Made to be read line by line in a review, so a sentence is a line.
 */

/** The blocks of a tree as lines; an empty line stands between two blocks. */
export function renderPlainTree(tree: Root): string[] {
  return joinBlocks(listBlocks(tree.children));
}

function listBlocks(nodes: readonly (RootContent | ElementContent)[]): string[][] {
  const blocks: string[][] = [];
  let run: (RootContent | ElementContent)[] = [];
  const endRun = (): void => {
    const lines = splitSentences(renderWords(run));
    if (lines.length > 0) blocks.push(lines);
    run = [];
  };
  for (const node of nodes) {
    const block = node.type === 'element' ? renderBlock(node) : undefined;
    if (block === undefined) run.push(node);
    else {
      endRun();
      blocks.push(...block);
    }
  }
  endRun();
  return blocks;
}

/** The blocks that an element makes; undefined where it stands in the midst of words. */
function renderBlock(element: Element): string[][] | undefined {
  const { tagName, children } = element;
  switch (tagName) {
    case 'p':
      return listBlocks(children);
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [[`${'#'.repeat(Number(tagName[1]))} ${oneLine(renderWords(children))}`]];
    case 'ul':
    case 'ol':
      return [renderList(element)];
    case 'blockquote':
      return [joinBlocks(listBlocks(children)).map((line) => `> ${line}`.trimEnd())];
    case 'pre':
      return [readText(element).replace(/\n$/, '').split('\n').map((line) => `    ${line}`.trimEnd())]; // prettier-ignore
    case 'table':
      return [findAll(element, 'tr').map(renderRow)];
    case 'hr':
      return [['---']];
    case 'section':
    case 'div':
      return listBlocks(children);
    default:
      return undefined;
  }
}

function renderList({ tagName, properties, children }: Element): string[] {
  const start = typeof properties.start === 'number' ? properties.start : 1;
  return children
    .filter((node) => node.type === 'element')
    .flatMap((item, index) => {
      const mark = tagName === 'ol' ? `${start + index}. ` : '- ';
      const lines = joinBlocks(listBlocks(item.children));
      return (lines.length === 0 ? [''] : lines).map((line, at) =>
        (at === 0 ? mark + line : ' '.repeat(mark.length) + line).trimEnd(),
      );
    });
}

function renderRow(row: Element): string {
  const cells = row.children.filter((cell) => cell.type === 'element');
  return `| ${cells.map((cell) => oneLine(renderWords(cell.children))).join(' | ')} |`;
}

function renderWords(nodes: readonly (RootContent | ElementContent)[]): string {
  return nodes.map(renderWord).join('');
}

function renderWord(node: RootContent | ElementContent): string {
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
  if (node.type !== 'element') return '';
  const { tagName, properties, children } = node;
  // The way back from a note is no text of the author.
  if (properties.dataFootnoteBackref !== undefined) return '';
  const words = renderWords(children);
  if (tagName === 'br') return '\n';
  if (tagName === 'img') return `[picture: ${textOf(properties.alt)}] <${textOf(properties.src)}>`;
  if (tagName === 'sup') return `[${words}]`;
  if (tagName === 'span') return `${words} `;
  if (tagName === 'a' && properties.dataFootnoteRef === undefined) {
    const target = textOf(properties.href);
    return words === target || `mailto:${words}` === target ? `<${target}>` : `${words} <${target}>`;
  }
  return words;
}

/** One sentence a line, so that a change shows where it is. */
function splitSentences(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.trim().split(/(?<=[.!?…。！？]["”’)]?) (?=\p{Lu}|["“(])/u))
    .filter((line) => line !== '');
}

function joinBlocks(blocks: readonly string[][]): string[] {
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

function findAll(element: Element, tagName: string): Element[] {
  return element.children.flatMap((child) =>
    child.type !== 'element' ? [] : child.tagName === tagName ? [child] : findAll(child, tagName),
  );
}

function readText(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(readText).join('') : '';
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
