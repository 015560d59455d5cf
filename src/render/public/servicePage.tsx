import type { PublicHistory, PublicIncident, PublicService } from '../../audience/publicHistory.js';
import { dayOf, formatDay, type Day } from '../../time/day.js';
import { daysBetween } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { serviceAddress, servicesAddress } from '../link.js';
import { capitalize, countOf } from '../words.js';
import { splitKept } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { DayTime, IsoDayTime } from '../component/time.js';
import { FactStrip, type Fact } from './factStrip.js';
import { IncidentList } from './incidentList.js';
import { describeLevels, isAhead } from './incidentWords.js';

/** The incidents that affected a service, newest first. One whose impact is not shown counts for none. */
function incidentsOf(history: PublicHistory, service: PublicService): PublicIncident[] {
  return history.incidents.filter(({ impact }) => impact?.some((one) => one.service.id === service.id));
}

/** One service: its own history, with the degree to which each incident affected it. */
export function ServicePage({ history, service }: { history: PublicHistory; service: PublicService }) {
  const { link } = usePage();
  const incidents = incidentsOf(history, service);
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          As of <IsoDayTime day={history.asOf} />
        </p>
        <div>
          <p class="eyebrow">
            <a href={link(servicesAddress)}>Services</a>
            {service.group !== undefined && (
              <>
                {' '}
                / <bdi>{service.group}</bdi>
              </>
            )}
          </p>
          <h1 dir="auto">{service.name}</h1>
        </div>
      </div>
      {incidents.length > 0 && <FactStrip facts={listFacts(history, incidents)} />}
      {incidents.length === 0 ? (
        <section class="empty" aria-labelledby="empty">
          <h2 id="empty">No incident of this service is published</h2>
          <p>
            {service.since === undefined ? '' : `It has been in use since ${formatDay(service.since)}. `}
            If it is ever affected by an incident, the report stands here, with how badly and how long.
          </p>
        </section>
      ) : (
        <section aria-labelledby="incidents">
          <h2 id="incidents">Incidents</h2>
          <IncidentList incidents={incidents} level={3} service={service.id} />
          <p class="basis">Only incidents that are published here are counted.</p>
        </section>
      )}
    </>
  );
}

function listFacts(history: PublicHistory, incidents: readonly PublicIncident[]): Fact[] {
  const past = incidents.filter((incident) => !isAhead(incident, history.asOf));
  const latest = past[0];
  const day = latest && dayOf(latest.started, history.site.zone);
  const commitments = incidents.flatMap(({ remediation }) => remediation ?? []);
  const facts: Fact[] = [{ label: 'Published incidents', value: String(past.length) }];
  if (latest !== undefined && day !== undefined) {
    const age = describeAge(day, history.asOf);
    const value = latest.ongoing ? 'Still going on' : (age ?? capitalize(formatDay(day)));
    const notes = latest.ongoing || age !== undefined ? [<DayTime day={day} />] : [];
    facts.push({ label: 'The latest', value, notes });
  }
  if (commitments.length > 0) {
    const { kept, rest } = splitKept(commitments);
    facts.push({ label: 'What was promised after them', value: kept, notes: [capitalize(rest)] });
  }
  return facts;
}

/** How long ago a day was, while days are what one counts in: within a year, and where the day is known. */
function describeAge(day: Day, asOf: string): string | undefined {
  const days = daysBetween(day.last, asOf);
  if (day.precision !== 'day' || days > 366) return undefined;
  return days <= 0 ? 'Today' : `${countOf(days, 'day')} ago`;
}

/** All services, by group, each with its latest incident. */
export function ServicesPage({ history }: { history: PublicHistory }) {
  const groups = [...new Set(history.services.map(({ group }) => group))];
  const hasGroups = groups.some((group) => group !== undefined);
  return (
    <>
      <div class="page-head">
        <p class="margin-note">
          As of <IsoDayTime day={history.asOf} />
        </p>
        <h1>Services</h1>
      </div>
      {history.services.length === 0 && (
        <p class="empty">No service is named yet. Services stand here once the site’s settings list them.</p>
      )}
      {!hasGroups && <ServiceList history={history} services={history.services} />}
      {(hasGroups ? groups : []).map((group, index) => {
        const services = history.services.filter((service) => service.group === group);
        const id = `group-${index + 1}`;
        return (
          <section key={id} class="service-group" aria-labelledby={id}>
            <h2 id={id} dir="auto">
              {group ?? 'Other services'}
            </h2>
            <ServiceList history={history} services={services} />
          </section>
        );
      })}
    </>
  );
}

function ServiceList({ history, services }: { history: PublicHistory; services: readonly PublicService[] }) {
  const { link } = usePage();
  return (
    <ul class="services">
      {services.map((service) => (
        <li key={service.id}>
          <a class="service-name" href={link(serviceAddress(service.id))}>
            <bdi>{service.name}</bdi>
          </a>
          <Meta facts={[describeService(history, service)]} />
        </li>
      ))}
    </ul>
  );
}

function describeService(history: PublicHistory, service: PublicService): string {
  const past = incidentsOf(history, service).filter((incident) => !isAhead(incident, history.asOf));
  const latest = past[0];
  if (latest === undefined) return 'No incident is published';
  const count = countOf(past.length, 'incident');
  const level = describeLevels(latest, service.id).toLowerCase();
  if (latest.ongoing) return `${count}; the latest is still going on (${level})`;
  const day = dayOf(latest.started, history.site.zone);
  const when =
    day === undefined
      ? 'has no known date'
      : day.precision === 'range'
        ? `was ${formatDay(day)}`
        : `was ${day.precision === 'day' ? 'on' : 'in'} ${formatDay(day)}`;
  return past.length === 1 ? `${count}, which ${when} (${level})` : `${count}; the latest ${when} (${level})`;
}
