import type { PublicIncident } from '../../audience/publicHistory.js';
import { usePage } from '../frame.js';
import { incidentAddress } from '../link.js';
import { Meta } from '../component/meta.js';
import { SeverityMark } from '../component/severityMark.js';
import { Time } from '../component/time.js';
import { capitalize } from '../words.js';
import { describeIncident, type LineChoice } from './incidentLine.js';
import { wholeDay } from './incidentDay.js';
import { dayInYear } from './incidentWords.js';

interface ListProps extends LineChoice {
  incidents: readonly PublicIncident[];
  /** The level of their headings. */
  level: 2 | 3;
  /** Names the years of their days, where they stand below no year or another. Below a service they always are. */
  tellsYear?: boolean;
}

/** Incidents with their days in the margin. */
export function IncidentList({ incidents, level, tellsYear = false, ...choice }: ListProps) {
  const { author, wording, link } = usePage();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <ul class="incidents">
      {incidents.map((incident) => (
        <li key={incident.id} class="incident-line">
          <p class="incident-day">
            {incident.year === undefined ? (
              <span>{wording.list.dateUnknown}</span>
            ) : (
              <Time
                when={incident.started}
                text={capitalize(
                  choice.service === undefined && !tellsYear
                    ? dayInYear(incident, wording)
                    : wholeDay(incident, wording),
                )}
              />
            )}
          </p>
          <div>
            <Heading class="incident-title" {...author}>
              <a href={link(incidentAddress(incident.id))}>{incident.title}</a>
            </Heading>
            <Meta
              facts={[
                incident.severity && { text: <SeverityMark severity={incident.severity} /> },
                ...describeIncident(incident, choice, wording).map(({ text, late }) => ({
                  text: <bdi>{text}</bdi>,
                  ...(late ? { late } : {}),
                })),
              ]}
            />
          </div>
        </li>
      ))}
    </ul>
  );
}
