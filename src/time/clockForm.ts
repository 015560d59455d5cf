import { matchingNumbers } from './dateForm.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';

/**
 * The times of day that a written clock time can be, in seconds since midnight: from `first` to `last`, which
 * is the beginning of the last minute (or second) it can be. `open` when its last digit is missing, so that
 * the interval ends with no reading (`14:??` ends at 15:00, `1?:20` with 19:20).
 */
export type ClockForm = {
  readonly first: number;
  readonly last: number;
  readonly unit: 'minute' | 'second';
  readonly open: boolean;
};

const CLOCK = /^([\d?]{1,2})(?::([\d?]{2})(?::([\d?]{2})(?:[.,]\d{1,9})?)?)?(?: ?([ap])\.?m\b\.?)?/i;

/**
 * Parses a clock time at the beginning of a text: `8:40`, `13:05`, `13:05:20`, `1:05 PM`, `1pm`, `14:??`.
 * Parts of a second are dropped. `rest` is what follows it. Undefined if the text does not begin with one.
 */
export function parseClockForm(
  text: string,
): { ok: true; clock: ClockForm; rest: string } | Refusal | undefined {
  const found = CLOCK.exec(text);
  if (found === null) return undefined;
  const [written, hour = '', minute, second, half] = found;
  if (minute === undefined && half === undefined) return undefined;
  const rest = text.slice(written.length);
  // Another digit belongs to the time (`13:005`), so that it is none.
  if (/^[\d?:]/.test(rest)) return undefined;
  const hours =
    half === undefined ? findHours(hour, text) : findHalfDayHours(hour, half.toLowerCase() === 'p', minute);
  if ('ok' in hours) return hours;
  const minutes = matchingNumbers(minute ?? '00', 0, 59);
  if (minutes.length === 0) return refuse(`There is no minute ${minute ?? ''}; minutes run from 00 to 59.`);
  const seconds = matchingNumbers(second ?? '00', 0, 59);
  if (seconds.length === 0) {
    return refuse(
      `There is no second ${second ?? ''}; seconds run from 00 to 59.`,
      second === '60' ? { hint: 'Clocks of computers have no leap second: write 59.' } : {},
    );
  }
  const first = secondsOf(hours[0], minutes[0], seconds[0]);
  const last = secondsOf(hours.at(-1), minutes.at(-1), seconds.at(-1));
  const unit = second === undefined ? 'minute' : 'second';
  return { ok: true, clock: { first, last, unit, open: (second ?? minute ?? '').endsWith('?') }, rest };
}

/** Whether no digit of a clock time is missing. */
export function isExactClock(clock: ClockForm): boolean {
  return clock.first === clock.last && !clock.open;
}

/** The width of a clock time's last digits, in seconds. */
export function clockUnit(clock: ClockForm): number {
  return clock.unit === 'minute' ? 60 : 1;
}

function secondsOf(hour = 0, minute = 0, second = 0): number {
  return hour * 3600 + minute * 60 + second;
}

function findHours(hour: string, text: string): number[] | Refusal {
  const hours = matchingNumbers(hour, 0, hour.length === 1 ? 9 : 23);
  if (hours.length > 0) return hours;
  if (/^24:00(:00)?/.test(text)) {
    return refuse('There is no 24:00; a day ends with 23:59.', {
      hint: 'Midnight is 00:00 of the next day.',
    });
  }
  return refuse(`There is no hour ${hour}; hours run from 00 to 23.`);
}

/** The hours of the day that an hour with AM or PM can be. */
function findHalfDayHours(hour: string, isAfternoon: boolean, minute = '00'): number[] | Refusal {
  const hours = matchingNumbers(hour, 1, hour.length === 1 ? 9 : 12);
  if (hours.length > 0) return hours.map((h) => (h % 12) + (isAfternoon ? 12 : 0)).toSorted((a, b) => a - b);
  const half = isAfternoon ? 'PM' : 'AM';
  const isHour = /^\d+$/.test(hour) && Number(hour) < 24;
  return refuse(`There is no ${hour} ${half}; with AM and PM hours run from 1 to 12.`, {
    hint: 'Write the hours of the whole day, 00 to 23, without AM or PM.',
    suggestions: isHour ? [`${hour.padStart(2, '0')}:${minute}`] : [],
  });
}

/** `13:05`, or with seconds where there are some. */
export function clockText(second: number): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const minutes = `${pad(Math.floor(second / 3600))}:${pad(Math.floor((second % 3600) / 60))}`;
  return second % 60 === 0 ? minutes : `${minutes}:${pad(second % 60)}`;
}

/** A clock time as it is written in a file; of a vague one the first that it can be. */
export function spellClock(clock: ClockForm): string {
  const text = clockText(clock.first);
  return clock.unit === 'second' && text.length === 5 ? `${text}:00` : text;
}
