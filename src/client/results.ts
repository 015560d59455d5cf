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
  const heading = createElement('h3', { class: 'incident-title', dir: 'auto' });
  heading.append(link);
  const words = createElement('div');
  words.append(heading, createMeta(incident, severities));
  if (fragment !== undefined) {
    const text = createElement('p', { class: 'fragment', dir: 'auto' });
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
  for (const [name, value] of [['class', 'mark'], ['width', '11'], ['height', '11'], ['viewBox', '0 0 11 11'], ['aria-hidden', 'true']] as const) mark.setAttribute(name, value); // prettier-ignore
  const square = document.createElementNS(svg, 'rect');
  const fill = shape === 'filled' ? 'currentColor' : 'none';
  for (const [name, value] of [['x', '0.75'], ['y', '0.75'], ['width', '9.5'], ['height', '9.5'], ['fill', fill], ['stroke', 'currentColor'], ['stroke-width', '1.5']] as const) square.setAttribute(name, value); // prettier-ignore
  mark.append(square);
  if (shape === 'half') {
    const half = document.createElementNS(svg, 'path');
    half.setAttribute('d', 'M0.75 10.25V0.75L10.25 0.75Z');
    half.setAttribute('fill', 'currentColor');
    mark.append(half);
  }
  const severity = createElement('span', { class: `severity severity-${shape}` });
  severity.append(mark, createElement('bdi', {}, label));
  const part = createElement('span');
  part.append(severity);
  return part;
}
