import {
  createPeriodFigures,
  listPeriods,
  type PeriodFigures,
} from '../../audience/figures/periodFigures.js';
import type { Period } from '../../time/period.js';
import { createServiceRecords, type ServiceRecord } from '../../audience/figures/serviceRecord.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { listYears } from './yearSection.js';

/** The figures that several pages of one site show, each computed when the first asks for it. */
export interface SiteFigures {
  readonly records: readonly ServiceRecord[];
  readonly months: readonly PeriodFigures[];
  readonly years: readonly PeriodFigures[];
  /**
   * The years that have pages, oldest first: those in which something is listed, and that of asOf; each with its months from the first
   * of the record on. Years between in which nothing was published have none, and neither have their months.
   */
  readonly reportYears: readonly { year: number; months: Period[] }[];
  readonly incidentOf: ReadonlyMap<string, PublicIncident>;
}

/** A history is never changed, so that what was computed of it holds as long as there is anybody who has it. */
const known = new WeakMap<PublicHistory, SiteFigures>();

export function findFigures(history: PublicHistory): SiteFigures {
  const found = known.get(history) ?? createFigures(history);
  known.set(history, found);
  return found;
}

function createFigures(history: PublicHistory): SiteFigures {
  const once = <T>(compute: () => T): (() => T) => {
    let value: { found: T } | undefined;
    return () => (value ??= { found: compute() }).found;
  };
  const records = once(() => createServiceRecords(history));
  const months = once(() => createPeriodFigures(history, 'month', records()));
  const years = once(() => createPeriodFigures(history, 'year', records()));
  const reportYears = once(() => createReportYears(history));
  const incidentOf = once(() => new Map(history.incidents.map((incident) => [incident.id, incident])));
  return {
    get records() {
      return records();
    },
    get months() {
      return months();
    },
    get years() {
      return years();
    },
    get reportYears() {
      return reportYears();
    },
    get incidentOf() {
      return incidentOf();
    },
  };
}

function createReportYears(history: PublicHistory): { year: number; months: Period[] }[] {
  const months = listPeriods(history, 'month');
  const listed = listYears(history).flatMap(({ year }) => year ?? []);
  const last = months.length === 0 ? [] : [Number(history.asOf.slice(0, 4))];
  return [...new Set([...listed, ...last])]
    .toSorted((a, b) => a - b)
    .map((year) => ({ year, months: months.filter(({ name }) => Number(name.slice(0, 4)) === year) }));
}

/** Whether there is a page for incidents without a date. */
export function hasUndated(history: PublicHistory): boolean {
  return (
    history.incidents.some(({ year }) => year === undefined) &&
    listYears(history).some(({ year }) => year === undefined)
  );
}
