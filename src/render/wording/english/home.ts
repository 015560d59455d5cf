import { createGrammar, type Nouns } from '../grammar.js';

const { count, number } = createGrammar('en-GB');

const incidents: Nouns = { one: 'incident', other: 'incidents' };
const days: Nouns = { one: 'day', other: 'days' };

/** The first page: how things stood on the day of the build. */
export const home = {
  description: (title: string, day: string) =>
    `${title}: what happened, why, and what was promised, as of ${day}.`,
  asOf: (day: string) => `As of ${day}`,

  // What goes on, and what is planned.
  ongoing: 'Still going on',
  underWay: 'Maintenance under way',
  planned: 'Planned maintenance',
  alsoPlanned: 'Also planned',
  /** `time` is a time, in its zone where a clock is shown. */
  since: (time: string) => `Since ${time}`,
  inZone: (time: string, zone: string) => `${time}, ${zone}`,
  /** Stands before the latest words on it. */
  said: (time: string) => `${time}:`,

  // The figures of the whole history.
  lastMajor: 'Last major incident',
  goingOn: 'Going on',
  noMajor: 'None',
  noMajorBasis: 'in the incidents published here',
  /** Whole days since it ended; where the day is not known exactly, the fewest and the most. */
  ago: (min: number, max: number) =>
    min === max ? `${count(min, days)} ago` : `${number(min)} to ${count(max, days)} ago`,
  endedOn: (day: string) => `Ended on ${day}`,
  promised: 'What was promised',
  promises: (open: number, late: number) =>
    open === 0
      ? 'Nothing open'
      : late === 0
        ? `${number(open)} open`
        : `${number(open)} open, ${number(late)} late`,
  year: (year: number) => `In ${year} so far`,
  yearCount: (incidentCount: number) =>
    incidentCount === 0 ? 'No incidents' : count(incidentCount, incidents),
  yearBefore: (incidentCount: number, year: number) =>
    incidentCount === 0 ? `None in all of ${year}` : `${number(incidentCount)} in all of ${year}`,

  /** What a site holds that adds nothing up. Years are those of the first and the last dated one. */
  collection: (told: { all: number; dated: number; companies: number; first: number; last: number }) => {
    const span = told.first === told.last ? `of ${told.first}` : `from ${told.first} to ${told.last}`;
    const whose = told.companies > 1 ? ` at ${number(told.companies)} companies` : '';
    const undated = told.all - told.dated;
    const when =
      told.dated === 0
        ? ''
        : undated === 0
          ? ` ${span}`
          : `: ${number(told.dated)} ${span}, ${number(undated)} without a known date`;
    return `${count(told.all, incidents)}${whose}${when}.`;
  },
  notAddedUp: 'Figures of different companies are not added up.',

  earlier: 'Earlier',
  /** While nothing is published. */
  empty: 'No incidents are published yet',
  emptyText:
    'When something breaks, a report will stand here: what happened, for whom, how long, why, and what is promised so that it does not happen again. It appears on the day that its authors set for it.',
};
