import { capitalize } from '../../words.js';
import { createGrammar } from '../grammar.js';

const { count, list, number } = createGrammar('en-GB');

const smallNumbers = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']; // prettier-ignore

/** A number as one writes it in prose. */
const inWords = (value: number): string => smallNumbers[value] ?? number(value);
const countInWords = (value: number, one: string, other: string): string =>
  `${inWords(value)} ${value === 1 ? one : other}`;

/** What the opening sentences of a month or year are made of. */
export interface Opening {
  /** When it was, behind a verb: `in March 2026`. */
  when: string;
  /** Of what it is: `March 2026`. */
  name: string;
  isYear: boolean;
  /** The day up to which it is told, where it is not over. */
  until: string | undefined;
  /** Incidents that began in it and hurt, and how many of them were major; undefined where no severity is. */
  incidents: number;
  major: number | undefined;
  maintenance: number;
  nearMisses: number;
  /** Of the incidents those that had not ended by that day. */
  ongoing: number;
  asOf: string;
  /** Incidents that had begun before and still affected a service in it. */
  carried: number;
  /** Whether figures of services may be held against each other. */
  addsUp: boolean;
  /** The service that lost the most, and how many others lost some; undefined where none did. */
  loss: { service: string; length: string; others: number } | undefined;
  /** Whether there were incidents of which some time is not counted. */
  isUncounted: boolean;
  promised: number;
  done: number;
  /** Whether the record begins with it. */
  isFirst: boolean;
  /** Of a year: the one before, and its incidents. */
  before: { name: string; incidents: number } | undefined;
}

const nameMajor = (major: number | undefined, incidents: number): string => {
  if (major === undefined || major === 0 || incidents === 1) return '';
  if (major === incidents) return incidents === 2 ? ', both of them major' : ', all of them major';
  return `, ${inWords(major)} of them major`;
};

function tellIncidents({ incidents, major, until, when, name }: Opening): string {
  if (incidents === 0)
    return until === undefined
      ? `No incident of ${name} has been published.`
      : `No incident of ${name} has been published so far.`;
  const noun = `${incidents === 1 && major === 1 ? 'major ' : ''}${incidents === 1 ? 'incident' : 'incidents'}`;
  const what = `${inWords(incidents)} ${noun}`;
  const rest = nameMajor(major, incidents);
  return until === undefined
    ? `${capitalize(what)} began ${when}${rest}.`
    : `${capitalize(what)} ${incidents === 1 ? 'has' : 'have'} begun ${when} so far${rest}.`;
}

function tellRest({ incidents, maintenance, nearMisses }: Opening): string {
  const rest = [
    ...(maintenance === 0 ? [] : [countInWords(maintenance, 'planned maintenance', 'planned maintenances')]),
    ...(nearMisses === 0 ? [] : [countInWords(nearMisses, 'near miss', 'near misses')]),
  ];
  if (rest.length === 0) return '';
  const verb = maintenance + nearMisses === 1 ? 'was' : 'were';
  return `There ${verb} ${incidents === 0 ? '' : 'also '}${list(rest)}.`;
}

function tellOngoing({ incidents, ongoing, asOf }: Opening): string {
  if (ongoing === 0) return '';
  const who =
    incidents === 1
      ? 'It'
      : ongoing === incidents
        ? 'All of them'
        : `${capitalize(inWords(ongoing))} of them`;
  return `${who} ${ongoing === 1 ? 'was' : 'were'} still going on at the end of ${asOf}.`;
}

function tellLoss({ loss, incidents, carried, addsUp, isUncounted }: Opening): string {
  if (!addsUp) return '';
  if (loss === undefined)
    return incidents + carried === 0 || isUncounted ? '' : 'None of it counts as downtime.';
  const { service, length, others } = loss;
  if (others === 0) return `${service} alone lost time: ${length}.`;
  return `${service} lost the most time, ${length}; ${countInWords(others, 'other service', 'other services')} lost some too.`;
}

function tellPromises({ promised, done }: Opening): string {
  if (promised === 0 && done === 0) return '';
  if (promised === 0) return `${capitalize(countInWords(done, 'earlier promise', 'earlier promises'))} ${done === 1 ? 'was' : 'were'} done.`; // prettier-ignore
  const what = `${capitalize(countInWords(promised, 'thing', 'things'))} ${promised === 1 ? 'was' : 'were'} promised`;
  if (done === 0) return `${what}.`;
  return `${what}, and ${inWords(done)} ${done === 1 ? 'was' : 'were'} done.`;
}

/** The pages of months and years. */
export const report = {
  title: (name: string) => `Incidents of ${name}`,
  undatedTitle: 'Incidents without a date',
  description: (name: string) =>
    `What happened in ${name}, for whom, how long, and what was promised after it.`,
  undatedDescription: 'Published incidents of which nobody knows when they were.',
  asOf: (day: string) => `As of ${day}`,
  untilDay: (day: string) => `So far, until ${day}`,

  opening: (told: Opening): string[] => {
    const { isFirst, isYear, before, carried } = told;
    return [
      tellIncidents(told),
      tellRest(told),
      tellOngoing(told),
      carried === 0
        ? ''
        : `${capitalize(countInWords(carried, 'incident', 'incidents'))} that had begun before went on into it.`,
      tellLoss(told),
      tellPromises(told),
      isFirst ? `It is the first ${isYear ? 'year' : 'month'} with a published incident.` : '',
      before === undefined ? '' : `In all of ${before.name} there ${before.incidents === 1 ? 'was' : 'were'} ${inWords(before.incidents)}.`, // prettier-ignore
    ].filter((sentence) => sentence !== '');
  },
  undatedOpening:
    'Nobody knows in which year these were. They are in no figure that needs a date, and in no month.',

  incidentsTitle: 'Incidents',
  majorTitle: 'Major incidents',
  allByMonth: (value: number) =>
    `All ${count(value, { one: 'incident', other: 'incidents' })} stand on the pages of their months.`,
  carriedTitle: 'Begun before',

  monthsTitle: 'By month',
  month: 'Month',
  began: 'Incidents',
  hit: 'Time lost',
  hitMore: (what: string, value: number) => `${what}, and ${number(value)} more`,
  hitService: (service: string, length: string) => `${service} ${length}`,
  noneOfMonth: 'none',

  daysTitle: 'Day by day',
  servicesTitle: 'By service',
  servicesCaption: (name: string) => `Downtime and availability by service, ${name}`,
  /** Of so many services nothing is published; `isAll`: of none is anything. */
  untouched: (value: number, isAll: boolean) =>
    isAll
      ? 'No incident of any service is published.'
      : `No incident is published of ${value === 1 ? 'the other service' : `the ${inWords(value)} other services`}.`,

  timesTitle: 'How long things took',
  timesCaption: (name: string) => `How long things took in incidents of ${name}`,
  times: {
    toNotice: 'Until somebody noticed',
    toTell: 'Until customers were told',
    duration: 'Until it was over',
    toReport: 'Until the report was public',
  },
  timesNote: 'From the beginning of each incident; the report from its end.',
  values: (lengths: readonly string[]) => list(lengths),
  half: (within: string, longest: string) => `half within ${within}, the longest ${longest}`,
  longest: (longest: string) => `the longest ${longest}`,
  sameDay: 'the same day',
  unsaid: (text: string, unsaid: number, total: number) =>
    `${text}; ${number(unsaid)} of ${number(total)} ${unsaid === 1 ? 'does' : 'do'} not say`,
  noneSays: (total: number) => (total === 1 ? 'it does not say' : `none of ${number(total)} says`),

  promisesTitle: 'Promised and done',
  promised: (value: number) => `Promised: ${number(value)}`,
  done: (value: number) => `Done: ${number(value)}`,
  late: (value: number) => `Late at its end: ${number(value)}`,
  lateSoFar: (value: number, day: string) => `Late on ${day}: ${number(value)}`,
  due: (day: string) => `due ${day}`,
  doneOn: (day: string) => `done ${day}`,
  afterIncident: (title: string) => `after ${title}`,
  standings: {
    late: 'late',
    open: 'open',
    'in-time': 'done in time',
    'done-late': 'done late',
    done: 'done',
    dropped: 'dropped',
    superseded: 'replaced by another',
    'not-followed': 'not followed since the report',
  },
  morePromises: (value: number) => `${number(value)} more in the list of commitments`,

  years: 'Years',
  months: 'Months',
  undated: 'Undated',
  neighbours: 'Before and after',
  previous: (name: string) => `Before: ${name}`,
  next: (name: string) => `After: ${name}`,
  noTotals:
    'The services here are of different companies, so that figures of all of them together would mean nothing: there are none.',
};
