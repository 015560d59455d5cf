import type { PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { slugOfFragment } from '../parse/headingSlug.js';
import { parseMarkdown } from '../parse/markdown.js';
import { nestHeadings } from './textHeading.js';
import { findTarget } from './textLink.js';
import { parseInline, removeRawNodes, type Setting, type TextContext } from './textTree.js';

/*
 * Authors' texts as Markdown again, for a file of their own: the same tree that a page shows, written anew, so that a text is what it was
 * read as, and cannot become anything else beside other texts.
 */

const writer = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', rule: '-', listItemIndent: 'one', fences: true })
  .freeze();

/** A tree as the text of a file. What stands in it as words comes out as words, whatever characters they have. */
export function writeMarkdown(children: readonly RootContent[]): string {
  const tree: Root = { type: 'root', children: [...children] };
  numberFootnotes(tree);
  return writer.stringify(tree);
}

/** As on a page, a note has a number; the name that its author gave it is shown nowhere. */
function numberFootnotes(tree: Root): void {
  const numbers = new Map<string, string>();
  visit(tree, ['footnoteReference', 'footnoteDefinition'] as const, (node) => {
    if (node.type !== 'footnoteReference' && node.type !== 'footnoteDefinition') return;
    const number = numbers.get(node.identifier) ?? String(numbers.size + 1);
    numbers.set(node.identifier, number);
    node.identifier = node.label = number;
  });
}

/** An Inline text as nodes within a paragraph. */
export function createInlineNodes(text: string, context: TextContext): PhrasingContent[] {
  const paragraph = parseInline(text);
  const tree: Root = { type: 'root', children: [paragraph] };
  makeSafe(tree, context, { top: 6, prefix: '' });
  return paragraph.children;
}

/** A Block text, or shown sections of a body, as nodes of a document. */
export function createBlockNodes(text: string, context: TextContext, setting: Setting): RootContent[] {
  const tree = parseMarkdown(text);
  nestHeadings(tree, setting.top);
  makeSafe(tree, context, setting);
  return tree.children;
}

/** No raw HTML, links and pictures only where a page would lead, and no name that another text could mean as well. */
function makeSafe(tree: Root, context: TextContext, setting: Setting): void {
  removeRawNodes(tree, setting.findPicture !== undefined, context.wording);
  const definitions = new Map<string, { url: string; title?: string | null | undefined }>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const siblings = parent.children as RootContent[];
    if (node.type === 'yaml' || node.type === 'definition') {
      siblings.splice(index, 1);
      return [SKIP, index];
    }
    if (node.type === 'link' || node.type === 'linkReference') {
      const url = node.type === 'link' ? node.url : definitions.get(node.identifier)?.url;
      const target = url === undefined ? undefined : findTargetInFile(url, context);
      const shown: PhrasingContent[] =
        target === undefined ? node.children : [{ type: 'link', url: target, children: node.children }];
      siblings.splice(index, 1, ...shown);
      return target === undefined ? index : undefined;
    }
    if (node.type === 'image' || node.type === 'imageReference') {
      const url = node.type === 'image' ? node.url : (definitions.get(node.identifier)?.url ?? '');
      const picture = setting.findPicture?.(url);
      const alt = node.alt ?? '';
      siblings[index] = picture
        ? { type: 'image', url: context.link(picture.address), alt }
        : {
            type: 'text',
            value: alt === '' ? context.wording.text.unknownPicture : context.wording.text.picture(alt),
          };
      return SKIP;
    }
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      node.identifier = `${setting.prefix}${node.identifier}`;
    return undefined;
  });
}

/** In the file itself a heading is called what every reader of Markdown calls it. */
function findTargetInFile(url: string, context: TextContext): string | undefined {
  const target = findTarget(url, context);
  return target !== undefined && url.startsWith('#') ? `#${slugOfFragment(url.slice(1))}` : target;
}
