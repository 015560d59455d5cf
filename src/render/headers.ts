import type { Output } from './output.js';
import { contentSecurityPolicy } from './page.js';

/**
 * Headers in the form that Netlify and Cloudflare Pages read; paths count from the folder that is deployed. They say what
 * the pages say of themselves, and what only a header can.
 */
export function renderHeaders(site: 'public' | 'internal', fonts: boolean): Output {
  const own =
    site === 'public'
      ? ['Referrer-Policy: strict-origin-when-cross-origin']
      : // Nobody learns from a link that was followed where the internal site stands, and nobody keeps its pages.
        [
          'Cache-Control: private, no-cache',
          'Referrer-Policy: no-referrer',
          'X-Robots-Tag: noindex, nofollow',
        ];
  const lines = [
    `Content-Security-Policy: ${contentSecurityPolicy(fonts)}; frame-ancestors 'none'`,
    'Cross-Origin-Opener-Policy: same-origin',
    'Permissions-Policy: camera=(), geolocation=(), microphone=()',
    ...own,
    'X-Content-Type-Options: nosniff',
    'X-Frame-Options: DENY',
  ].toSorted();
  const content = `/*\n${lines.map((line) => `  ${line}\n`).join('')}${site === 'public' ? publicFiles : internalFiles}`;
  return { path: '_headers', content };
}

/** Everybody's pages may read what is for machines: there is nothing in it that is not for everybody. */
const machineFiles = ['/api/*', '/feeds/*', '/history.atom', '/history.rss', '/calendar.ics']
  .map((path) => `\n${path}\n  Access-Control-Allow-Origin: *\n`)
  .join('');

/** Files of the public site of which more is said. Each header stands in one rule of a path, since hosts join what stands in two. */
const publicFiles = `
/assets/*
  Cache-Control: public, max-age=31536000, immutable
${machineFiles}
/feeds/all.json
  Content-Type: application/feed+json; charset=utf-8

/incidents/*.md
  Content-Type: text/markdown; charset=utf-8
`;

const internalFiles = `
/items.csv
  Content-Type: text/csv; charset=utf-8
`;
