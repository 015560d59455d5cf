import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { createSearch } from './phrase.js';

const find = createSearch([
  {
    words:
      /(?<![\w-])(?:careless(?:ly|ness)?|negligent(?:ly)?|negligence|reckless(?:ly|ness)?|sloppy|sloppily|sloppiness|incompetent(?:ly)?|incompetence|complacent(?:ly)?|complacency|inattentive(?:ly|ness)?|inattention|irresponsibl[ey]|unprofessional(?:ly)?|laziness|stupid(?:ly|ity)?|foolish(?:ly|ness)?|idiotic|(?:poor|bad)\s+judge?ment|lack\s+of\s+(?:care|attention|diligence|discipline|judge?ment))(?![\w-])/gi,
  },
  // "Engineers must be more careful" asks people to be without fault.
  {
    words:
      /\b(?:should|must|needs?\s+to|has\s+to|have\s+to|ought\s+to|will)\s+(?:(?:all|also)\s+)?(?:be\s+(?:much\s+)?more\s+(?:careful|attentive|vigilant|diligent|cautious)|pay\s+(?:more|closer|better)\s+attention)\b/gi,
    before: (who) => String.raw`${who}\s+`,
  },
]);

/** A verdict ends the questions. */
export const normativeWord: Rule = {
  id: 'normative-word',
  level: 'warning',
  blocks: false,
  description:
    'No sentence passes a verdict on people: careless, negligent, sloppy, a lack of attention. A verdict explains nothing, and whoever fears one tells less next time.',
  bad: `timeline:
  - at: 2026-03-14 09:05
    text: The rotation of the log is carelessly switched off.`,
  good: `timeline:
  - at: 2026-03-14 09:05
    text: >
      The rotation of the log is switched off on every host; the command takes no list
      of hosts.`,
  *check(subject) {
    for (const { text, from, to, words } of find(subject)) {
      // There the rule about vague items speaks of being more careful.
      if (text.path?.[0] === 'remediation') continue;
      yield {
        ...placeIn(text, from, to),
        message: `“${words}” is a verdict on people`,
        hint: 'Say what was done and what let it through: which check was missing, what the screen showed, how much else was going on.',
      };
    }
  },
};
