import type { Range } from '../diagnostic/place.js';
import type { Document } from '../parse/document.js';
import type { Section } from '../parse/section.js';
import type { Incident } from '../model/incident.js';
import { isRetracted } from './visibility.js';

/** The shown sections of a body as one text, and where each stands in it. */
export interface BodyCut {
  text: string;
  sections: { heading: string; range: Range }[];
}

/**
 * The sections that the `public` block names and does not withhold, in the order of the body; none where the text was
 * taken back. A heading that stands twice names nothing: nobody could tell which of the two is meant.
 */
export function namedSections(incident: Incident, document: Document): Section[] {
  const publication = incident.publication;
  if (!publication || isRetracted(incident)) return [];
  const counts = new Map<string, number>();
  for (const { heading } of document.sections) counts.set(heading, (counts.get(heading) ?? 0) + 1);
  const named = new Set(publication.sections);
  for (const name of publication.withheld) named.delete(name);
  return document.sections.filter(({ heading }) => named.has(heading) && counts.get(heading) === 1);
}

/**
 * Cuts sections out of a file: every line outside them is emptied, and the emptied lines between two sections become
 * one blank line. So the text tells nothing of what is withheld, not even how many lines it has. Blank lines mean the
 * same in Markdown however many they are, but in a fence that never ends and in raw HTML, which the rules refuse; that
 * the cut reads as the whole file does is checked by `section-cut`.
 */
export function cutBody(text: string, shown: readonly Section[]): BodyCut {
  const sections: BodyCut['sections'] = [];
  let cut = '';
  for (const { heading, range } of shown) {
    const kept = `${withoutBlankEnd(text.slice(range[0], range[1]))}\n`;
    if (cut !== '') cut += '\n';
    sections.push({ heading, range: [cut.length, cut.length + kept.length] });
    cut += kept;
  }
  return { text: cut, sections };
}

/**
 * A text without the blank lines at its end, and without its last line's end. Spaces at the end of that line stay, since
 * in code they mean something. A pattern for this would go back at every space of a long line.
 */
function withoutBlankEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' \t\r\n'.includes(text[end - 1] ?? '')) end--;
  while (end < text.length && !'\r\n'.includes(text[end] ?? '')) end++;
  return text.slice(0, end);
}
