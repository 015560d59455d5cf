import { formsOf, wordForm } from './fold.js';

/** A stretch of a text; one that was searched for is marked. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** How much of a text is shown, and how much of it before the first word that was found; in UTF-16 units. */
const mostShown = 200;
const mostBefore = 70;

/** A whole text in pieces; without any that is marked when nothing was found in it. */
export function markWords(text: string, terms: ReadonlySet<string>): Piece[] {
  return cutPieces(text, findPlaces(text, terms), 0, text.length);
}

/** The part of that text that has most of the words, cut to some two lines; undefined when none has any. */
export function findFragment(texts: readonly string[], terms: ReadonlySet<string>): Piece[] | undefined {
  let best: { text: string; places: Place[]; count: number } | undefined;
  for (const text of texts) {
    const places = findPlaces(text, terms);
    const count = new Set(places.map(({ term }) => term)).size;
    if (count > (best?.count ?? 0)) best = { text, places, count };
  }
  const [first] = best?.places ?? [];
  if (best === undefined || first === undefined) return undefined;
  const { text, places } = best;
  // What is near the end of a text has the more of it before.
  const start = Math.max(0, Math.min(first.from - mostBefore, text.length - mostShown));
  const from = start === 0 ? 0 : findCut(text, start, 1, first.from);
  const to = text.length - from <= mostShown ? text.length : findCut(text, from + mostShown, -1, first.to);
  const pieces = cutPieces(text, places, from, to);
  const around = (isCut: boolean): Piece[] => (isCut ? [{ text: '…', marked: false }] : []);
  return [...around(from > 0), ...pieces, ...around(to < text.length)];
}

interface Place {
  from: number;
  to: number;
  term: string;
}

function findPlaces(text: string, terms: ReadonlySet<string>): Place[] {
  return [...text.matchAll(wordForm)].flatMap(({ 0: word, index }) => {
    const term = formsOf(word).find((form) => terms.has(form));
    return term === undefined ? [] : [{ from: index, to: index + word.length, term }];
  });
}

function cutPieces(text: string, places: readonly Place[], from: number, to: number): Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  for (const place of places.filter((one) => one.from >= from && one.to <= to)) {
    if (place.from > at) pieces.push({ text: text.slice(at, place.from), marked: false });
    pieces.push({ text: text.slice(place.from, place.to), marked: true });
    at = place.to;
  }
  if (at < to) pieces.push({ text: text.slice(at, to), marked: false });
  return pieces;
}

/** The next place for a cut in a direction: at a space, but not beyond the end; never within a character. */
function findCut(text: string, at: number, step: 1 | -1, end: number): number {
  for (let place = at; step > 0 ? place < end : place > end; place += step)
    if (/\s/.test(text.charAt(place))) return step > 0 ? place + 1 : place;
  const isInside = /[\udc00-\udfff]/.test(text.charAt(at));
  return isInside ? at + step : at;
}
