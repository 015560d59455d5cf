import { x } from 'xastscript';
import { absoluteLink, type Address } from '../../link.js';
import type { Output } from '../../output.js';
import { renderXml } from '../../xml.js';
import type { Feed, FeedEntry } from './feed.js';

/** A feed as RSS 2.0 at another address. `base` is the site's URL, with a slash at its end. */
export function renderRss(feed: Feed, address: Address, base: string): Output {
  const self = { rel: 'self', type: 'application/rss+xml', href: absoluteLink(base, address) };
  const channel = x('channel', [
    x('title', feed.title),
    x('link', feed.page),
    x('description', feed.title),
    x('atom:link', self),
    x('language', feed.language),
    ...(feed.rights === undefined ? [] : [x('copyright', feed.rights)]),
    x('lastBuildDate', formatDate(feed.updated)),
    x('generator', 'Afterword'),
    ...feed.entries.map(createItem),
  ]);
  const attributes = { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' };
  return renderXml(address, x('rss', attributes, [channel]));
}

function createItem(entry: FeedEntry) {
  return x('item', [
    x('title', entry.title),
    x('link', entry.url),
    x('guid', { isPermaLink: 'false' }, entry.id),
    x('pubDate', formatDate(entry.updated)),
    ...entry.categories.map((name) => x('category', name)),
    x('description', entry.content),
  ]);
}

/** A date as RFC 822 has it, with the year in full: `Sat, 14 Mar 2026 09:05:00 GMT`. */
function formatDate(instant: number): string {
  return new Date(instant).toUTCString();
}
