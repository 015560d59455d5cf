import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { createSearch } from './phrase.js';

const find = createSearch([
  {
    words:
      /\b(?:mistakes|errors|missteps|misjudge?ments)\s+(?:were|have\s+been|had\s+been)\s+made\b(?!\s+(?:by|in|to|on)\b)/gi,
  },
  {
    words:
      /\bthe\s+ball\s+(?:was|has\s+been|had\s+been)\s+dropped\b|\b(?:fell|slipped|fallen|slip|fall)\s+(?:through|between)\s+the\s+cracks\b|\blessons\s+(?:were|have\s+been)\s+learn(?:ed|t)\b/gi,
  },
]);

/** A sentence that nobody acts in hides what happened, and sounds as if it were meant to. */
export const distancing: Rule = {
  id: 'distancing',
  level: 'info',
  blocks: false,
  description:
    'Stock phrases such as “mistakes were made”, “it fell through the cracks” and “lessons have been learned” keep readers at a distance: they say that something happened without saying what.',
  bad: `summary: >
  Checkout answered with errors for five hours, because the disk of the order database
  was full. Mistakes were made during the change.`,
  good: `summary: >
  Checkout answered with errors for five hours, because the disk of the order database
  was full. Our change had switched off the rotation of its log.`,
  *check(subject) {
    for (const { text, from, to, words } of find(subject)) {
      yield {
        ...placeIn(text, from, to),
        message: `“${words}” does not say what happened`,
        hint: 'Say what was done, and that “we” did it.',
      };
    }
  },
};
