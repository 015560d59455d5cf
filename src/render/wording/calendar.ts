import type { IsoDay } from '../../time/isoDay.js';
import { isoDay } from '../../time/isoDay.js';
import type { TimeWording } from '../../time/wording.js';

/** The days and months of a language. */
type Calendar = Pick<TimeWording, 'day' | 'shortDay' | 'month' | 'monthName' | 'shortMonthName'>;

/**
 * The names of days and months in a language, by its BCP 47 tag: those of Intl, read as UTC, so that they depend on the version
 * of Node and on nothing else of the machine. A formatter is made when the first day is asked for.
 */
export function createCalendar(language: string): Calendar {
  const create = (options: Intl.DateTimeFormatOptions): ((day: IsoDay) => string) => {
    let formatter: Intl.DateTimeFormat | undefined;
    return (day) => {
      formatter ??= new Intl.DateTimeFormat(language, {
        ...options,
        calendar: 'gregory',
        numberingSystem: 'latn',
        timeZone: 'UTC',
      });
      return formatter.format(new Date(`${day}T00:00:00Z`));
    };
  };
  const month = create({ month: 'long', year: 'numeric' });
  const monthName = create({ month: 'long' });
  const shortMonthName = create({ month: 'short' });
  const ofMonth = (number: number, year = 2000): IsoDay => isoDay(year, number, 1);
  return {
    day: create({ day: 'numeric', month: 'long', year: 'numeric' }),
    shortDay: create({ day: 'numeric', month: 'short' }),
    month: (number, year) => month(ofMonth(number, year)),
    monthName: (number) => monthName(ofMonth(number)),
    shortMonthName: (number) => shortMonthName(ofMonth(number)),
  };
}
