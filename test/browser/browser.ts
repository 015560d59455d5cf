import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';
import { ignoreMissing, listFiles } from '../sites/afterword.js';
import type { BuiltSite } from '../sites/builtSites.js';

const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the Chromium of this machine. Without one it throws, and says how to get one: nothing is skipped. */
export async function launch(): Promise<Browser> {
  const found = findChromium();
  if (!found)
    throw new Error('There is no Chromium on this machine. Run `npm run browser`: it finds or installs one.');
  return chromium.launch({ executablePath: found.path, args: quiet });
}

/** A site as it is served: pages of the public one under its real address, with the headers that it asks for. */
export interface ServedSite {
  base: string;
  page: Page;
  /** What pages asked of anybody else. */
  strayRequests: string[];
  /** What the browser complained of: blocked by the policy, missing, broken. */
  complaints: string[];
}

/**
 * Opens a page that finds the site under its address, without a server: requests below the address are answered from the
 * folder, all others are refused and remembered.
 */
export async function serve(
  browser: Browser,
  site: BuiltSite,
  options: BrowserContextOptions = {},
): Promise<ServedSite> {
  const base = await findBase(site);
  const headers = await readHeaders(site);
  const context = await browser.newContext(options);
  // The day that the sites are built for: what browsers count on from there is tested for itself.
  await context.clock.setFixedTime('2026-11-22T12:00:00Z');
  const page = await context.newPage();
  const served: ServedSite = { base, page, strayRequests: [], complaints: [] };
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      served.complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => served.complaints.push(error.message));
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (!url.href.startsWith(base)) {
      served.strayRequests.push(url.href);
      return route.abort();
    }
    const address = decodeURIComponent(url.href.slice(base.length).replace(/[?#].*$/, ''));
    const file = path.join(
      site.folder,
      address.endsWith('/') || address === '' ? `${address}index.html` : address,
    );
    const body = await readFile(file).catch(ignoreMissing);
    // Browsers ask for it by themselves, for the tab.
    if (!body && url.pathname === '/favicon.ico') return route.fulfill({ status: 204 });
    const contentType = contentTypes[path.extname(file)] ?? 'application/octet-stream';
    return body ? route.fulfill({ body, contentType, headers }) : route.fulfill({ status: 404 });
  });
  return served;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
};

/**
 * The style sheets as they are built, by the kind of pages in their names: imported by a test they would be empty. Takes the address of
 * one, and gives its text.
 */
export async function readBuiltStyles(sites: readonly BuiltSite[]): Promise<(address: string) => string> {
  const { folder } = sites.find(({ audience }) => audience === 'public') ?? { folder: '' };
  const files = (await listFiles(folder)).filter((file) => file.endsWith('.css'));
  const kindOf = (file: string): string => path.basename(file).replace(/-.*/, '');
  const texts = await Promise.all(files.map((file) => readFile(path.join(folder, file), 'utf8')));
  const styles = new Map(files.map((file, index) => [kindOf(file), texts[index] ?? '']));
  return (address) => {
    const style = styles.get(kindOf(address));
    if (style === undefined) throw new Error(`No built site has a style sheet like ${address}`);
    return style;
  };
}

/** The address that the site itself names as its home; the internal site may stand anywhere. */
async function findBase({ folder, audience }: BuiltSite): Promise<string> {
  if (audience === 'internal') return 'https://tracker.internal.example/afterword/';
  const home = await readFile(path.join(folder, 'index.html'), 'utf8');
  const canonical = /<link rel="canonical" href="([^"]+)"/.exec(home)?.[1];
  if (!canonical) throw new Error(`${folder}/index.html names no canonical address`);
  return canonical;
}

/** The headers that `_headers` gives every page. */
async function readHeaders({ folder }: BuiltSite): Promise<Record<string, string>> {
  const text = (await readFile(path.join(folder, '_headers'), 'utf8').catch(ignoreMissing)) ?? '';
  const all = /^\/\*\n((?:[ \t]+.*\n?)+)/m.exec(text)?.[1] ?? '';
  const lines = all.split('\n').filter((line) => line.includes(':'));
  return Object.fromEntries(
    lines.map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()];
    }),
  );
}

/**
 * One page of every kind, by its address below the base: of pages that differ only in their last id or year, the longest,
 * since it holds most. Pages that only lead elsewhere are no kind.
 */
export async function listKinds({ folder }: BuiltSite): Promise<string[]> {
  const longest = new Map<string, { address: string; size: number }>();
  for (const file of await listFiles(folder)) {
    if (!file.endsWith('.html')) continue;
    const text = await readFile(path.join(folder, file), 'utf8');
    if (/http-equiv="refresh"/i.test(text)) continue;
    const kind = file.replace(/^([^/]+)\/[^/]+\//, '$1/*/');
    if (text.length > (longest.get(kind)?.size ?? 0)) {
      longest.set(kind, { address: file.replace(/(^|\/)index\.html$/, '$1'), size: text.length });
    }
  }
  return [...longest.values()].map(({ address }) => address);
}
