import type { Definition } from 'mdast';
import { visit } from 'unist-util-visit';
import { quote } from '../../../diagnostic/quote.js';
import type { ShownText } from '../../shownText.js';
import { blankCode, placeIn, placeOf, splitLines } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createTextRule } from './gateRule.js';
import { lead, marks } from './mark.js';
import { narrowLetters } from './internalWord.js';
import { isComment } from './referenceAcross.js';
import { findSwallowedKeys } from './swallowedKey.js';

/** A mark of another tool, or of the author's own, that is to hide something and hides nothing. */
export const markIneffective = createTextRule({
  id: 'mark-ineffective',
  description:
    'No shown text holds a mark that is to hide or to direct something and does not: words like “Internal:”, keys inside a text, marks of other tools, conflicts of git, TODO. Customers would read the mark, and what it was to hide.',
  bad: `timeline:
  - at: 2026-03-14 10:15
    text: "Internal: we knew of this disk since January."
  - at: 2026-03-14 14:02
    text: Checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  good: `timeline:
  - at: 2026-03-14 10:15
    text: We knew of this disk since January.
    internal: true
  - at: 2026-03-14 14:02
    text: Checkout works again.
public:
  since: 2026-03-20
  show: [summary, impact, timeline]`,
  *check(shown, subject): Iterable<Finding> {
    if (shown.kind === 'address') return;
    yield* findSwallowedKeys(shown, subject);
    yield* findMarks(shown);
    yield* findComments(shown);
  },
});

function* findMarks(shown: ShownText): Iterable<Finding> {
  const prose = splitLines(blankCode(shown));
  const code = splitLines(shown.text);
  const meant = findMeant(shown);
  const taken = new Set<number>();
  for (const mark of marks) {
    if (mark.inDraft && !shown.live) continue;
    for (const { line, offset } of mark.inCode ? code : prose) {
      if (taken.has(offset)) continue;
      const before = mark.where === 'beginning' ? (lead.exec(line)?.[0].length ?? 0) : 0;
      const match = mark.pattern.exec(narrowLetters(line.slice(before)));
      if (!match || match[0].trim() === '') continue;
      const from = offset + before + match.index;
      if (mark.inCode && meant.some(([start, end]) => from >= start && from < end)) continue;
      taken.add(offset);
      const text = line.slice(before + match.index).slice(0, match[0].trimEnd().length);
      yield { ...placeIn(shown, from, from + text.length), message: mark.message(text), hint: mark.hint };
    }
  }
}

/** Fences of four marks, in which what looks like a conflict is meant. */
function findMeant({ tree, text, base }: ShownText): [number, number][] {
  const ranges: [number, number][] = [];
  if (!tree) return ranges;
  visit(tree, 'code', (node) => {
    const start = (node.position?.start.offset ?? base) - base;
    const end = (node.position?.end.offset ?? base) - base;
    if (/^(?:`{4}|~{4})/.test(text.slice(start, start + 4))) ranges.push([start, end]);
  });
  return ranges;
}

/** `[//]: # (a comment)`: readers do not see it, and it is published; spelt a little otherwise they do see it. */
function findComments(shown: ShownText): Finding[] {
  const findings: Finding[] = [];
  const { tree, base } = shown;
  if (!tree) return findings;
  const definitions = new Set<number>();
  visit(tree, 'definition', (node: Definition) => {
    definitions.add((node.position?.start.offset ?? base) - base);
    if (!isComment(node)) return;
    findings.push({
      ...placeOf(shown, node),
      message: 'A definition used as a comment hides nothing',
      hint: 'Remove it, or move it to a section that is withheld.',
    });
  });
  for (const { line, offset } of splitLines(blankCode(shown))) {
    const before = lead.exec(line)?.[0].length ?? 0;
    const name = /^\[(?:\/\/|#|_+|\.|)\]:/.exec(line.slice(before))?.[0];
    const from = offset + before;
    if (name === undefined || definitions.has(from)) continue;
    findings.push({
      ...placeIn(shown, from, offset + line.trimEnd().length),
      message: `${quote(name)} looks like a comment, and is a text that customers read`,
      hint: 'Remove it, or move it to a section that is withheld.',
    });
  }
  return findings;
}
