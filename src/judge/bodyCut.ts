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
  const count = (heading: string): number =>
    document.sections.filter((one) => one.heading === heading).length;
  return document.sections.filter(
    ({ heading }) =>
      publication.sections.includes(heading) &&
      !publication.withheld.includes(heading) &&
      count(heading) === 1,
  );
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
    const kept = text.slice(range[0], range[1]).replace(/[ \t\r\n]+$/, '');
    if (cut !== '') cut += '\n';
    sections.push({ heading, range: [cut.length, cut.length + kept.length + 1] });
    cut += `${kept}\n`;
  }
  return { text: cut, sections };
}
