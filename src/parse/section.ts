import { toString } from 'mdast-util-to-string';
import type { Heading, Root } from 'mdast';
import type { Range } from '../diagnostic/place.js';

/** A section of a body: from a top-level heading of depth 2 to the next of depth 1 or 2. */
export interface Section {
  /** The heading's plain text, by which `public.sections` names it. */
  heading: string;
  /** The heading's line. */
  headingRange: Range;
  /** From the heading's first character to the end of the section. */
  range: Range;
}

/** A heading's plain text: white space folded, code and emphasis without their marks. */
export function headingText(heading: Heading): string {
  return toString(heading).replace(/\s+/g, ' ').trim();
}

/** The sections of a body, in its order. */
export function createSections(tree: Root, textLength: number): Section[] {
  const sections: Section[] = [];
  const breaks: number[] = [];
  for (const node of tree.children) {
    if (node.type !== 'heading' || node.depth > 2) continue;
    const start = node.position?.start.offset ?? 0;
    breaks.push(start);
    if (node.depth === 2) {
      const range: Range = [start, textLength];
      sections.push({
        heading: headingText(node),
        headingRange: [start, node.position?.end.offset ?? start],
        range,
      });
    }
  }
  return sections.map((section) => {
    const next = breaks.find((offset) => offset > section.range[0]) ?? textLength;
    return { ...section, range: [section.range[0], next] };
  });
}
