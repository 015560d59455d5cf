import { toString } from 'mdast-util-to-string';
import { placeIn, type ShownText } from '../../shownText.js';
import type { Finding } from '../../rule.js';

/** A pattern that finds words as whole ones, however they are spaced or joined: `Kim Doe`, `kim-doe`. */
export function createWordPattern(words: string, flags = 'i'): RegExp {
  const escaped = words
    .trim()
    .split(/[\s_-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(String.raw`[\s_-]+`);
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, `gu${flags}`);
}

/**
 * Where a shown text holds what a pattern finds: in the text as written, code and addresses included; else in what
 * readers see of it, where marks of emphasis may have stood between the letters.
 */
export function findMatches(
  shown: ShownText,
  pattern: RegExp,
): { found: string; at: Pick<Finding, 'path' | 'range'> }[] {
  const written = [...shown.text.matchAll(pattern)].map((match) => ({
    found: match[0],
    at: placeIn(shown, match.index, match.index + match[0].length),
  }));
  if (written.length > 0 || !shown.tree) return written;
  const [read] = toString(shown.tree).matchAll(pattern);
  return read ? [{ found: read[0], at: placeIn(shown, 0, shown.text.length) }] : [];
}
