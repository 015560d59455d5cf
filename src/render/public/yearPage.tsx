import type { PeriodFigures } from '../../audience/figures/periodFigures.js';
import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { monthAddress } from '../link.js';
import { describeDowntime } from './figureWords.js';
import { IncidentList } from './incidentList.js';
import { Method } from './method.js';
import { PlainHead, ReportHead } from './reportHead.js';
import { YearsNavigation } from './reportNavigation.js';
import { findIncidents, listHurt, listLosses } from './reportOpening.js';
import { ReportPromises } from './reportPromises.js';
import { isTouched, ReportServices } from './reportServices.js';
import { ReportTimes } from './reportTimes.js';
import { findFigures } from './siteFigures.js';
import { YearColumns } from './yearColumns.js';
import { listYears } from './yearSection.js';

/** A year below so many incidents is a short list, and needs no drawing. */
const fewestDrawn = 3;

/** A year of more incidents than these lists the major ones alone: all stand on the pages of its months. */
const mostListed = 80;

/** What a year was like, written by its figures. */
export function YearPage({ history, year }: { history: PublicHistory; year: number }) {
  const name = String(year).padStart(4, '0');
  const figures = findFigures(history).years.find(({ period }) => period.name === name);
  const incidents = listYears(history).find((one) => one.year === year)?.incidents ?? [];
  return (
    <>
      <ReportHead name={name} figures={figures} history={history} />
      {incidents.filter(isTold).length >= fewestDrawn && (
        <YearColumns incidents={incidents.filter(isTold)} year={year} zone={history.site.zone} />
      )}
      <YearIncidents incidents={incidents} tellsGroups={!history.site.totals} />
      {figures !== undefined && (
        <>
          <MonthsSection history={history} year={name} />
          <ReportServices figures={figures} history={history} />
          <ReportTimes figures={figures} history={history} />
          <ReportPromises figures={figures} history={history} />
          {figures.services.some(isTouched) && <Method history={history} />}
        </>
      )}
      <YearsNavigation history={history} year={year} />
    </>
  );
}

function isTold({ retracted }: PublicIncident): boolean {
  return retracted === undefined;
}

function YearIncidents({
  incidents,
  tellsGroups,
}: {
  incidents: readonly PublicIncident[];
  tellsGroups: boolean;
}) {
  // prettier-ignore
  const { report } = usePage().wording;
  if (incidents.length === 0) return null;
  const isMany = incidents.length > mostListed;
  const shown = isMany ? incidents.filter(({ severity }) => severity?.major === true) : incidents;
  return (
    <section class="report-incidents" aria-labelledby="incidents">
      <h2 id="incidents">{isMany ? report.majorTitle : report.incidentsTitle}</h2>
      {isMany && <p class="quiet">{report.allByMonth(incidents.length)}</p>}
      <IncidentList incidents={shown} level={3} tellsGroups={tellsGroups} />
    </section>
  );
}

/** The months of a year, each with its incidents and the service that lost the most. */
function MonthsSection({ history, year }: { history: PublicHistory; year: string }) {
  const { report } = usePage().wording;
  const months = findFigures(history).months.filter(({ period }) => period.name.startsWith(year));
  return (
    <section class="report-by-month" aria-labelledby="months">
      <h2 id="months">{report.monthsTitle}</h2>
      <table class="figures figures-months">
        <caption class="visually-hidden">{report.monthsTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{report.month}</th>
            <th scope="col">{report.began}</th>
            <th scope="col">{report.hit}</th>
          </tr>
        </thead>
        <tbody>
          {months.map((figures) => (
            <MonthRow key={figures.period.name} figures={figures} history={history} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function MonthRow({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { wording, link } = usePage();
  const { report, figure } = wording;
  const { name, running } = figures.period;
  const [year = 0, month = 1] = name.split('-').map(Number);
  const count = listHurt(findIncidents(figures.incidents, history)).length;
  const [worst, ...others] = listLosses(figures.services);
  const loss =
    worst?.availability &&
    report.hitService(worst.service.name, describeDowntime(worst.availability, wording));
  return (
    <tr>
      <th scope="row">
        <a href={link(monthAddress(year, month))}>{wording.time.monthName(month)}</a>
        {running && <span class="figure-note"> {figure.soFar}</span>}
      </th>
      <td class={count === 0 ? 'quiet' : undefined}>
        {count === 0 ? report.noneOfMonth : figure.number(count)}
      </td>
      <td class={loss === undefined ? 'quiet' : undefined}>
        <bdi>
          {loss === undefined
            ? figure.none
            : others.length === 0
              ? loss
              : report.hitMore(loss, others.length)}
        </bdi>
      </td>
    </tr>
  );
}

/** The incidents of which nobody knows when they were. */
export function UndatedPage({ history }: { history: PublicHistory }) {
  const { report } = usePage().wording;
  const incidents = listYears(history).find(({ year }) => year === undefined)?.incidents ?? [];
  return (
    <>
      <PlainHead history={history} title={report.undatedTitle} />
      <p class="report-opening">{report.undatedOpening}</p>
      <section class="report-incidents" aria-labelledby="incidents">
        <h2 id="incidents">{report.incidentsTitle}</h2>
        <IncidentList incidents={incidents} level={3} tellsGroups={!history.site.totals} />
      </section>
      <YearsNavigation history={history} year={undefined} />
    </>
  );
}
