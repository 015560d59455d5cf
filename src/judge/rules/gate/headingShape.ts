import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Range } from '../../../diagnostic/place.js';
import { parseBody, type Document } from '../../../parse/document.js';
import { headingText } from '../../../parse/section.js';
import type { Finding } from '../../rule.js';
import { createBodyLines } from './bodyLine.js';
import { createBodyRule } from './gateRule.js';
import { foldText, saysInternal } from './internalWord.js';

/**
 * Sections begin where the author sees them begin. A heading that Markdown does not take for one, or takes for one
 * where nobody sees it, moves the border between what is shown and what is not.
 */
export const headingShape = createBodyRule({
  id: 'heading-shape',
  description:
    'Headings of a body are `##` and deeper, at the beginning of a line, with text; and no line looks like one that is none. Sections are published or withheld by their headings, so each must begin where its author sees it begin: here, what follows `##Notes` would be published with the section above it.',
  bad: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
---

## What happened

A log that should have been rotated filled the disk.

##Notes

The same disk was nearly full in January.`,
  good: `public:
  since: 2026-03-20
  show: [summary, impact]
  sections: [What happened]
  withheld: [Notes]
---

## What happened

A log that should have been rotated filled the disk.

## Notes

The same disk was nearly full in January.`,
  *check({ incident, document }): Iterable<Finding> {
    yield* checkHeadings(document);
    const names = [...(incident.publication?.sections ?? []), ...(incident.publication?.withheld ?? [])];
    yield* checkLookalikes(document, new Set(names.map(foldText)));
  },
});

/** Whether a heading is written with `#`, and not made by the line under it. */
export function isHashed(document: Document, [start]: Range): boolean {
  return document.text[start] === '#';
}

function checkHeadings(document: Document): Finding[] {
  const findings: Finding[] = [];
  visit(parseBody(document), 'heading', (node: Heading, _, parent) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? start;
    const report = (message: string, hint: string): void => {
      findings.push({ range: [start, end], message, hint });
    };
    if (parent && parent.type in containers) {
      report(
        `This heading stands in ${containers[parent.type as keyof typeof containers]}, where it begins no section`,
        'Put it at the beginning of a line after a blank one; in the list or quote write bold text.',
      );
    } else if (!isHashed(document, [start, end])) {
      report(
        'This heading is made by the line under it',
        'Write `## ` before it instead; for a line across the page leave a blank line above the `---`.',
      );
    } else if (node.depth === 1) {
      report('A body has no heading of the first level: the title stands in `title`', 'Write `##`.');
    } else if (node.position?.start.column !== 1) {
      report('Spaces stand before this heading', 'Let it begin at the beginning of the line.');
    } else if (headingText(node) === '') {
      report('This heading has no text', 'Write one, or remove the line.');
    }
  });
  return findings;
}

const containers = { listItem: 'a list', blockquote: 'a quote', footnoteDefinition: 'a footnote' };

/** Marks of lists and quotes before a text. */
const lead = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+[\s>]*)*/;

function* checkLookalikes(document: Document, names: ReadonlySet<string>): Iterable<Finding> {
  const breaks = new Set<number>();
  const underlines = new Set<number>();
  for (const { type, position } of parseBody(document).children) {
    if (type === 'thematicBreak') breaks.add(position?.start.line ?? 0);
    // One that does make a heading of the line above it is said to be that.
    if (type === 'heading') underlines.add(position?.end.line ?? 0);
  }
  const lines = createBodyLines(document);
  const firstLine = document.text.slice(0, document.body[0]).split(/\r\n|\n|\r/).length;
  for (const [index, { line, offset, code }] of lines.entries()) {
    if (code === 'fence') continue;
    const before = lead.exec(line)?.[0].length ?? 0;
    const rest = line.slice(before).trimEnd();
    const range = [offset + before, offset + before + rest.length] as const;
    if (code === 'indented') {
      if (/^#{2,6}(?:\s|$)/.test(rest)) {
        yield {
          range,
          message: 'This looks like a heading, but four spaces make it code',
          hint: 'Remove the spaces; if it is code, put it between fences of three backticks.',
        };
      }
      continue;
    }
    const looks = describeLookalike(line, rest, names);
    if (looks) yield { range, ...looks };
    const isRuler = /^(?:[-=_*‐-―─━═‾¯]{3,}|={1,2})$/u.test(rest.replace(/[ \t]/g, ''));
    const above = lines[index - 1];
    if (!isRuler || isTable(lines[index - 1]?.line, rest)) continue;
    const isBreak = breaks.has(firstLine + index);
    const follows = above !== undefined && above.line.trim() !== '';
    if (isBreak ? !follows : underlines.has(firstLine + index)) continue;
    yield {
      range,
      message: isBreak
        ? 'This line looks like the underline of the text above it, and is none'
        : 'This line looks like an underline, and underlines nothing',
      hint: 'A line across the page has a blank line before and after it; a heading is `## ` and its text.',
    };
  }
}

function describeLookalike(
  line: string,
  rest: string,
  names: ReadonlySet<string>,
): { message: string; hint: string } | undefined {
  const isHeading = /^#{1,6}(?:[ \t]|$)/.test(rest) && /^[ \t>*+.)\d-]*#/.test(line);
  const bare = rest.replace(/^[\s\p{Cf}]+/u, '').replace(/^(?:&#0*35;|&#x0*23;|&num;)+/i, '＃');
  if (!isHeading && /^(?:#{2,}|#(?=\p{L})|\\#{2,}|\\#(?=[ \t])|#\\#|[＃﹟])/u.test(bare)) {
    const name = bare.replace(/^[\\#＃﹟\s]+/u, '');
    return {
      message: 'This line looks like a heading, and is none',
      hint: `Write \`## ${name || 'Name'}\` if it begins a section; if it is meant as text, begin the line with another word or put it in backticks.`,
    };
  }
  const bold = /^(\*{2,3}|_{2,3})(?=\S)(.+?)(?<=\S)\1[:.]?$/.exec(rest)?.[2]?.replace(/[:.]$/, '');
  if (bold === undefined) return undefined;
  if (!saysInternal(bold) && !names.has(foldText(bold))) return undefined;
  return {
    message: `“${bold}” in bold looks like a heading, and begins no section`,
    hint: 'Write it with `## `, and name that section in `public`; bold text hides nothing.',
  };
}

/** Whether a line of hyphens is that under the head of a table. */
function isTable(above: string | undefined, rest: string): boolean {
  return rest.includes('|') || (above ?? '').includes('|');
}
