import { formatOnDay, type Day } from '../../time/day.js';
import type { Wording } from '../wording/wording.js';
import type { MarkedState } from './commitmentMark.js';

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
export function describeTold(lastTold: Day | 'unknown', wording: Wording): string {
  const { asTold, asToldOn } = wording.commitment;
  return lastTold === 'unknown' ? asTold : asToldOn(formatOnDay(lastTold, wording.time));
}

/** `late by 12 days`. */
export function lateBy(days: number, { commitment }: Wording): string {
  return commitment.lateBy(days);
}

/**
 * Where a promise stands, in one line: `Done on 29 March 2026, in time`; `Open, late by 12 days`; `In progress`. In time is said
 * only of what certainly was.
 */
export function describeState(
  { state, due, done, overdue, daysLate, lastTold }: ToldCommitment,
  wording: Wording,
): string {
  const words = wording.commitment;
  if (state === 'done') {
    if (done === undefined) return words.states.done;
    if (done === 'unknown') return words.doneUnknown;
    const day = formatOnDay(done, wording.time);
    if (daysLate > 0) return words.doneLate(day, daysLate);
    return due !== undefined && done.last <= due.last ? words.doneInTime(day) : words.doneOn(day);
  }
  if (lastTold !== undefined && isOpenState(state))
    return lastTold === 'unknown'
      ? words.whenTold(words.states[state])
      : words.whenToldOn(words.states[state], formatOnDay(lastTold, wording.time));
  return overdue ? words.openLate(words.states[state], daysLate) : words.states[state];
}

/**
 * Where several promises stand, in one line: `3 of 5 promises kept; 1 is late by 12 days`. Replaced ones are not counted: what
 * replaced them is. Those that nobody has followed since their report are not either; where that is all of them, it is said what
 * was told: `2 of 6 promises done when last told, on 12 June 2014`.
 */
export function describeKept(commitments: readonly ToldCommitment[], wording: Wording): string {
  const { kept, told, rest } = countKept(commitments, wording);
  return [told === undefined ? kept : `${kept}, ${told}`, ...rest].join('; ');
}

/** The same in two parts: how many were kept, and the rest as a sentence, '' where there is none. */
export function splitKept(
  commitments: readonly ToldCommitment[],
  wording: Wording,
): { kept: string; rest: string } {
  const { kept, told, rest } = countKept(commitments, wording);
  return { kept, rest: [...(told === undefined ? [] : [told]), ...rest].join('; ') };
}

interface Count {
  kept: string;
  /** As of when that was told, where nobody follows them. */
  told: string | undefined;
  rest: string[];
}

function countKept(commitments: readonly ToldCommitment[], wording: Wording): Count {
  const words = wording.commitment;
  const counted = commitments.filter(({ state }) => state !== 'superseded');
  const followed = counted.filter(({ lastTold }) => lastTold === undefined);
  if (commitments.length === 0) return { kept: words.none, told: undefined, rest: [] };
  if (counted.length === 0) return { kept: words.allReplaced, told: undefined, rest: [] };
  if (followed.length === 0) return countTold(counted, wording);
  const late = followed.filter(({ overdue }) => overdue).map(({ daysLate }) => daysLate);
  const left = counted.length - followed.length;
  return {
    kept: words.kept(countDone(followed), followed.length),
    told: undefined,
    rest: [
      ...(late.length > 0 ? [words.late(late.length, Math.max(...late))] : []),
      ...sayDropped(followed, wording),
      ...(left > 0 ? [words.notFollowed(left)] : []),
    ],
  };
}

/** What was told of promises that nobody follows any more. Of one that was open then nothing else is known. */
function countTold(counted: readonly ToldCommitment[], wording: Wording): Count {
  const words = wording.commitment;
  const done = countDone(counted);
  const rest = sayDropped(counted, wording);
  if (done === counted.length) return { kept: words.kept(done, counted.length), told: undefined, rest };
  const days = [...new Set(counted.map(({ lastTold }) => sayDay(lastTold, wording)))];
  const day = days.length === 1 ? days[0] : undefined;
  if (done > 0) {
    const told = day === undefined || day === '' ? undefined : day;
    return { kept: words.toldDone(done, counted.length), told, rest };
  }
  const told = day === undefined ? words.lastToldInReports : day === '' ? words.asTold : words.lastTold(day);
  return { kept: words.promises(counted.length), told, rest };
}

/** '' where nobody wrote the day down. */
function sayDay(lastTold: ToldCommitment['lastTold'], wording: Wording): string {
  return lastTold === undefined || lastTold === 'unknown' ? '' : formatOnDay(lastTold, wording.time);
}

function countDone(counted: readonly ToldCommitment[]): number {
  return counted.filter(({ state }) => state === 'done').length;
}

function sayDropped(counted: readonly ToldCommitment[], { commitment }: Wording): string[] {
  const dropped = counted.filter(({ state }) => state === 'wont-do').length;
  return dropped === 0 ? [] : [commitment.dropped(dropped)];
}
