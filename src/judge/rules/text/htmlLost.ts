import type { Html } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import type { Finding, Rule, Subject } from '../../rule.js';
import { createTexts, placeOf } from '../../text.js';
import { placeholders } from '../completeness/placeholder.js';
import { findShownTexts } from '../gate/gateRule.js';

/** No page shows HTML: what stands in angle brackets is gone, and the sentence around it closes up. */
export const htmlLost: Rule = {
  id: 'html-lost',
  level: 'warning',
  blocks: false,
  description:
    'A text holds no HTML, since no page shows it. `ssh <host>` reads as `ssh` there, and nobody sees that something is missing; tags that HTML does know, and with which no word is lost, are a remark. In texts that customers see it is an error, `raw-html`.',
  bad: `detection:
  by: monitoring
  note: The alert linked to a runbook that said to log in to <orders-db-2> and look.`,
  good: `detection:
  by: monitoring
  note: The alert linked to a runbook that said to log in to \`<orders-db-2>\` and look.`,
  *check(subject): Iterable<Finding> {
    const tags: Finding[] = [];
    for (const { finding, isHarmless } of findHtml(subject)) {
      if (isHarmless) tags.push(finding);
      else yield finding;
    }
    const [first] = tags;
    if (!first) return;
    const more = tags.length === 1 ? '' : `; and ${tags.length - 1} more in this file`;
    yield { ...first, level: 'info', message: first.message + more };
  },
};

function findHtml(subject: Subject): { finding: Finding; isHarmless: boolean }[] {
  const { document, incident } = subject;
  if (!/<[a-z]/i.test(document.text)) return [];
  const found: { finding: Finding; isHarmless: boolean }[] = [];
  const shown = incident.publication ? findShownTexts(subject) : [];
  const paths = new Set(shown.map(({ path }) => path?.join('.')));
  for (const text of createTexts(document)) {
    if (!text.tree || (text.path && paths.has(text.path.join('.')))) continue;
    visit(text.tree, 'html', (node: Html) => {
      const start = node.position?.start.offset ?? 0;
      // Prompts of templates, and the ends of what was begun.
      const name = /^<([a-z][\w-]*)/i.exec(node.value)?.[1];
      if (name === undefined) return;
      if (
        !text.path &&
        shown.some((one) => !one.path && start >= one.base && start < one.base + one.text.length)
      )
        return;
      if (incident.status !== 'draft' && isPlaceholder(node.value)) return;
      const line = node.value.split(/[\r\n]/)[0]?.slice(0, 40) ?? '';
      const isKnown = elements.has(name.toLowerCase());
      const isLost = losesWords(node.value);
      found.push({
        isHarmless: isKnown && !isLost,
        finding: {
          ...placeOf(text, node),
          message:
            isKnown && !isLost
              ? `${quote(line)} is HTML, which no page shows`
              : `${quote(line)} is taken for HTML, so no page shows it`,
          hint: isKnown
            ? isLost
              ? 'Write it in Markdown, or, if it is no HTML, in backticks.'
              : 'Write it in Markdown.'
            : 'Put it in backticks.',
        },
      });
    });
  }
  return found;
}

/** Whether words are gone with it: what stands between its tags, and in a tag what is no attribute: `<b and c>`. */
function losesWords(html: string): boolean {
  const words = html
    .replace(/<!--[^]*?-->/g, ' ')
    .replace(/\s[a-z][\w:-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+)/gi, '')
    .replace(
      /\s(?:open|checked|disabled|hidden|controls|reversed|nowrap|noshade|selected|allowfullscreen)(?=[\s/>])/gi,
      '',
    )
    .replace(/<\/?[a-z][\w-]*\s*\/?>/gi, ' ');
  return /[\p{L}\p{N}]/u.test(words);
}

/** Whether it is something to be filled in, of which `placeholder-left` speaks. */
function isPlaceholder(html: string): boolean {
  return placeholders.some(({ pattern, gated }) => gated === 'html' && html.replace(pattern, '') === '');
}

/** Elements of HTML that people write into Markdown. */
const elements: ReadonlySet<string> = new Set(
  (
    'a abbr address article aside audio b blockquote br button caption center cite code col colgroup dd del details ' +
    'dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr html i iframe img input ins ' +
    'kbd label li link main mark meta nav object ol p picture pre q s samp script section small source span strike ' +
    'strong style sub summary sup svg table tbody td tfoot th thead time tr tt u ul var video wbr'
  ).split(' '),
);
