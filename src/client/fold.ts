/*
 * Words as a search compares them: in lower case, without accents, umlauts both as their letter and as they are written without them
 * (`störung` is found by `storung` and by `stoerung`).
 */

/** A word: letters, digits and their marks. Scripts that write no spaces between words are read letter by letter. */
export const wordForm =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]|[\p{L}\p{N}\p{M}]+/gu;

/** Letters that are no letter with a mark. */
const letters: ReadonlyMap<string, string> = new Map([
  ['ß', 'ss'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ð', 'd'],
  ['þ', 'th'],
  ['ı', 'i'],
]);

/** A word as it is asked for. */
export function fold(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => letters.get(letter) ?? letter);
}

/** All forms by which a word of a text is found. */
export function formsOf(word: string): string[] {
  const spelled = word
    .toLowerCase()
    .normalize('NFC')
    .replace(/[äöü]/g, (letter) => `${letter.normalize('NFD').charAt(0)}e`);
  return [...new Set([fold(word), fold(spelled)])];
}

export function splitWords(text: string): string[] {
  return text.match(wordForm) ?? [];
}
