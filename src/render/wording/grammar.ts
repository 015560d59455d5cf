/** What a language does to numbers, counted things and lists: all of it by Intl. */
export interface Grammar {
  /** `1,204`; with at most so many digits behind the point, none where it is not said. */
  number: (value: number, digits?: number) => string;
  /** A share of 1 with its sign: `99.95 %`, as the language writes it. */
  percent: (share: number, digits?: number) => string;
  /** A count with its noun: `1 incident`, `1,204 incidents`. */
  count: (value: number, nouns: Nouns) => string;
  /** The noun alone, in the form that the count asks for. */
  noun: (value: number, nouns: Nouns) => string;
  /** `a`, `a and b`, `a, b and c`. */
  list: (words: readonly string[]) => string;
}

/** The forms of a noun by the plural rules of the language; English and German have these two. */
export interface Nouns {
  one: string;
  other: string;
}

/** The grammar of a language, by its BCP 47 tag. */
export function createGrammar(language: string): Grammar {
  const plurals = new Intl.PluralRules(language);
  const lists = new Intl.ListFormat(language, { type: 'conjunction' });
  const format = (value: number, options: Intl.NumberFormatOptions): string =>
    new Intl.NumberFormat(language, options).format(value);
  const number = (value: number, digits = 0): string => format(value, { maximumFractionDigits: digits });
  const noun = (value: number, { one, other }: Nouns): string =>
    plurals.select(value) === 'one' ? one : other;
  return {
    number,
    percent: (share, digits = 0) => format(share, { style: 'percent', maximumFractionDigits: digits }),
    noun,
    count: (value, nouns) => `${number(value)} ${noun(value, nouns)}`,
    list: (words) => lists.format(words),
  };
}
