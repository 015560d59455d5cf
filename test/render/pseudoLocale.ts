import type { Wording } from '../../src/render/wording/wording.js';
import { english } from '../../src/render/wording/english.js';

/*
 * A language of which nobody knows a word: English with every letter replaced by one of Hebrew, so that it runs from right to left,
 * and what is still in Latin letters on a page did not come out of the catalogue.
 */

/** The 27 letters of Hebrew, final ones included: one for each of ours. */
const hebrew = 'אבגדהוזחטיךכלםמןנסעףפץצקרשת';

/** The same text in the letters of the pseudo-language. What is in braces is a place that a script fills in. */
export function mirrorText(text: string): string {
  return text.replace(/\{\w+\}|[A-Za-z]/g, (found) =>
    found.length > 1 ? found : (hebrew[found.toLowerCase().charCodeAt(0) - 97] ?? found),
  );
}

function mirror(value: unknown): unknown {
  if (typeof value === 'string') return mirrorText(value);
  if (typeof value === 'function') return (...given: unknown[]): unknown => mirror(value(...given));
  if (Array.isArray(value)) return value.map(mirror);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, mirror(entry)]));
}

/** The pages' words in that language. */
export const pseudo: Wording = {
  ...(mirror(english) as Wording),
  language: 'he',
  direction: 'rtl',
};
