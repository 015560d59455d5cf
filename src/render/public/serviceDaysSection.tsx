import { measureStretch } from '../../audience/figures/availability.js';
import { measureDays } from '../../audience/figures/serviceDays.js';
import type { ServiceRecord } from '../../audience/figures/serviceRecord.js';
import type { Period } from '../../time/period.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { monthAddress, yearAddress } from '../link.js';
import { DayTable, type DayRow } from './dayTable.js';
import { describeDowntime, describeMonth } from './figureWords.js';
import { MonthTable } from './monthTable.js';
import { findMonths } from './serviceMonths.js';

/** So many calendar years stand on a service's page; those before are told by their months, for all services together. */
const mostYears = 3;

/** The last twelve months day by day, and the calendar years before. */
export function ServiceDaysSection(props: {
  history: PublicHistory;
  record: ServiceRecord;
  months: readonly Period[];
}) {
  // prettier-ignore
  const { history, record, months } = props;
  const { wording } = usePage();
  const { service } = wording;
  const years = listYears(history, record, months);
  return (
    <section class="service-days" aria-labelledby="days">
      <h2 id="days">{service.daysTitle}</h2>
      <Days id="day" {...props} />
      {years.length > 0 && (
        <>
          <h3 id="years">{service.earlierYears}</h3>
          {years.slice(0, mostYears).map((year) => (
            <Year key={year} history={history} record={record} year={year} />
          ))}
          <OlderYears years={years.slice(mostYears)} />
        </>
      )}
    </section>
  );
}

/** The calendar years with figures that the last months do not hold whole, the latest first. */
function listYears(history: PublicHistory, record: ServiceRecord, months: readonly Period[]): number[] {
  const { since } = record;
  const first = months[0]?.first;
  if (since === undefined || first === undefined || since >= first) return [];
  const last = Number(first.slice(0, 4)) - (first.slice(5) === '01-01' ? 1 : 0);
  const count = last - Number(since.slice(0, 4)) + 1;
  return Array.from({ length: count }, (_, index) => last - index);
}

function Days(props: {
  id: string;
  history: PublicHistory;
  record: ServiceRecord;
  months: readonly Period[];
}) {
  const { id, history, record, months } = props;
  const { wording, frame } = usePage();
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return null;
  const rows = months.map(({ name, first: from, last: to }): DayRow => {
    const [year = 0, month = 1] = name.split('-').map(Number);
    const address = monthAddress(year, month);
    return {
      name: describeMonth(name, wording),
      short: wording.time.shortMonthName(month),
      address: frame.hasPage(address) ? address : undefined,
      days: measureDays(record, from, to, history),
    };
  });
  const caption = wording.figure.daysOf(
    record.service.name,
    describeMonth(first.name, wording),
    describeMonth(last.name, wording),
  );
  return <DayTable id={id} caption={caption} corner={wording.figure.month} rows={rows} history={history} />;
}

/** A calendar year, folded: its sum, its months and its days. */
function Year({ history, record, year }: { history: PublicHistory; record: ServiceRecord; year: number }) {
  const { wording } = usePage();
  const { service, figure } = wording;
  const figures = measureStretch(record, `${year}-01-01`, `${year}-12-31`, history);
  if (figures === undefined) return null;
  const incidents = new Set([...figures.incidents, ...figures.uncounted, ...figures.aside]).size;
  if (incidents === 0) return <p class="year-quiet">{service.quietYear(String(year))}</p>;
  const isNone = figures.weighted.max === 0 && figures.uncounted.length === 0;
  const downtime = isNone ? service.yearNoDowntime : service.yearDowntime(describeDowntime(figures, wording));
  const { since = '' } = record;
  const months = findMonths(
    history,
    record,
    since > `${year}-01-01` ? since : `${year}-01-01`,
    `${year}-12-31`,
  );
  const caption = figure.monthsOf(record.service.name, String(year), String(year));
  return (
    <details class="service-year">
      <summary>{service.year(String(year), downtime, incidents)}</summary>
      <Days
        id={`day-${year}`}
        history={history}
        record={record}
        months={months.map(({ period }) => period)}
      />
      <MonthTable caption={caption} months={months} since={record.since} history={history} />
    </details>
  );
}

function OlderYears({ years }: { years: readonly number[] }) {
  const { wording, frame, link } = usePage();
  const linked = years.filter((year) => frame.hasPage(yearAddress(year)));
  if (linked.length === 0) return null;
  return (
    <p class="older-years">
      {wording.service.olderYears}{' '}
      {linked.map((year) => (
        <a key={year} href={link(yearAddress(year))}>
          {year}
        </a>
      ))}
    </p>
  );
}
