import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { createSearch } from './phrase.js';

const adjective = String.raw`(?:careless|negligent|reckless|sloppy|incompetent|complacent|inattentive|irresponsible|unprofessional|stupid|foolish|idiotic)`;

/** What people do or are: a default may be stupid, and nobody is hurt. */
const human = String.raw`(?:mistakes?|errors?|blunders?|behaviou?r|acts?|actions?|decisions?|work|conduct|attitude|handling(?!\s+by\s+the)|restarts?|deploys?|deployments?|roll-?outs?|changes?|commands?|edits?|engineers?|operators?|admins?|administrators?|developers?|colleagues?|technicians?|employees?|people|person|staff|team)\b`;

const find = createSearch([
  {
    isConfession: true,
    hint: /careless|negligen|reckless|sloppi|incompeten|complacen|inattent|irrespons|unprof|lazi|stupid|foolish|judge?ment|lack of|disregard/i,
    words:
      /(?<![\w-])(?:careless(?:ly|ness)|negligently|negligence|reckless(?:ly|ness)|sloppily|sloppiness|incompetently|incompetence|complacency|inattentive(?:ly|ness)|inattention|irresponsibly(?!\s+(?:low|high|long|short|large|small))|unprofessionally|laziness|(?:complete|total|utter|blatant|flagrant|wanton|wil?lful|callous)\s+disregard\s+(?:for|of)|stupidity|stupidly(?!\s+(?:low|high|long|short|large|small|big|slow|simple|complex|expensive))|foolish(?:ly|ness)|(?:poor|bad)\s+judge?ment|lack\s+of\s+(?:care|attention|diligence|discipline|judge?ment)(?![^.]{0,60}\b(?:we|our|us|design|process|processes|procedures?)\b))(?![\w-])/gi,
  },
  {
    isConfession: true,
    words: new RegExp(String.raw`(?<![\w-])${adjective}(?=\s+(?:\w+\s+)?${human})`, 'gi'),
  },
  {
    isConfession: true,
    words: new RegExp(String.raw`\b(?:was|were|is|are|been|being)\s+(?:\w+\s+)?${adjective}\b`, 'gi'),
    before: (who) => String.raw`${who}\s+(?:had\s+|has\s+|have\s+)?`,
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
