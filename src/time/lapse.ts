import { DAY, HOUR, MINUTE, SECOND } from './isoDay.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import type { Span } from './span.js';

/** A length of time as it was written: whole days keep the hour on the clock, the rest is ms of real time. */
export type Lapse = { readonly days: number; readonly ms: number };

/** How long something lasted: `words` is what the author wrote. `unknown` has a span that bounds nothing. */
export type Lasted = { readonly words: string; readonly span: Span; readonly about: boolean };

const LAPSE = /^(?:(\d{1,5})d)? ?(?:(\d{1,5})h)? ?(?:(\d{1,5})m)? ?(?:(\d{1,5})s)?$/;

/**
 * Parses `17m`, `1h30m`, `2d`, `45s` (days, hours, minutes, seconds, in that order). Undefined if it is none.
 */
export function parseLapse(text: string): Lapse | undefined {
  const found = LAPSE.exec(text);
  if (found === null || text === '') return undefined;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return { days, ms: hours * HOUR + minutes * MINUTE + seconds * SECOND };
}

/**
 * `~` before a length of time: a quarter of it either way, so that `~5m` is 3 min 45 s to 6 min 15 s and
 * `~2d` is 36 to 60 hours. For lengths and for `~+17m`; a clock time has half an hour.
 */
export function aroundLapse(lapse: Lapse): { min: number; max: number } {
  const ms = lapse.days * DAY + lapse.ms;
  const step = ms < 4 * SECOND ? 1 : SECOND;
  return { min: Math.floor((ms * 0.75) / step) * step, max: Math.ceil((ms * 1.25) / step) * step };
}

/**
 * Parses how long something lasted: `5m`, `1h30m`, `2d` (of 24 hours), `45s`, `~5m` (about), `unknown`.
 * Never throws.
 */
export function parseLasted(text: string): { readonly ok: true; readonly lasted: Lasted } | Refusal {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '') return refuse('A length of time is empty; expected one like 5m or 1h30m.');
  if (words === 'unknown')
    return { ok: true, lasted: { words, span: { min: null, max: null }, about: false } };
  const about = words.startsWith('~');
  const lapse = parseLapse(about ? words.slice(1).trim() : words);
  if (lapse === undefined) return refuseLapse(words);
  const ms = lapse.days * DAY + lapse.ms;
  if (ms === 0) {
    return refuse(`“${words}” is no time at all.`, { hint: 'Leave it out, or write how long it lasted.' });
  }
  return { ok: true, lasted: { words, span: about ? aroundLapse(lapse) : { min: ms, max: ms }, about } };
}

/** Says how a length of time is written, with the one that was meant where it can be guessed. */
function refuseLapse(words: string): Refusal {
  const suggestion = guessLapse(words);
  return refuse(`“${words}” is not a length of time.`, {
    hint: 'Write days, hours, minutes and seconds in that order, like 2d, 1h30m, 5m or 45s; ~5m for about; unknown.',
    suggestions: suggestion === undefined ? [] : [suggestion],
  });
}

const UNITS: readonly [RegExp, number][] = [
  [/^(?:d|days?)$/, DAY],
  [/^(?:h|hrs?|hours?)$/, HOUR],
  [/^(?:m|min|mins|minutes?)$/, MINUTE],
  [/^(?:s|secs?|seconds?)$/, SECOND],
];

/** `5 min`, `1.5h`, `about 2 hours`, `1 hour and 30 minutes` → `5m`, `1h30m`, `~2h`, `1h30m`. */
function guessLapse(words: string): string | undefined {
  const text = words
    .toLowerCase()
    .replace(/^\+ ?/, '')
    .replace(/^(?:~|about|around|approximately|approx\.?|ca\.?|circa) ?/, '~')
    .replace(/,|\band\b/g, ' ');
  const about = text.startsWith('~');
  const clock = /^(\d{1,3}):(\d{2})(?::(\d{2}))?$/.exec(text.replace('~', ''));
  let ms = 0;
  if (clock !== null) {
    ms = Number(clock[1]) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3] ?? 0) * SECOND;
  } else {
    const rest = text
      .replace('~', '')
      .replace(/(\d{1,5}(?:\.\d{1,2})?) ?([a-z]+)\.?/g, (_, amount: string, name: string) => {
        const unit = UNITS.find(([pattern]) => pattern.test(name));
        ms += unit === undefined ? Number.NaN : Number(amount) * unit[1];
        return '';
      });
    if (rest.trim() !== '') return undefined;
  }
  return ms > 0 && ms < 99_999 * DAY ? `${about ? '~' : ''}${spellLapse(ms)}` : undefined;
}

/** Writes a length in ms as it is written in a file: `1h30m`. Parts of a second are dropped. */
function spellLapse(ms: number): string {
  const parts = [
    [Math.floor(ms / DAY), 'd'],
    [Math.floor((ms % DAY) / HOUR), 'h'],
    [Math.floor((ms % HOUR) / MINUTE), 'm'],
    [Math.floor((ms % MINUTE) / SECOND), 's'],
  ] as const;
  return parts.map(([amount, unit]) => (amount === 0 ? '' : `${amount}${unit}`)).join('') || '0m';
}
