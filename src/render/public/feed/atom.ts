import { x } from 'xastscript';
import { absoluteLink } from '../../link.js';
import type { Output } from '../../output.js';
import { renderXml } from '../../xml.js';
import { formatInstant } from '../instant.js';
import type { Author, Feed, FeedEntry } from './feed.js';

/** A feed as Atom (RFC 4287). `base` is the site's URL, with a slash at its end; '' where nobody knows it: then links are relative to the feed. */
export function renderAtom(feed: Feed, base: string): Output {
  const self = absoluteLink(base, feed.address);
  const attributes = {
    xmlns: 'http://www.w3.org/2005/Atom',
    'xml:lang': feed.language,
    ...(base === '' ? {} : { 'xml:base': base }),
  };
  const root = x('feed', attributes, [
    x('id', feed.id ?? self),
    x('title', feed.title),
    x('updated', formatInstant(feed.updated)),
    x('link', { rel: 'self', type: 'application/atom+xml', href: self }),
    x('link', { rel: 'alternate', type: 'text/html', href: feed.page }),
    createAuthor(feed.author),
    ...(feed.rights === undefined ? [] : [x('rights', feed.rights)]),
    ...(feed.logo === undefined ? [] : [x('logo', feed.logo)]),
    x('generator', 'Afterword'),
    ...feed.entries.map(createEntry),
  ]);
  return renderXml(feed.address, root);
}

function createEntry(entry: FeedEntry) {
  return x('entry', [
    x('id', entry.id),
    x('title', entry.title),
    x('published', formatInstant(entry.published)),
    x('updated', formatInstant(entry.updated)),
    x('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...(entry.author ? [createAuthor(entry.author)] : []),
    ...entry.categories.map((term) => x('category', { term })),
    ...(entry.summary === '' ? [] : [x('summary', entry.summary)]),
    x('content', { type: 'html' }, entry.content),
  ]);
}

function createAuthor({ name, url }: Author) {
  return x('author', [x('name', name), ...(url === undefined ? [] : [x('uri', url)])]);
}
