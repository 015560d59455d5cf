import type { PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { incidentAddress } from '../link.js';
import { capitalize } from '../words.js';
import { describeKept } from '../component/commitmentWords.js';
import { Meta } from '../component/meta.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { describeDays } from '../component/whenWords.js';
import {
  dayInYear,
  describeDuration,
  describeLevels,
  describeServices,
  groupsOf,
  isAhead,
  kindWords,
  servicesOf,
} from './incidentWords.js';

interface ListProps {
  incidents: readonly PublicIncident[];
  /** The level of their headings. */
  level: 2 | 3;
  /** Tells of each how this one service was affected, instead of which ones were. */
  service?: string;
  /** Whether the groups of services are companies of their own, which are named first. */
  tellsGroups?: boolean;
}

/** Incidents with their days in the margin. */
export function IncidentList({ incidents, level, service, tellsGroups = false }: ListProps) {
  return (
    <ul class="incidents">
      {incidents.map((incident) => (
        <li key={incident.id} class="incident-line">
          <p class="incident-day">
            {service === undefined && incident.year !== undefined ? (
              <Time when={incident.started} text={capitalize(dayInYear(incident))} />
            ) : (
              <WholeDay incident={incident} />
            )}
          </p>
          <div>
            <IncidentTitle incident={incident} level={level} />
            <IncidentMeta incident={incident} service={service} tellsGroups={tellsGroups} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function WholeDay({ incident: { started, year } }: { incident: PublicIncident }) {
  const day = year === undefined ? undefined : describeDays(started);
  return day === undefined ? <span>Date unknown</span> : <Time when={started} text={capitalize(day)} />;
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
function IncidentMeta({
  incident,
  service,
  tellsGroups,
}: {
  incident: PublicIncident;
  service: string | undefined;
  tellsGroups: boolean;
}) {
  const { frame } = usePage();
  if (incident.retracted !== undefined) return <Meta facts={['This report was retracted']} />;
  const ahead = isAhead(incident, frame.asOf);
  const duration = describeDuration(incident, service);
  const { remediation = [] } = incident;
  return (
    <Meta
      facts={[
        incident.severity && { text: <SeverityMark severity={incident.severity} /> },
        incident.kind === 'incident' ? '' : ahead ? 'Planned maintenance' : kindWords[incident.kind],
        // Names of authors' own stay as they write them, also at the beginning.
        ...(service === undefined
          ? describeWhat(incident, tellsGroups)
          : [describeLevels(incident, service)]),
        duration === undefined
          ? undefined
          : { text: capitalize(duration), late: duration === 'still going on' },
        remediation.length === 0 ? '' : describeKept(remediation),
        incident.preliminary && !incident.ongoing && !ahead ? 'Report to follow' : '',
      ]}
    />
  );
}

/** The services; before them their group where those are companies of their own: a reader looks for the company first. */
function describeWhat(incident: PublicIncident, tellsGroups: boolean): string[] {
  const services = servicesOf(incident);
  if (services.length === 0) return [];
  return [...(tellsGroups ? groupsOf(incident) : []), describeServices(services, tellsGroups ? 1 : 3)];
}
