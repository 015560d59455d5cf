import { toString } from 'mdast-util-to-string';
import type { PublicBody } from '../audience/publicHistory.js';
import { parseMarkdown } from '../parse/markdown.js';
import { usePage, type PageContext } from './frame.js';
import { parseInline, removeRawNodes, renderTree, type Setting } from './textTree.js';
import { text as english } from './wording/english/text.js';

/*
 * Characters that could mean something in Markdown's inline syntax or in HTML. A text without any of them is its own HTML, and most
 * texts are: parsing every label and note took longer than all the rest of a site.
 */
const marked = /[\0\\`*_~[\]<>&@]|:\/\/|www\./i;

/** An Inline text as HTML, without a paragraph around it. The words may be anything; what comes out is safe. */
export function renderInline(text: string, context: PageContext): string {
  if (!marked.test(text)) return text.replace(/\s*\r?\n\s*/g, ' ').trim();
  const { frame, address } = context;
  const known = inlines.get(frame) ?? new Map<string, string>();
  inlines.set(frame, known);
  const name = `${address}\n${text}`;
  const html = known.get(name) ?? renderMarked(text, context);
  known.set(name, html);
  return html;
}

/** What the texts of a site came out as, by page and text: pages, feeds and the history as data show the same ones. */
const inlines = new WeakMap<PageContext['frame'], Map<string, string>>();

function renderMarked(text: string, context: PageContext): string {
  const { children } = parseInline(text);
  const html = renderTree(
    { type: 'root', children: [{ type: 'paragraph', children }] },
    context,
    inlineSetting,
  );
  return html.replace(/^<p>|<\/p>$/g, '');
}

const inlineSetting: Setting = { top: 6, prefix: '' };

/** Whether an Inline text is its own plain text: its HTML says no more than that. */
export function isPlainInline(text: string): boolean {
  return !marked.test(text);
}

/** An Inline text as plain text: for attributes, titles and feeds. */
export function plainInline(text: string): string {
  if (!marked.test(text)) return text.replace(/\s+/g, ' ').trim();
  const known = plains.get(text);
  if (known !== undefined) return known;
  const paragraph = parseInline(text);
  // No text that customers see holds a picture outside of a body: so it does not matter in which language it would be named.
  removeRawNodes(paragraph, false, { text: english });
  const plain = toString(paragraph).replace(/\s+/g, ' ').trim();
  if (plains.size >= mostPlains) plains.clear();
  plains.set(text, plain);
  return plain;
}

/** Most texts are asked for by several pages and feeds. Emptied before it grows. */
const plains = new Map<string, string>();
const mostPlains = 20_000;

/** A Block text as HTML. `setting` says where on its page it stands. */
export function renderBlock(text: string, context: PageContext, setting: Setting): string {
  return renderTree(parseMarkdown(text), context, setting);
}

/** The sections of a body that customers see as HTML; '' when there are none. `top` is the level of a section's heading. */
export function renderBody(body: PublicBody, context: PageContext, top: number): string {
  if (body.sections.length === 0) return '';
  const { frame, address } = context;
  const known = rendered.get(body);
  if (known?.frame === frame && known.address === address && known.top === top) return known.html;
  const html = renderBlock(body.text, context, bodySetting(body, top));
  rendered.set(body, { frame, address, top, html });
  return html;
}

/** What a body last came out as: its page and the history as data show the same, and nothing takes longer to make. */
const rendered = new WeakMap<
  PublicBody,
  Pick<PageContext, 'frame' | 'address'> & { top: number; html: string }
>();

/** How the sections of a body stand on a page, with the pictures that they name. */
export function bodySetting(body: PublicBody, top: number): Setting {
  const pictures = new Map(
    body.pictures.map(({ path, width, height }) => [`/${path}`, { address: path, width, height }]),
  );
  return { top, prefix: '', findPicture: (url) => pictures.get(url) };
}

/** Plain words of authors in the midst of ours: neither their direction nor their language reaches beyond them. */
export function AuthorWords({ children }: { children: string | undefined }) {
  return <bdi lang={usePage().author.lang}>{children}</bdi>;
}

/** An Inline text in the midst of others: its direction does not reach beyond it. */
export function InlineText({ text }: { text: string }) {
  const context = usePage();
  return <bdi lang={context.author.lang} dangerouslySetInnerHTML={{ __html: renderInline(text, context) }} />;
}

/** An Inline text as a paragraph of its own. */
export function InlineParagraph({ text, class: name }: { text: string; class?: string }) {
  const context = usePage();
  return (
    <p class={name} {...context.author} dangerouslySetInnerHTML={{ __html: renderInline(text, context) }} />
  );
}

/** A Block text, or one of a body. */
export function BlockText({ text, setting }: { text: string; setting: Setting }) {
  const context = usePage();
  return (
    <div
      class="prose"
      {...context.author}
      dangerouslySetInnerHTML={{ __html: renderBlock(text, context, setting) }}
    />
  );
}
