import type { InlineCode, Text, Code } from 'mdast';
import { visit } from 'unist-util-visit';
import { findHidden } from '../../hiddenCharacter.js';
import type { ShownText } from '../../shownText.js';
import { placeIn, placeOf } from '../../text.js';
import type { Finding } from '../../rule.js';
import { createGateRule, findShownTexts } from './gateRule.js';

/** What cannot be seen, or turns the order of what can, makes a text another than it seems. */
export const character = createGateRule({
  id: 'character',
  description:
    'Shown texts and the names of sections hold no control, invisible or bidirectional characters; joiners and direction marks may stand where a script needs them. What cannot be seen, or turns the order of what can, makes a text another than it seems: here, a zero-width space divides a word.',
  bad: `summary: The disk of the order data\u200Bbase was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  good: `summary: The disk of the order database was full.
public:
  since: 2026-03-20
  show: [summary, impact]`,
  *check(subject): Iterable<Finding> {
    for (const shown of findShownTexts(subject)) {
      const found = findHidden(shown.text);
      for (const { index, length, name } of found) {
        yield { ...placeIn(shown, index, index + length), ...describe(name) };
      }
      // `&#8203;` is such a character as well.
      if (found.length === 0) yield* findDecoded(shown);
    }
    const { incident, document } = subject;
    for (const list of ['sections', 'withheld'] as const) {
      for (const [index, name] of (incident.publication?.[list] ?? []).entries()) {
        for (const one of findHidden(name)) yield { path: ['public', list, index], ...describe(one.name) };
      }
    }
    for (const { heading, headingRange } of document.sections) {
      if (incident.publication?.sections.includes(heading)) continue;
      for (const one of findHidden(heading)) yield { range: headingRange, ...describe(one.name) };
    }
  },
});

function describe(name: string): Pick<Finding, 'message' | 'hint'> {
  return {
    message: `${name} stands here, which readers do not see`,
    hint: 'Remove it, or type the words again; copied text often holds such characters.',
  };
}

function findDecoded(shown: ShownText): Finding[] {
  const findings: Finding[] = [];
  if (!shown.tree) return findings;
  visit(shown.tree, ['text', 'inlineCode', 'code'], (node) => {
    const text = node as Text | InlineCode | Code;
    for (const { name } of findHidden(text.value))
      findings.push({ ...placeOf(shown, text), ...describe(name) });
  });
  return findings;
}
