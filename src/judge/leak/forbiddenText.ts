import { BlockList } from 'node:net';
import type { Settings } from '../../settings/settings.js';
import { familyOf } from './addressFamily.js';
import type { Detector } from './leak.js';
import { isVersion } from './versionNumber.js';
import { createWordPattern } from './wordPattern.js';

/** One entry of `forbidden`, as a way to find it. */
interface Forbidden {
  /** As written in the settings. */
  words: string;
  /** A piece of it, in lower case, that every such text holds; networks have none. */
  piece: string;
  pattern: RegExp;
  /** Whether what the pattern finds is meant. */
  holds: (found: string) => boolean;
}

/** Finds what a company has said that it never says: hosts, networks, whole words. */
export const forbiddenTexts: Detector = {
  one: 'something that `forbidden` names',
  many: 'things that `forbidden` names',
  *find(text, settings) {
    for (const { found, from, words } of findForbidden(text, settings)) {
      if (familyOf(found) === 4 && isVersion(text, from, found)) continue;
      yield {
        from,
        found,
        message: `“${found}” is forbidden in public texts: \`${words}\` in site/site.yaml`,
        hint: 'Say it in other words, or withhold it.',
      };
    }
  },
};

/** Whether the settings forbid a text as it is, so that no other rule has to speak of it. */
export function isForbidden(text: string, settings: Settings): boolean {
  return !findForbidden(text, settings).next().done;
}

function* findForbidden(
  text: string,
  settings: Settings,
): Generator<{ found: string; from: number; words: string }> {
  const lower = text.toLowerCase();
  for (const { words, piece, pattern, holds } of listForbidden(settings)) {
    // Most texts hold nothing of it, and a pattern that has to know all letters is slow to make.
    if (!lower.includes(piece)) continue;
    for (const { 0: found, index: from } of text.matchAll(pattern))
      if (holds(found)) yield { found, from, words };
  }
}

const lists = new WeakMap<Settings, readonly Forbidden[]>();

function listForbidden(settings: Settings): readonly Forbidden[] {
  const known = lists.get(settings);
  if (known) return known;
  const created = settings.forbidden.map(createForbidden);
  lists.set(settings, created);
  return created;
}

const addresses = /(?<![\p{L}\p{N}.:])[\d.]{7,15}(?![\p{L}\p{N}])|[\da-fA-F:]{3,39}/gu;

function createForbidden(words: string): Forbidden {
  const network = createNetwork(words);
  if (network) return { words, piece: '', pattern: addresses, holds: network };
  const [piece = ''] = words
    .toLowerCase()
    .split(/[\s_*-]+/)
    .toSorted((a, b) => b.length - a.length);
  if (!words.includes('*')) return { words, piece, pattern: createWordPattern(words), holds: () => true };
  const host = words.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[\\p{L}\\p{N}.-]*');
  return {
    words,
    piece,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}.-])${host}(?![\\p{L}\\p{N}-])`, 'giu'),
    holds: () => true,
  };
}

/** Whether an address lies in a network, for a text that names one: `10.0.0.0/8`, `fd00::/8`, or a single address. */
function createNetwork(text: string): ((address: string) => boolean) | undefined {
  const [base = '', length] = text.split('/');
  const family = familyOf(base);
  if (family === 0) return undefined;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  const bits = Number(length ?? (family === 4 ? 32 : 128));
  if (!Number.isInteger(bits) || bits < 0 || bits > (family === 4 ? 32 : 128)) return undefined;
  let list: BlockList | undefined;
  return (address) => {
    const trimmed = address.replace(/\.+$/, '');
    if (familyOf(trimmed) !== family) return false;
    if (!list) {
      list = new BlockList();
      list.addSubnet(base, bits, type);
    }
    return list.check(trimmed, type);
  };
}
