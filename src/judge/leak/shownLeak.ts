import type { Nodes, Parents } from 'mdast';
import type { Settings } from '../../settings/settings.js';
import type { Finding } from '../rule.js';
import type { ShownText } from '../shownText.js';
import { placeIn, placeOf } from '../text.js';
import type { Detector } from './leak.js';

/**
 * What a shown text would tell: in the text as written, code and addresses included; and in what readers see of it,
 * where marks of emphasis, backslashes or entities may have stood between the letters.
 */
export function* findShownLeaks(shown: ShownText, { find }: Detector, settings: Settings): Iterable<Finding> {
  const said = new Set<string>();
  for (const { from, found, message, hint } of find(shown.text, settings)) {
    said.add(found);
    yield { ...placeIn(shown, from, from + found.length), message, hint };
  }
  // Addresses can spell any letter by a percent sign, and whoever follows one reads it.
  const spelt = shown.text.includes('%') ? shown.text.replace(/(?:%[\da-f]{2})+/gi, decode) : shown.text;
  if (spelt !== shown.text) {
    for (const { found, message, hint } of find(spelt, settings)) {
      if (said.has(found)) continue;
      said.add(found);
      yield { ...placeIn(shown, 0, shown.text.length), message, hint };
    }
  }
  for (const { text, node } of readAloud(shown)) {
    for (const { found, message, hint } of find(text, settings)) {
      if (said.has(found)) continue;
      said.add(found);
      yield { ...placeOf(shown, node), message, hint };
    }
  }
}

function decode(run: string): string {
  try {
    return decodeURIComponent(run);
  } catch {
    return run;
  }
}

/** A stretch of a text as readers see it. */
export interface Reading {
  text: string;
  node: Nodes;
}

/** What readers see of a text, paragraph by paragraph; nothing where that is what is written. */
export function readAloud(shown: ShownText): readonly Reading[] {
  const known = readings.get(shown);
  if (known) return known;
  const created = createReadings(shown);
  readings.set(shown, created);
  return created;
}

const readings = new WeakMap<ShownText, readonly Reading[]>();

function createReadings({ text, tree }: ShownText): Reading[] {
  if (!/[*_\\&~`<>[\]]/.test(text) || !tree) return [];
  const found: Reading[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      found.push({ text: readInline(node), node });
    } else if (node.type === 'code') found.push({ text: node.value, node });
    else if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(tree);
  return found;
}

function readInline(parent: Parents): string {
  let text = '';
  for (const node of parent.children) {
    if (node.type === 'break') text += '\n';
    else if ('children' in node) text += readInline(node);
    else if ('value' in node) text += node.value;
    else if ('alt' in node) text += node.alt ?? '';
  }
  return text;
}
