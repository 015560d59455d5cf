import { quote } from '../diagnostic/quote.js';
import { findSuggestion, isOneSlip, listWords } from './suggestion.js';

/** Something that files name by its id, and what else it is called. */
export interface Named {
  id: string;
  /** E.g. its label, or a person's name, handles and address. */
  names: readonly string[];
}

/** What an unknown name may mean. */
export interface Reading {
  message: string;
  hint: string;
  /** The id that can be written in its place. */
  near?: string;
  /** Whether the name says that and nothing else, only not as ids are written. */
  certain: boolean;
}

/** How a list is spoken of: what its entries are, where it stands, and why one place of the file names one of them. */
export interface NamedList {
  what: string;
  home: string;
  /** E.g. "an item has one owner"; absent where several in one value are not looked for. */
  one?: string;
  /** What of a name is looked for in the list, e.g. that of a file without its ending; all of it when absent. */
  strip?: (name: string) => string;
}

/** Says what a name that is no id of a list was most likely meant to be. */
export function readUnknown(
  written: string,
  known: readonly Named[],
  { what, home, one, strip }: NamedList,
): Reading {
  const name = strip?.(written) ?? written;
  const message = `There is no ${what} ${quote(written)}`;
  const mean = (ids: readonly string[], certain: boolean): Reading => {
    const near = ids.length === 1 ? ids[0] : undefined;
    return {
      message,
      hint: `Did you mean ${listWords(ids)}?`,
      certain,
      ...(near === undefined ? {} : { near }),
    };
  };
  const same = findSame(name, known);
  if (same.length > 0) return mean(same, same.length === 1);
  if (one !== undefined && namesSeveral(name, known)) {
    const hint = `${one.charAt(0).toUpperCase()}${one.slice(1)}.`;
    return { message: `${quote(written)} names more than one ${what}`, hint, certain: false };
  }
  if (isNothing(name))
    return { message, hint: 'It stands for nothing: remove it, or write what is meant.', certain: false };
  const ids = known.map(({ id }) => id);
  const near = findSuggestion(name, ids);
  if (near !== undefined) {
    const hint = `Did you mean \`${near}\`?`;
    return { message, hint, certain: false, ...(isOneSlip(name, near, ids) ? { near } : {}) };
  }
  const partly = findPartly(name, known);
  if (partly.length > 0) return mean(partly, false);
  // A slip in an address or a handle may as well be another person's.
  const whole = findSuggestion(
    name,
    known.flatMap(({ names }) => names.filter((called) => /\s/.test(called))),
  );
  if (whole !== undefined) return mean(findSame(whole, known), false);
  const listed = ids.length === 0 ? 'none yet' : listWords(ids, 'and');
  return { message, hint: `Known in ${home}: ${listed}.`, certain: false };
}

/** Whether YAML's own word for nothing stands in the place of a text. */
export function isNothing(text: string): boolean {
  return /^(?:~|null)$/i.test(text);
}

/** The ids of all that are called so, however it is written: `Major`, `@kim`, `Lee Park`, `SEV1` for `sev-1`. */
function findSame(name: string, known: readonly Named[]): string[] {
  const folded = fold(name);
  if (folded === '') return [];
  const byId = known.filter(({ id }) => fold(id) === folded);
  const found =
    byId.length > 0 ? byId : known.filter(({ names }) => names.some((one) => isSame(one, folded)));
  return [...new Set(found.map(({ id }) => id))];
}

/** `Park, Lee` is Lee Park. */
function isSame(name: string, folded: string): boolean {
  return fold(name) === folded || fold(name.split(/\s+/).toReversed().join(' ')) === folded;
}

/** The ids of up to three in whose name it is a word. */
function findPartly(name: string, known: readonly Named[]): string[] {
  const folded = fold(name);
  if (folded.length < 3) return [];
  const found = known.filter(({ names }) =>
    names.some((one) => one.split(/\s+/).some((word) => fold(word) === folded)),
  );
  return found.length > 3 ? [] : [...new Set(found.map(({ id }) => id))];
}

/** Whether a value names several, of which one at least is known. */
function namesSeveral(name: string, known: readonly Named[]): boolean {
  const parts = name.split(/\s*[,;&+/]\s*|\s+and\s+/i).filter((part) => part.trim() !== '');
  return parts.length > 1 && parts.some((part) => findSame(part, known).length > 0);
}

/** A name without case, and without what only joins its words. */
function fold(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
