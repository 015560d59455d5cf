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
  return lastTold === 'unknown' ? 'as the report told it' : `as told ${onDay(lastTold)}`;
}

/** `on 29 June 2014`, `in June 2014`. */
function onDay(day: Day): string {
  return `${day.precision === 'day' ? 'on' : 'in'} ${formatDay(day)}`;
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
    const day = `Done ${onDay(done)}`;
    if (daysLate > 0) return `${day}, ${lateBy(daysLate)}`;
    return due !== undefined && done.last <= due.last ? `${day}, in time` : day;
  }
  if (lastTold !== undefined && isOpenState(state))
    return `${stateWords[state]} when last told${lastTold === 'unknown' ? '' : `, ${onDay(lastTold)}`}`;
  return overdue ? `${stateWords[state]}, ${lateBy(daysLate)}` : stateWords[state];
}

/**
 * Where several promises stand, in one line: `3 of 5 promises kept; 1 is late by 12 days`. Replaced ones are not counted: what
 * replaced them is. Those that nobody has followed since their report are not either; where that is all of them, it is said what
 * was told: `2 of 6 promises done when last told, on 12 June 2014`.
 */
export function describeKept(commitments: readonly ToldCommitment[]): string {
  const { kept, told, rest } = countKept(commitments);
  return [told === undefined ? kept : `${kept}, ${told}`, ...rest].join('; ');
}

/** The same in two parts: how many were kept, and the rest as a sentence, '' where there is none. */
export function splitKept(commitments: readonly ToldCommitment[]): { kept: string; rest: string } {
  const { kept, told, rest } = countKept(commitments);
  return { kept, rest: [...(told === undefined ? [] : [told]), ...rest].join('; ') };
}

interface Count {
  kept: string;
  /** As of when that was told, where nobody follows them. */
  told: string | undefined;
  rest: string[];
}

function countKept(commitments: readonly ToldCommitment[]): Count {
  const counted = commitments.filter(({ state }) => state !== 'superseded');
  const followed = counted.filter(({ lastTold }) => lastTold === undefined);
  if (commitments.length === 0) return { kept: 'Nothing was promised', told: undefined, rest: [] };
  if (counted.length === 0)
    return { kept: 'All promises were replaced by others', told: undefined, rest: [] };
  if (followed.length === 0) return countTold(counted);
  const late = followed.filter(({ overdue }) => overdue).map(({ daysLate }) => daysLate);
  const left = counted.length - followed.length;
  return {
    kept: sayKept(countDone(followed), followed.length),
    told: undefined,
    rest: [
      ...(late.length === 1 ? [`1 is ${lateBy(late[0] ?? 0)}`] : []),
      ...(late.length > 1
        ? [`${late.length} are late, one of them by ${countOf(Math.max(...late), 'day')}`]
        : []),
      ...sayDropped(followed),
      ...(left === 1 ? ['1 more has not been followed since its report'] : []),
      ...(left > 1 ? [`${left} more have not been followed since their reports`] : []),
    ],
  };
}

/** What was told of promises that nobody follows any more. Of one that was open then nothing else is known. */
function countTold(counted: readonly ToldCommitment[]): Count {
  const done = countDone(counted);
  const rest = sayDropped(counted);
  if (done === counted.length) return { kept: sayKept(done, counted.length), told: undefined, rest };
  const days = [...new Set(counted.map(({ lastTold }) => sayDay(lastTold)))];
  const day = days.length === 1 ? days[0] : undefined;
  if (done > 0) {
    const told = day === undefined || day === '' ? undefined : day;
    return { kept: `${done} of ${counted.length} promises done when last told`, told, rest };
  }
  const told =
    day === undefined
      ? 'last told in the reports'
      : day === ''
        ? 'as the report told it'
        : `last told ${day}`;
  return { kept: countOf(counted.length, 'promise'), told, rest };
}

/** '' where nobody wrote the day down. */
function sayDay(lastTold: ToldCommitment['lastTold']): string {
  return lastTold === undefined || lastTold === 'unknown' ? '' : onDay(lastTold);
}

function countDone(counted: readonly ToldCommitment[]): number {
  return counted.filter(({ state }) => state === 'done').length;
}

function sayDropped(counted: readonly ToldCommitment[]): string[] {
  const dropped = counted.filter(({ state }) => state === 'wont-do').length;
  return dropped === 0 ? [] : [`${dropped} ${dropped === 1 ? 'was' : 'were'} dropped`];
}

function sayKept(kept: number, count: number): string {
  if (count === 1) return kept === 1 ? 'The one promise was kept' : '1 promise, not yet kept';
  if (kept === count) return count === 2 ? 'Both promises kept' : `All ${count} promises kept`;
  return kept === 0 ? `None of ${count} promises kept yet` : `${kept} of ${count} promises kept`;
}
