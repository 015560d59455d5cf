import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { findPlace, type YamlSource } from '../parse/document.js';
import { isUnder } from '../validate/repair.js';
import type { Settings } from './settings.js';

/** The languages in which the public pages can speak, by the first part of their tags. */
export const pageLanguages = ['en', 'de'] as const;

type PageLanguage = (typeof pageLanguages)[number];

/** The language of the pages for a tag: that of its first part, `de` for `de-AT`; undefined where pages do not speak it. */
function findPageLanguage(tag: string): PageLanguage | undefined {
  const [primary = ''] = tag.toLowerCase().split('-');
  return pageLanguages.find((one) => one === primary);
}

/**
 * A tag of a language as BCP 47 spells it: `de-AT` for `de-at`. Undefined for what is none, and for names of languages
 * (`german`), which have the shape of a tag that was never given to one.
 */
export function spellLanguage(text: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

/** Says of a language in which pages do not speak that they speak English. */
export function checkLanguage({ language, damaged }: Settings, source: YamlSource): Diagnostic[] {
  if (findPageLanguage(language) || damaged.some((path) => isUnder(['language'], path))) return [];
  return [
    {
      path: source.path,
      place: findPlace(source, ['language']),
      level: 'info',
      blocks: false,
      rule: 'language-untranslated',
      message: `The pages say in English what they say by themselves: they have no words in \`${language}\``,
      hint: 'Your own texts stay as they are, and are marked as being in that language; nothing has to be done.',
    },
  ];
}
