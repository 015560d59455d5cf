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

const units: readonly [RegExp, number][] = [
  [/^s/i, SECOND],
  [/^m/i, MINUTE],
  [/^h/i, HOUR],
  [/^d/i, DAY],
];

const count = String.raw`\d{1,3}(?:\.\d{1,2})?|${Object.keys(counts).join('|')}`;
const unit = String.raw`seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d`;
/** “five hours”, “two and a half hours”, “an hour and a half”, “half an hour” */
const part = String.raw`(?:half an hour|(?:${count})(?: and a half)?[ -]?(?:${unit})(?: and a half)?)\b`;
const rough = String.raw`(?:about|around|roughly|approximately|nearly|almost|more than|over|at least|just|some|up to|under|less than|only|the|a total of|another|close to|well over) `;

/** Only what is said to have lasted: “for five hours”, not “after five hours” or “a backup five hours old”. */
const told = new RegExp(
  String.raw`\b(?:for|lasted|lasting|during) (?:${rough}){0,3}(${part}(?:(?:,| and)? ${part})?)(?! (?:ago|old|or|to|before|later|earlier|each|a day|per|every|time))`,
  'gi',
);

/** The lengths that a text says something lasted, in its order. */
export function findToldLengths(text: string): ToldLength[] {
  const flat = text.replace(/\s+/g, ' ');
  return [...flat.matchAll(told)].flatMap(([, words = '']): ToldLength[] => {
    const ms = measureWords(words);
    return ms > 0 ? [{ words, ms }] : [];
  });
}

/**
 * Only what plainly is the length of all of it: “was down for two days”, “the outage lasted 20 minutes”. What was down
 * may have been so for a part of the time; what is said of the outage or the incident is said of all of it.
 */
const toldWhole = new RegExp(
  String.raw`\b(?:(?:was|were|been|went) (?:completely |entirely |fully )?(?:down|unavailable|offline|unreachable|inaccessible|out of service) for|(?<all>(?:outage|incident|disruption|interruption) (?:has |had )?lasted(?: for)?|(?:outage|disruption|interruption|downtime) of)) (?:${rough}){0,3}(?<words>${part}(?:(?:,| and)? ${part})?)(?! (?:ago|old|or|to|before|later|earlier|each|a day|per|every|time))`,
  'gi',
);

/** The lengths that a text says all of an incident lasted; `isAll` where it may not have been longer. */
export function findWholeLengths(text: string): (ToldLength & { isAll: boolean })[] {
  return [...text.replace(/\s+/g, ' ').matchAll(toldWhole)].flatMap(({ groups }) => {
    const words = groups?.['words'] ?? '';
    const ms = measureWords(words);
    return ms > 0 ? [{ words, ms, isAll: groups?.['all'] !== undefined }] : [];
  });
}

function measureWords(words: string): number {
  return [...words.matchAll(new RegExp(part, 'gi'))].reduce((sum, [one]) => sum + measurePart(one), 0);
}

function measurePart(words: string): number {
  if (/^half an hour$/i.test(words)) return HOUR / 2;
  const [, amount = '', name = ''] =
    new RegExp(String.raw`^(${count})(?: and a half)?[ -]?(${unit})\b`, 'i').exec(words) ?? [];
  const length = units.find(([pattern]) => pattern.test(name))?.[1] ?? 0;
  const whole = counts[amount.toLowerCase()] ?? Number(amount);
  return (whole + (/and a half/i.test(words) ? 0.5 : 0)) * length;
}
