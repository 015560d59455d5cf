import { boundsOfDay, listedDayOf } from '../../time/day.js';
import type { IsoDay } from '../../time/isoDay.js';
import type { When } from '../../time/when.js';
import type { BoundedStretch } from '../../time/window.js';
import { isAhead } from '../ahead.js';
import type { PublicHistory, PublicIncident, PublicService } from '../publicHistory.js';
import { measureDowntime, type Bounds, type Downtime } from './downtime.js';
import { createImpactWindows, type ImpactWindow } from './impactWindow.js';
import { findTouched, type Period } from '../../time/period.js';

/** What is known of one service: since when figures of it can be given, and all windows of its impact. */
export interface ServiceRecord {
  service: PublicService;
  /**
   * The first day with figures: its own `since`, but never before the month of the first incident that is published, since nobody
   * knows what was before. Undefined: there is no dated incident, or the service comes later.
   */
  since: IsoDay | undefined;
  windows: ImpactWindow[];
}

/** How available a service was in a period. */
export interface Availability extends Downtime {
  /** What is measured: the period, from the service's first day on, in ms since 1970. */
  measured: BoundedStretch;
  /** The share of the measured time that was not lost, weighted: 0 to 1. `min` is that of the longest downtime. */
  availability: Bounds;
  /** Ids of the incidents that did, or may have, cost the service time, in the order of the history. */
  incidents: string[];
  /** Those of which some time is not counted, because nobody knows when they ended. One may also stand in `incidents`. */
  uncounted: string[];
  /** Those that never count: maintenance, data that was lost or exposed. */
  aside: string[];
}

/** One for each service, in the order of the settings. */
export function createServiceRecords(history: PublicHistory): ServiceRecord[] {
  const first = findFirstMonth(history);
  const windows = new Map<string, ImpactWindow[]>();
  for (const window of createImpactWindows(history)) {
    const own = windows.get(window.service);
    if (own === undefined) windows.set(window.service, [window]);
    else own.push(window);
  }
  return history.services.map((service) => {
    const own = service.since?.first;
    const since = first !== undefined && own !== undefined && own > first ? own : first;
    return {
      service,
      since: since !== undefined && since <= history.asOf ? since : undefined,
      windows: windows.get(service.id) ?? [],
    };
  });
}

/** The incidents that count at all, in their order: none that was taken back, or is only planned for later. */
export function listPast({ incidents }: PublicHistory): PublicIncident[] {
  return incidents.filter((incident) => incident.retracted === undefined && !isAhead(incident));
}

/** The first day of the month of the first incident. */
function findFirstMonth(history: PublicHistory): IsoDay | undefined {
  const starts = listPast(history).flatMap(({ year, started }) => (year === undefined ? [] : [started]));
  const instantOf = ({ earliest, latest }: When): number => earliest ?? latest ?? Infinity;
  const first = starts.reduce<When | undefined>(
    (best, one) => (best === undefined || instantOf(one) < instantOf(best) ? one : best),
    undefined,
  );
  const day = first && listedDayOf(first, history.site.zone)?.first;
  return day === undefined ? undefined : `${day.slice(0, 7)}-01`;
}

/** Of each period the windows that touch it. The periods are in order, without gaps. */
export function sortWindows(windows: readonly ImpactWindow[], periods: readonly Period[]): ImpactWindow[][] {
  const sorted: ImpactWindow[][] = periods.map(() => []);
  for (const window of windows) {
    const touched = findTouched(periods, window.region);
    if (touched === undefined) continue;
    for (let index = touched.first; index <= touched.last; index++) sorted[index]?.push(window);
  }
  return sorted;
}

const none = { min: 0, max: 0 };
const nothing: Omit<Availability, 'measured'> = {
  weighted: none,
  levels: { outage: none, partial: none, degraded: none },
  availability: { min: 1, max: 1 },
  incidents: [],
  uncounted: [],
  aside: [],
};

/**
 * The availability of a service in a period, given the windows that touch it. Undefined where the service has no figure in all of it.
 */
export function measureAvailability(
  { since }: Pick<ServiceRecord, 'since'>,
  windows: readonly ImpactWindow[],
  period: Period,
  { zone, weights }: PublicHistory['site'],
): Availability | undefined {
  if (since === undefined || since > period.last) return undefined;
  const start = since > period.first ? boundsOfDay(since, zone).start : period.start;
  const measured = { start, end: period.end };
  const seen = windows.filter(({ region }) => Math.max(region.end, region.start + 1) > start);
  // Most days of most services.
  if (seen.length === 0) return { ...nothing, measured };
  const downtime = measureDowntime(
    seen.flatMap(({ loss }) => loss ?? []),
    measured,
    weights,
  );
  const length = measured.end - measured.start;
  const ids = (isSo: (window: ImpactWindow) => boolean): string[] => [
    ...new Set(seen.filter(isSo).map(({ incident }) => incident)),
  ];
  return {
    ...downtime,
    measured,
    availability: { min: 1 - downtime.weighted.max / length, max: 1 - downtime.weighted.min / length },
    incidents: ids(({ loss }) => loss !== undefined),
    uncounted: ids(({ uncounted }) => uncounted),
    aside: ids(({ aside }) => aside),
  };
}
