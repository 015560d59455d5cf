import { createGrammar, type Nouns } from '../grammar.js';

const { count, number } = createGrammar('en-GB');

const promises: Nouns = { one: 'promise', other: 'promises' };
const days: Nouns = { one: 'day', other: 'days' };

/** How close a day is known: `on 29 March 2026`, `in June 2014`. */
type Precision = 'day' | 'month' | 'quarter' | 'year' | 'range';

/** One promise, and where several of them stand: on pages, in feeds and in the calendar. */
export const commitment = {
  states: {
    proposed: 'Proposed',
    open: 'Open',
    'in-progress': 'In progress',
    blocked: 'Blocked',
    done: 'Done',
    'wont-do': 'Will not be done',
    superseded: 'Replaced',
  },
  lateBy: (late: number) => `late by ${count(late, days)}`,
  openLate: (state: string, late: number) => `${state}, late by ${count(late, days)}`,
  doneUnknown: 'Done, nobody wrote down when',
  /** `day` with its preposition. */
  doneOn: (day: string) => `Done ${day}`,
  doneInTime: (day: string) => `Done ${day}, in time`,
  doneLate: (day: string, late: number) => `Done ${day}, late by ${count(late, days)}`,
  whenTold: (state: string) => `${state} when last told`,
  whenToldOn: (state: string, day: string) => `${state} when last told, ${day}`,
  asTold: 'as the report told it',
  asToldOn: (day: string) => `as told ${day}`,

  // Several.
  promises: (amount: number) => count(amount, promises),
  none: 'Nothing was promised',
  allReplaced: 'All promises were replaced by others',
  kept: (kept: number, all: number) => {
    if (all === 1) return kept === 1 ? 'The one promise was kept' : '1 promise, not yet kept';
    if (kept === all) return all === 2 ? 'Both promises kept' : `All ${number(all)} promises kept`;
    return kept === 0
      ? `None of ${number(all)} promises kept yet`
      : `${number(kept)} of ${number(all)} promises kept`;
  },
  late: (amount: number, most: number) =>
    amount === 1
      ? `1 is late by ${count(most, days)}`
      : `${number(amount)} are late, one of them by ${count(most, days)}`,
  dropped: (amount: number) => `${number(amount)} ${amount === 1 ? 'was' : 'were'} dropped`,
  notFollowed: (amount: number) =>
    amount === 1
      ? '1 more has not been followed since its report'
      : `${number(amount)} more have not been followed since their reports`,
  toldDone: (done: number, all: number) => `${number(done)} of ${number(all)} promises done when last told`,
  lastTold: (day: string) => `last told ${day}`,
  lastToldInReports: 'last told in the reports',

  // What is said of one in a list.
  /** What stands before a day, which follows. */
  due: (_precision: Precision) => 'Due',
  noDate: 'No date promised',
  firstDue: (_precision: Precision) => 'First promised for',
  moved: (times: number) => (times === 2 ? 'moved twice' : `moved ${number(times)} times`),
  after: 'After',
  reason: 'The reason:',
  replacedBy: 'Replaced by',
  doneWhen: 'Counts as done when:',
  checked: (day: string, result: 'effective' | 'ineffective' | 'unclear') =>
    `Checked ${day}: ${
      {
        effective: 'it works',
        ineffective: 'it does not do what it was meant to',
        unclear: 'it cannot be said yet',
      }[result]
    }`,
  answers: (causes: number) => (causes === 1 ? 'Answers cause' : 'Answers causes'),
  and: 'and',
  /** How long it took, `length` in days. */
  took: (length: string) => `it took ${length}`,
  tookNothing: 'on the day on which the incident was over',
};
