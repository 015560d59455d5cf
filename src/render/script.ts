import { createHash } from 'node:crypto';
import finder from '../client/finder.ts?script';
import search from '../client/search.ts?script';
import zone from '../client/zone.ts?script';
import type { Address } from './link.js';
import type { Output } from './output.js';

/** What runs in a reader's browser, each a file of its own: pages name those that they use. */
const scripts = { finder, search, zone };

export type ScriptName = keyof typeof scripts;

const addresses = new Map(
  Object.entries(scripts).map(([name, text]) => [
    name,
    `assets/${name}-${createHash('sha256').update(text).digest('hex').slice(0, 12)}.js`,
  ]),
);

/** Where a script lies: its name changes with its content, so that it may be cached for ever. */
export function scriptAddress(name: ScriptName): Address {
  return addresses.get(name) ?? '';
}

/** All scripts of the public site. */
export function renderScripts(): Output[] {
  return Object.entries(scripts).map(([name, content]) => ({ path: addresses.get(name) ?? '', content }));
}
