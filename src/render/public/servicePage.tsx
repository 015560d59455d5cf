import type { PublicHistory, PublicIncident, PublicService } from '../../audience/publicHistory.js';
import type { ServiceRecord } from '../../audience/figures/serviceRecord.js';
import { formatDay, formatIsoDay } from '../../time/day.js';
import { usePage } from '../frame.js';
import { serviceFeedAddress, servicesAddress } from '../link.js';
import { IsoDayTime } from '../component/time.js';
import { FactStrip } from './factStrip.js';
import { IncidentList } from './incidentList.js';
import { Method } from './method.js';
import { ServiceDaysSection } from './serviceDaysSection.js';
import { firstOfMonths, incidentsOf, listFacts } from './serviceFacts.js';
import { findMonths, ServiceMonthsSection } from './serviceMonths.js';
import { findFigures } from './siteFigures.js';
import { AuthorWords } from '../text.js';

/** So many incidents stand open on a service's page; those before are folded, and of very many the rest is told by year. */
const mostOpen = 8;
const mostListed = 60;

/** One service: how it stood, its own history with its own degree of each incident, its months and its days. */
export function ServicePage({ history, service }: { history: PublicHistory; service: PublicService }) {
  const { wording } = usePage();
  const record = findFigures(history).records.find((one) => one.service.id === service.id);
  const incidents = incidentsOf(history, service);
  return (
    <>
      <ServiceHead history={history} service={service} />
      {record === undefined || incidents.length === 0 ? (
        <EmptyService service={service} />
      ) : (
        <>
          <FactStrip facts={listFacts(history, record, incidents, wording)} />
          <IncidentsSection incidents={incidents} service={service} />
          <FiguresSections history={history} record={record} />
          <Method history={history} since={record.since} />
        </>
      )}
      <FeedSection service={service} />
    </>
  );
}

function ServiceHead({ history, service }: { history: PublicHistory; service: PublicService }) {
  const { author, wording, link } = usePage();
  const { asOf } = history;
  return (
    <div class="page-head">
      <p class="margin-note">
        <IsoDayTime day={asOf} text={wording.service.asOf(formatIsoDay(asOf, wording.time))} />
      </p>
      <div>
        <p class="eyebrow">
          <a href={link(servicesAddress)}>{wording.service.title}</a>
          {service.group !== undefined && (
            <>
              {' '}
              / <AuthorWords>{service.group}</AuthorWords>
            </>
          )}
        </p>
        <h1 {...author}>{service.name}</h1>
      </div>
    </div>
  );
}

/** Nothing to count is no perfect record: it says since when nothing was published, and what will stand here. */
function EmptyService({ service: { since } }: { service: PublicService }) {
  const { service, time } = usePage().wording;
  return (
    <section class="empty" aria-labelledby="empty">
      <h2 id="empty">{since === undefined ? service.empty : service.emptySince(formatDay(since, time))}</h2>
      <p>{service.emptyText}</p>
      <p class="basis">{service.emptyFigures}</p>
    </section>
  );
}

function IncidentsSection({
  incidents,
  service,
}: {
  incidents: readonly PublicIncident[];
  service: PublicService;
}) {
  // prettier-ignore
  const { wording } = usePage();
  // One more alone is not worth folding.
  const open = incidents.length <= mostOpen + 1 ? incidents.length : mostOpen;
  const earlier = incidents.slice(open, mostListed);
  return (
    <section aria-labelledby="incidents" class="service-incidents">
      <h2 id="incidents">{wording.service.incidentsTitle}</h2>
      <IncidentList incidents={incidents.slice(0, open)} level={3} service={service.id} />
      {earlier.length > 0 && (
        <details class="service-earlier">
          <summary>{wording.service.earlier(earlier.length, incidents.length > mostListed)}</summary>
          <IncidentList incidents={earlier} level={3} service={service.id} />
        </details>
      )}
    </section>
  );
}

function FiguresSections({ history, record }: { history: PublicHistory; record: ServiceRecord }) {
  if (record.since === undefined) return null;
  const months = findMonths(history, record, firstOfMonths(history.asOf), history.asOf);
  return (
    <>
      <ServiceMonthsSection history={history} record={record} months={months} />
      <ServiceDaysSection history={history} record={record} months={months.map(({ period }) => period)} />
    </>
  );
}

function FeedSection({ service }: { service: PublicService }) {
  const { wording, link } = usePage();
  const { follow, followNote, feed } = wording.service;
  return (
    <section class="service-feed" aria-labelledby="follow">
      <h2 id="follow">{follow}</h2>
      <p>
        {followNote} <a href={link(serviceFeedAddress(service.id))}>{feed(service.name)}</a>
      </p>
    </section>
  );
}
