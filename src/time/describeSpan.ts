import { DAY, HOUR, MINUTE, SECOND } from './isoDay.js';
import type { Span } from './span.js';
import { isUnknownSpan } from './span.js';
import type { TimeWording } from './wording.js';

/** Steps that a rounded length is named in. */
const STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  DAY,
];

/** From here on a length is told in days and hours. */
const MANY_HOURS = 48 * HOUR;
/** Below it a length is told to the second. */
const FEW_MINUTES = 10 * MINUTE;

/**
 * Says in the given words how long something took, never more exactly than it is known: “4 h 57 min”, “about 10 h”, “between 13
 * h and 14 h 30 min”, “at least 14 h”, “up to 3 h”, “less than a minute”, “3 days”, “unknown”.
 *
 * It is “about” X when X is a round length (see {@link findMiddle}) close to the middle of what is possible,
 * and that reaches no more than a quarter to either side; everything else has a “between”, whose ends are
 * rounded outwards.
 */
export function describeSpan(span: Span, words: TimeWording): string {
  const { min, max } = span;
  if (isUnknownSpan(span)) return words.unknown;
  if (max === null) return words.atLeast(describeLength(roundTo(min ?? 0, Math.floor), words));
  if (max < MINUTE && (min ?? 0) < SECOND) return words.lessThanAMinute;
  if (min === null || min < SECOND) return words.upTo(describeLength(roundTo(max, Math.ceil), words));
  const [low, high] = [roundTo(min, Math.round), roundTo(max, Math.round)];
  if (low === high) return describeLength(low, words);
  const middle = findMiddle(min, max);
  if (middle !== undefined) return words.aboutLength(describeLength(middle, words));
  return words.betweenLengths(
    describeLength(roundTo(min, Math.floor), words),
    describeLength(roundTo(max, Math.ceil), words),
  );
}

/**
 * The round length that stands for a doubtful one, if there is one: a multiple of the largest step that is no
 * more than the doubt (half of the width), off the middle by at most a quarter of the doubt, which itself is
 * at most a quarter of the middle. 9 h to 11 h: 10 h. 13 h to 14 h 30 min: none.
 */
function findMiddle(min: number, max: number): number | undefined {
  const [middle, doubt] = [(min + max) / 2, (max - min) / 2];
  if (doubt > middle / 4) return undefined;
  const step = STEPS.findLast((one) => one <= doubt) ?? SECOND;
  const round = Math.round(middle / step) * step;
  const shown = roundTo(round, Math.round);
  return Math.abs(shown - middle) <= doubt / 4 ? shown : undefined;
}

/**
 * A length as exact as it is told: to the second below 10 minutes, to the hour from 48 hours on, else to the
 * minute.
 */
function roundTo(ms: number, round: (value: number) => number): number {
  const unit = ms < FEW_MINUTES ? SECOND : ms < MANY_HOURS ? MINUTE : HOUR;
  return round(ms / unit) * unit;
}

/** A rounded length in its units: days and hours, or hours, minutes and seconds. */
function describeLength(ms: number, words: TimeWording): string {
  if (ms <= 0) return words.lessThanAMinute;
  const isLong = ms >= MANY_HOURS;
  const parts: [number, (count: number) => string][] = [
    [isLong ? Math.floor(ms / DAY) : 0, words.days],
    [Math.floor((isLong ? ms % DAY : ms) / HOUR), words.hours],
    [Math.floor((ms % HOUR) / MINUTE), words.minutes],
    [Math.floor((ms % MINUTE) / SECOND), words.seconds],
  ];
  return parts
    .filter(([count]) => count > 0)
    .map(([count, say]) => say(count))
    .join(' ');
}
