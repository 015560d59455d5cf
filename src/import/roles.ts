import type { Settings } from '../settings/settings.js';

/** People as a postmortem speaks of them: by what they are there for, never by name. */
export interface Roles {
  /** The role of whoever has this handle, name or address, e.g. "an engineer of Storage". */
  of: (called: string | undefined) => string;
  /** A text with a role in the place of everybody's name, handle and address. */
  unname: (text: string) => string;
}

const somebody = 'an engineer';

/** More names than this are not looked for: a company of so many has told us the names of half the world. */
const mostNames = 20_000;

/**
 * Roles of the people in `site.yaml`; `others` are names that only the record knows. Of a full name each part is looked for as
 * well, as it is written: a word too many that a role has replaced is mended sooner than a name that was overlooked.
 */
export function createRoles(settings: Settings, others: Iterable<string> = []): Roles {
  const known = new Map<string, string>();
  const names = createNames();
  const teams = new Map(settings.teams.map(({ id, name }) => [id, name]));
  for (const { id, name, email, handles = {}, team } of settings.people) {
    const teamName = team === undefined ? undefined : teams.get(team);
    const role = teamName === undefined ? somebody : `${somebody} of ${teamName}`;
    for (const called of [id, name, email ?? '', ...Object.values(handles)]) known.set(fold(called), role);
    for (const called of [name, ...Object.values(handles)]) names.add(called, role);
  }
  for (const called of others) names.add(called, somebody);
  known.delete('');
  const unname = names.createReplacer();
  return {
    of: (called) => known.get(fold(called ?? '')) ?? somebody,
    unname: (text) =>
      unname(text.replace(address, (found) => known.get(fold(found)) ?? 'an e-mail address')).replace(
        handle,
        (found) => {
          const called = found.slice(1).replace(/[._-]+$/, '');
          if (/^(?:here|channel|everyone|all)$/i.test(called)) return 'everybody';
          return known.get(fold(called)) ?? somebody;
        },
      ),
  };
}

const address = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const handle = /(?<![\p{L}\p{N}./@-])@[\p{L}\p{N}][\p{L}\p{N}._-]{0,60}/gu;

/** Names to be looked for: as a whole in any case; the parts of one, which may be ordinary words, as they are written. */
function createNames() {
  const wholes = new Map<string, string>();
  const parts = new Map<string, string>();
  const put = (names: Map<string, string>, name: string, role: string): void => {
    const isLong = [...name].length > 2 || dense.test(name);
    if (isLong && !names.has(name) && names.size < mostNames) names.set(name, role);
  };
  return {
    add: (called: string, role: string): void => {
      const whole = called.trim().replace(/^@/, '').replace(/\s+/g, ' ');
      put(wholes, whole.toLowerCase(), role);
      const words = whole.split(' ').filter((word) => /^\p{Lu}/u.test(word));
      if (words.length > 1) for (const word of words) put(parts, word, role);
    },
    createReplacer: (): ((text: string) => string) => {
      const [whole, part] = [createPattern(wholes, 'giu'), createPattern(parts, 'gu')];
      const find = (name: string): string => name.replace(/^@/, '');
      return (text) =>
        text
          .replace(whole, (name) => wholes.get(find(name).toLowerCase()) ?? somebody)
          .replace(part, (name) => parts.get(find(name)) ?? somebody);
    },
  };
}

/** Writing in which no space stands between words. */
const dense = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Hangul}]/u;

function createPattern(names: ReadonlyMap<string, string>, flags: string): RegExp {
  const longestFirst = [...names.keys()].toSorted((a, b) => b.length - a.length);
  const spelled = longestFirst.map((name) => {
    const words = name.replace(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
    return dense.test(name) ? words : String.raw`(?<![\p{L}\p{N}])@?${words}(?![\p{L}\p{N}])`;
  });
  // Without a name nothing is found.
  return new RegExp(spelled.join('|') || '(?!)', flags);
}

function fold(called: string): string {
  return called.trim().replace(/^@/, '').toLowerCase();
}
