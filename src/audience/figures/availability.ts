import type { PublicHistory, PublicService } from '../publicHistory.js';
import { createPeriods, type Period, type PeriodKind } from './period.js';
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
  const all = first === undefined ? [] : createPeriods(kind, first, history);
  return records.map((record) => {
    const windows = sortWindows(record.windows, all);
    const periods = all.flatMap((period, index) => {
      const availability = measureAvailability(record, windows[index] ?? [], period, history.site);
      return availability === undefined ? [] : [{ ...availability, period }];
    });
    return { service: record.service, periods };
  });
}
