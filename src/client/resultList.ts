import { createButton, createElement } from './element.js';
import { createLine, type Result } from './results.js';
import type { SearchManifest } from '../render/public/searchData.js';

/** So many results are shown before somebody asks for more. */
const mostShown = 50;

interface ListSetting {
  words: DOMStringMap;
  /** The link to the first page. */
  home: string;
  severities: SearchManifest['severities'];
  /** Says a count with the form that the language has for it. */
  countWith: (count: number, one: string | undefined, other: string | undefined) => string;
  createWayOut: () => HTMLElement;
}

/** A list that grows. It takes the place of what stood in `results` with its first line, so that nothing is empty meanwhile. */
export function createResultList(results: HTMLElement, setting: ListSetting) {
  const { words, home, severities, countWith, createWayOut } = setting;
  const list = createElement('ul', { class: 'incidents' });
  const waiting: Result[] = [];
  let count = 0;
  return {
    add: (found: readonly Result[]): void => {
      for (const result of found) {
        if (count < mostShown) list.append(createLine(result, severities, home));
        else waiting.push(result);
        count += 1;
      }
      if (count > 0 && list.parentElement === null) results.replaceChildren(list);
    },
    /** Nothing more comes: shows the way to the rest, or out. Gives how many there are. */
    end: (): number => {
      if (count === 0) results.replaceChildren(createWayOut());
      if (waiting.length > 0) {
        const more = createButton(countWith(waiting.length, words.moreOne, words.moreOther), () => {
          const lines = waiting.map((result) => createLine(result, severities, home));
          list.append(...lines);
          lines[0]?.querySelector('a')?.focus();
          more.remove();
        });
        results.append(more);
      }
      return count;
    },
  };
}
