import { daysBetween, isIsoDay, type IsoDay } from '../time/isoDay.js';

/** The day that it is somewhere at an instant; undefined where the browser does not know the zone. */
export function findToday(now: Date, timeZone: string): IsoDay | undefined {
  try {
    const parts = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }).formatToParts(now);
    const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
    const day = `${part('year')}-${part('month')}-${part('day')}`;
    return isIsoDay(day) ? day : undefined;
  } catch {
    return undefined;
  }
}

/** What is said today of something that is late after a day, and was counted as of a day before; no words where it stays as it is. */
export interface CountedOn {
  words: string | undefined;
  /** It was in time when it was counted, and its last day has passed since. */
  isNew: boolean;
}

/** Counts the days since `lateAfter`, as a number alone or in words; how long it still has, while it is in time. */
export function countOn(lateAfter: IsoDay, asOf: IsoDay, today: IsoDay, form: 'count' | 'words'): CountedOn {
  const unchanged = { words: undefined, isNew: false };
  if (!isIsoDay(lateAfter) || today <= asOf) return unchanged;
  const late = daysBetween(lateAfter, today);
  const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
  if (late > 0) {
    const words = form === 'count' ? late.toLocaleString('en-GB') : `late by ${days(late)}`;
    return { words, isNew: lateAfter >= asOf };
  }
  if (form === 'count') return unchanged;
  return { words: late === 0 ? 'last day' : `in ${days(-late)}`, isNew: false };
}
