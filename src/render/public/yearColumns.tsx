import type { PublicIncident } from '../../audience/publicHistory.js';
import { dayOf } from '../../time/day.js';
import { HOUR } from '../../time/isoDay.js';
import { monthNames } from '../../time/wording.js';
import { usePage } from '../frame.js';
import { countOf } from '../words.js';
import { severityShape, SeveritySquare } from '../component/severityMark.js';

const AXIS = 22;
const GAP = 3;

/**
 * A year as twelve columns of marks, one an incident: its shape is the severity, its size how long it lasted. The list below it
 * says the same in words. Incidents whose month is not known stand in the list alone. `zone` is the site's.
 */
export function YearColumns({
  incidents,
  year,
  zone,
}: {
  incidents: readonly PublicIncident[];
  year: number;
  zone: string;
}) {
  const { frame } = usePage();
  const months = monthNames.map((name, index) => ({
    name,
    // The list is newest first; a column grows upwards from its oldest.
    marks: incidents.filter((incident) => monthOfIncident(incident, zone) === index + 1).toReversed(),
  }));
  const heights = months.map(({ marks }) => marks.reduce((sum, incident) => sum + sizeOf(incident) + GAP, 0));
  const top = Math.max(24, ...heights);
  const id = `year-${year}`;
  return (
    <figure class="year-columns">
      <svg width="100%" height={top + AXIS} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>The incidents of {year} by month</title>
        <desc id={`${id}-description`}>{describeMonths(months)}</desc>
        {months.map(({ name, marks }, month) => {
          let y = top;
          return (
            <svg key={name} x={`${Math.round(((month + 0.5) / 12) * 1e4) / 100}%`} overflow="visible">
              {marks.map((incident) => {
                const size = sizeOf(incident);
                y -= size + GAP;
                const shape = incident.severity && severityShape(incident.severity, frame.severityCount);
                return (
                  <g
                    key={incident.id}
                    class={`severity-${shape ?? 'none'}`}
                    transform={`translate(${-size / 2} ${y})`}
                  >
                    <SeveritySquare shape={shape ?? 'outlined'} size={size} />
                  </g>
                );
              })}
              <text
                class={marks.length > 0 ? 'month-some' : 'month-none'}
                x="0"
                y={top + AXIS - 6}
                text-anchor="middle"
              >
                {name.slice(0, 1)}
              </text>
            </svg>
          );
        })}
        <line class="windows-axis" x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} />
      </svg>
    </figure>
  );
}

function describeMonths(months: readonly { name: string; marks: readonly PublicIncident[] }[]): string {
  const some = months.filter(({ marks }) => marks.length > 0);
  return some.map(({ name, marks }) => `${name}: ${countOf(marks.length, 'incident')}`).join(', ');
}

/** The month it began in, 1 to 12, when it is known. */
function monthOfIncident({ started }: PublicIncident, zone: string): number | undefined {
  const day = dayOf(started, zone);
  return day === undefined || day.first.slice(0, 7) !== day.last.slice(0, 7)
    ? undefined
    : Number(day.first.slice(5, 7));
}

/** Four sizes: below one hour or not known, below four, below twelve, and above. */
function sizeOf({ duration, ongoing }: PublicIncident): number {
  const length = ongoing ? 12 * HOUR : (duration?.min ?? 0);
  return length < HOUR ? 7 : length < 4 * HOUR ? 10 : length < 12 * HOUR ? 13 : 17;
}
