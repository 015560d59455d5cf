import type { Element, ElementContent, Root } from 'hast';
import type { Paragraph, Root as MarkdownRoot } from 'mdast';
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { createSlugs } from '../parse/headingSlug.js';
import { parseMarkdown } from '../parse/markdown.js';
import type { PageContext } from './frame.js';
import type { Wording } from './wording/wording.js';
import type { Address } from './link.js';
import { highlightCode } from './textCode.js';
import { identifyHeadings, nestHeadings } from './textHeading.js';
import { findTarget, type LinkContext } from './textLink.js';

/** The words for what stands around texts. */
type TextWords = Pick<Wording, 'text'>;

/** What has to be known of a page to write a text on it. */
export type TextContext = LinkContext & { wording: TextWords };

/** How a text stands on its page: the level of its highest heading, and what keeps its ids apart from other texts'. */
export interface Setting {
  top: number;
  prefix: string;
  /** The picture that an address in the text means. Where there is none, and where this is absent, the description is shown. */
  findPicture?: (url: string) => ShownPicture | undefined;
  /** Gives each heading its slug, where texts that are written one by one are read, and linked, as one. */
  nameHeading?: (heading: string) => string;
}

/** A picture of this site; width and height are in pixels. */
export interface ShownPicture {
  address: Address;
  width: number;
  height: number;
}

/*
 * What may come out of an author's text. Raw HTML never becomes a node, so this is a second wall: it holds even if a step
 * before it forgets something. Ids are not prefixed here, because the ids of footnotes are prefixed when they are
 * made and those of headings after this; prefixing twice would cut footnotes from their marks.
 */
const schema: Schema = {
  tagNames: 'a blockquote br code del em h1 h2 h3 h4 h5 h6 hr img input li ol p pre section strong sup table tbody td th thead tr ul'.split(' '), // prettier-ignore
  attributes: {
    a: ['href', 'id', 'ariaDescribedBy', 'ariaLabel', 'dataFootnoteRef', 'dataFootnoteBackref'],
    code: [['className', /^language-[\w+#.-]+$/]],
    img: ['src', 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    section: ['dataFootnotes', ['className', 'footnotes']],
    td: ['align'],
    th: ['align'],
    ...Object.fromEntries(
      [2, 3, 4, 5, 6].map((level) => [`h${level}`, ['id', ['className', 'visually-hidden']]]),
    ),
  },
  protocols: { href: ['https', 'http', 'mailto'] },
  ancestors: { tbody: ['table'], td: ['table'], th: ['table'], thead: ['table'], tr: ['table'] },
  clobber: ['ariaDescribedBy', 'id', 'name'],
  clobberPrefix: '',
  strip: ['script', 'style'],
};

const sanitizer = unified().use(rehypeSanitize, schema).freeze();
const writer = unified().use(rehypeStringify).freeze();

/** The tree of an Inline text: one paragraph, whatever its first characters would begin in a whole document. */
export function parseInline(text: string): Paragraph {
  // A list, a heading or a quote can only begin at a line's start, so the text is parsed in the middle of a line.
  const line = text.replace(/(?:\\|[ \t]+)?\r?\n[ \t]*/g, ' ').trim();
  const [paragraph] = parseMarkdown(`x ${line}`).children;
  if (paragraph?.type !== 'paragraph')
    return { type: 'paragraph', children: [{ type: 'text', value: line }] };
  const [first] = paragraph.children;
  if (first?.type === 'text') first.value = first.value.slice(2);
  return paragraph;
}

/**
 * Makes of a Markdown tree one of HTML that is safe on any page of the site: no raw HTML, links only where `findTarget`
 * leads, pictures only of this site. Changes the tree.
 */
export function createSafeTree(tree: MarkdownRoot, context: TextContext, setting: Setting): Root {
  const { text } = context.wording;
  removeRawNodes(tree, setting.findPicture !== undefined, context.wording);
  nestHeadings(tree, setting.top);
  const made = unified()
    .use(remarkRehype, {
      clobberPrefix: `${setting.prefix}note-`,
      footnoteLabel: text.notes,
      footnoteBackLabel: (note, again) => text.backToNote(note + 1, again),
      footnoteLabelTagName: `h${Math.min(6, setting.top)}`,
      footnoteLabelProperties: { className: ['visually-hidden'] },
    })
    .runSync(tree);
  nameFootnoteLabel(made, setting.prefix);
  resolveLinks(made, context);
  resolvePictures(made, context, setting);
  const safe = sanitizer.runSync(made);
  replaceCheckboxes(safe, context.wording);
  return safe;
}

/** Writes a Markdown tree as safe HTML. Changes the tree. */
export function renderTree(tree: MarkdownRoot, context: PageContext, setting: Setting): string {
  const safe = createSafeTree(tree, context, setting);
  dressTables(safe);
  const { prefix, nameHeading } = setting;
  identifyHeadings(safe, nameHeading ? '' : prefix, nameHeading ?? createSlugs());
  highlightCode(safe);
  wrapWide(safe, context.wording);
  return writer.stringify(safe);
}

/**
 * Raw HTML is shown as what was typed, comments in no way; an image is shown as its description, unless pictures are
 * kept. (The rules refuse all three in public texts; this holds for what the internal site shows, and should a rule fail.)
 */
export function removeRawNodes(
  tree: MarkdownRoot | Paragraph,
  keepsPictures: boolean,
  wording: TextWords,
): void {
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined || !('children' in parent)) return undefined;
    if (node.type === 'html') {
      const value = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '');
      const isBlock = parent.type === 'root' || parent.type === 'blockquote' || parent.type === 'listItem';
      const shown = { type: 'text' as const, value };
      const nodes =
        value.trim() === '' ? [] : [isBlock ? { type: 'paragraph' as const, children: [shown] } : shown];
      parent.children.splice(index, 1, ...(nodes as typeof parent.children));
      return [SKIP, index + nodes.length];
    }
    if (!keepsPictures && (node.type === 'image' || node.type === 'imageReference')) {
      const shown = { type: 'text' as const, value: describePicture(node.alt, wording) };
      parent.children.splice(index, 1, shown as (typeof parent.children)[number]);
      return [SKIP, index + 1];
    }
    return undefined;
  });
}

function resolveLinks(tree: Root, context: LinkContext): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || parent === undefined || index === undefined) return undefined;
    if (
      element.properties.dataFootnoteRef !== undefined ||
      element.properties.dataFootnoteBackref !== undefined
    ) {
      return undefined;
    }
    const target = findTarget(decodeHref(element.properties.href), context);
    if (target === undefined) {
      parent.children.splice(index, 1, ...element.children);
      return index;
    }
    element.properties = { href: target };
    return undefined;
  });
}

function describePicture(alt: unknown, { text }: TextWords): string {
  return typeof alt === 'string' && alt !== '' ? text.picture(alt) : text.unknownPicture;
}

/** Pictures of this site with their size, so that nothing jumps while they load; of others the description. */
function resolvePictures(tree: Root, { link, wording }: TextContext, { findPicture }: Setting): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'img' || parent === undefined || index === undefined) return;
    const { src, alt } = element.properties;
    const found = findPicture?.(decodeHref(src));
    if (found) {
      const { address, width, height } = found;
      const words = typeof alt === 'string' ? alt.replace(/\s+/g, ' ').trim() : '';
      element.properties = {
        src: link(address),
        alt: words,
        width,
        height,
        loading: 'lazy',
        decoding: 'async',
      };
    } else parent.children[index] = { type: 'text', value: describePicture(alt, wording) };
  });
}

function decodeHref(href: unknown): string {
  return typeof href === 'string' ? href : '';
}

/** The label's id is fixed by the library; two texts with footnotes on one page would share it. */
function nameFootnoteLabel(tree: Root, prefix: string): void {
  visit(tree, 'element', ({ properties }) => {
    if (properties.id === 'footnote-label') properties.id = `${prefix}note-label`;
    if (properties.ariaDescribedBy !== undefined) properties.ariaDescribedBy = [`${prefix}note-label`];
  });
}

/** A checkbox that nobody can tick is not a control: it is said in words. */
function replaceCheckboxes(tree: Root, { text }: TextWords): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName !== 'input' || parent === undefined || index === undefined) return;
    const words = element.properties.checked ? text.ticked : text.unticked;
    parent.children[index] = create('span', { className: ['task-state'] }, [{ type: 'text', value: words }]);
  });
}

/** `align` is no attribute of HTML any more: classes; and a heading cell says of what it is the heading. */
function dressTables(tree: Root): void {
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'td' && element.tagName !== 'th') return;
    const { align } = element.properties;
    element.properties = typeof align === 'string' ? { className: [`align-${align}`] } : {};
    if (element.tagName === 'td') return;
    if (element.children.length === 0) element.tagName = 'td';
    else element.properties.scope = 'col';
  });
}

/** What may be wider than a phone scrolls by itself, and can be reached by keyboard. */
function wrapWide(tree: Root, { text }: TextWords): void {
  visit(tree, 'element', (element, index, parent) => {
    if (parent === undefined || index === undefined) return undefined;
    const label =
      element.tagName === 'table' ? text.table : element.tagName === 'pre' ? text.code : undefined;
    if (label === undefined) return undefined;
    const properties = { className: ['scroll'], role: 'group', ariaLabel: label, tabIndex: 0 };
    parent.children[index] = create('div', properties, [element]);
    return SKIP;
  });
}

function create(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
