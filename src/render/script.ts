import { createHash } from 'node:crypto';
import finder from '../client/finder.ts?script';
import freshness from '../client/freshness.ts?script';
import items from '../client/items.ts?script';
import search from '../client/search.ts?script';
import zone from '../client/zone.ts?script';
import type { Address } from './link.js';
import type { Output } from './output.js';

/** What runs in a reader's browser, by site, each a file of its own: pages name those that they use. */
const scripts = { public: { finder, search, zone }, internal: { freshness, items } };

export type ScriptName = {
  [Site in keyof typeof scripts]: keyof (typeof scripts)[Site];
}[keyof typeof scripts];

const addresses = new Map(
  Object.entries({ ...scripts.public, ...scripts.internal }).map(([name, text]) => [
    name,
    `assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`,
  ]),
);

/** Where a script lies: its name changes with its content, so that it may be cached for ever. */
export function scriptAddress(name: ScriptName): Address {
  return addresses.get(name) ?? '';
}

/** All scripts of a site. */
export function renderScripts(site: keyof typeof scripts): Output[] {
  return Object.entries(scripts[site]).map(([name, content]) => ({
    path: addresses.get(name) ?? '',
    content,
  }));
}
