import { createGrammar } from '../grammar.js';

const { count, fixed, list, number } = createGrammar('en-GB');

/** A number of per cent, two digits behind the point, so that columns of them line up; 100 stands alone. */
const percent = (value: number): string => (value === 100 ? '100' : fixed(value, 2));

/** What a level counts: a share of 1. */
const weigh = (weight: number): string =>
  weight >= 1 ? 'in full' : weight <= 0 ? 'not at all' : `at ${Math.round(weight * 1000) / 10} %`;

/** Figures of services: availability, downtime, days. */
export const figure = {
  /** In per cent: `99.95 %`, `99.91 to 99.95 %`. */
  share: (value: number) => `${percent(value)} %`,
  shares: (min: number, max: number) => `${percent(min)} to ${percent(max)} %`,
  over: (share: string) => `over ${share}`,
  atMost: (share: string) => `at most ${share}`,
  notKnown: 'not known',
  none: 'none',
  levels: { outage: 'outage', partial: 'partial outage', degraded: 'degraded service' },
  /** How long a level was the heaviest: `partial outage 5 h 20 min`. */
  levelLength: (level: string, length: string) => `${level} ${length}`,
  list,
  number: (value: number) => number(value),
  incidents: (value: number) => count(value, { one: 'incident', other: 'incidents' }),

  /* The table of months. */
  month: 'Month',
  service: 'Service',
  affected: 'Affected',
  downtime: 'Counts as downtime',
  availability: 'Availability',
  monthsOf: (service: string, first: string, last: string) =>
    first === last
      ? `Downtime and availability of ${service}, ${first}`
      : `Downtime and availability of ${service} by month, ${first} to ${last}`,
  soFar: 'so far',
  fromDay: (day: string) => `from ${day}`,
  noFigure: 'no figure',
  nobodyKnows: (value: number) =>
    value === 1
      ? 'one incident without a known end is not counted'
      : `${value} incidents without a known end are not counted`,

  /* The drawing of it. */
  chartTitle: (service: string, first: string, last: string) =>
    `Downtime of ${service} by month, ${first} to ${last}`,
  chartMonth: (month: string, length: string) => `${month}: ${length}`,
  chartRest: 'none in the other months',
  chartAxis: (length: string) => `${length} of downtime`,

  /* The table of days. */
  daysOf: (service: string, first: string, last: string) => `Days of ${service}, ${first} to ${last}`,
  daysOfMonth: (month: string) => `Days of ${month} by service`,
  day: (day: string, what: string) => `${day}: ${what}`,
  daysTo: (first: string, last: string) => `${first} to ${last}`,
  eachDay: (days: string, what: string) => `${days}, each day: ${what}`,
  dayLevel: (level: string, length: string) => `${level}, ${length}`,
  dayPerhaps: (level: string) => `perhaps ${level}`,
  dayMaintenance: 'maintenance',
  dayData: 'data lost or exposed, no downtime',
  dayUncounted: 'affected, nobody wrote down for how long',
  dayIncidents: (what: string, value: number) => `${what}; ${value} incidents`,
  dayQuiet: 'No incident',
  monthQuiet: 'No incident published',
  severalTitle: 'Days with more than one incident',
  key: {
    outage: 'outage',
    partial: 'partial outage',
    degraded: 'degraded service',
    perhaps: 'not certain',
    aside: 'maintenance or data, no downtime',
    quiet: 'no incident published',
  },

  /* The method, in whole sentences. */
  methodTitle: 'How this is counted',
  method: (weights: { outage: number; partial: number; degraded: number }) => [
    'Availability is the share of a month in which the service was not lost.',
    `Of all incidents published here the heaviest at each moment counts, once: an outage ${weigh(weights.outage)}, a partial outage ${weigh(weights.partial)}, degraded service ${weigh(weights.degraded)}.`,
    'Planned maintenance does not count, nor does data that was lost or exposed.',
    'Times that are only known roughly give a range; an end that nobody wrote down is not counted, and said so.',
  ],
  methodZone: (zone: string) => `Days and months are those of ${zone}.`,
  methodPublished: 'What was never published is in no figure.',
  methodSince: (day: string) => `There is no figure before ${day}.`,
};
