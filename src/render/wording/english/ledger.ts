import { createGrammar, type Nouns } from '../grammar.js';

const { count, list, number, percent, noun } = createGrammar('en-GB');

const promises: Nouns = { one: 'promise', other: 'promises' };
const incidents: Nouns = { one: 'incident', other: 'incidents' };
const are: Nouns = { one: 'is', other: 'are' };
const have: Nouns = { one: 'has', other: 'have' };
const were: Nouns = { one: 'was', other: 'were' };

/** How many stand where. */
export interface Standings {
  late: number;
  open: number;
  done: number;
  dropped: number;
  superseded: number;
  notFollowed: number;
}

/** What has become of those whose due day is over; `undated` are done, and whether in time cannot be said. */
export interface Due {
  due: number;
  inTime: number;
  undated: number;
  late: number;
  open: number;
  dropped: number;
}

/** The ledger of everything that was promised in public. */
export const ledger = {
  title: 'Commitments',
  description: (day: string) =>
    `Everything that was promised after incidents, and what became of it, as of ${day}.`,
  asOf: 'As of',
  empty: 'Nothing has been promised yet',
  emptyText:
    'A report says what will be changed so that an incident does not happen again. Each such promise is listed here, with the day it is due, and stays here when it is done, late or dropped.',
  byGroup:
    'Everything that was promised in the reports, company by company, and where it stood on the day given.',
  otherGroup: 'Others',

  /** The first sentences: how much was promised, and what became of it. */
  opening: (
    all: number,
    after: number,
    { late, open, done, dropped, superseded, notFollowed }: Standings,
  ) => {
    const unfinished = late + open;
    const parts = [
      ...(done > 0 ? [`${number(done)} ${noun(done, are)} done`] : []),
      ...(unfinished > 0
        ? [
            `${number(unfinished)} ${noun(unfinished, are)} open${
              late === 0
                ? unfinished === 1
                  ? ' and not late'
                  : ', none of them late'
                : late === unfinished
                  ? unfinished === 1
                    ? ' and late'
                    : ', all of them late'
                  : `, ${number(late)} of them late`
            }`,
          ]
        : []),
      ...(dropped > 0 ? [`${number(dropped)} ${noun(dropped, were)} dropped, with the reason`] : []),
      ...(superseded > 0 ? [`${number(superseded)} ${noun(superseded, were)} replaced by another`] : []),
      ...(notFollowed > 0
        ? [`${number(notFollowed)} ${noun(notFollowed, have)} not been followed since the report`]
        : []),
    ];
    return `${count(all, promises)} ${noun(all, were)} made after ${count(after, incidents)}: ${parts.join('; ')}.`;
  },

  // The strip.
  late: 'Late',
  lateMost: (days: number) => (days === 1 ? 'by one day' : `by up to ${number(days)} days`),
  lateOne: (days: number) => (days === 1 ? 'by one day' : `by ${number(days)} days`),
  open: 'Open',
  openNext: 'The next is due',
  openUndated: 'None has a date',
  done: 'Done',
  doneInTime: (inTime: number, late: number) =>
    late === 0 ? `${number(inTime)} of them in time` : `${number(inTime)} in time, ${number(late)} late`,
  dropped: 'Dropped',
  droppedReason: 'Each with its reason',
  none: 'None',

  // The lists.
  promises: (amount: number) => count(amount, promises),
  superseded: 'Replaced by another',
  notFollowed: 'Not followed since the report',
  notFollowedText:
    'Nobody tells any more what becomes of these. They stand as the report told them, are not counted as late, and are in no figure.',
  undated: 'Day not written down',

  // Kept over time.
  record: 'How promises were kept',
  /** How many were due, and what became of them. */
  recordText: ({ due, inTime, undated, late, open, dropped }: Due, day: string) => {
    if (due === 1) {
      const fate =
        inTime > 0
          ? 'was kept in time'
          : undated > 0
            ? 'was kept; whether in time is not written down'
            : late > 0
              ? 'was kept late'
              : open > 0
                ? 'is still open'
                : 'was dropped';
      return `One promise was due before ${day}. It ${fate}.`;
    }
    const parts = [
      ...(inTime > 0
        ? [inTime === due ? 'all were kept in time' : `${number(inTime)} ${noun(inTime, were)} kept in time`]
        : []),
      ...(late > 0
        ? [inTime > 0 ? `${number(late)} late` : `${number(late)} ${noun(late, were)} kept late`]
        : []),
      ...(undated > 0
        ? [`${number(undated)} ${noun(undated, were)} kept on a day that is not written down`]
        : []),
      ...(open > 0 ? [`${number(open)} ${noun(open, are)} still open`] : []),
      ...(dropped > 0 ? [`${number(dropped)} ${noun(dropped, were)} dropped`] : []),
    ];
    return `Of ${number(due)} promises that were due before ${day}, ${list(parts)}.`;
  },
  moved: (moved: number) =>
    moved === 1
      ? 'Of one that was kept in time the date had been moved before.'
      : `Of ${number(moved)} of those kept in time the date had been moved before.`,
  counted:
    'Counted is the last date that was promised. Replaced promises are not counted, nor those that nobody follows.',
  chart: 'How promises were kept, by the time they were due',
  rates: 'Of all promises that were due until then: how many were done, and how many of them in time',
  columns: {
    quarter: 'Each square is a promise, in the column of the quarter in which it was due',
    year: 'Each square is a promise, in the column of the year in which it was due',
  },
  allOf: 'all',
  noneOf: 'none',
  keptEnd: (share: number) => `done ${percent(share)}`,
  inTimeEnd: (share: number) => `in time ${percent(share)}`,
  share: (min: number, max: number) =>
    percent(min) === percent(max) ? percent(min) : `${percent(min)} to ${percent(max)}`,
  number: (value: number) => number(value),
  table: 'How promises were kept, as a table',
  standings: {
    'in-time': 'In time',
    done: 'Done, no day',
    'done-late': 'Late',
    late: 'Still open',
    dropped: 'Dropped',
  },
  dueIn: 'Due in',
  due: 'Due',
  inTimeSoFar: 'In time so far',
  running: (period: string) => `${period}, so far`,

  // How long it took.
  lessThanADay: 'less than a day',
  taking: 'How long it took',
  takingText: (amount: number, median: string, max: string) =>
    `Counted from the day on which the incident was over. Of ${count(amount, promises)} that ${noun(amount, were)} done, half took no longer than ${median}; the slowest took ${max}.`,
  takingMost: (length: string) => `Nine of ten took no longer than ${length}.`,
  takingFew: (lengths: readonly string[]) =>
    `Counted from the day on which the incident was over: ${list(lengths)}.`,
  takingUnknown: (amount: number) =>
    amount === 1
      ? 'Of one more the day is not written down.'
      : `Of ${number(amount)} more the day is not written down.`,
  within: (length: string) => `Within ${length}`,
  steps: { week: 'a week', month: '30 days', quarter: '90 days', half: 'half a year' },
  stepOf: (done: number, all: number) => `${number(done)} of ${number(all)}`,
};
