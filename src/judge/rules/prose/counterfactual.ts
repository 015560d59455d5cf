import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { adverbs, article, createSearch } from './phrase.js';

/** Participles of what one does; of what is done to one ("should have been told", "should have received") the system is the subject. */
const participle = String.raw`(?!(?:received|needed|wanted|allowed|limited|restricted|required|dedicated|shared|elevated|privileged|named|detailed)\b)(?:\w{3,}ed|known|seen|caught|taken|told|thought|done|gone|made|kept|understood|found|begun|written|felt|paid|shut|left|held|put|sent|given|chosen|sought|foreseen|(?:read|run|set)(?=\s+(?:the|an?|it|this|that|these|up|off)\b)|been\s+(?:(?:much\s+)?more\s+)?(?:careful|aware|attentive|cautious|vigilant|diligent|watching|paying|monitoring|checking))\b`;

/** What would have changed the course of things. That somebody could have read or deleted is an exposure, not a reproach. */
const prevention = String.raw`(?:noticed|caught|prevented|avoided|spotted|checked|known|reali[sz]ed|recogni[sz]ed|anticipated|foreseen|asked|verified|tested|reacted|responded)\b`;

const attention = String.raw`(?:(?:only|just|also|\w{2,}ly)\s+)?(?:noticed|caught|spotted|checked|double-checked|verified|validated|known|reali[sz]ed|recogni[sz]ed|followed|read|tested|asked|paid|looked|waited|escalated|reacted|responded|acted|thought|been\s+more\s+\w+)\b`;

/** "The operator should have seen a warning here" is what the system owed; "but the console showed none" says why not. */
const explained =
  /^\s+(?:an?|some|any)\s+(?:\w+\s+)?(?:warning|alert|alarm|page|message|notification|prompt)s?\b|\bbut\s+(?:the|there|it|its|this|our|no|nothing)\b|\bbecause\b/i;

const duty = String.raw`(?:\s+(?:on\s+(?:call|duty)|at\s+the\s+time))?`;

const find = createSearch([
  {
    hint: /should|could|ought/i,
    unless: explained,
    words: new RegExp(
      String.raw`\b(?:(?:(?:should(?:\s+not|n['’]t)?|ought\s+(?:not\s+)?to)\s+(?:\w{2,}ly\s+|also\s+|never\s+)?have|should['’]ve)\s+(?:also\s+|never\s+|\w{2,}ly\s+)?${participle}|\bcould\s*(?:\s(?:easily|also)\s+)?(?:have|['’]ve)\s+${prevention})`,
      'gi',
    ),
    before: (who) => String.raw`${who}${duty}(?:,\s+who)?${adverbs}\s+`,
  },
  // "If the engineer had checked", and not "as if".
  {
    hint: /\bif\b/i,
    words: new RegExp(String.raw`\bhad\s+${attention}`, 'gi'),
    before: (who) => String.raw`(?<!\bas\s+)\bif\s+(?:only\s+)?${article}${who}${duty}\s+`,
  },
  // "Had the engineer checked".
  {
    words: /(?<=^\s*|,\s+)had\s+/gi,
    behind: (who) => String.raw`${article}${who}${duty}\s+${attention}`,
  },
]);

/** What did not happen cannot have caused anything. */
export const counterfactual: Rule = {
  id: 'counterfactual',
  level: 'warning',
  blocks: false,
  description:
    'No sentence says what a person should or could have done. It tells of a world that was not, as it looks to one who knows the end; what explains is the world they were in.',
  bad: `causes:
  - id: C1
    kind: root
    text: >
      The log was kept for ninety days; the engineer should have checked the size of
      the disk.`,
  good: `causes:
  - id: C1
    kind: root
    text: >
      The log was kept for ninety days. Nothing in the change or in its review showed
      the size of the disk.`,
  *check(subject) {
    for (const { text, from, to, words } of find(subject)) {
      // There it is what is to be: "all engineers should have completed the training".
      if (text.path?.[0] === 'remediation') continue;
      yield {
        ...placeIn(text, from, to),
        message: `“${words}” tells of what a person did not do, as it looks afterwards`,
        hint: 'Say what they did and what they knew then. If something should have told them, say what, and make it a remediation item.',
      };
    }
  },
};
