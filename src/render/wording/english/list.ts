import { createGrammar, type Nouns } from '../grammar.js';

const { count, number } = createGrammar('en-GB');

const incidents: Nouns = { one: 'incident', other: 'incidents' };

/** Lists of incidents, by year, by severity and by cause, and the drawing of a year. */
export const list = {
  /** Those that were retracted are not among `told`. */
  yearCount: (told: number, retracted: number) =>
    retracted === 0 ? count(told, incidents) : `${count(told, incidents)}, ${number(retracted)} retracted`,
  /** The way to the others of a year, of which the newest stand above. */
  earlierAmong: 'The pages of these years list them, and the other incidents of the year.',
  yearMore: (left: number, year: number | undefined) =>
    year === undefined ? `${number(left)} more without a date` : `${number(left)} more in ${year}`,
  undated: 'Undated',
  undatedNote: 'It is not known in which year these were.',

  // One incident in a list.
  ongoing: 'Still going on',
  toFollow: 'Report to follow',
  dateUnknown: 'Date unknown',

  // The drawing of a year.
  number: (amount: number) => number(amount),
  columns: (year: number) => `The incidents of ${year} by month`,
  month: (name: string, amount: number) => `${name}: ${count(amount, incidents)}`,

  // All incidents of a severity.
  severity: 'Severity',
  severityTitle: (label: string) => `Incidents of severity “${label}”`,
  severityLead: (label: string) => `Every incident published here whose severity is “${label}”.`,
  severityCountsAsMajor: 'Incidents of this severity count as major.',
  severityEmpty: 'None is published',
  severityEmptyText: (label: string) =>
    `No incident of severity “${label}” is published. If there ever is one, its report will stand here.`,
  majorFeed: 'Feed of all major incidents',

  // All incidents of a category of causes.
  cause: 'Cause',
  causeTitle: (category: string) => `Incidents with the cause “${category}”`,
  causeLead: (category: string) =>
    `Every incident published here whose report names a cause of the category “${category}”. One incident can have several causes, and so stand on several of these pages.`,
};
