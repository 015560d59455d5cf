import { addBusinessDays } from './businessDay.js';
import { addDays, type IsoDay } from './isoDay.js';

/** How long something may take: days (`30d`), business days (`5bd`) or weeks (`4w`). */
export interface TimeLimit {
  readonly count: number;
  readonly unit: 'd' | 'bd' | 'w';
}

/** The form of a time limit. Three digits are enough for what people promise, and bound the work of counting. */
export const timeLimitForm = /^(\d{1,3})(bd|d|w)$/;

/** Parses a time limit; undefined when the text is none (see {@link timeLimitForm}). */
export function parseTimeLimit(text: string): TimeLimit | undefined {
  const [, count, unit] = timeLimitForm.exec(text) ?? [];
  return count === undefined ? undefined : { count: Number(count), unit: unit as TimeLimit['unit'] };
}

/** The last day that is within a limit, counted from a day. */
export function addTimeLimit(day: IsoDay, { count, unit }: TimeLimit, holidays: ReadonlySet<IsoDay>): IsoDay {
  if (unit === 'bd') return addBusinessDays(day, count, holidays);
  return addDays(day, unit === 'w' ? count * 7 : count);
}

/** Says a limit in words: “5 business days”. */
export function formatTimeLimit({ count, unit }: TimeLimit): string {
  const noun = { d: 'day', bd: 'business day', w: 'week' }[unit];
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
