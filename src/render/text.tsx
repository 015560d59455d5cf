import { toString } from 'mdast-util-to-string';
import type { PublicBody } from '../audience/publicHistory.js';
import { parseMarkdown } from '../parse/markdown.js';
import { usePage, type PageContext } from './frame.js';
import { parseInline, removeRawNodes, renderTree, type Setting } from './textTree.js';

/*
 * Characters that could mean something in Markdown's inline syntax or in HTML. A text without any of them is its own HTML, and most
 * texts are: parsing every label and note took longer than all the rest of a site.
 */
const marked = /[\0\\`*_~[\]<>&@]|:\/\/|www\./i;

/** An Inline text as HTML, without a paragraph around it. The words may be anything; what comes out is safe. */
export function renderInline(text: string, context: PageContext): string {
  if (!marked.test(text)) return text.replace(/\s*\r?\n\s*/g, ' ').trim();
  const { children } = parseInline(text);
  const html = renderTree(
    { type: 'root', children: [{ type: 'paragraph', children }] },
    context,
    inlineSetting,
  );
  return html.replace(/^<p>|<\/p>$/g, '');
}

const inlineSetting: Setting = { top: 6, prefix: '' };

/** An Inline text as plain text: for attributes, titles and feeds. */
export function plainInline(text: string): string {
  if (!marked.test(text)) return text.replace(/\s+/g, ' ').trim();
  const paragraph = parseInline(text);
  removeRawNodes(paragraph);
  return toString(paragraph).replace(/\s+/g, ' ').trim();
}

/** A Block text as HTML. `setting` says where on its page it stands. */
export function renderBlock(text: string, context: PageContext, setting: Setting): string {
  return renderTree(parseMarkdown(text), context, setting);
}

/** The sections of a body that customers see as HTML; '' when there are none. `top` is the level of a section's heading. */
export function renderBody(body: PublicBody, context: PageContext, top: number): string {
  return body.sections.length === 0 ? '' : renderBlock(body.text, context, { top, prefix: '' });
}

/** An Inline text in the midst of others: its direction does not reach beyond it. */
export function InlineText({ text }: { text: string }) {
  return <bdi dangerouslySetInnerHTML={{ __html: renderInline(text, usePage()) }} />;
}

/** An Inline text as a paragraph of its own. */
export function InlineParagraph({ text, class: name }: { text: string; class?: string }) {
  return <p class={name} dir="auto" dangerouslySetInnerHTML={{ __html: renderInline(text, usePage()) }} />;
}

/** A Block text, or one of a body. */
export function BlockText({ text, setting }: { text: string; setting: Setting }) {
  return (
    <div
      class="prose"
      dir="auto"
      dangerouslySetInnerHTML={{ __html: renderBlock(text, usePage(), setting) }}
    />
  );
}
