import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { createSearch } from './phrase.js';

const find = createSearch([
  {
    words:
      /\bobviously\b(?=[\s\S]{0,200}\b(?:should|could|forgot\w*|failed|missed|wrong|mistakes?|overlooked|not\s+tested)\b)/gi,
  },
  { words: /\b(?:should|ought\s+to)\s+have\s+been\s+(?:obvious|clear|evident|apparent)\b/gi },
  {
    words:
      /(?<=^\W*|[,:–—(]\s+|\b(?:and|but)\s+)(?:(?:in|with)\s+(?:hindsight|retrospect)\b|with\s+the\s+benefit\s+of\s+hindsight\b|looking\s+back(?=,?\s+(?:now\b|on\s+(?:it|this|that)\b)?[^.]{0,200}\b(?:should|could|would|obvious\w*|clear\w*|mistake|wrong|better)\b)(?!\s+(?:at|over|through|to|in|into|from)\b))/gi,
  },
  {
    words:
      /\bwe\s+(?:(?:really|clearly|also|all)\s+)*should(?:\s+(?:really|clearly|also|all))*(?:\s+have|['’]ve)\s+(?:known|noticed|seen|spotted|caught|foreseen|anticipated|reali[sz]ed|expected)\b/gi,
  },
]);

/** Afterwards all is obvious. */
export const hindsight: Rule = {
  id: 'hindsight',
  level: 'info',
  blocks: false,
  description:
    'What is obvious now was not obvious then: “obviously”, “in hindsight”, “should have been clear”, “we should have known” tell where the knowledge came too late, and not why.',
  bad: `summary: >
  Checkout answered with errors for five hours. We should have known that the disk of
  the order database was nearly full.`,
  good: `summary: >
  Checkout answered with errors for five hours. No chart and no alert showed that the
  disk of the order database was nearly full.`,
  *check(subject) {
    for (const { text, from, to, words } of find(subject)) {
      yield {
        ...placeIn(text, from, to),
        message: `“${words}” judges by what was only known afterwards`,
        hint: 'Say what could be seen at the time, and what hid the rest.',
      };
    }
  },
};
