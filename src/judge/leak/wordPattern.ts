/** A pattern that finds words as whole ones, however they are spaced or joined: `Kim Doe`, `kim-doe`. */
export function createWordPattern(words: string, flags = 'i'): RegExp {
  const escaped = words
    .trim()
    .split(/[\s_-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join(String.raw`[\s_-]+`);
  return new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`, `gu${flags}`);
}

/** What is looked for by patterns of whole words, by the word that each begins with. */
export type WordIndex<T> = ReadonlyMap<string, readonly T[]>;

/** Sorts what is looked for by its first word, so that a text is not searched for a thousand names that it cannot hold. */
export function createWordIndex<T extends { words: string }>(entries: readonly T[]): WordIndex<T> {
  const index = new Map<string, T[]>();
  for (const entry of entries) {
    const first = wordsOf(entry.words)[0] ?? '';
    index.set(first, [...(index.get(first) ?? []), entry]);
  }
  return index;
}

/** What a text could hold: that all of whose words it has. To make a pattern takes longer than to look for them. */
export function findCandidates<T extends { words: string }>(index: WordIndex<T>, text: string): T[] {
  if (index.size === 0) return [];
  const held = new Set(wordsOf(text));
  const begun = ['', ...held].flatMap((word) => index.get(word) ?? []);
  return begun.filter(({ words }) => wordsOf(words).every((word) => held.has(word)));
}

/** In lower case, and also without the other letters that a pattern takes for one of those: `ſ` for `s`. */
function wordsOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
