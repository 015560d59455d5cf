import type { Settings } from '../../settings/settings.js';
import type { Detector } from './leak.js';
import { createWordIndex, createWordPattern, findCandidates, type WordIndex } from './wordPattern.js';

interface Name {
  words: string;
  flags: 'i' | '';
  what: 'name' | 'address' | 'handle';
  person: string;
}

/** Finds the full name, the e-mail address and the handles of the people whom the settings name. */
export const personNames: Detector = {
  one: 'the name of a colleague',
  many: 'names of colleagues',
  *find(text, settings) {
    for (const { words, flags, what, person } of findCandidates(indexOf(settings), text)) {
      for (const { 0: found, index: from } of text.matchAll(createWordPattern(words, flags))) {
        yield {
          from,
          found,
          message: `“${found}” is the ${what} of \`${person}\`, and people are not public`,
          hint: 'Say what was done, not by whom; or name the role.',
        };
      }
    }
  },
};

const indexes = new WeakMap<Settings, WordIndex<Name>>();

function indexOf(settings: Settings): WordIndex<Name> {
  const known = indexes.get(settings);
  if (known) return known;
  const created = createWordIndex(settings.people.flatMap(listNames));
  indexes.set(settings, created);
  return created;
}

function listNames({ id, name, email, handles = {} }: Settings['people'][number]): Name[] {
  return [
    { words: name, flags: 'i', what: 'name', person: id },
    ...(email === undefined
      ? []
      : [{ words: email, flags: 'i' as const, what: 'address' as const, person: id }]),
    ...Object.values(handles).map((handle) => {
      // A handle of two letters is also a word, but for the @ before it.
      const words = handle.length < 3 ? `@${handle}` : handle;
      return { words, flags: '' as const, what: 'handle' as const, person: id };
    }),
  ];
}
