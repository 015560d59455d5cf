import type { Link } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import { slugOfFragment } from '../../../parse/headingSlug.js';
import { findSuggestion } from '../../../validate/suggestion.js';
import { listHeadings } from '../../bodyHeading.js';
import type { Finding, Rule } from '../../rule.js';
import { createTexts, placeOf } from '../../text.js';

/** Nobody mistypes one of so many headings often enough to wait for it. */
const mostCompared = 100;

/** A link within a page that leads to no heading does nothing when it is followed. */
export const anchorBroken: Rule = {
  id: 'anchor-broken',
  level: 'warning',
  blocks: false,
  description:
    'A link such as `#what-happened` leads to a heading of the same file. Headings are called what GitHub calls them: in lower case, with a hyphen for each space, without punctuation, and numbered from the second of a name on (`notes`, `notes-1`).',
  bad: `title: Checkout was down again
---

## What happened

It came back, see [what we don’t know](#what-we-do-not-know).

## What we don’t know

Why the log grew.`,
  good: `title: Checkout was down again
---

## What happened

It came back, see [what we don’t know](#what-we-dont-know).

## What we don’t know

Why the log grew.`,
  *check({ incident, document }): Iterable<Finding> {
    let slugs: ReadonlySet<string> | undefined;
    for (const text of createTexts(document)) {
      if (!text.text.includes('#') || !text.tree) continue;
      const found: Finding[] = [];
      visit(text.tree, ['link', 'definition'], (node) => {
        const { url } = node as Link;
        // Every page has a top.
        if (!/^#(?!top$)./i.test(url)) return;
        slugs ??= new Set(listHeadings(incident, document).map(({ slug }) => slug));
        const wanted = slugOfFragment(url.slice(1));
        if (slugs.has(wanted)) return;
        const near = slugs.size > mostCompared ? undefined : findSuggestion(wanted, slugs);
        found.push({
          ...placeOf(text, node),
          message: `This link leads to ${quote(url)}, and no heading of this file is called so`,
          hint:
            near === undefined
              ? 'Behind `#` stands the heading in lower case, with hyphens for spaces and without punctuation.'
              : `Do you mean \`#${near}\`?`,
        });
      });
      yield* found;
    }
  },
};
