import { DAY, HOUR, MINUTE, SECOND } from '../../../time/isoDay.js';

/** A length of time that a text tells, e.g. “for about five hours”. */
export interface ToldLength {
  /** As it is told, without what leads to it: `five hours`. */
  words: string;
  ms: number;
}

const counts: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
};

const units: readonly [string, number][] = [
  ['s', SECOND],
  ['m', MINUTE],
  ['h', HOUR],
  ['d', DAY],
];

const count = String.raw`\d{1,3}(?:\.\d{1,2})?|${Object.keys(counts).join('|')}`;
const unit = String.raw`seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d`;
/** “five hours”, “two and a half hours”, “an hour and a half”, “half an hour”; patterns in lower case are half as large */
const part = String.raw`(?:half an hour|(?:${count})(?: and a half)?[ -]?(?:${unit})(?: and a half)?)\b`;
const rough = String.raw`(?:about|around|roughly|approximately|nearly|almost|more than|over|at least|just|some|up to|under|less than|only|the|a total of|another|close to|well over) `;

/** What a length may begin with, and what it may not be followed by: not “a backup five hours old”. */
const length = new RegExp(
  String.raw`^(?:${rough})*(?<words>${part}(?:(?:,| and)? ${part})?)(?! (?:ago|old|or|to|before|later|earlier|each|a day|per|every|time))`,
);

/** Only what is said to have lasted: “for five hours”, not “after five hours”. */
const told = /\b(?:for|lasted|lasting|during) /gi;

/** The lengths that a text says something lasted, in its order. */
export function findToldLengths(text: string): ToldLength[] {
  return findLengths(text, told);
}

/**
 * Only what plainly is the length of all of it: “was down for two days”, “the outage lasted 20 minutes”. What was down
 * may have been so for a part of the time; what is said of the outage or the incident is said of all of it.
 */
const toldWhole =
  /\b(?:(?:was|were|been|went) (?:completely |entirely |fully )?(?:down|unavailable|offline|unreachable|inaccessible|out of service) for|(?<all>(?:outage|incident|disruption|interruption) (?:has |had )?lasted(?: for)?|(?:outage|disruption|interruption|downtime) of)) /gi;

/** The lengths that a text says all of an incident lasted; `isAll` where it may not have been longer. */
export function findWholeLengths(text: string): (ToldLength & { isAll: boolean })[] {
  return findLengths(text, toldWhole);
}

/** The lengths that stand behind what leads to them. */
function findLengths(text: string, lead: RegExp): (ToldLength & { isAll: boolean })[] {
  const flat = text.replace(/\s+/g, ' ');
  return [...flat.matchAll(lead)].flatMap((match) => {
    const behind = flat.slice(match.index + match[0].length, match.index + match[0].length + longest);
    if (!/\b(?:se?c|min|h(?:ou)?r|day)|\d ?[smhd]\b/i.test(behind)) return [];
    const found = length.exec(behind.toLowerCase());
    const said = found?.groups?.['words'];
    if (!found || said === undefined) return [];
    const ms = measureWords(said);
    const words = behind.slice(found[0].length - said.length, found[0].length);
    return ms > 0 ? [{ words, ms, isAll: match.groups?.['all'] !== undefined }] : [];
  });
}

/** Nobody needs more letters to tell a length. */
const longest = 160;

const measured = new RegExp(
  String.raw`half an hour|(?<amount>${count})(?<half> and a half)?[ -]?(?<name>${unit})(?<behind> and a half)?\b`,
  'g',
);

function measureWords(words: string): number {
  return [...words.matchAll(measured)].reduce((sum, { groups = {} }) => sum + measurePart(groups), 0);
}

function measurePart({
  amount,
  half,
  behind,
  name = '',
}: Readonly<Record<string, string | undefined>>): number {
  if (amount === undefined) return HOUR / 2;
  const unitLength = units.find(([letter]) => name.startsWith(letter))?.[1] ?? 0;
  return ((counts[amount] ?? Number(amount)) + ((half ?? behind) === undefined ? 0 : 0.5)) * unitLength;
}
