import { addDays, numberOfDay, type IsoDay } from './isoDay.js';

/** Whether people work on a day: Monday to Friday, less holidays. */
export function isBusinessDay(day: IsoDay, holidays: ReadonlySet<IsoDay>): boolean {
  // 1970-01-01, day 0, was a Thursday; Sunday is 0 here.
  const weekday = (numberOfDay(day) + 4) % 7;
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

/**
 * The last of so many business days, counted from the day after `day`: five from a Saturday end on the Friday.
 * 0 is the day itself, whatever it is. `count` must be a whole number that is not negative.
 */
export function addBusinessDays(day: IsoDay, count: number, holidays: ReadonlySet<IsoDay>): IsoDay {
  let last = day;
  for (let left = count; left > 0;) {
    last = addDays(last, 1);
    if (isBusinessDay(last, holidays)) left--;
  }
  return last;
}
