import type { Person } from '../../../settings/settings.js';

/*
 * Who can be blamed: words for one who works here, or for us, and never for a machine. Over many postmortems most of
 * what "failed to" is a machine, so a word that names both a person and a program ("operator", "admin", "author",
 * "team") counts only behind an article, and "agent", "worker", "manager" or "client" alone not at all. Customers and
 * attackers are not meant, nor are "we" and "I": who says "we failed to" apologises.
 */

const ambiguous = String.raw`(?:(?<!\b(?:mobile|network|grid|cloud|data\s+cent(?:er|re)|rail|train|airline|satellite|cable|telecom|exchange|pool|tour)\s+)operators?(?!\s+of\s)|admins?|administrators?|authors?|persons?|people|guy|individuals?|(?<!\bour\s+(?:[\w-]+\s+){0,3}|\b(?:red|blue|purple)\s+)teams?)`;

/** "The operator", "one of our admins"; `our team` is "we". */
const determined = String.raw`(?<=\b(?:the|an?|one|another|this|some|two|three|both|their|our|human)\s+(?:(?!(?:my|we|that|which)\b)[\w&/’'-]+\s+){0,3})${ambiguous}`;

const nouns = [
  'engineers?',
  'developers?',
  'devs?',
  'programmers?',
  'sysadmins?',
  'DBAs?',
  'SREs?',
  'technicians?',
  'electricians?',
  '(?:sub)?contractors?',
  'employees?',
  'colleagues?',
  'co-?workers?',
  'interns?',
  'trainees?',
  'personnel',
  String.raw`staff(?:\s+members?)?`,
  String.raw`team(?:\s+|-)(?:members?|leads?)`,
  String.raw`members?\s+of\s+(?:(?:the|our)\s+(?:[\w-]+\s+){0,3}(?:team|staff)|staff)`,
  String.raw`incident\s+commanders?`,
  'responders?',
  'reviewers?',
  'testers?',
  String.raw`(?:support|service|help\s?desk)\s+agents?`,
  String.raw`(?:maintenance|construction|field|utility)\s+workers?`,
  String.raw`(?:project|product|engineering|account|duty|shift|line|incident|release|change|site|plant)\s+managers?`,
  'somebody',
  'someone',
  'he',
  'she',
  String.raw`on-?call(?:\s+(?:engineer|person|developer|operator|SRE)s?)?`,
  determined,
];

/** What may not touch a word that is meant: letters, and what makes it a part of a name, as in `feature_engineer`. */
const start = String.raw`(?<![\wÀ-ɏ./@-])`;
const end = String.raw`(?![\wÀ-ɏ/@-]|\.\w|\s+(?:console|panel|page|portal|account|tool|guide|manual|handbook|documentation|docs|interface|dashboard|station|mode|role|rota|schedule)s?\b)`;

/** One way to find a person, as the pattern of a regular expression. Names are told by their capital, so case counts with them. */
export interface Who {
  pattern: string;
  flags: 'i' | '';
}

/** What each of the nouns above has in it, without anything that is costly to compile. */
const roots =
  /engineer|dev|programmer|admin|dba|sre|technician|electrician|contractor|employee|colleague|worker|intern|trainee|personnel|staff|team|commander|responder|reviewer|tester|agent|manager|some ?body|some ?one|\bs?he\b|on-?call|operator|author|person|people|guy|individual/i;

/** Whether a sentence may name a person at all: most do not, and are not looked into for every wording. */
export function mayNamePerson(sentence: string, people: readonly Person[]): boolean {
  return roots.test(sentence) || people.some(({ name }) => sentence.includes(name.replace(/ .*$/s, '')));
}

/** How persons are found in a text: by what they are, and by the names of those whom the settings know. */
export function createWho(people: readonly Person[]): Who[] {
  const names = people.flatMap(({ name }) => [name, ...(/^\p{Lu}\p{L}{2,}(?= )/u.exec(name) ?? [])]);
  const escaped = names.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`));
  const who: Who[] = [{ pattern: `${start}(?:${nouns.join('|')})${end}`, flags: 'i' }];
  return names.length === 0
    ? who
    : [...who, { pattern: `${start}(?:${escaped.join('|')})${end}`, flags: '' }];
}

/** Where "operator" is the word for a program. */
const machineOperators =
  /\b(?:kubernetes|k8s|openshift|kubectl|helm|CRDs?|reconcil\w*|operatorhub|strimzi|\w+-operator)\b/i;

/** What a program that is called an operator or an admin cannot fail to do. */
const judgement =
  /\bfail(?:ed|s)\s+to\s+(?:\w+ly\s+)?(?:notice|reali[sz]e|spot|check|double-check|cross-check|verify|follow|read|heed|review|consider|anticipate|foresee|understand|appreciate|escalate|communicate|inform|tell|acknowledge|consult|ask|adhere)\b/i;

/** Whether the subject of a phrase may be a program after all, as the file goes. */
export function isMachine(phrase: string, file: string): boolean {
  if (/\boperator/i.test(phrase) && machineOperators.test(file)) return true;
  return (
    /^(?:operator|admin)/i.test(phrase) && /\bfail(?:ed|s)\s+to\b/i.test(phrase) && !judgement.test(phrase)
  );
}
