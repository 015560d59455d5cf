import { formatDay, type Day } from '../../time/day.js';
import { countOf } from '../words.js';
import { stateWords, type MarkedState } from './commitmentMark.js';

/** What the words on a promise need to know of it. */
export interface ToldCommitment {
  state: MarkedState;
  due: Day | undefined;
  done: Day | 'unknown' | undefined;
  overdue: boolean;
  daysLate: number;
  /** When the state was last known; undefined: it is kept up to date. */
  lastTold: Day | 'unknown' | undefined;
}

/** Whether something is still to be done. */
export function isOpenState(state: MarkedState): boolean {
  return state === 'open' || state === 'in-progress' || state === 'blocked';
}

/** `as told on 29 June 2014`, for what nobody keeps up to date: it may have been done long since. */
export function describeTold(lastTold: Day | 'unknown'): string {
  if (lastTold === 'unknown') return 'when last told';
  return `as told ${lastTold.precision === 'day' ? 'on' : 'in'} ${formatDay(lastTold)}`;
}

/** `late by 12 days`. */
export function lateBy(days: number): string {
  return `late by ${countOf(days, 'day')}`;
}

/**
 * Where a promise stands, in one line: `Done on 29 March 2026, in time`; `Open, late by 12 days`; `In progress`. In time is said
 * only of what certainly was.
 */
export function describeState({ state, due, done, overdue, daysLate, lastTold }: ToldCommitment): string {
  if (state === 'done') {
    if (done === undefined) return 'Done';
    if (done === 'unknown') return 'Done, nobody wrote down when';
    const day = `Done ${done.precision === 'day' ? 'on' : 'in'} ${formatDay(done)}`;
    if (daysLate > 0) return `${day}, ${lateBy(daysLate)}`;
    return due !== undefined && done.last <= due.last ? `${day}, in time` : day;
  }
  if (lastTold !== undefined && isOpenState(state)) return `${stateWords[state]}, ${describeTold(lastTold)}`;
  return overdue ? `${stateWords[state]}, ${lateBy(daysLate)}` : stateWords[state];
}

/**
 * Where several promises stand, in one line: `3 of 5 promises kept; 1 is late by 12 days`. Replaced ones are not counted: what
 * replaced them is.
 */
export function describeKept(commitments: readonly ToldCommitment[]): string {
  const counted = commitments.filter((one) => one.state !== 'superseded');
  const kept = counted.filter((one) => one.state === 'done').length;
  const late = counted.filter((one) => one.overdue).map((one) => one.daysLate);
  const dropped = counted.filter((one) => one.state === 'wont-do').length;
  if (counted.length === 0)
    return commitments.length === 0 ? 'Nothing was promised' : 'All promises were replaced by others';
  const open = counted.filter((one) => isOpenState(one.state));
  const told = open.flatMap(({ lastTold }) => (lastTold === undefined ? [] : [describeTold(lastTold)]));
  const isAllTold = told.length > 0 && told.length === open.length;
  const sentence = [tellCount(kept, counted.length, isAllTold ? joinTold(told) : undefined)];
  if (!isAllTold && told.length > 0)
    sentence.push(`${told.length} ${told.length === 1 ? 'was' : 'were'} open when last told`);
  if (late.length === 1) sentence.push(`1 is ${lateBy(late[0] ?? 0)}`);
  if (late.length > 1)
    sentence.push(`${late.length} are late, one of them by ${countOf(Math.max(...late), 'day')}`);
  if (dropped > 0) sentence.push(`${dropped} ${dropped === 1 ? 'was' : 'were'} dropped`);
  return sentence.join('; ');
}

/** The same in two parts: how many were kept, and the rest as a sentence, '' where there is none. */
export function splitKept(commitments: readonly ToldCommitment[]): { kept: string; rest: string } {
  const [kept = '', ...rest] = describeKept(commitments).split('; ');
  return { kept, rest: rest.join('; ') };
}

/** The one day as of which all were told, if there is one. */
function joinTold(told: readonly string[]): string {
  const [first = '', ...others] = new Set(told);
  return others.length === 0 ? first : 'when last told';
}

/** `told` says as of when it is known that the others are open. */
function tellCount(kept: number, count: number, told: string | undefined): string {
  if (count === 1) {
    if (kept === 1) return 'The one promise was kept';
    return told === undefined ? '1 promise, not yet kept' : `1 promise, not kept ${told}`;
  }
  if (kept === count) return count === 2 ? 'Both promises kept' : `All ${count} promises kept`;
  const some = kept === 0 ? `None of ${count} promises kept` : `${kept} of ${count} promises kept`;
  return told === undefined ? `${some}${kept === 0 ? ' yet' : ''}` : `${some}, ${told}`;
}
