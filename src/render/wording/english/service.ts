import { createGrammar } from '../grammar.js';

const { count, number } = createGrammar('en-GB');
const incidents = (value: number): string => count(value, { one: 'incident', other: 'incidents' });

/** The pages of services. */
export const service = {
  title: 'Services',
  description:
    'The services whose incidents are published here, and how each fared in the last twelve months.',
  descriptionOf: (name: string) => `How ${name} fared: its published incidents, downtime and availability.`,
  asOf: (day: string) => `As of ${day}`,
  otherServices: 'Other services',
  noService: 'No service is named yet. Services stand here once the site’s settings list them.',

  /* How it stood. */
  onDay: (day: string) => `On ${day}`,
  nothing: 'No incident going on',
  nothingNote: 'as far as is published here',
  affected: { outage: 'Outage', partial: 'Partial outage', degraded: 'Degraded', other: 'Affected' },
  maintenance: 'Under maintenance',
  since: (time: string) => `since ${time}`,

  /* The other facts of the strip. */
  lastMonths: 'Last twelve months',
  sinceDay: (day: string) => `Since ${day}`,
  available: (share: string) => `${share} available`,
  downtimeOf: (length: string) => `${length} counted as downtime`,
  noDowntime: 'no downtime counted',
  noFigure: 'No figure yet',
  published: 'Published incidents',
  latest: (day: string) => `the latest: ${day}`,
  latestGoesOn: 'the latest still goes on',
  promised: 'What was promised after them',

  /* Parts of the page. */
  incidentsTitle: 'Incidents',
  earlier: (value: number, isCut: boolean) =>
    isCut
      ? `The ${number(value)} before these; still earlier ones stand under their years`
      : `All ${number(value)} before these`,
  monthsTitle: 'Downtime by month',
  noDowntimeAt: 'No downtime is counted in these twelve months.',
  daysTitle: 'Day by day',
  earlierYears: 'Earlier years',
  year: (year: string, downtime: string, value: number) => `${year}: ${downtime}, ${incidents(value)}`,
  yearDowntime: (length: string) => `${length} of downtime`,
  yearNoDowntime: 'no downtime',
  quietYear: (year: string) => `${year}: no incident published`,
  olderYears: 'Years before these are told by the month, for all services:',
  follow: 'Follow this service',
  followNote: 'A feed of this service’s incidents alone, for a feed reader or a chat room.',
  feed: (name: string) => `Feed of ${name}`,

  /* While there are none. */
  emptySince: (day: string) => `No incident has been published since ${day}`,
  empty: 'No incident of this service is published',
  emptyText:
    'If it is ever affected by an incident, the report stands here: how badly, how long, on which days, and what was promised so that it does not happen again.',
  emptyFigures: 'Its availability is counted from published incidents alone, so there is nothing to count.',

  /* The list of services. */
  noIncident: 'No incident is published',
  listed: (value: number, latest: string) =>
    value === 1 ? `${incidents(value)}, ${latest}` : `${incidents(value)}, the latest ${latest}`,
  goesOn: (level: string) => `Still going on: ${level}`,
  stripTitle: (name: string, first: string, last: string) => `${name}, ${first} to ${last}`,
  stripMonth: (month: string, what: string) => `${month}: ${what}`,
  stripQuiet: 'no incident in these twelve months',
  stripRest: 'no incident in the other months',
  glance: 'Each mark is a month, the last of them that of this page’s day: the heaviest that happened in it.',
  counted: 'Only incidents that are published here are counted.',
};
