import { boundsOfDay } from '../../time/day.js';
import type { IsoDay } from '../../time/isoDay.js';
import type { PublicHistory, PublicService } from '../publicHistory.js';
import { createPeriods, type Period, type PeriodKind } from '../../time/period.js';
import {
  createServiceRecords,
  measureAvailability,
  sortWindows,
  type Availability,
  type ServiceRecord,
} from './serviceRecord.js';

/** One service over time. */
export interface ServiceAvailability {
  service: PublicService;
  /** Oldest first, without gaps, up to that of asOf; none where the service has no figures. */
  periods: (Availability & { period: Period })[];
}

/**
 * The availability of each service in each month (quarter, year), in the order of the settings. It is made of the incidents that are
 * published, dated, not taken back, and show their impact:
 *
 * - At each instant the heaviest level that is open counts once, with its weight of the settings.
 * - Maintenance, and data that was lost or exposed, are no downtime.
 * - What goes on lasts until the end of asOf, and so does the last period.
 * - Times that are known roughly give a range; what has an end that nobody knows is not counted, and said to be so.
 */
export function createAvailability(
  history: PublicHistory,
  kind: Exclude<PeriodKind, 'day'> = 'month',
  records: readonly ServiceRecord[] = createServiceRecords(history),
): ServiceAvailability[] {
  const first = records.flatMap(({ since }) => since ?? []).toSorted()[0];
  const all = first === undefined ? [] : createPeriods(kind, first, history.asOf, history.site.zone);
  return records.map((record) => {
    const windows = sortWindows(record.windows, all);
    const periods = all.flatMap((period, index) => {
      const availability = measureAvailability(record, windows[index] ?? [], period, history.site);
      return availability === undefined ? [] : [{ ...availability, period }];
    });
    return { service: record.service, periods };
  });
}

/**
 * The availability of one service from a day to another, which both count; at most until asOf. Undefined where it has no figure in all
 * of it.
 */
export function measureStretch(
  record: ServiceRecord,
  first: IsoDay,
  last: IsoDay,
  { asOf, site }: PublicHistory,
): Availability | undefined {
  const end = last < asOf ? last : asOf;
  if (end < first) return undefined;
  const period: Period = {
    name: `${first} .. ${end}`,
    first,
    last: end,
    start: boundsOfDay(first, site.zone).start,
    end: boundsOfDay(end, site.zone).end,
    running: last > asOf,
  };
  const [windows = []] = sortWindows(record.windows, [period]);
  return measureAvailability(record, windows, period, site);
}
