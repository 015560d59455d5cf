import { english } from './english.js';
import { german } from './german.js';

/** The texts of the pages in one language. What English has, every other has to have: a missing one does not compile. */
export type Wording = AnyWords<typeof english>;

/** The same shape with any words: where English says one of two, another language may say something else. */
type AnyWords<Texts> = Texts extends 'ltr' | 'rtl'
  ? Texts
  : Texts extends string
    ? string
    : Texts extends (...values: infer Values) => infer Said
      ? (...values: Values) => AnyWords<Said>
      : { [Name in keyof Texts]: AnyWords<Texts[Name]> };

const wordings: readonly Wording[] = [english, german];

/** The texts for a BCP 47 tag, by its first part: `de-AT` is German. English where there are none. */
export function findWording(language: string): Wording {
  const [primary = ''] = language.toLowerCase().split('-');
  return wordings.find((one) => one.language.split('-')[0] === primary) ?? english;
}
