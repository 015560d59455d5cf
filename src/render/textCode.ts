import type { Element, Root } from 'hast';
import { common, createLowlight } from 'lowlight';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

let highlighter: ReturnType<typeof createLowlight> | undefined;

/**
 * A block of more characters is shown as it is, and so is what comes when a text has had its share: for many grammars
 * there is code in which each character makes them look at all that follow. Those of a few languages go back again
 * at each of these, and are given a paragraph's worth.
 */
const longest = { block: 4_000, text: 8_000, slow: 1_000 };
const slow = new Set(['markdown', 'md', 'mkdown', 'mkd', 'php-template', 'xml', 'html', 'xhtml', 'rss', 'atom', 'xjb', 'xsd', 'xsl', 'plist', 'wsf', 'svg']); // prettier-ignore

/**
 * Marks the words of code blocks whose language is named and known, by classes (`hljs-…`). The grammars are made ready
 * only when there is such a block.
 */
export function highlightCode(tree: Root): void {
  let left = longest.text;
  visit(tree, 'element', (element) => {
    const code = element.tagName === 'pre' ? element.children[0] : undefined;
    if (code?.type !== 'element' || code.tagName !== 'code') return;
    const language = languageOf(code);
    const text = toString(code);
    if (language === undefined || text.length > left) return;
    if (text.length > (slow.has(language) ? longest.slow : longest.block)) return;
    highlighter ??= createLowlight(common);
    if (!highlighter.registered(language)) return;
    left -= text.length;
    code.children = highlighter.highlight(language, text).children as Element['children'];
  });
}

function languageOf(code: Element): string | undefined {
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  const found = names.map(String).find((name) => name.startsWith('language-'));
  return found?.slice('language-'.length).toLowerCase();
}
