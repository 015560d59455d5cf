import { placeIn } from '../../text.js';
import type { Rule } from '../../rule.js';
import { adverbs, article, aside, createSearch, whereabouts } from './phrase.js';

/** Where the sentence goes on to say why, it explains. */
const explained =
  /\b(?:because|since|as\s+(?:the(?!\s+(?:[\w-]+\s+)?(?:logs?|charts?|records?|timeline|history|review)\b)|there|it|no|he|she|they|that|this|usual|agreed|asked|told|taught|trained|required|planned|designed|intended|instructed|documented)|due\s+to|(?:trained|told|asked|instructed)\s+to|(?:per|following|according\s+to|in\s+line\s+with)\s+(?:the|our|its|their)\s+(?:[\w-]+\s+){0,2}?(?:runbook|playbook|manual|guide|checklist|plan|polic(?:y|ies)|procedures?|process|instructions?|documentation))\b/i;

/** What all these wordings have in them. */
const hint =
  /fail|forg[eo]t|neglect|omitted|refused|overlook|ignored|disregard|missed|mishandl|botch|bungl|ed up|fat-f|violated|mistake|error|blunder|attention|n['’]t |not (?:\w+ )?(?:follow|check|double|verif|valid|test|review|document|inform|notif|back|both|think|read|heed|consi|consul|care|take|pay|ensu|make|adher|compl|renew|rotat|escal|look)|\bnever\b|\bwithout\b/i;

/** What only people do. */
const human = String.raw`(?:(?:forgot(?:ten)?|forgets)\s+(?:to|about|that|the|an?)|(?:neglected|neglects|omitted|refused)\s+to|overlooked|(?:ignored|disregarded)\s+(?:the|an?|all|this|that|these|those|our|his|her|their|warnings?|alerts?)|missed\s+(?:the|an?|this|that|it|these|all|several|his|her|their)\b|mishandled|botched|bungled|messed\s+up|screwed\s+up|fat-fingered|violated\s+(?:the|our|an?)|made\s+(?:an?|the|this|that|some|several)\s+(?:\w+\s+)?(?:mistakes?|errors?|blunders?)(?!\s+(?:that|which)\s+any)|(?:paid\s+(?:no|too\s+little)|(?:was|were)(?:\s+not|n['’]t)\s+paying)\s+attention)\b`;

/** What one leaves undone that one was to do. Who tries to restore or to find and cannot is not blamed. */
const omission = String.raw`fail(?:ed|s)\s+to\s+(?:(?:properly|correctly|adequately|fully|even|first)\s+)?(?!(?:restore|recover|resolve|fix|repair|solve|find|locate|identify|isolate|determine|diagnose|pinpoint|trace|track|reproduce|replicate|reach|connect|contact|log|sign|get|gain|obtain|access|contain|mitigate|stabili[sz]e|stop|prevent|save|rescue|keep|bring|join|agree|convince|persuade|meet|win|tie|score|qualify|finish|arrive|load|boot|take\s+over|(?:understand|see)\s+(?:why|what|how))\b)[a-z]{2,}(?:\s+up\b)?`;

/** What one does not do out of carelessness, as it sounds. */
const negligence = String.raw`(?:(?:did\s+not|didn['’]t)\s+(?:(?:properly|correctly|adequately|fully|even|first|actually)\s+)?(?:follow(?!\s+(?:through|up|with|(?:the|a|this|that)\s+(?:\w+\s+)?(?:threads?|links?|redirects?|discussion|conversation|channel)))|check(?!\s+(?:in|out)\b)|double-check|verify|validate|test|review|document|inform|notify|back\s+up|bother|think\s+(?:to|of|about|ahead)|read|heed|consider(?!\s+(?:it|this|that|them)\s)|consult|renew|rotate|escalate|look\s+at|care(?!\s+for)|take\s+care|pay\s+attention|ensure|make\s+sure|adhere|comply)|never\s+(?:checked|double-checked|tested|verified|read|reviewed|followed|bothered|asked|looked|renewed)|(?:had\s+not|hadn['’]t)\s+(?:(?:properly|correctly|even)\s+)?(?:followed(?=\s+(?:[\w-]+\s+){0,4}?(?:procedures?|process|runbook|checklist|polic(?:y|ies)|instructions?|protocol|steps?|plan|rules?|guidelines?)\b)|double-checked|heeded|bothered|adhered|complied|taken\s+care|paid\s+attention))\b(?![^.]{0,60}\b(?:at\s+first|initially|until|yet|by\s+then)\b)`;

/** What one does without thinking twice, as it sounds. */
const hurry = String.raw`without\s+(?:first\s+|even\s+|properly\s+|fully\s+|really\s+)?(?:checking|double-checking|testing|verifying|validating|reading|reviewing|thinking|understanding|asking|consulting|informing|telling|notifying|looking\s+at|following(?!\s+up))\b(?!\s+(?:users|customers|downtime|any\s+(?:users|customers)))`;

const past = String.raw`(?:\w{2,}ed|ran|wrote|took|made|put|sent|set|cut|shut|went|began|did|gave|chose|brought)`;

const fault = String.raw`(?:own\s+)?(?:mistakes?(?!\s+(?:is|was)\s+(?:an?\s+)?(?:easy|understandable|natural|caught))|errors?(?!\s+(?:was\s+caught|budget|rate|logs?|messages?|reports?|handling|pages?|tracking)\b)|oversight|fault(?!\s+tolerance)|lapse|failure\s+to(?!\s+(?:log\s+in|sign\s+in|start|connect|load|boot)\b))\b`;

const error = String.raw`(?:human|operator|pilot)\s+(?:errors?|mistakes?)\b`;
const named = /\b(?:human|operator|pilot)\s+(?:error|mistake)/i;
const plain = String.raw`(?:(?:an?|the|some|simply|simple|just|pure|purely|plain|basic|likely|found\s+to\s+be|determined\s+to\s+be)\s+){0,3}`;

const find = createSearch([
  {
    hint,
    words: new RegExp(String.raw`\b(?:${human}|${omission}|${negligence})`, 'gi'),
    unless: explained,
    before: (who) => String.raw`${who}(?:,?\s+who)?${whereabouts}${adverbs}\s+`,
  },
  // "The engineer making the change forgot to": only of what people do, since a machine may have come in between.
  {
    hint,
    words: new RegExp(String.raw`\b${human}`, 'gi'),
    unless: explained,
    before: (who) => String.raw`${who}${aside}${adverbs}\s+`,
  },
  // "The engineer restarted the node but forgot to drain it", from the beginning of the sentence.
  {
    hint,
    words: new RegExp(String.raw`\b(?:${human}|${negligence})`, 'gi'),
    unless: explained,
    before: (who) =>
      String.raw`^\s*(?:[^,]{0,60}?,\s+|(?:at|on|by|around|about)\s+[^,]{1,30}?\s+)?${article}(?<said>${who}(?:\s+(?!(?:that|which|it|they|if)\b)[\w’'/-]+){1,15}?,?\s+(?:and|but|yet|then)${adverbs}\s+)`,
  },
  // "The engineer deployed the change without testing it", where nobody could, may or must.
  {
    hint: /\bwithout\b/i,
    words: new RegExp(String.raw`\b${hurry}`, 'gi'),
    unless: explained,
    before: (who) =>
      String.raw`^\s*(?:[^,]{0,60}?,\s+|(?:at|on|by|around|about)\s+[^,]{1,30}?\s+)?${article}(?<said>${who}\s+(?:then\s+|later\s+|repeatedly\s+|accidentally\s+)?${past}(?:\s+(?!(?:that|which|it|they|if|to|can|could|may|might|must|should|would|will|not)\b)[\w’'/-]+){0,15}?\s+)`,
  },
  {
    words: /\b(?:overlooked|ignored|forgotten|neglected|mishandled)\s+by\s+/gi,
    behind: (who) => article + who,
    unless: explained,
  },
  {
    words:
      /\b(?:mistakes?|errors?|oversight|failure|fault)\s+(?:made\s+)?(?:by|of|on\s+the\s+part\s+of)\s+(?=(?:the|an?|one|our)\b)/gi,
    behind: (who) => article + who,
  },
  // "Due to the engineer's mistake": what stands before a possessive does not take the blame from it.
  { words: new RegExp(String.raw`['’]s?\s+${fault}`, 'gi'), before: (who) => who, isOwner: true },
  {
    words: /\b(?:is|are|was|were)\s+(?:(?:solely|entirely|also|partly)\s+)?to\s+blame\b/gi,
    before: (who) => `${who}\\s+`,
  },
  { words: /\b(?:nobody|no[ -]one)\s+(?:ever\s+|even\s+)?bothered\b/gi },
  // Named as the cause of what has happened, and neither as one that there may be nor as one that was looked behind.
  {
    hint: named,
    words: new RegExp(
      String.raw`(?<!\b(?:can|could|may|might|would|should|will|if|whether|while|although|though|when(?:ever)?|any|often|sometimes|usually|always|most|many|first|initially|wrongly|reduc\w+|prevent\w*|avoid\w*|minimi[sz]\w+|eliminat\w+|risks?|likely|prone|wrote|writes?|say|saying|claim\w*)\b[^.;]{0,160})(?:\bcause\s+(?:of\s+(?:[\w’'-]+\s+){1,6}?)?(?:was|is)\s+${plain}|\b(?:(?:due|down|attributed|traced(?:\s+back)?)\s+to|caused\s+by|because\s+of|result(?:ed)?\s+(?:of|from))\s+${plain}|(?<=^[\s\d.)#>-]*(?:(?:root\s+)?cause:\s*)?)(?=${error}(?:\s*(?:[.;:–—(|]|$)|[^.,]{0,80}?\b(?:led|caused|resulted|triggered|brought|took)\b)))${error}`,
      'gi',
    ),
    unless:
      /\b(?:but|although|though|however|yet|because|since|except|made\s+(?:possible|easy|likely)|(?:is|was|were|are)\s+(?:possible|likely|easy|inevitable|ruled|excluded)|on\s+(?:our|my)\s+(?:part|side|end)|our\s+own)\b|^\s+(?:rates?|budgets?|handling|logs?|messages?|pages?|codes?)\b/i,
  },
]);

/** Where a person is what failed, the report ends before it has begun to explain. */
export const blameVerb: Rule = {
  id: 'blame-verb',
  level: 'warning',
  blocks: false,
  description:
    'No sentence says of a person what they failed, forgot or neglected to do, and none gives “human error” as the reason. It tells what did not happen, and stops before what did: what they saw, what made sense to do, and what let it through. “We failed to” is an apology, and fine.',
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
      const isNamed = named.test(words);
      // Of causes `human-error` speaks.
      if (isNamed && text.path?.[0] === 'causes') continue;
      yield {
        ...placeIn(text, from, to),
        message: isNamed
          ? `“${words}” says that somebody erred, not why that was possible`
          : `“${words}” says what a person left undone, not why`,
        hint: 'Ask what they saw and what made sense at the time, and say what was missing: “the alert did not reach the on-call engineer” rather than “the engineer failed to notice”.',
      };
    }
  },
};
