import { x } from 'xastscript';
import { absoluteLink, type Address } from '../link.js';
import type { Output } from '../output.js';
import { renderXml } from '../xml.js';

/** The pages for search engines, as sitemaps.org has it. `changed` is a day, where the data say one. */
export function renderSitemap(
  url: string,
  pages: readonly { address: Address; changed?: string | undefined }[],
): Output {
  const urls = pages.map(({ address, changed }) =>
    x('url', [
      x('loc', absoluteLink(url, address)),
      ...(changed === undefined ? [] : [x('lastmod', changed)]),
    ]),
  );
  return renderXml(
    'sitemap.xml',
    x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls),
  );
}

/** Everybody may read everything. */
export function renderRobots(url: string): Output {
  return {
    path: 'robots.txt',
    content: `User-agent: *\nAllow: /\n\nSitemap: ${absoluteLink(url, 'sitemap.xml')}\n`,
  };
}
