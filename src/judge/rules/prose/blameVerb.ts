import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { adverbs, article, aside, createSearch, whereabouts } from './phrase.js';

/** Where the sentence goes on to say why, it explains. */
const unexplained = String.raw`(?![\s\S]{0,300}\b(?:because|since|so|as\s+(?:the|there|it|no|he|she)|due\s+to)\b)`;

/** What only people do. */
const human = String.raw`(?:(?:forgot(?:ten)?|forgets)\s+(?:to|about|that)|(?:neglected|neglects|omitted|refused)\s+to|overlooked|(?:ignored|disregarded)\s+(?:the|an?|all|this|that|these|those|our|his|her|their|warnings?|alerts?)|missed\s+(?:the|an?|this|that|it|these|all|several|his|her|their)\b${unexplained}|mishandled|botched|bungled|messed\s+up|screwed\s+up|fat-fingered|violated\s+(?:the|our|an?)|made\s+(?:an?|the|this|that|some|several)\s+(?:\w+\s+)?(?:mistakes?|errors?|blunders?)|paid\s+(?:no|too\s+little)\s+attention)\b`;

/** What one leaves undone that one was to do. Who tries to restore or to find and cannot is not blamed. */
const omission = String.raw`fail(?:ed|s)\s+to\s+(?:(?:properly|correctly|adequately|fully|even|first)\s+)?(?:notice|reali[sz]e|see|spot|recogni[sz]e|catch|check|double-check|cross-check|verify|validate|test|follow|read|heed|review|consider|account|anticipate|foresee|understand|appreciate|take|ensure|make\s+sure|remove|renew|rotate|escalate|communicate|coordinate|inform|notify|tell|alert|document|mention|acknowledge|respond|react|act|adhere|comply|copy|back\s+up|consult|ask|update|set|implement|include|add|disable|enable|clean|perform|carry|transfer|flag|close|use|refactor|report|warn|raise|apply|switch|turn|replace|configure|register|plan|prepare)\b`;

/** What one does not do out of carelessness, as it sounds. */
const negligence = String.raw`(?:did\s+not|didn['’]t)\s+(?:(?:properly|correctly|adequately|fully|even|first|actually)\s+)?(?:follow(?!\s+through)|check|double-check|verify|validate|bother|think|read|heed|consider|consult|care|take\s+care|pay\s+attention|adhere|comply)\b${unexplained}`;

const fault = String.raw`(?:own\s+)?(?:mistakes?|errors?(?!\s+(?:budget|rate|logs?|messages?|reports?|handling|pages?|tracking)\b)|oversight|fault|lapse|failure\s+to)\b`;

const find = createSearch([
  {
    words: new RegExp(String.raw`\b(?:${human}|${omission}|${negligence})`, 'gi'),
    before: (who) => String.raw`${who}(?:,?\s+who)?${whereabouts}${adverbs}\s+`,
  },
  // "The engineer making the change forgot to": only of what people do, since a machine may have come in between.
  {
    words: new RegExp(String.raw`\b${human}`, 'gi'),
    before: (who) => String.raw`${who}${aside}${adverbs}\s+`,
  },
  // "The engineer restarted the node but forgot to drain it", from the beginning of the sentence.
  {
    words: new RegExp(String.raw`\b(?:${human}|${negligence})`, 'gi'),
    before: (who) =>
      String.raw`^\s*(?:[^,]{0,60}?,\s+|(?:at|on|by|around|about)\s+[^,]{1,30}?\s+)?${article}(?<said>${who}(?:\s+(?!(?:that|which|it|they|if)\b)[\w’'/-]+){1,15}?,?\s+(?:and|but|yet|then)${adverbs}\s+)`,
  },
  {
    words: /\b(?:overlooked|ignored|forgotten|neglected|mishandled)\s+by\s+/gi,
    behind: (who) => article + who,
  },
  {
    words:
      /\b(?:mistakes?|errors?|oversight|failure)\s+(?:made\s+)?(?:by|of|on\s+the\s+part\s+of)\s+(?=(?:the|an?|one|our)\b)/gi,
    behind: (who) => article + who,
  },
  { words: new RegExp(String.raw`['’]s?\s+${fault}`, 'gi'), before: (who) => who },
]);

/** Where a person is what failed, the report ends before it has begun to explain. */
export const blameVerb: Rule = {
  id: 'blame-verb',
  level: 'warning',
  blocks: false,
  description:
    'No sentence says of a person what they failed, forgot or neglected to do. It tells what did not happen, and stops before what did: what they saw, what made sense to do, and what let it through. “We failed to” is an apology, and fine.',
  bad: `timeline:
  - at: 2026-03-14 09:05
    text: The disk of the order database is full.
  - at: 2026-03-14 09:10
    text: The on-call engineer failed to notice the alert.`,
  good: `timeline:
  - at: 2026-03-14 09:05
    text: The disk of the order database is full.
  - at: 2026-03-14 09:10
    text: >
      The alert does not reach the on-call engineer: its route still names the team
      that had the database before.`,
  *check(subject) {
    for (const { text, from, to, words } of find(subject)) {
      yield {
        ...placeIn(text, from, to),
        message: `“${words}” says what a person left undone, not why`,
        hint: 'Ask what they saw and what made sense at the time, and say what was missing: “the alert did not reach the on-call engineer” rather than “the engineer failed to notice”.',
      };
    }
  },
};
