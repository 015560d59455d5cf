import type { Heading } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseBody, type Document } from '../parse/document.js';
import { createSlugs } from '../parse/headingSlug.js';
import type { Incident } from '../model/incident.js';
import { namedSections } from './bodyCut.js';

/** A heading of a body, of whatever depth, and what a link can call it. */
export interface BodyHeading {
  text: string;
  /** Among all headings of the file. */
  slug: string;
  /** Among those that customers see; undefined where they do not see it. */
  shownSlug: string | undefined;
}

/** The headings of a body, in its order; none where there is no body. */
export function listHeadings(incident: Incident, document: Document): BodyHeading[] {
  if (!document.hasBody) return [];
  const shown = namedSections(incident, document);
  const [name, nameShown] = [createSlugs(), createSlugs()];
  const headings: BodyHeading[] = [];
  visit(parseBody(document), 'heading', (heading: Heading) => {
    const at = heading.position?.start.offset ?? -1;
    const isShown = shown.some(({ range }) => range[0] <= at && at < range[1]);
    const text = toString(heading);
    headings.push({ text, slug: name(text), shownSlug: isShown ? nameShown(text) : undefined });
  });
  return headings;
}
