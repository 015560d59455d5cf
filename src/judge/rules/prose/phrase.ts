import type { Subject } from '../../rule.js';
import type { Person } from '../../../settings/settings.js';
import { createWho, isMachine, mayNamePerson, type Who } from './person.js';
import { createSentences, type Sentence } from './sentence.js';

/** A phrase that a rule speaks of, and where it stands in its text. */
export interface Phrase extends Pick<Sentence, 'text'> {
  from: number;
  to: number;
  /** As written, on one line. */
  words: string;
}

/**
 * A way of saying something. First its verb or word is looked for, which is cheap; only around that a person is. What
 * has a person as its subject is not read where it only may be so, and no other where it is denied.
 */
export interface Wording {
  /** Cheap, and in every sentence that has the words: theirs is not even compiled for a file that has it nowhere. */
  hint?: RegExp;
  /** Global, and without the person. */
  words: RegExp;
  /** What stands right before those words, around the pattern of a person; `said` is the group that is meant. */
  before?: (who: string) => string;
  /** What stands right behind them. */
  behind?: (who: string) => string;
  /** What takes it back when it stands behind all that, in the same sentence. */
  unless?: RegExp;
  /** The person owns what is meant, so that a preposition before it changes nothing: "due to the engineer's mistake". */
  isOwner?: boolean;
  /** "We were careless" is said of oneself, and is an apology. */
  isConfession?: boolean;
}

/** Adverbs and auxiliaries, which may stand between a person and the verb. */
export const adverbs = String.raw`(?:\s+(?:also|then|just|later|still|again|both|all|either|had|has|have|must|may|might|\w{2,}ly))*`;

const others = String.raw`(?:\s+(?!(?:that|which|it|they|and|or|but|then|because|whose)\b)[\w’'/-]+)`;

/** Where a person is, or which: "on the night shift", "in the area". */
export const whereabouts = String.raw`(?:\s+(?:on|in|at|from|of|for)${others}{1,4}?)?`;

/** What else may tell of a person before the verb comes: "who was on duty", "making the change", "tired by then,". */
export const aside = String.raw`(?:,[^,.]{1,80},|\s+(?:on|in|at|from|of|for|with|who|responsible|assigned|\w+ing)${others}{1,8}?)?`;

/** "The new", "one of our senior": what a person may begin with. */
export const article = String.raw`(?:both\s+)?(?:(?:(?:one|some|two|three)\s+of\s+)?(?:the|an?|one|our|another|this)\s+(?:(?!(?:that|which|whom|whose|the|an?)\b)[\w-]+\s+){0,3}?)?`;

/** How far back a clause goes, and how far on. */
const back = 240;
const on = 120;

/** Makes a search for wordings: for each sentence of a file the first of them, if there is one. */
export function createSearch(wordings: readonly Wording[]): (subject: Subject) => Iterable<Phrase> {
  let made: { persons: Persons; patterns: Pattern[] } | undefined;
  return function* ({ document, history }) {
    const persons = findPersons(history.settings.people);
    for (const sentence of createSentences(document)) {
      if (made?.persons !== persons) made = { persons, patterns: createPatterns(wordings, persons.who) };
      const range = findFirst(sentence, made.patterns, persons, document.text);
      if (!range) continue;
      const words = sentence.words.slice(...range).replace(/\s+/g, ' ');
      yield { text: sentence.text, from: sentence.from + range[0], to: sentence.from + range[1], words };
    }
  };
}

/** Who can be meant. One for all the rules, until the people change. */
interface Persons {
  people: readonly Person[];
  who: readonly Who[];
}

let known: Persons | undefined;

function findPersons(people: readonly Person[]): Persons {
  if (known?.people !== people) known = { people, who: createWho(people) };
  return known;
}

/** Patterns are made when they are first asked for: those around a person seldom are. */
interface Pattern extends Pick<Wording, 'hint' | 'words' | 'unless' | 'isOwner' | 'isConfession'> {
  isPersonal: boolean;
  before: () => readonly RegExp[];
  behind: () => readonly RegExp[];
}

function createPatterns(wordings: readonly Wording[], who: readonly Who[]): Pattern[] {
  return wordings.map(({ before, behind, ...rest }) => ({
    ...rest,
    isPersonal: before !== undefined || behind !== undefined,
    before: once(() =>
      before ? who.map(({ pattern, flags }) => new RegExp(`${before(pattern)}$`, flags)) : [],
    ),
    behind: once(() =>
      behind ? who.map(({ pattern, flags }) => new RegExp(`^${behind(pattern)}(?!['’])`, flags)) : [],
    ),
  }));
}

function once<T>(create: () => T): () => T {
  let created: { value: T } | undefined;
  return () => (created ??= { value: create() }).value;
}

function findFirst(
  sentence: Sentence,
  patterns: readonly Pattern[],
  persons: Persons,
  file: string,
): [number, number] | undefined {
  const { words } = sentence;
  // A question asks; it does not judge.
  if (/\?\s*$/.test(words.slice(-20))) return undefined;
  for (const pattern of patterns) {
    if (pattern.hint?.test(words) === false) continue;
    if (pattern.isPersonal && !mayNamePerson(words, persons.people)) continue;
    for (const match of words.matchAll(pattern.words)) {
      const range = findAround(words, match.index, match.index + match[0].length, pattern);
      if (range && pattern.unless?.test(words.slice(range[1], range[1] + on * 2)) === true) continue;
      if (range && !isMachine(words.slice(...range), file)) return range;
    }
  }
  return undefined;
}

/** From the person to the verb, or the other way round. */
function findAround(
  words: string,
  from: number,
  to: number,
  { before, behind, isOwner, isConfession }: Pattern,
): [number, number] | undefined {
  const start = Math.max(0, from - back);
  const earlier = words.slice(start, from);
  const befores = before();
  if (befores.length > 0) {
    for (const regex of befores) {
      const match = regex.exec(earlier);
      if (!match) continue;
      const person = start + match.index + match[0].length - (match.groups?.['said'] ?? match[0]).length;
      const said = words.slice(Math.max(0, person - back), person);
      const isSupposed = isPresent.test(words.slice(from, to)) && general.test(said);
      const isOther = isOwner === true ? foreseen(said) : governed.test(said);
      if (!isSupposed && !isOther && !supposed.test(said)) return [person, to];
    }
    return undefined;
  }
  if (denied.test(earlier)) return undefined;
  if (
    isConfession === true &&
    (confessed.test(earlier) || /^\s+of\s+(?:us|me)\b/i.test(words.slice(to, to + 10)))
  )
    return undefined;
  const behinds = behind();
  if (behinds.length === 0) return [from, to];
  for (const regex of behinds) {
    const match = regex.exec(words.slice(to, to + on));
    if (match) return [from, to + match[0].length];
  }
  return undefined;
}

/** "Nobody was careless", "not because of negligence", "rather than a careless mistake". */
const denied =
  /(?:n['’]t|\b(?:not|never|rather|instead|without|neither|nor|none|nobody|no[ -]one|whether|unless))\b(?:[^,]{0,60}|[^,]*\b(?:that|because)\b[^,]*)$|\bno\s+(?:\w+\s+){0,2}$/i;

/** "We had become complacent", "our own carelessness"; and "it would be foolish", of what nobody has done. */
const confessed =
  /\b(?:we|I)(?:['’](?:d|m|re|ve))?\s+(?:(?:am|are|was|were|be|been|being|become|became|got|gotten|grew|grown|have|had|has|also|all|both|just|too|so|a|bit|little|very|rather|perhaps|maybe|still|simply|clearly|frankly|quite|\w{2,}ly)\s+)*$|\b(?:our|my)\s+(?:own\s+)?$|\b(?:would|will|can)\s+be\s+$|\bcan\s+be\s+caused\s+by\b[^.]*$|\blull(?:ed|s)?\s+(?:\w+\s+)?into\s+$|\b(?:we|I)\s+[^.;:,]*(?:,\s+(?:out\s+)?)?\b(?:in|through|from|by|of|due\s+to)\s+(?:an?\s+(?:act|fit|moment|bit)\s+of\s+)?(?:(?:pure|sheer|plain|simple)\s+)?$/i;

/** "If an engineer forgot", "to ensure that the operator", "not because the engineer", "no engineer", "every engineer". */
const supposed =
  /\b(?:if|in case|in the event|whether|unless|until|suppos\w+|imagin\w+|so that|such that|ensure|rather than|instead of|not (?:that|because|mean|say|imply)|I,?\s*\(?as|where\s+(?:an?|any))\b[^,]*$|\b(?:no|neither|nor|none of the|not|every|each)\s+(?:[\w-]+\s+){0,2}$|\b(?:any|every|each|no)\s+[\w-]+\s+(?:that\s+|which\s+)?(?:the|an?)\s+$|\bas\s+(?:(?:the|our|its|an?)\s+)?(?:[\w-]+\s+){0,3}?(?:says?|said|asks?|asked|tells?|told|agreed|planned|required?s?|instruct(?:s|ed)|document(?:s|ed))\b[^,]*,\s+(?:[\w-]+\s+){0,4}$/i;

/** "An engineer's mistake", of any engineer, or as what one guards against; but "due to an engineer's mistake". */
function foreseen(said: string): boolean {
  if (
    /\b(?:prevents?|against|catch(?:es)?|tolerates?|survives?|detects?|assumes?|from)\s+(?:[\w-]+\s+){0,3}$/i.test(
      said,
    )
  )
    return true;
  const any = /\b(?:an?|any|one|single)\s+(?:[\w-]+\s+){0,2}$/i.exec(said);
  return any !== null && !/\b(?:to|of|by|was|is|were)\s+$/i.test(said.slice(0, any.index));
}

/** "An alert fires when an operator forgets to": nobody has. */
const isPresent = /\b(?:forgets|neglects|fails)\b/i;
const general =
  /\b(?:[Ww]hen(?:ever)?|[Ww]here(?:ver)?|[Oo]nce(?!\s+(?:again|back|more|there)\b)|[Ee]ach time|[Ee]very time|should|could|can|may|might|will)\b/;

/** Before an object: "by one of our senior engineers", "from an engineer"; but "one of the engineers" acts. */
const governed =
  /\b(?:by|from|(?<!\b(?<!\b(?:by|from|for|to|with)\s+)(?:one|some|several|two|three|many|most|all|both|each|any)\s+)of|for|to|with|between|among|against|than|like)\s+(?:(?:the|an?|our|their|his|her|this|that|one|another|some|two|three|both|each|every|any|\w+['’]s)\s+(?:[\w-]+\s+){0,3}|(?:[\w-]+\s+){0,2})$/i;
