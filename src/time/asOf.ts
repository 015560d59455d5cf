import { createZoneAxis } from './axis.js';
import type { IsoDay } from './isoDay.js';
import { dayOfNumber, FIRST_YEAR, isIsoDay, LAST_YEAR } from './isoDay.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';

/** The day that stands for “now”, or why there is none. */
export type AsOf = { readonly ok: true; readonly asOf: IsoDay } | Refusal;

/** Parses the day of `--as-of`: a real day of the calendar, in full. */
export function parseAsOf(text: string): AsOf {
  const day = text.trim();
  const year = Number(day.slice(0, 4));
  if (isIsoDay(day) && year >= FIRST_YEAR && year <= LAST_YEAR) return { ok: true, asOf: day };
  return refuse(`“${text}” is not a day of the calendar.`, { hint: 'Write it in full, like 2026-11-22.' });
}

/**
 * The day as of which everything is said: the flag's, else that of `SOURCE_DATE_EPOCH` (seconds since 1970,
 * as reproducible-builds.org defines it), else that of `now` (ms since 1970), the latter two in `zone`. An
 * empty variable counts as none.
 */
export function asOfFrom(sources: {
  readonly flag?: string | undefined;
  readonly sourceDateEpoch?: string | undefined;
  readonly now: number;
  readonly zone: string;
}): AsOf {
  const { flag, sourceDateEpoch = '', now, zone } = sources;
  if (flag !== undefined) return parseAsOf(flag);
  if (sourceDateEpoch === '') return dayAt(now, zone);
  const seconds = /^\d{1,10}$/.test(sourceDateEpoch) ? Number(sourceDateEpoch) : Number.NaN;
  if (seconds * 1000 < Date.UTC(LAST_YEAR, 11, 31)) return dayAt(seconds * 1000, zone);
  return refuse(`SOURCE_DATE_EPOCH is “${sourceDateEpoch}”, which is not a number of seconds since 1970.`);
}

function dayAt(instant: number, zone: string): AsOf {
  return { ok: true, asOf: dayOfNumber(createZoneAxis(zone).locate(instant).day) };
}
