import MiniSearch from 'minisearch';
import type { SearchedIncident, SearchYear } from '../render/public/searchData.js';
import { fold, formsOf, splitWords } from './fold.js';
import { findFragment, markWords, type Piece } from './fragment.js';

/*
 * The search for words, loaded when somebody types some. The texts of a year come as they are, and their index is made here: an
 * index beside its texts is half as much again to load, and takes no less time than to make it.
 */

/** An incident that has the words. */
export interface Finding {
  id: string;
  title: Piece[];
  /** Of the text that has most of them; undefined when only its title or its names have. */
  fragment: Piece[] | undefined;
}

/** Finds words in the texts at a URL, in the order of the file. `similar` also takes words that differ by a letter or two. */
export type FindWords = (url: string, words: string, similar: boolean) => Promise<Finding[]>;

declare global {
  interface Window {
    /** Set by this script once it is there. */
    afterwordFindWords?: FindWords;
  }
}

interface IndexedYear {
  incidents: SearchedIncident[];
  index: MiniSearch<{ id: number; text: string }>;
}

const years = new Map<string, Promise<IndexedYear>>();

async function loadYear(url: string): Promise<IndexedYear> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  const { version, incidents } = (await answer.json()) as SearchYear;
  if (version !== 1) throw new Error(`${url} is of another version`);
  const index = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: splitWords,
    processTerm: formsOf,
  });
  // In small steps, so that the page goes on answering.
  await index.addAllAsync(
    incidents.map(({ names, texts }, id) => ({ id, text: [...names, ...texts].join('\n') })),
    { chunkSize: 10 },
  );
  return { incidents, index };
}

function findYear(url: string): Promise<IndexedYear> {
  const known = years.get(url);
  if (known !== undefined) return known;
  const loading = loadYear(url);
  years.set(url, loading);
  // What failed once may be there the next time.
  loading.catch(() => years.delete(url));
  return loading;
}

window.afterwordFindWords = async (url, words, similar) => {
  const { incidents, index } = await findYear(url);
  const found = index.search(words, {
    processTerm: fold,
    combineWith: 'AND',
    // The word that is being typed may be any beginning; others have to be some letters long.
    prefix: (term, at, terms) => term.length > 2 || at === terms.length - 1,
    ...(similar ? { fuzzy: (term: string) => (term.length > 3 ? 0.25 : false), maxFuzzy: 2 } : {}),
  });
  const terms = new Map(found.map((result) => [result.id as number, new Set(result.terms)]));
  return incidents.flatMap(({ id, names, texts }, at) => {
    const own = terms.get(at);
    if (own === undefined) return [];
    return [{ id, title: markWords(names[0] ?? '', own), fragment: findFragment(texts, own) }];
  });
};
