import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { listFiles } from './sites/afterword.js';
import type { BuiltSite } from './sites/builtSites.js';
import { findAttribute, listElements } from './sites/readPage.js';

/** Where links stand: in pages as elements' attributes, in feeds and the sitemap as elements' texts too. */
const attributes = ['href', 'src', 'poster', 'action', 'cite'];

/** Any address will do for a site that may stand anywhere. */
const anywhere = 'https://tracker.internal.example/afterword/';

describe.each(inject('builtSites'))('$name', (site) => {
  it('has no link of its own that leads nowhere', async () => {
    const pages = await readPages(site);
    const base = pages.get('index.html')?.canonical ?? anywhere;
    const files = new Set(await listFiles(site.folder));
    const dead: string[] = [];
    let followed = 0;
    for (const [page, { links }] of pages) {
      for (const link of links) {
        const url = new URL(link, base + page);
        if (!url.href.startsWith(base)) {
          // Relative links must not climb out of the site; only whole addresses lead elsewhere.
          if (!/^(?:https?:|mailto:)/.test(link)) dead.push(`${page}: ${link} leaves the site`);
          continue;
        }
        followed++;
        const address = decodeURIComponent(url.href.slice(base.length).replace(/[?#].*$/, ''));
        const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
        const fragment = decodeURIComponent(url.hash.slice(1));
        if (!files.has(file)) dead.push(`${page}: ${link} leads to no file`);
        else if (fragment && !pages.get(file)?.ids.has(fragment))
          dead.push(`${page}: ${link} leads to no place`);
      }
    }
    expect(dead).toEqual([]);
    expect(followed).toBeGreaterThan(pages.size);
  });

  it('has no page that cannot be reached from the first one', async () => {
    const pages = await readPages(site);
    const base = pages.get('index.html')?.canonical ?? anywhere;
    const reached = new Set<string>();
    const follow = (page: string): void => {
      if (reached.has(page)) return;
      reached.add(page);
      for (const link of pages.get(page)?.links ?? []) {
        const url = new URL(link, base + page);
        const address = decodeURIComponent(url.href.replace(/[?#].*$/, '').slice(base.length));
        if (url.href.startsWith(base))
          follow(address === '' || address.endsWith('/') ? `${address}index.html` : address);
      }
    };
    follow('index.html');
    // The 404 page is found by losing one's way, redirects by old links.
    const lost = [...pages].filter(
      ([page, { redirects }]) => page !== '404.html' && !redirects && !reached.has(page),
    );
    expect(lost.map(([page]) => page)).toEqual([]);
  });
});

describe.each(inject('builtSites').filter(({ audience }) => audience === 'public'))('$name', (site) => {
  it('names only pages that exist in its feeds and its sitemap', async () => {
    const base = (await readPages(site)).get('index.html')?.canonical;
    expect(base).toBeDefined();
    const files = await listFiles(site.folder);
    const documents = files.filter((file) => /\.(?:atom|rss|xml)$/.test(file));
    expect(documents).toContain('feeds/all.atom');
    expect(documents).toContain('sitemap.xml');
    for (const document of documents) {
      const text = await readFile(path.join(site.folder, document), 'utf8');
      const urls = [...text.matchAll(/(?:<(?:loc|link)>|<link[^>]* href=")([^<"]+)/g)].map(
        (match) => match[1] ?? '',
      );
      expect(urls.length, document).toBeGreaterThan(0);
      for (const url of urls) {
        expect(url, document).toMatch(/^https?:\/\//);
        const address = url.slice(base?.length).replace(/[?#].*$/, '');
        expect(files, `${document}: ${url}`).toContain(
          address === '' || address.endsWith('/') ? `${address}index.html` : address,
        );
      }
    }
  });
});

interface LinkedPage {
  links: string[];
  ids: Set<string>;
  canonical: string | undefined;
  redirects: boolean;
}

async function readPages({ folder }: BuiltSite): Promise<Map<string, LinkedPage>> {
  const pages = new Map<string, LinkedPage>();
  for (const file of await listFiles(folder)) {
    if (!file.endsWith('.html')) continue;
    const elements = listElements(await readFile(path.join(folder, file), 'utf8'));
    const refresh = elements.find(
      (element) => findAttribute(element, 'http-equiv')?.toLowerCase() === 'refresh',
    );
    const target = refresh && /url=(.*)$/i.exec(findAttribute(refresh, 'content') ?? '')?.[1];
    pages.set(file, {
      links: elements
        .flatMap((element) => attributes.map((name) => findAttribute(element, name)))
        .concat(target)
        .filter((link) => link !== undefined),
      ids: new Set(elements.flatMap((element) => findAttribute(element, 'id') ?? [])),
      canonical: elements
        .filter((element) => findAttribute(element, 'rel') === 'canonical')
        .map((element) => findAttribute(element, 'href'))[0],
      redirects: refresh !== undefined,
    });
  }
  return pages;
}
