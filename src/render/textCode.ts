import type { Element, Root } from 'hast';
import { common, createLowlight } from 'lowlight';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

let highlighter: ReturnType<typeof createLowlight> | undefined;

/** Above this many characters a block of code is shown as it is: the grammars' time is not bounded. */
const longestHighlighted = 20_000;

/**
 * Marks the words of code blocks whose language is named and known, by classes (`hljs-…`). The grammars are made ready
 * only when there is such a block.
 */
export function highlightCode(tree: Root): void {
  visit(tree, 'element', (element) => {
    const code = element.tagName === 'pre' ? element.children[0] : undefined;
    if (code?.type !== 'element' || code.tagName !== 'code') return;
    const language = languageOf(code);
    const text = toString(code);
    if (language === undefined || text.length > longestHighlighted) return;
    highlighter ??= createLowlight(common);
    if (!highlighter.registered(language)) return;
    code.children = highlighter.highlight(language, text).children as Element['children'];
  });
}

function languageOf(code: Element): string | undefined {
  const names = Array.isArray(code.properties.className) ? code.properties.className : [];
  const found = names.map(String).find((name) => name.startsWith('language-'));
  return found?.slice('language-'.length).toLowerCase();
}
