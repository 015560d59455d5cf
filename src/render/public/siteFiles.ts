import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { absoluteLink, type Address } from '../link.js';
import type { Output } from '../output.js';
import { contentSecurityPolicy } from '../page.js';

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
  const tree = x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls);
  return { path: 'sitemap.xml', content: `<?xml version="1.0" encoding="utf-8"?>\n${toXml(tree)}\n` };
}

/** Everybody may read everything. */
export function renderRobots(url: string): Output {
  return {
    path: 'robots.txt',
    content: `User-agent: *\nAllow: /\n\nSitemap: ${absoluteLink(url, 'sitemap.xml')}\n`,
  };
}

/** Headers in the form that Netlify and Cloudflare Pages read; paths count from the folder that is deployed. */
export function renderHeaders(): Output {
  const content = `/*
  Content-Security-Policy: ${contentSecurityPolicy}; frame-ancestors 'none'
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: camera=(), geolocation=(), microphone=()
  Referrer-Policy: strict-origin-when-cross-origin
  X-Content-Type-Options: nosniff
  X-Frame-Options: DENY

/assets/*
  Cache-Control: public, max-age=31536000, immutable
`;
  return { path: '_headers', content };
}
