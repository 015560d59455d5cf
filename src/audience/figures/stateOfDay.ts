import { isOpen } from '../../model/remediationItem.js';
import { listedDayOf, type Day } from '../../time/day.js';
import { daysBetween, type IsoDay } from '../../time/isoDay.js';
import { compareForList } from '../../time/when.js';
import { isAhead } from '../ahead.js';
import type { PublicHistory, PublicIncident } from '../publicHistory.js';
import type { Bounds } from './downtime.js';
import { listPast } from './serviceRecord.js';

/** How things stood at the end of asOf; never “now”. */
export interface StateOfDay {
  asOf: IsoDay;
  /** What went on, maintenance aside: the worst severity first, without one last; then the latest first. */
  ongoing: PublicIncident[];
  /** Maintenance under way, in the order of the history, and announced for later, the next first. */
  maintenance: { underWay: PublicIncident[]; ahead: PublicIncident[] };
  /** Undefined where no severity is major, or the site adds no services up (`totals: false`). */
  lastMajor: LastMajor | undefined;
  /** How many commitments were open, and how many of those late. Not those that nobody follows. Undefined with `totals: false`. */
  commitments: { open: number; late: number; notFollowed: number } | undefined;
}

export type LastMajor =
  | { kind: 'none' }
  | { kind: 'ongoing'; incident: PublicIncident }
  | {
      kind: 'over';
      /** The one that ended last, as far as can be said. */
      incident: PublicIncident;
      /** The day on which it stopped hurting, else was over; undefined: nobody wrote that down. */
      ended: Day | undefined;
      /** Whole days since any major incident ended, in the site's zone: 0 is asOf itself. */
      days: Bounds;
    };

export function createStateOfDay(history: PublicHistory): StateOfDay {
  const { asOf, site, commitments } = history;
  const shown = history.incidents.filter(({ retracted }) => retracted === undefined);
  const past = listPast(history);
  const rank = ({ severity }: PublicIncident): number => severity?.rank ?? Infinity;
  const ongoing = past.filter(({ ongoing: goesOn }) => goesOn);
  const followed = commitments.filter(({ lastTold }) => lastTold === undefined);
  return {
    asOf,
    ongoing: ongoing
      .filter(({ kind }) => kind !== 'maintenance')
      // Stable: of one severity they stay in the order of the history. Two without one are no number apart.
      .toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b))),
    maintenance: {
      underWay: ongoing.filter(({ kind }) => kind === 'maintenance'),
      ahead: shown.filter(isAhead).toSorted((a, b) => compareForList(beginOf(a), beginOf(b))),
    },
    lastMajor: site.totals ? findLastMajor(past, history) : undefined,
    commitments: site.totals
      ? {
          open: followed.filter(isOpen).length,
          late: followed.filter(({ overdue }) => overdue).length,
          notFollowed: commitments.length - followed.length,
        }
      : undefined,
  };
}

function beginOf({ scheduled, started }: PublicIncident): PublicIncident['started'] {
  return scheduled?.from ?? started;
}

/** Of dated incidents that hurt: neither of maintenance nor of near misses. */
function findLastMajor(past: readonly PublicIncident[], history: PublicHistory): LastMajor | undefined {
  const { asOf, severities } = history;
  if (!severities.some(({ major }) => major)) return undefined;
  const majors = past.filter(
    ({ severity, kind, year }) =>
      severity?.major === true && year !== undefined && kind !== 'maintenance' && kind !== 'near-miss',
  );
  const goesOn = majors.find(({ ongoing }) => ongoing);
  if (goesOn !== undefined) return { kind: 'ongoing', incident: goesOn };
  const ends = majors.flatMap((incident) => findEnd(incident, history) ?? []);
  const [first, ...rest] = ends;
  if (first === undefined) return { kind: 'none' };
  const latest = rest.reduce((best, one) => (one.last > best.last ? one : best), first);
  const days = (end: { first: IsoDay; last: IsoDay }): Bounds => ({
    min: Math.max(0, daysBetween(end.last, asOf)),
    max: Math.max(0, daysBetween(end.first, asOf)),
  });
  return {
    kind: 'over',
    incident: latest.incident,
    ended: latest.ended,
    days: {
      min: Math.min(...ends.map((end) => days(end).min)),
      max: Math.min(...ends.map((end) => days(end).max)),
    },
  };
}

/**
 * The first and the last day on which an incident may have ended. Where nobody wrote down when, it is as if it had on the day on which
 * it began: else one old report without an end would make every later day doubtful.
 */
function findEnd(
  incident: PublicIncident,
  { site }: PublicHistory,
): { incident: PublicIncident; ended: Day | undefined; first: IsoDay; last: IsoDay } | undefined {
  const end = incident.mitigated ?? incident.resolved;
  const ended = end && listedDayOf(end, site.zone);
  const began = listedDayOf(incident.started, site.zone);
  const first = end?.earliest === null ? (began ?? ended) : (ended ?? began);
  const last = ended ?? began;
  return first && last && { incident, ended, first: first.first, last: last.last };
}
