/** What a language does to numbers, counted things and lists: all of it by Intl. */
export interface Grammar {
  /** `1,204`; with at most so many digits behind the point, none where it is not said. */
  number: (value: number, digits?: number) => string;
  /** With exactly so many digits behind the point, so that columns of numbers line up: `99.90`. */
  fixed: (value: number, digits: number) => string;
  /** A share of 1 with its sign: `99.95 %`, as the language writes it. */
  percent: (share: number, digits?: number) => string;
  /** A count with its noun: `1 incident`, `1,204 incidents`. */
  count: (value: number, nouns: Nouns) => string;
  /** The noun alone, in the form that the count asks for. */
  noun: (value: number, nouns: Nouns) => string;
  /** Which form of an ordinal number the language uses: `one` for the 21st in English. */
  ordinalForm: (value: number) => Intl.LDMLPluralRule;
  /** `a`, `a and b`, `a, b and c`. */
  list: (words: readonly string[]) => string;
}

/** The forms of a noun by the plural rules of the language; English and German have these two. */
export interface Nouns {
  one: string;
  other: string;
}

/** The grammar of a language, by its BCP 47 tag. What Intl makes for it is made when it is first asked for, and kept. */
export function createGrammar(language: string): Grammar {
  const plurals = once(() => new Intl.PluralRules(language));
  const ordinals = once(() => new Intl.PluralRules(language, { type: 'ordinal' }));
  const lists = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const numbers = perDigits((digits) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }));
  const fixed = perDigits(
    (digits) =>
      new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const shares = perDigits(
    (digits) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }),
  );
  const number = (value: number, digits = 0): string => numbers(digits).format(value);
  const noun = (value: number, { one, other }: Nouns): string =>
    plurals().select(value) === 'one' ? one : other;
  return {
    number,
    fixed: (value, digits) => fixed(digits).format(value),
    percent: (share, digits = 0) => shares(digits).format(share),
    noun,
    count: (value, nouns) => `${number(value)} ${noun(value, nouns)}`,
    ordinalForm: (value) => ordinals().select(value),
    list: (words) => lists().format(words),
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function perDigits<T>(make: (digits: number) => T): (digits: number) => T {
  const made = new Map<number, T>();
  return (digits) => {
    const known = made.get(digits) ?? make(digits);
    made.set(digits, known);
    return known;
  };
}
