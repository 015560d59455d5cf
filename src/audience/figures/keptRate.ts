import { isOpen } from '../../model/remediationItem.js';
import { addDays, type IsoDay } from '../../time/isoDay.js';
import type { Commitment, PublicHistory } from '../publicHistory.js';
import type { Bounds } from './downtime.js';
import { createPeriods, type Period } from '../../time/period.js';

/** What had become of promises by a day. */
export type Outcome = 'in-time' | 'late' | 'done' | 'dropped' | 'open';

const outcomes: readonly Outcome[] = ['in-time', 'late', 'done', 'dropped', 'open'];

/** How promises that were due were kept, by the end of a quarter. */
export interface KeptRate {
  /** How many were due by then, and are followed. */
  due: number;
  /**
   * How many of them were done in time; done late; done, nobody wrote when (never in time); dropped; neither done nor dropped. A
   * promise of which that is doubtful is in the upper bounds of all that it may be. When one was dropped nobody writes: it counts
   * as dropped from its due day on.
   */
  outcomes: Record<Outcome, Bounds>;
  /** The share that was done in time, and the share that was done at all. Undefined where nothing was due. */
  inTime: Bounds | undefined;
  kept: Bounds | undefined;
  /** Of those done in time, how many had first been due earlier. */
  moved: Bounds;
}

export interface KeptQuarter {
  quarter: Period;
  /** Of all promises that were due by the end of the quarter. */
  sofar: KeptRate;
  /** Of those that became due in it. */
  fell: KeptRate;
}

/**
 * How promises were kept over time: each quarter from that of the first due day to that of asOf, as it stood at its end. A promise is
 * due on the last day of its present `due`; in the quarter that goes on only those whose day is over count. Superseded ones are not
 * counted (what replaced them is), nor those that nobody follows.
 */
export function createKeptQuarters(
  commitments: readonly Commitment[],
  history: PublicHistory,
): KeptQuarter[] {
  const counted = commitments
    .filter(({ state, lastTold }) => state !== 'superseded' && lastTold === undefined)
    .flatMap((one) => (one.due === undefined ? [] : [{ ...one, due: one.due }]))
    .toSorted((a, b) => (a.due.last < b.due.last ? -1 : a.due.last > b.due.last ? 1 : 0));
  const first = counted[0]?.due.last;
  if (first === undefined) return [];
  const yesterday = addDays(history.asOf, -1);
  const quarters: KeptQuarter[] = [];
  for (const quarter of createPeriods('quarter', first, history.asOf, history.site.zone)) {
    const last = quarter.last < history.asOf ? quarter.last : yesterday;
    const sofar = counted.filter(({ due }) => due.last <= last);
    const fell = sofar.filter(({ due }) => due.last >= quarter.first);
    quarters.push({
      quarter,
      sofar: createKeptRate(sofar, quarter.last, history.asOf),
      fell: createKeptRate(fell, quarter.last, history.asOf),
    });
  }
  return quarters;
}

type DueCommitment = Commitment & { due: NonNullable<Commitment['due']> };

function createKeptRate(commitments: readonly DueCommitment[], by: IsoDay, asOf: IsoDay): KeptRate {
  const counts = Object.fromEntries(outcomes.map((one) => [one, { min: 0, max: 0 }])) as Record<
    Outcome,
    { min: number; max: number }
  >;
  const moved = { min: 0, max: 0 };
  const kept = { min: 0, max: 0 };
  for (const commitment of commitments) {
    const found = findOutcomes(commitment, by, asOf);
    const certain = found.length === 1;
    for (const one of found) {
      counts[one].max++;
      if (certain) counts[one].min++;
      if (one === 'in-time' && commitment.moved.some(({ from }) => from.last < commitment.due.last)) {
        moved.max++;
        if (certain) moved.min++;
      }
    }
    const isKept = (one: Outcome): boolean => one === 'in-time' || one === 'late' || one === 'done';
    if (found.some(isKept)) kept.max++;
    if (found.every(isKept)) kept.min++;
  }
  const due = commitments.length;
  const share = ({ min, max }: Bounds): Bounds | undefined =>
    due === 0 ? undefined : { min: min / due, max: max / due };
  return { due, outcomes: counts, inTime: share(counts['in-time']), kept: share(kept), moved };
}

/** What may have become of a promise by the end of a day, on which or before which it was due. At least one. */
function findOutcomes(commitment: DueCommitment, by: IsoDay, asOf: IsoDay): Outcome[] {
  const { state, due, done } = commitment;
  if (isOpen(commitment)) return ['open'];
  if (state === 'wont-do') return ['dropped'];
  // It is done now; on an earlier day it may have been open.
  if (done === undefined || done === 'unknown') return by < asOf ? ['done', 'open'] : ['done'];
  const last = done.last < asOf ? done.last : asOf;
  const late = done.first > due.last ? done.first : addDays(due.last, 1);
  const found: Outcome[] = [];
  if (done.first <= due.last) found.push('in-time');
  if (late <= (last < by ? last : by)) found.push('late');
  if (last > by) found.push('open');
  return found;
}
