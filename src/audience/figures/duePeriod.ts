import type { DueCount, DueStanding } from '../../model/figures/standing.js';
import type { IsoDay } from '../../time/isoDay.js';
import type { PublicHistory } from '../publicHistory.js';
import type { Bounds } from './downtime.js';
import type { Ledger, LedgerEntry } from './ledger.js';
import { createPeriods, type Period } from '../../time/period.js';

export { dueStandings, type DueStanding } from '../../model/figures/standing.js';

/** The promises that fell due in a quarter or a year. */
export interface DuePeriod extends DueCount {
  period: Period;
  /**
   * Of all that were due by its end, as they stood then: the share that was done in time, and the share that was done at all, 0 to 1.
   * Undefined where nothing was.
   */
  inTime: Bounds | undefined;
  kept: Bounds | undefined;
}

/** What has become, by asOf, of all promises that were due before it. */
export function countDue({ entries }: Pick<Ledger, 'entries'>, asOf: IsoDay): DueCount {
  return count(entries.filter((entry) => isDue(entry, asOf)));
}

/**
 * The promises of a ledger by the time at which they fell due, the oldest first and without gaps, up to that of asOf: by quarter, or by
 * year. What became of them is as of asOf, so that one which was done later is late, and no longer open.
 */
export function createDuePeriods(
  kind: 'quarter' | 'year',
  ledger: Pick<Ledger, 'entries' | 'quarters'>,
  history: PublicHistory,
): DuePeriod[] {
  const due = ledger.entries.filter((entry) => isDue(entry, history.asOf));
  const first = ledger.quarters[0]?.quarter.first;
  if (first === undefined) return [];
  return createPeriods(kind, first, history.asOf, history.site.zone).map((period): DuePeriod => {
    const own = due.filter(({ commitment }) => {
      const last = commitment.due?.last ?? '';
      return last >= period.first && last <= period.last;
    });
    const sofar = ledger.quarters.findLast(({ quarter }) => quarter.last <= period.last)?.sofar;
    return { period, ...count(own), inTime: sofar?.inTime, kept: sofar?.kept };
  });
}

function isDue({ commitment: { due }, standing }: LedgerEntry, asOf: IsoDay): boolean {
  return due !== undefined && due.last < asOf && standing !== 'superseded' && standing !== 'not-followed';
}

function count(entries: readonly LedgerEntry[]): DueCount {
  const standings = { 'in-time': 0, done: 0, 'done-late': 0, late: 0, dropped: 0 };
  for (const { standing } of entries) if (standing in standings) standings[standing as DueStanding]++;
  return { due: entries.length, standings };
}
