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

/** What a text could hold: that which begins with one of its words, or with none. */
export function findCandidates<T>(index: WordIndex<T>, text: string): T[] {
  if (index.size === 0) return [];
  return ['', ...new Set(wordsOf(text))].flatMap((word) => index.get(word) ?? []);
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
