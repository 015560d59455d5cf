import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { Finder } from './finder.js';
import { SiteState } from './siteState.js';
import { countYear, listYears, YearLink, YearSection } from './yearSection.js';

/** Years are shown whole until so many incidents stand on the page; the earlier ones are named and linked. */
const mostIncidents = 60;

/** The first page: how things stood on the day of the build, the ways to an incident, and the history by year, newest first. */
export function HomePage({ history }: { history: PublicHistory }) {
  const { wording } = usePage();
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
          <time dateTime={history.asOf}>{wording.home.asOf(formatIsoDay(history.asOf, wording.time))}</time>
        </p>
        <h1 dir="auto">{history.site.title}</h1>
      </div>
      <SiteState history={history} />
      {years.length === 0 && <EmptyHistory />}
      <Finder history={history} controls />
      <div data-unfiltered>
        {years.map(({ year, incidents }, index) =>
          isShown[index] ? (
            <YearSection
              key={year}
              history={history}
              year={year}
              incidents={incidents}
              most={mostIncidents}
            />
          ) : null,
        )}
        {earlier.length > 0 && (
          <section class="year" aria-labelledby="earlier">
            <h2 id="earlier">{wording.home.earlier}</h2>
            <ul class="plain-list">
              {earlier.map(({ year, incidents }) => (
                <li key={year}>
                  <YearLink year={year} /> <span class="quiet">{countYear(incidents, wording)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </>
  );
}

function EmptyHistory() {
  const { home } = usePage().wording;
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty">{home.empty}</h2>
      <p>{home.emptyText}</p>
    </section>
  );
}
