import type { PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { yearAddress } from '../link.js';
import { countOf } from '../words.js';
import { IsoDayTime } from '../component/time.js';
import { IncidentList } from './incidentList.js';
import { isAhead } from './incidentWords.js';
import { SiteState } from './siteState.js';
import { YearColumns } from './yearColumns.js';

/** Years are shown whole until so many incidents stand on the page; the earlier ones are named and linked. */
const mostIncidents = 60;

/** A year below this many incidents is a short list, and needs no drawing. */
const fewestDrawn = 3;

/** The first page: how things stand, and the history by year, newest first. */
export function HomePage({ history }: { history: PublicHistory }) {
  const years = listYears(history);
  let shown = 0;
  const isShown = years.map(({ incidents }) => {
    const fits = shown === 0 || shown + incidents.length <= mostIncidents;
    shown += incidents.length;
    return fits;
  });
  const earlier = years.filter((_, index) => !isShown[index]);
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          As of <IsoDayTime day={history.asOf} />
        </p>
        <h1>{history.site.title}</h1>
      </div>
      <SiteState history={history} />
      {years.length === 0 && <EmptyHistory />}
      {years.map(({ year, incidents }, index) =>
        isShown[index] ? (
          <YearSection key={year} history={history} year={year} incidents={incidents} level={2} />
        ) : null,
      )}
      {earlier.length > 0 && (
        <section class="year" aria-labelledby="earlier">
          <h2 id="earlier">Earlier</h2>
          <ul class="plain-list">
            {earlier.map(({ year, incidents }) => (
              <li key={year}>
                <YearLink year={year} /> <span class="quiet">{countOf(incidents.length, 'incident')}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function EmptyHistory() {
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty">No incidents are published yet</h2>
      <p>
        When something breaks, a report will stand here: what happened, for whom, how long, why, and what is
        promised so that it does not happen again. It appears on the day that its authors set for it.
      </p>
    </section>
  );
}

/** The incidents of a year: the drawing of its months and the list. `level` is that of its heading. */
export function YearSection(props: {
  history: PublicHistory;
  year: number | undefined;
  incidents: readonly PublicIncident[];
  level: 1 | 2;
}) {
  const { history, year, incidents, level } = props;
  const id = `year-${year ?? 'undated'}`;
  return (
    <section class="year" aria-labelledby={id}>
      <div class="year-head">
        {level === 1 ? (
          <h1 id={id}>{yearTitle(year)}</h1>
        ) : (
          <h2 id={id}>{year === undefined ? 'Undated' : <YearLink year={year} />}</h2>
        )}
        <p class="year-count">{countYear(incidents)}</p>
      </div>
      {year === undefined && <p class="year-note">It is not known in which year these were.</p>}
      {year !== undefined && incidents.length >= fewestDrawn && (
        <YearColumns incidents={incidents.filter(isTold)} year={year} zone={history.site.zone} />
      )}
      <IncidentList incidents={incidents} level={level === 1 ? 2 : 3} tellsGroups={!history.site.totals} />
    </section>
  );
}

function isTold({ retracted }: PublicIncident): boolean {
  return retracted === undefined;
}

/** What a retracted report told counts for none, here as in the strip above. */
function countYear(incidents: readonly PublicIncident[]): string {
  const told = incidents.filter(isTold).length;
  const rest = incidents.length - told;
  return `${countOf(told, 'incident')}${rest === 0 ? '' : `, ${rest} retracted`}`;
}

export function yearTitle(year: number | undefined): string {
  return year === undefined ? 'Incidents without a date' : `Incidents of ${year}`;
}

export function YearLink({ year }: { year: number | undefined }) {
  const { link } = usePage();
  return <a href={link(yearAddress(year))}>{year ?? 'Undated'}</a>;
}

/**
 * The years that have incidents, newest first, those without a date last; each list keeps its order. What is only planned has not
 * happened, and is of no year yet.
 */
export function listYears({
  incidents,
  asOf,
}: Pick<PublicHistory, 'incidents' | 'asOf'>): { year: number | undefined; incidents: PublicIncident[] }[] {
  const years = new Map<number | undefined, PublicIncident[]>();
  for (const incident of incidents.filter((one) => !isAhead(one, asOf)))
    years.set(incident.year, [...(years.get(incident.year) ?? []), incident]);
  return [...years]
    .map(([year, ofYear]) => ({ year, incidents: ofYear }))
    .toSorted((a, b) => (b.year ?? -Infinity) - (a.year ?? -Infinity));
}
