import type { ComponentChildren } from 'preact';
import type { PublicHistory, PublicIncident, PublicSeverity } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { homeAddress, majorFeedAddress } from '../link.js';
import { SeverityMark } from '../component/severityMark.js';
import { categoriesOf, listHappened, type Dimension } from './dimension.js';
import { Finder } from './finder.js';
import { nameCategory } from './incidentWords.js';
import { YearSections } from './yearSections.js';

/** All incidents of one severity, by year. */
export function SeverityPage({ history, severity }: { history: PublicHistory; severity: PublicSeverity }) {
  const { wording, link } = usePage();
  const words = wording.list;
  const incidents = listHappened(history).filter((one) => one.severity?.rank === severity.rank);
  return (
    <FilterPage
      history={history}
      incidents={incidents}
      own={{ name: 'severity', value: String(severity.rank) }}
      eyebrow={words.severity}
      title={<SeverityMark severity={severity} />}
    >
      <p class="lead">
        {words.severityLead(severity.label)} {severity.major && words.severityCountsAsMajor}
      </p>
      {severity.major && (
        <p class="filter-feed">
          <a href={link(majorFeedAddress)}>{words.majorFeed}</a>
        </p>
      )}
      {incidents.length === 0 && (
        <section class="empty" aria-labelledby="empty">
          <h2 id="empty">{words.severityEmpty}</h2>
          <p>{words.severityEmptyText(severity.label)}</p>
        </section>
      )}
    </FilterPage>
  );
}

/** All incidents with a cause of one category, by year. */
export function CausePage({ history, category }: { history: PublicHistory; category: string }) {
  const { wording } = usePage();
  const words = wording.list;
  const name = nameCategory(category, wording);
  return (
    <FilterPage
      history={history}
      incidents={listHappened(history).filter((one) => categoriesOf(one).includes(category))}
      own={{ name: 'cause', value: category }}
      eyebrow={words.cause}
      title={name}
    >
      <p class="lead">{words.causeLead(name)}</p>
    </FilterPage>
  );
}

/** What it is, how many there are, and the incidents by year. */
function FilterPage(props: {
  history: PublicHistory;
  incidents: readonly PublicIncident[];
  own: { name: Dimension['name']; value: string };
  eyebrow: string;
  title: ComponentChildren;
  children: ComponentChildren;
}) {
  const { history, incidents, own, eyebrow, title, children } = props;
  const { wording, link } = usePage();
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          <time dateTime={history.asOf}>{wording.home.asOf(formatIsoDay(history.asOf, wording.time))}</time>
        </p>
        <div>
          <p class="eyebrow">
            <a href={link(homeAddress)}>{wording.search.everything}</a> / {eyebrow}
          </p>
          <h1 dir="auto">{title}</h1>
        </div>
      </div>
      {children}
      <div class="by-year">
        <YearSections history={history} incidents={incidents} isChoice />
      </div>
      <Finder history={history} own={own} />
    </>
  );
}
