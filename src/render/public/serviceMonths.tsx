import { createPeriods } from '../../time/period.js';
import {
  measureAvailability,
  sortWindows,
  type ServiceRecord,
} from '../../audience/figures/serviceRecord.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import type { IsoDay } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { DowntimeChart } from './downtimeChart.js';
import { describeMonth } from './figureWords.js';
import { MonthTable, type ServiceMonth } from './monthTable.js';

/** The months of a service from one day to another, at most until asOf; those before its first day are there without figures. */
export function findMonths(
  history: PublicHistory,
  record: ServiceRecord,
  first: IsoDay,
  last: IsoDay,
): ServiceMonth[] {
  const periods = createPeriods('month', first, history.asOf, history.site.zone).filter(
    (period) => period.first <= last,
  );
  const windows = sortWindows(record.windows, periods);
  return periods.map((period, index) => ({
    period,
    figures: measureAvailability(record, windows[index] ?? [], period, history.site),
  }));
}

/** Downtime of the last months: the drawing, and the table beside it. */
export function ServiceMonthsSection(props: {
  history: PublicHistory;
  record: ServiceRecord;
  months: readonly ServiceMonth[];
}) {
  const { history, record, months } = props;
  // prettier-ignore
  const { wording } = usePage();
  const { service, figure } = wording;
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const names = [
    describeMonth(first.period.name, wording),
    describeMonth(last.period.name, wording),
  ] as const;
  const isNone = months.every(
    ({ figures }) => figures === undefined || (figures.weighted.max === 0 && figures.uncounted.length === 0),
  );
  return (
    <section aria-labelledby="months" class="service-months">
      <h2 id="months">{service.monthsTitle}</h2>
      {/* Twelve rows of nothing would say no more. */}
      {isNone ? (
        <p class="quiet">{service.noDowntimeAt}</p>
      ) : (
        <>
          <DowntimeChart
            id="chart"
            title={figure.chartTitle(record.service.name, ...names)}
            months={months}
          />
          <MonthTable
            caption={figure.monthsOf(record.service.name, ...names)}
            months={months}
            since={record.since}
            history={history}
          />
        </>
      )}
    </section>
  );
}
