import { slugOfFragment } from '../parse/headingSlug.js';
import { isSafeUrl } from '../parse/safeUrl.js';
import type { PageContext } from './frame.js';
import { incidentAddress } from './link.js';
import { headingId } from './textHeading.js';

/** What has to be known of a page to link from a text on it. */
export type LinkContext = Pick<PageContext, 'link'> & { frame: Pick<PageContext['frame'], 'hasPage'> };

/**
 * Where a link in an author's text leads from the page it is shown on; undefined where it may not lead anywhere, and
 * its words stay as they are. Three kinds lead somewhere:
 *
 * - whole URLs of `https:`, `http:` and `mailto:`, without user name, control characters, backslash or bidirectional marks;
 * - `#what-happened`: a heading of the same text, as GitHub calls it;
 * - an incident or a page of this site, if there is such a page: `2026-03-14-disk.md`, `./2026-03-14-disk.md`,
 *   `../2025/2025-11-02-disk.md`, `/incidents/2026-03-14-disk/`, `../2026-03-14-disk/`, `/commitments/`.
 */
export function findTarget(href: string, { frame, link }: LinkContext): string | undefined {
  if (/[\p{Cc}\p{Cf}\s\\]/u.test(href)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    // Brackets around an address of IPv6 were spelt otherwise on the way here; and `HTTPS:` is as good as `https:`.
    const whole = href
      .replace(/^(https?:\/\/)%5B([\da-f:.]+)%5D/i, '$1[$2]')
      .replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
    return isSafeUrl(whole) ? whole : undefined;
  }
  if (href.startsWith('//')) return undefined;
  const [path = '', fragment = ''] = href.split('#', 2);
  const anchor = fragment === '' ? '' : `#${headingId(slugOfFragment(fragment))}`;
  if (path === '') return anchor === '' ? undefined : anchor;
  const candidates = [path.replace(/^\//, ''), findIncident(path)];
  const address = candidates.find((candidate) => candidate !== undefined && frame.hasPage(candidate));
  return address === undefined ? undefined : link(address + anchor);
}

/** The address of the incident that a relative path names, in one of the ways in which files and pages are named. */
function findIncident(path: string): string | undefined {
  const name = /^(?:(?:\.{1,2}\/)|[\w-]+\/|\/)*([a-z0-9-]+)(?:\.md|\/)$/.exec(path)?.[1];
  return name === undefined ? undefined : incidentAddress(name);
}
