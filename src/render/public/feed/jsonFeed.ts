import { renderJson } from '../../json.js';
import { absoluteLink, type Address } from '../../link.js';
import type { Output } from '../../output.js';
import { formatInstant } from '../instant.js';
import type { Author, Feed } from './feed.js';

/** A feed as JSON Feed 1.1 at another address. `base` is the site's URL, with a slash at its end. */
export function renderJsonFeed(feed: Feed, address: Address, base: string): Output {
  return renderJson(address, {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.page,
    feed_url: absoluteLink(base, address),
    ...(feed.logo === undefined ? {} : { icon: feed.logo }),
    authors: [createAuthor(feed.author)],
    language: feed.language,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      content_html: entry.content,
      ...(entry.summary === '' ? {} : { summary: entry.summary }),
      date_published: formatInstant(entry.published),
      date_modified: formatInstant(entry.updated),
      ...(entry.author ? { authors: [createAuthor(entry.author)] } : {}),
      ...(entry.categories.length === 0 ? {} : { tags: entry.categories }),
    })),
  });
}

function createAuthor({ name, url }: Author) {
  return { name, ...(url === undefined ? {} : { url }) };
}
