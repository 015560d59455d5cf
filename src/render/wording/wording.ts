import { english } from './english.js';
import { german } from './german.js';

/** The texts of the pages in one language. What English has, every other has to have: a missing one does not compile. */
export type Wording = typeof english;

const wordings: readonly Wording[] = [english, german];

/** The texts for a BCP 47 tag, by its first part: `de-AT` is German. English where there are none. */
export function findWording(language: string): Wording {
  const [primary = ''] = language.toLowerCase().split('-');
  return wordings.find((one) => one.language.split('-')[0] === primary) ?? english;
}
