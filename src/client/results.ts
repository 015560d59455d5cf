import type { FoundIncident, SearchManifest } from '../render/public/searchData.js';
import { createElement } from './element.js';
import type { Piece } from './fragment.js';

/** An incident that was found, and where the words stand that were searched for. */
export interface Result {
  incident: FoundIncident;
  title?: Piece[];
  fragment?: Piece[] | undefined;
}

type Severities = SearchManifest['severities'];

/** Authors write in the language of the site, which the words around them may not be in. */
const author = { dir: 'auto', lang: document.documentElement.lang };

const svg = 'http://www.w3.org/2000/svg';

/** A result as a line of a list, like those that the pages have. `home` is the link to the first page. */
export function createLine(
  { incident, title, fragment }: Result,
  severities: Severities,
  home: string,
): HTMLElement {
  const line = createElement('li', { class: 'incident-line' });
  const day = createElement('p', { class: 'incident-day' });
  day.append(
    incident.dateTime === undefined
      ? createElement('span', {}, incident.day)
      : createElement('time', { datetime: incident.dateTime }, incident.day),
  );
  const link = createElement('a', { href: home + incident.url });
  link.append(...createPieces(title ?? [{ text: incident.title, marked: false }]));
  const heading = createElement('h3', { class: 'incident-title', ...author });
  heading.append(link);
  const words = createElement('div');
  words.append(heading, createMeta(incident, severities));
  if (fragment !== undefined) {
    const text = createElement('p', { class: 'fragment', ...author });
    text.append(...createPieces(fragment));
    words.append(text);
  }
  line.append(day, words);
  return line;
}

function createPieces(pieces: readonly Piece[]): (HTMLElement | string)[] {
  return pieces.map(({ text, marked }) => (marked ? createElement('mark', {}, text) : text));
}

/** The small print, with dots between its facts that are drawn, and commas for who hears them. */
function createMeta({ severity, facts }: FoundIncident, severities: Severities): HTMLElement {
  const meta = createElement('p', { class: 'meta' });
  const own = severities.find(({ rank }) => rank === severity);
  const parts = [
    ...(own === undefined ? [] : [createSeverity(own)]),
    ...facts.map(({ text, late }) => {
      const fact = createElement('span', late ? { class: 'late' } : {});
      fact.append(createElement('bdi', {}, text));
      return fact;
    }),
  ];
  for (const [index, part] of parts.entries()) {
    if (index < parts.length - 1) part.append(createElement('span', { class: 'visually-hidden' }, ', '));
    meta.append(part);
  }
  return meta;
}

function createSeverity({ label, shape }: Severities[number]): HTMLElement {
  const mark = document.createElementNS(svg, 'svg');
  mark.setAttribute('class', 'mark');
  mark.setAttribute('viewBox', '0 0 11 11');
  mark.setAttribute('aria-hidden', 'true');
  mark.append(createShape('M.75.75h9.5v9.5H.75z'));
  if (shape === 'half') {
    const half = createShape('M.75 10.25V.75h9.5z');
    half.setAttribute('class', 'mark-inside');
    mark.append(half);
  }
  const severity = createElement('span', { class: `severity severity-${shape}` });
  severity.append(mark, createElement('bdi', {}, label));
  const part = createElement('span');
  part.append(severity);
  return part;
}

function createShape(d: string): SVGElement {
  const shape = document.createElementNS(svg, 'path');
  shape.setAttribute('d', d);
  return shape;
}
