import { isOpen } from '../../model/remediationItem.js';
import { listedDayOf, monthOfDay, type Day } from '../../time/day.js';
import type { Commitment, PublicHistory, PublicIncident, PublicService } from '../publicHistory.js';
import { createPeriods, type Period } from '../../time/period.js';
import { promisedDayOf } from './promise.js';
import {
  createServiceRecords,
  listPast,
  measureAvailability,
  sortWindows,
  type Availability,
  type ServiceRecord,
} from './serviceRecord.js';
import { createTally, type Tally } from './tally.js';

/** What a month or a year was like. */
export interface PeriodFigures {
  period: Period;
  /** Ids of the incidents that began in it, in the order of the history; none that was taken back or is only planned. */
  incidents: string[];
  /** Of a year: those of which the month is not known, which stand in none of its months. */
  monthUnknown: string[];
  /** Of all services together; undefined where the site adds none up (`totals: false`). */
  overall: Tally | undefined;
  /** One for each service, in the order of the settings. */
  services: ServiceFigures[];
  /** Promised after the incidents that were over in it (of those that go on: began in it). In the order of the history, as the next. */
  promised: Commitment[];
  /** Done in it. */
  done: Commitment[];
  /** Certainly due by its end and not done then. */
  late: Commitment[];
}

export interface ServiceFigures {
  service: PublicService;
  /** Of the incidents that began in the period and affected the service. */
  tally: Tally;
  /** Of all windows that lie in the period, whenever their incident began. */
  availability: Availability | undefined;
}

/**
 * The figures of every month, or every year, from that of the first incident to that of asOf: without gaps, oldest first. Undated
 * incidents are in none. What is only known to a year is in the figures of the year and of none of its months.
 */
export function createPeriodFigures(
  history: PublicHistory,
  kind: 'month' | 'year',
  records: readonly ServiceRecord[] = createServiceRecords(history),
): PeriodFigures[] {
  const { asOf, site, commitments } = history;
  const told = listTold(history);
  const periods = listPeriods(history, kind);
  if (periods.length === 0) return [];
  const began = group(told, ({ day }) => nameOfPeriod(day, kind));
  const promisedIn = new Map(
    told.map(({ incident }) => [incident.id, nameOfPeriod(promisedDayOf(incident, history), kind)]),
  );
  const promised = group(commitments, ({ incident }) => promisedIn.get(incident.id));
  const done = group(commitments, (one) =>
    one.done === 'unknown' ? undefined : nameOfPeriod(one.done, kind),
  );
  const late = sortLate(commitments, periods, asOf);
  const windows = records.map((record) => sortWindows(record.windows, periods));

  return periods.map((period, index): PeriodFigures => {
    const own = began.get(period.name) ?? [];
    const tally = (incidents: readonly PublicIncident[]): Tally => createTally(incidents, history);
    return {
      period,
      incidents: own.map(({ incident }) => incident.id),
      monthUnknown: own.flatMap(({ incident, day }) => (monthOfDay(day) === undefined ? [incident.id] : [])),
      overall: site.totals ? tally(own.map(({ incident }) => incident)) : undefined,
      services: records.map((record, at) => ({
        service: record.service,
        tally: tally(
          own.flatMap(({ incident, services }) => (services.has(record.service.id) ? [incident] : [])),
        ),
        availability: measureAvailability(record, windows[at]?.[index] ?? [], period, site),
      })),
      promised: promised.get(period.name) ?? [],
      done: done.get(period.name) ?? [],
      late: late[index] ?? [],
    };
  });
}

/** The months, or years, that have figures: from that of the first incident to that of asOf. None where there is no dated incident. */
export function listPeriods(history: PublicHistory, kind: 'month' | 'year'): Period[] {
  const first = listTold(history)
    .map(({ day }) => day.first)
    .toSorted()[0];
  return first === undefined ? [] : createPeriods(kind, first, history.asOf, history.site.zone);
}

interface ToldIncident {
  incident: PublicIncident;
  day: Day;
  services: Set<string>;
}

function listTold(history: PublicHistory): ToldIncident[] {
  return listPast(history).flatMap((incident) => {
    const day = listedDayOf(incident.started, history.site.zone);
    return incident.year === undefined || day === undefined
      ? []
      : [{ incident, day, services: new Set(incident.impact?.map(({ service }) => service.id)) }];
  });
}

/** Undefined where it may be any of several. */
function nameOfPeriod(day: Day | undefined, kind: 'month' | 'year'): string | undefined {
  return kind === 'month' ? day && monthOfDay(day) : day?.first.slice(0, 4);
}

/** Of each period what was certainly due by its end, in the one that goes on before asOf, and certainly not done by then. */
function sortLate(
  commitments: readonly Commitment[],
  periods: readonly Period[],
  asOf: string,
): Commitment[][] {
  const sorted: Commitment[][] = periods.map(() => []);
  for (const commitment of commitments) {
    const { due, done, lastTold, state } = commitment;
    if (due === undefined || lastTold !== undefined || due.last >= asOf) continue;
    const isDone = state === 'done' && done !== undefined && done !== 'unknown';
    if (!isOpen(commitment) && !isDone) continue;
    for (let index = periods.length - 1; index >= 0; index--) {
      const period = periods[index];
      if (period === undefined || period.last < due.last) break;
      if (!isDone || done.first > period.last) sorted[index]?.push(commitment);
    }
  }
  return sorted;
}

/** What has a name, by that name, in its order. */
function group<T>(list: readonly T[], nameOf: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const name = nameOf(one);
    if (name === undefined) continue;
    const own = groups.get(name);
    if (own === undefined) groups.set(name, [one]);
    else own.push(one);
  }
  return groups;
}
