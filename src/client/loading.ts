import type { SearchManifest } from '../render/public/searchData.js';
import { createElement } from './element.js';
import type { FindWords } from './search.js';

/* What the fields need, loaded when it is first asked for. What failed once is asked for again the next time. */

let manifest: Promise<SearchManifest> | undefined;

/** The facts of all incidents. Throws where they cannot be loaded. */
export function loadManifest(url: string): Promise<SearchManifest> {
  manifest ??= fetchManifest(url).catch((error: unknown) => {
    manifest = undefined;
    throw error;
  });
  return manifest;
}

async function fetchManifest(url: string): Promise<SearchManifest> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}`);
  const data = (await answer.json()) as SearchManifest;
  if (data.version !== 1) throw new Error(`${url} is of another version`);
  return data;
}

let search: Promise<FindWords> | undefined;

/** What searches for words: a script as large as everything else. Throws where it cannot be loaded. */
export function loadSearch(url: string): Promise<FindWords> {
  search ??= new Promise<FindWords>((resolve, reject) => {
    const script = createElement('script', { src: url });
    script.addEventListener('load', () => {
      const found = window.afterwordFindWords;
      if (found === undefined) reject(new Error(`${url} does not search`));
      else resolve(found);
    });
    script.addEventListener('error', () => reject(new Error(`${url} is not there`)));
    document.head.append(script);
  }).catch((error: unknown) => {
    search = undefined;
    throw error;
  });
  return search;
}
