import type { PeriodFigures } from '../../audience/figures/periodFigures.js';
import { measureDays } from '../../audience/figures/serviceDays.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { serviceAddress } from '../link.js';
import { DayTable, type DayRow } from './dayTable.js';
import { IncidentList } from './incidentList.js';
import { Method } from './method.js';
import { ReportHead } from './reportHead.js';
import { MonthsNavigation, NeighbourNavigation } from './reportNavigation.js';
import { findIncidents, listCarried, namePeriod } from './reportOpening.js';
import { ReportPromises } from './reportPromises.js';
import { isTouched, ReportServices } from './reportServices.js';
import { ReportTimes } from './reportTimes.js';
import { findFigures } from './siteFigures.js';

/** What a month was like, written by its figures. `name`: `2026-03`. */
export function MonthPage({ history, name }: { history: PublicHistory; name: string }) {
  const figures = findFigures(history).months.find(({ period }) => period.name === name);
  if (figures === undefined) return null;
  const [year = 0, month = 1] = name.split('-').map(Number);
  const isAny = figures.services.some(isTouched);
  return (
    <>
      <ReportHead name={name} figures={figures} history={history} />
      <MonthsNavigation history={history} year={year} month={month} />
      <MonthIncidents figures={figures} history={history} />
      {isAny && <MonthDays figures={figures} history={history} />}
      {isAny && <ReportServices figures={figures} history={history} />}
      <ReportTimes figures={figures} history={history} />
      <ReportPromises figures={figures} history={history} />
      {isAny && <Method history={history} />}
      <NeighbourNavigation history={history} name={name} />
    </>
  );
}

function MonthIncidents({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { report } = usePage().wording;
  const own = findIncidents(figures.incidents, history);
  const carried = listCarried(figures, history);
  const tellsGroups = !history.site.totals;
  return (
    <>
      {own.length > 0 && (
        <section class="report-incidents" aria-labelledby="incidents">
          <h2 id="incidents">{report.incidentsTitle}</h2>
          <IncidentList incidents={own} level={3} tellsGroups={tellsGroups} />
        </section>
      )}
      {carried.length > 0 && (
        <section class="report-incidents" aria-labelledby="carried">
          <h2 id="carried">{report.carriedTitle}</h2>
          <IncidentList incidents={carried} level={3} tellsYear tellsGroups={tellsGroups} />
        </section>
      )}
    </>
  );
}

/** The days of the services that were affected. */
function MonthDays({ figures, history }: { figures: PeriodFigures; history: PublicHistory }) {
  const { wording } = usePage();
  const { period } = figures;
  const { records } = findFigures(history);
  const touched = new Set(figures.services.filter(isTouched).map(({ service }) => service.id));
  const rows = records
    .filter(({ service }) => touched.has(service.id))
    .map((record): DayRow => ({
      name: record.service.name,
      // More columns than these do not fit a phone.
      short: touched.size <= 9 ? '' : undefined,
      address: serviceAddress(record.service.id),
      days: measureDays(record, period.first, period.last, history),
    }));
  return (
    <section class="report-days" aria-labelledby="days">
      <h2 id="days">{wording.report.daysTitle}</h2>
      <DayTable
        id="day"
        caption={wording.figure.daysOfMonth(namePeriod(period.name, wording))}
        corner={wording.figure.service}
        rows={rows}
        history={history}
      />
    </section>
  );
}
