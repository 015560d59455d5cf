import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { Finder } from './finder.js';
import { SiteState } from './siteState.js';
import { listYears } from './yearSection.js';
import { YearSections } from './yearSections.js';

/** The first page: how things stood on the day of the build, the ways to an incident, and the history by year, newest first. */
export function HomePage({ history }: { history: PublicHistory }) {
  const { author, wording } = usePage();
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          <time dateTime={history.asOf}>{wording.home.asOf(formatIsoDay(history.asOf, wording.time))}</time>
        </p>
        <h1 {...author}>{history.site.title}</h1>
      </div>
      <SiteState history={history} />
      {listYears(history).length === 0 && <EmptyHistory />}
      <Finder history={history} controls />
      <div data-unfiltered>
        <YearSections history={history} incidents={history.incidents} />
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
