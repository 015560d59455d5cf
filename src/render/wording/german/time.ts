import type { DateSide } from '../../../time/wording.js';
import type { Wording } from '../wording.js';
import { createCalendar } from '../calendar.js';

const names = createCalendar('de');

/** The number of a day stays with its month where a line ends: `14.` alone would be read as the end of a sentence. */
const NO_BREAK = '\u00a0';
const bind = (day: string): string => day.replace('. ', `.${NO_BREAK}`);

const calendar = {
  ...names,
  day: (day: string) => bind(names.day(day)),
  shortDay: (day: string) => bind(names.shortDay(day)),
};

/** What a part of the day is called where its day stands before it. */
const parts = {
  early: 'frühmorgens',
  morning: 'vormittags',
  afternoon: 'nachmittags',
  evening: 'abends',
  night: 'nachts',
};
const aboutParts = {
  early: 'etwa am frühen Morgen',
  morning: 'etwa am Vormittag',
  afternoon: 'etwa am Nachmittag',
  evening: 'etwa am Abend',
  night: 'etwa in der Nacht',
};

/** What cities are called in German whose name in the database of time zones is another. */
const cities: Readonly<Record<string, string>> = {
  Athens: 'Athen',
  Belgrade: 'Belgrad',
  Brussels: 'Brüssel',
  Bucharest: 'Bukarest',
  Cairo: 'Kairo',
  Calcutta: 'Kalkutta',
  Copenhagen: 'Kopenhagen',
  Havana: 'Havanna',
  'Hong Kong': 'Hongkong',
  Kiev: 'Kiew',
  Kolkata: 'Kalkutta',
  Kyiv: 'Kiew',
  Lisbon: 'Lissabon',
  Luxembourg: 'Luxemburg',
  'Mexico City': 'Mexiko-Stadt',
  Moscow: 'Moskau',
  Prague: 'Prag',
  Riyadh: 'Riad',
  Rome: 'Rom',
  Shanghai: 'Schanghai',
  Singapore: 'Singapur',
  Tehran: 'Teheran',
  Tokyo: 'Tokio',
  Vienna: 'Wien',
  Warsaw: 'Warschau',
  Zurich: 'Zürich',
};

/** Units of time by their signs, which are the same in every language and need no full stop that would meet that of a sentence. */
export const time: Wording['time'] = {
  ...calendar,
  quarter: (quarter, year) => `${quarter}. Quartal ${year}`,
  countedDay: (day) => `Tag ${day}`,
  onDay: (day) => `am ${day}`,
  inMonth: (month) => `im ${month}`,
  inQuarter: (quarter) => `im ${quarter}`,
  inYear: (year) => `im Jahr ${year}`,
  dayAndClock: (day, clock) => `${day}, ${clock}`,
  clockOnDay: (clock, day) => `${day}, ${clock}`,
  part: (part) => parts[part],
  partOfDay: (part, day) => `${day}, ${parts[part]}`,
  aboutPart: (part) => aboutParts[part],
  aboutPartOfDay: (part, day) => `${day}, ${aboutParts[part]}`,
  thePartOfDay: (part, day) => `${day}, ${parts[part]}`,
  aboutClock: (clock) => `gegen ${clock}`,
  aboutDay: (day) => `etwa ${day}`,
  between: (from, to) => `zwischen ${from} und ${to}`,
  betweenDates: (from, to) => `zwischen ${nameFirstSide(from, to)} und ${nameSide(to)}`,
  after: (text) => `nach ${text}`,
  by: (text) => `spätestens ${text}`,
  orBefore: (text) => `${text} oder früher`,
  orLater: (text) => `${text} oder später`,
  timeUnknown: 'Zeit unbekannt',
  zoneUnknown: 'Ortszeit, Zeitzone unbekannt',
  zoneTime: (city) => `Ortszeit ${cities[city] ?? city}`,
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  hours: (count) => `${count} h`,
  minutes: (count) => `${count} min`,
  seconds: (count) => `${count} s`,
  aboutLength: (length) => `etwa ${length}`,
  betweenLengths: (from, to) => `${from} bis ${to}`,
  atLeast: (length) => `mindestens ${length}`,
  upTo: (length) => `bis zu ${length}`,
  lessThanAMinute: 'weniger als eine Minute',
  unknown: 'unbekannt',
};

function nameSide({ year, month, day }: DateSide): string {
  return day === undefined ? calendar.month(month, year) : `${day}.${NO_BREAK}${calendar.month(month, year)}`;
}

/** The first of two dates, without what the second says for both: „10.“ of „10. und 19. März 2014“. */
function nameFirstSide(from: DateSide, to: DateSide): string {
  if (from.year !== to.year) return nameSide(from);
  if (from.day === undefined) return calendar.monthName(from.month);
  return from.month === to.month && to.day !== undefined
    ? `${from.day}.`
    : `${from.day}.${NO_BREAK}${calendar.monthName(from.month)}`;
}
