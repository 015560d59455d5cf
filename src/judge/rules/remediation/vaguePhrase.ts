import type { Range } from '../../../diagnostic/place.js';

/** Why nobody could say when an item is done: it has no end, does not say what, pleads with people, or promises nothing yet. */
export type Vagueness = 'endless' | 'unnamed' | 'plea' | 'open';

/** What people write before what is to be done, and which does not count. */
const opening =
  /^(?:please\s+|let['’]s\s+|(?:we\s+)?(?:should|must|need\s+to|will|have\s+to|want\s+to)\s+)?/i;

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** What only makes something better, by how much is not said. */
const better = wordsOf(
  'improve enhance increase strengthen harden boost optimize optimise refine improving enhancing increasing',
);

/** What makes something, and has an end where it is one thing: “Write a runbook”. */
const make =
  /^(?:work\s+on|look\s+at|focus\s+on|invest\s+in|add|implement|introduce|create|set\s*up|put\s+in\s+place|establish|provide|have|do|write|build|perform|conduct|update|review|revise|rework|revisit|expand|extend)\s+/i;

/** “Investigate better alerting” */
const looked = /^(?:investigate|research|evaluate|assess)\s+(?=better|more|improved|enhanced|additional)/i;

/** Words that say how good or how many, and bound nothing. */
const quality = wordsOf(
  'better more further improved enhanced increased additional proper appropriate adequate sufficient enough comprehensive thorough stronger deeper closer robust extensive',
);

/** What has no end unless one says which: taken as a whole, or many of it. */
const mass = wordsOf(
  'monitoring alerting alerts alarms logging logs metrics observability visibility awareness documentation docs runbooks playbooks guides communication communications ' +
    'testing tests coverage checks examples processes procedures practices reliability resilience resiliency stability availability performance scalability security ' +
    'robustness quality training knowledge tooling tools infrastructure systems reviews deployments releases operations collaboration handling detection guardrails safeguards',
);

/** What such a thing may be of, and is bounded by as little. */
const common = wordsOf(
  'incident incidents response error errors failure failures system process procedure runbook playbook guide test alert alarm log check code deployment deploy release rollback ' +
    'change changes operational troubleshooting debugging on-call oncall team teams operators engineers developers employees internal external customer customers user users staff service services support experience ' +
    'level issue issues problem problems management network networks platform environment',
);

const small = wordsOf(
  'common existing current overall general whole key critical future our the its their all these such and or of for in around on across with between where possible necessary needed as a',
);

/** “Improve monitoring and alerting”, “Better documentation”, “Add more tests”: what, and by how much? */
function isEndless(text: string): boolean {
  const words = splitWords(text);
  const [first = '', ...rest] = words;
  if (better.has(first)) return isLoose(rest) && rest.some((word) => mass.has(word) || common.has(word));
  if (quality.has(first)) return isLoose(rest) && rest.some((word) => mass.has(word));
  // “Monitoring”, “Training for staff”: a topic
  if (mass.has(first) && words.length <= 3) return isLoose(rest);
  const verb = (looked.exec(text) ?? make.exec(text))?.[0];
  if (verb === undefined) return false;
  const made = splitWords(text.slice(verb.length));
  return isLoose(made) && made.some((word) => mass.has(word));
}

function splitWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,/&+.!]+/)
    .filter((word) => word !== '');
}

/** Whether none of the words bounds anything. */
function isLoose(words: readonly string[]): boolean {
  return words.every((word) => quality.has(word) || mass.has(word) || common.has(word) || small.has(word));
}

const end = String.raw`[\s.!]*$`;

/** Wishes about the whole, from which no work follows, and work that is never done. */
const endless = [
  /^(?:follow|apply|adhere\s+to|adopt|use|implement|enforce)\s+(?:[a-z]+\s+){0,2}best[\s-]practices(?![a-z])/i,
  new RegExp(
    String.raw`^(?:follow|adhere\s+to|stick\s+to)\s+(?:the|our)\s+(?:[a-z]+\s+)?(?:process|processes|procedures?|runbooks?|guidelines?|rules)(?:\s+(?:more\s+)?(?:closely|carefully|strictly|better))?${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:investigate|analy[sz]e|research|debug)(?:\s+(?:further|more|deeper|it|this|that|the|issue|problem|incident|outage|again))*${end}`,
    'i',
  ),
  // “Investigate options”, of what and until when
  new RegExp(
    String.raw`^(?:investigate|explore|evaluate|research|assess|review|discuss|look\s+(?:at|into))\s+(?:(?:the|our|all|other|possible|potential|different|various|available|alternative)\s+)*(?:options|alternatives|solutions|possibilities|approaches|ideas|improvements)${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:continue\s+to\s+monitor|keep\s+monitoring|monitor)(?:\s+(?:the|this|it|situation|systems?|service|things|closely|carefully|further|more))*${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^make\s+(?:(?:the|our|all|this|it|these)\s+)*(?:systems?|services?|platform|infrastructure|process(?:es)?|deployments?|deploys|releases|things)?\s*(?:(?:more|much|less)\s+)*(?:robust|resilient|reliable|stable|safer?|better|scalable|secure|faster|stronger|fragile|brittle|error-prone)${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:reduce|minimi[sz]e|clean\s+up|pay\s+(?:down|off|back)|address|tackle)\s+(?:(?:the|our|some|overall)\s+)*(?:risks?|toil|complexity|downtime|(?:technical|tech)\s+debt|human\s+errors?)${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:communicate|test|document|monitor|plan|coordinate|collaborate|review|respond|react|prepare)\s+(?:(?:much|even)\s+)?(?:better|more|faster|earlier|sooner|properly|thoroughly|carefully)(?:\s+(?:often|carefully|thoroughly|quickly|widely))?(?:\s+(?:with|to)(?:\s+(?:the|our|all|other|affected))*\s+(?:customers|users|clients|teams|stakeholders|support|each\s+other))?${end}`,
    'i',
  ),
  /^(?:make\s+sure|ensure|guarantee|see\s+to\s+it)\s+(?:that\s+)?(?:this|it|that|these|such|similar)(?:\s+[a-z]+){0,5}?\s+(?:(?:do|does|will|can|could|should)(?:\s*not|n['’]?t)|cannot|can['’]?t|won['’]?t|never|no\s+longer)\s+(?:ever\s+)?(?:happens?|occurs?|recurs?|repeats?)(?![a-z])/i,
  new RegExp(
    String.raw`^(?:prevent|avoid|stop)\s+(?:(?:this|it|that|these|such|similar|future|further|an?|the|any|another|types?|kinds?|sort|of)\s+)*(?:this|it|recurrences?|incidents?|outages?|issues?|problems?|mistakes?|errors?)(?:\s+(?:from|happening|occurring|recurring|again|ever|in|the|future))*${end}`,
    'i',
  ),
];

const people = String.raw`(?:everyone|everybody|people|(?:all\s+|the\s+|our\s+|all\s+of\s+the\s+|on-call\s+)*(?:teams?|staff|engineers?|developers?|devs|operators?|employees|colleagues|team\s+members|on-call))`;

/** “Fix the bug”: which one, knows only who was there. */
const unnamed = [
  new RegExp(
    String.raw`^(?:review|revisit|rethink|rework|revise|refine|tighten|clarify|document|follow|update|change|fix)\s+(?:(?:the|our|this|that|these|all|existing|current|whole|entire)\s+)*(?:process|procedure|workflow|polic(?:y|ies)|workflows)${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:document|write\s+down|record)\s+(?:this|it|everything|things|(?:(?:the|our|all)\s+)*(?:lessons?(?:\s+learn(?:ed|t))?|learnings|findings|incident|issue|problem))${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:fix|resolve|solve|address|repair|remove|eliminate)\s+(?:the|this|that|these|those)\s+(?:(?:underlying|root|actual|real|same)\s+)*(?:bugs?|issues?|problems?|causes?|errors?|faults?)${end}`,
    'i',
  ),
];

/** “Be more careful”, “Remind everyone to …”: a plea, which the next tired person has not heard. */
const plea = [
  /^(?:everyone\s+|everybody\s+)?(?:(?:should|must)\s+)?(?:be|stay|remain)\s+(?:(?:more|extra|very|much|especially|particularly)\s+)*(?:careful|cautious|vigilant|attentive|mindful|diligent|thorough|conscious)(?![a-z])/i,
  /^(?:pay|give)\s+(?:(?:more|closer|better|special|extra|careful)\s+)*attention(?![a-z])/i,
  /^take\s+(?:(?:more|extra|better|greater)\s+)+care(?![a-z])/i,
  /^(?:be|become)\s+(?:more\s+)?(?:proactive|responsive|transparent)(?![a-z])/i,
  /^exercise\s+(?:(?:more|extra|greater)\s+)?(?:caution|care)(?![a-z])/i,
  new RegExp(String.raw`^(?:remind|encourage|urge)\s+${people}(?![a-z])`, 'i'),
  new RegExp(
    String.raw`^(?:train|educate|coach|teach)\s+${people}(?:\s+(?:better|more|(?:on|in|about|to\s+follow)\s+(?:the\s+)?best[\s-]practices))?${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^(?:make\s+sure|ensure|see\s+to\s+it)\s+(?:that\s+)?${people}\s+(?:always\s+)?(?:follows?|reads?|knows?|remembers?|understands?|adheres?|pays?|(?:is|are)\s+(?:aware|careful))(?![a-z])`,
    'i',
  ),
  /^raise\s+(?:[a-z]+\s+)?awareness(?![a-z])/i,
  new RegExp(
    String.raw`^share\s+(?:(?:the|our|more|these)\s+)*(?:knowledge|learnings|lessons(?:\s+learn(?:ed|t))?)(?:\s+(?:with|across|within|in|the|our|all|other|wider|team|teams|members|company|organi[sz]ation|department))*${end}`,
    'i',
  ),
  /^learn\s+from\s+(?:this|it|the|our|these|what)(?![a-z])/i,
  /^try\s+(?:harder|to\s+(?:be|remember|avoid))(?![a-z])/i,
];

/** “Consider …”, “Look into …”: a promise to think. */
const open = [
  new RegExp(
    String.raw`^discuss(?:\s+(?:this|it|that|further|internally|again|(?:with|in|within|at)(?:\s+(?:the|our|next|whole|weekly|all|other))*\s+(?:teams?|meeting|retrospective|retro|review|management|engineering)))*${end}`,
    'i',
  ),
  new RegExp(
    String.raw`^find\s+(?:an?|the|some)\s+(?:(?:better|more|long-term|permanent|proper|good|right|robust|sustainable|alternative|different)\s+)+(?:solutions?|fix(?:es)?|ways?|approach(?:es)?|workarounds?|alternatives?)${end}`,
    'i',
  ),
  new RegExp(String.raw`^follow\s+up${end}`, 'i'),
  /^(?:consider|contemplate|explore|look\s+into|looking\s+into|think\s+(?:about|of|through|over)|keep\s+an\s+eye\s+on|see\s+(?:if|whether))(?![a-z])/i,
];

/**
 * The stretch of an item's title in which nothing stands by which one could tell that it is done, and of which sort it
 * is; undefined where there is none. Patterns are whole titles wherever a word more would bound them (“Improve
 * monitoring of the order volume”): better to miss one than to nag about another. English only.
 */
export function findVagueness(title: string): { sort: Vagueness; within: Range } | undefined {
  // In so many words something is said.
  if (title.length > 200) return undefined;
  const start = opening.exec(title)?.[0].length ?? 0;
  const text = title.slice(start);
  const whole: Range = [start, title.replace(/[\s.!]+$/, '').length];
  if (isEndless(text)) return { sort: 'endless', within: whole };
  for (const [sort, patterns] of [
    ['endless', endless],
    ['unnamed', unnamed],
    ['plea', plea],
    ['open', open],
  ] as const) {
    for (const pattern of patterns) {
      const match = pattern.exec(text)?.[0].replace(/[\s.!]+$/, '');
      if (match !== undefined) return { sort, within: [start, start + match.length] };
    }
  }
  return undefined;
}
