import { boundsOfDay } from './day.js';
import { addDays, partsOfDay, type IsoDay } from './isoDay.js';

/** A stretch of the calendar in a zone. One that goes on is cut at the end of asOf. */
export interface Period {
  /** `2026-03-14`, `2026-03`, `2026-Q1` or `2026`. */
  readonly name: string;
  readonly first: IsoDay;
  /** Of one that goes on: asOf. */
  readonly last: IsoDay;
  /** Instants in ms, the end excluded: as long as its days were, with clocks that change. */
  readonly start: number;
  readonly end: number;
  /** Whether it is not over on asOf: only a part of it is in the figures. */
  readonly running: boolean;
}

export type PeriodKind = 'day' | 'month' | 'quarter' | 'year';

/**
 * All days, months, quarters or years in order, without gaps: from the one that holds `first` to the one that holds asOf. None where
 * `first` is later.
 */
export function createPeriods(kind: PeriodKind, first: IsoDay, asOf: IsoDay, zone: string): Period[] {
  const periods: Period[] = [];
  let day = firstDayOf(kind, first);
  let start = boundsOfDay(day, zone).start;
  while (day <= asOf) {
    const next = firstDayOf(kind, addDays(day, { day: 1, month: 31, quarter: 93, year: 366 }[kind]));
    const running = next > addDays(asOf, 1);
    const last = running ? asOf : addDays(next, -1);
    const { end } = boundsOfDay(last, zone);
    periods.push({ name: nameOf(kind, day), first: day, last, start, end, running });
    [day, start] = [next, end];
  }
  return periods;
}

/** The first day of the period that holds a day. */
function firstDayOf(kind: PeriodKind, day: IsoDay): IsoDay {
  const { month } = partsOfDay(day);
  switch (kind) {
    case 'day':
      return day;
    case 'month':
      return `${day.slice(0, 7)}-01`;
    case 'quarter':
      return `${day.slice(0, 5)}${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
    case 'year':
      return `${day.slice(0, 4)}-01-01`;
  }
}

function nameOf(kind: PeriodKind, day: IsoDay): string {
  switch (kind) {
    case 'day':
      return day;
    case 'month':
      return day.slice(0, 7);
    case 'quarter':
      return `${day.slice(0, 4)}-Q${Math.ceil(partsOfDay(day).month / 3)}`;
    case 'year':
      return day.slice(0, 4);
  }
}

/** The numbers of the periods that a stretch touches, the first and the last; undefined where it touches none. They are in order, without gaps. */
export function findTouched(
  periods: readonly Period[],
  stretch: { start: number; end: number },
): { first: number; last: number } | undefined {
  const first = countWhile(periods, ({ end }) => end <= stretch.start);
  // What has no length is where it begins.
  const end = Math.max(stretch.end, stretch.start + 1);
  const last = countWhile(periods, ({ start }) => start < end) - 1;
  return first <= last ? { first, last } : undefined;
}

/** How many at the beginning are so, where those that are stand before those that are not. */
function countWhile<T>(list: readonly T[], isSo: (one: T) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = list[middle];
    if (one !== undefined && isSo(one)) low = middle + 1;
    else high = middle;
  }
  return low;
}
