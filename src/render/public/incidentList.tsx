import type { PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { incidentAddress } from '../link.js';
import { capitalize } from '../words.js';
import { describeKept } from '../component/commitmentWords.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { dayInYear, describeDuration, describeLevels, describeServices, groupsOf, isAhead, kindWords, servicesOf } from './incidentWords.js';

/**
 * Incidents with their days in the margin. `level` is that of the headings; `service` tells of each how that one service
 * was affected instead of which ones were.
 */
export function IncidentList({ incidents, level, service }: { incidents: readonly PublicIncident[]; level: 2 | 3; service?: string }) {
  return (
    <ul class="incidents">
      {incidents.map((incident) => (
        <li key={incident.id} class="incident-line">
          <p class="incident-day">
            {service === undefined && incident.year !== undefined ? (
              <Time when={incident.started} text={dayInYear(incident)} />
            ) : (
              <WholeDay incident={incident} />
            )}
          </p>
          <div>
            <IncidentTitle incident={incident} level={level} />
            <IncidentMeta incident={incident} service={service} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function WholeDay({ incident }: { incident: PublicIncident }) {
  const day = dayInYear(incident);
  if (incident.year === undefined) return <span>{day}</span>;
  return <Time when={incident.started} text={day === 'Day unknown' ? String(incident.year) : `${day} ${incident.year}`} />;
}

function IncidentTitle({ incident, level }: { incident: PublicIncident; level: 2 | 3 }) {
  const { link } = usePage();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <Heading class="incident-title" dir="auto">
      <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
    </Heading>
  );
}

/** One line of small print: how bad, what for, how long, and what became of the promises. */
function IncidentMeta({ incident, service }: { incident: PublicIncident; service: string | undefined }) {
  const { frame } = usePage();
  if (incident.retracted !== undefined) return <p class="meta">This report was retracted</p>;
  const facts = [
    incident.kind === 'incident' ? undefined : isAhead(incident, frame.asOf) ? 'Planned maintenance' : kindWords[incident.kind],
    ...(service === undefined ? describeWhat(incident) : [describeLevels(incident, service)]),
    describeDuration(incident),
    incident.remediation === undefined || incident.remediation.length === 0 ? undefined : describeKept(incident.remediation),
    incident.preliminary && !incident.ongoing && !isAhead(incident, frame.asOf) ? 'report to follow' : undefined,
  ].filter((fact) => fact !== undefined && fact !== '');
  return (
    <p class="meta">
      <SeverityMark severity={incident.severity} />
      {facts.map((fact) => (
        <span key={fact} class={fact === 'still going on' ? 'late' : undefined}>
          <bdi>{capitalize(fact ?? '')}</bdi>
        </span>
      ))}
    </p>
  );
}

/** The groups, where there are any, before the services: a reader looks for the company first. */
function describeWhat(incident: PublicIncident): string[] {
  const services = servicesOf(incident);
  if (services.length === 0) return [];
  const groups = groupsOf(incident);
  return [groups.length === 1 && services.length > 3 ? `${groups[0]}: ${describeServices(services, 2)}` : describeServices(services)];
}
