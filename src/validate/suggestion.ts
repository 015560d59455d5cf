import { distance } from 'fastest-levenshtein';
import { quoteWhole } from '../diagnostic/quote.js';

/**
 * The candidate that a mistyped word most likely means; undefined when none is near. Near is a third of the word's
 * length, at least one edit and at most three, in words of three letters and more; case and the difference of `-` and `_` count as nothing.
 */
export function findSuggestion(word: string, candidates: Iterable<string>): string | undefined {
  const folded = fold(word);
  let best: { candidate: string; edits: number } | undefined;
  for (const candidate of candidates) {
    // Two letters that changed places are one slip.
    const edits = isTurned(folded, fold(candidate)) ? 1 : distance(folded, fold(candidate));
    if (!best || edits < best.edits) best = { candidate, edits };
  }
  const allowed = Math.min(3, folded.length < 3 ? 0 : Math.max(1, Math.floor(folded.length / 3)));
  if (!best || best.edits > allowed) return undefined;
  // `R9` is no slip of the finger for `R1`.
  const differsInNumber = withoutDigits(best.candidate) === withoutDigits(word);
  return differsInNumber && best.edits > 0 ? undefined : best.candidate;
}

/** Whether a word is one slip of the pen away from what was meant, and from nothing else that is known. */
export function isOneSlip(word: string, meant: string, known: Iterable<string>): boolean {
  const isNear = (one: string): boolean =>
    distance(fold(word), fold(one)) <= 1 || isTurned(fold(word), fold(one));
  return isNear(meant) && [...known].every((one) => one === meant || !isNear(one));
}

/** "`a`, `b` or `c`", for messages that list what is allowed; more than eight are cut. */
export function listWords(words: readonly string[], conjunction = 'or'): string {
  const quoted = words.slice(0, 8).map(quoteWhole);
  if (words.length > 8) return `${quoted.join(', ')} … (${words.length} in all)`;
  const last = quoted.pop();
  return quoted.length === 0 ? (last ?? '') : `${quoted.join(', ')} ${conjunction} ${last}`;
}

function isTurned(a: string, b: string): boolean {
  return (
    a !== b && a.length > 2 && distance(a, b) === 2 && [...a].toSorted().join() === [...b].toSorted().join()
  );
}

function withoutDigits(word: string): string {
  return fold(word).replace(/\d+/g, '0');
}

function fold(word: string): string {
  return word.toLowerCase().replaceAll('_', '-');
}
