import type { IsoDay } from '../../time/isoDay.js';
import type { PublicHistory } from '../publicHistory.js';
import { findHeaviest, rankLevels } from './downtime.js';
import type { DowntimeLevel, ImpactWindow } from './impactWindow.js';
import { createPeriods, type Period } from '../../time/period.js';
import { measureAvailability, sortWindows, type Availability, type ServiceRecord } from './serviceRecord.js';

/** One day of one service. */
export interface ServiceDay {
  day: IsoDay;
  /** Undefined: before the service's first day with figures. */
  figures:
    | (Availability & {
        /** The heaviest level that there certainly was on that day; undefined: none for certain. */
        certain: DowntimeLevel | undefined;
        /** The heaviest that there may have been; undefined: none. */
        possible: DowntimeLevel | undefined;
      })
    | undefined;
}

/** The days of one service from the first to the last, which both count; none after asOf. */
export function measureDays(
  record: ServiceRecord,
  first: IsoDay,
  last: IsoDay,
  history: PublicHistory,
): ServiceDay[] {
  const { asOf, site } = history;
  const days = createPeriods('day', first, last < asOf ? last : asOf, site.zone);
  const windows = sortWindows(record.windows, days);
  return days.map((day, index) => createDay(record, windows[index] ?? [], day, history));
}

function createDay(
  record: ServiceRecord,
  windows: readonly ImpactWindow[],
  day: Period,
  { site }: PublicHistory,
): ServiceDay {
  const figures = measureAvailability(record, windows, day, site);
  if (figures === undefined) return { day: day.name, figures };
  const { certain, possible } = findHeaviest(figures, site.weights);
  const told = new Set(windows.flatMap((window) => (beganOn(window, day) ? [window.loss.level] : [])));
  const order = rankLevels(site.weights);
  const find = (level: DowntimeLevel | undefined): DowntimeLevel | undefined =>
    order.find((one) => one === level || told.has(one));
  return { day: day.name, figures: { ...figures, certain: find(certain), possible: find(possible) } };
}

/** What certainly began on a day was there on that day, however short, and at whatever hour. */
function beganOn(window: ImpactWindow, day: Period): window is ImpactWindow & { loss: object } {
  const { loss, began } = window;
  return loss !== undefined && began !== undefined && began.start >= day.start && began.end <= day.end;
}
