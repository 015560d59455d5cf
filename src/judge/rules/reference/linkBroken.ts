import { visit } from 'unist-util-visit';
import type { Definition, Image, Link } from 'mdast';
import { quote } from '../../../diagnostic/quote.js';
import type { Range } from '../../../diagnostic/place.js';
import { parseBody } from '../../../parse/document.js';
import { decodePath, isRelative } from '../../relativeAddress.js';
import type { Finding, Rule, Subject } from '../../rule.js';

/** A relative link or picture that leads nowhere is a dead end on a page. */
export const linkBroken: Rule = {
  id: 'link-broken',
  level: 'error',
  blocks: true,
  description:
    'Relative links and pictures in a body lead to files of the project or to incidents of this history; anything else would be a dead end on a page.',
  bad: {
    'incidents/2026-03-14-checkout-down.md': `title: Checkout was down again
---

## What happened

It was [the same disk](2025-11-02-disc-full.md) as last year.`,
    'incidents/2025-11-02-disk-full.md': `title: The disk of the orders was full
started: 2025-11-02 10:00
detected: 2025-11-02 10:10
mitigated: 2025-11-02 11:00
resolved: 2025-11-02 11:30
finished: 2025-11-05`,
  },
  good: {
    'incidents/2026-03-14-checkout-down.md': `title: Checkout was down again
---

## What happened

It was [the same disk](2025-11-02-disk-full.md) as last year.`,
    'incidents/2025-11-02-disk-full.md': `title: The disk of the orders was full
started: 2025-11-02 10:00
detected: 2025-11-02 10:10
mitigated: 2025-11-02 11:00
resolved: 2025-11-02 11:30
finished: 2025-11-05`,
  },
  *check(subject): Iterable<Finding> {
    const { document } = subject;
    if (!document.hasBody) return;
    const found: Finding[] = [];
    visit(parseBody(document), ['link', 'image', 'definition'], (node) => {
      const { url, position } = node as Link | Image | Definition;
      const range: Range = [position?.start.offset ?? 0, position?.end.offset ?? 0];
      if (!isRelative(url) || leadsSomewhere(url, subject)) return;
      const what = node.type === 'image' ? 'picture' : 'link';
      found.push({
        range,
        message: `This ${what} leads to ${quote(url)}, which does not exist`,
        hint: 'Paths count from the folder of this file; an incident is linked by its file, e.g. `2026-03-14-full-disk.md`.',
      });
    });
    yield* found;
  },
};

function leadsSomewhere(url: string, { document, history, fileExists }: Subject): boolean {
  const path = decodePath(url);
  const incident = findLinkedIncident(path);
  if (incident !== undefined && history.ids.has(incident)) return true;
  const folder = document.path.includes('/')
    ? document.path.slice(0, document.path.lastIndexOf('/') + 1)
    : '';
  return fileExists(path.startsWith('/') ? path.slice(1) : folder + path);
}

/** The incident that a relative link names: `<id>.md` in whatever folder, `/incidents/<id>/`, `../<id>/`. */
export function findLinkedIncident(path: string): string | undefined {
  return (
    /(?:^|\/)([a-z0-9-]+)\.md$/.exec(path)?.[1] ??
    /(?:^|\/)(?:incidents|\.\.)\/([a-z0-9-]+)\/?$/.exec(path)?.[1]
  );
}
