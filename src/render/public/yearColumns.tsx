import type { PublicIncident } from '../../audience/publicHistory.js';
import { dayOf } from '../../time/day.js';
import { HOUR } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { severityShape, SeveritySquare } from '../component/severityMark.js';
import type { Wording } from '../wording/wording.js';

const AXIS = 22;
const GAP = 3;

/** More than so many marks in a month are no column any more that one can read: then the month is a bar, and its count stands on it. */
const mostMarks = 12;
const barHeight = 112;
const barWidth = 17;

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
  const { wording } = usePage();
  const months = Array.from({ length: 12 }, (_, index) => ({
    name: wording.time.monthName(index + 1),
    // The list is newest first; a column grows upwards from its oldest.
    marks: incidents.filter((incident) => monthOfIncident(incident, zone) === index + 1).toReversed(),
  }));
  const most = Math.max(...months.map(({ marks }) => marks.length));
  const isDense = most > mostMarks;
  const heights = months.map(({ marks }) => marks.reduce((sum, incident) => sum + sizeOf(incident) + GAP, 0));
  const top = isDense ? barHeight + AXIS : Math.max(24, ...heights);
  const id = `year-${year}`;
  return (
    <figure class="year-columns">
      <svg width="100%" height={top + AXIS} role="img" aria-labelledby={`${id}-title ${id}-description`}>
        <title id={`${id}-title`}>{wording.list.columns(year)}</title>
        <desc id={`${id}-description`}>{describeMonths(months, wording)}</desc>
        {months.map(({ name, marks }, month) => {
          // From right to left where the language is.
          const place = wording.direction === 'rtl' ? 11.5 - month : month + 0.5;
          return (
            <svg key={name} x={`${Math.round((place / 12) * 1e4) / 100}%`} overflow="visible">
              {isDense ? (
                <MonthBar marks={marks} scale={barHeight / most} bottom={top} />
              ) : (
                <MonthMarks marks={marks} bottom={top} />
              )}
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
        <line class="chart-axis" x1="0" x2="100%" y1={top + 0.5} y2={top + 0.5} />
      </svg>
    </figure>
  );
}

/** A mark for each incident, the oldest at the bottom. */
function MonthMarks({ marks, bottom }: { marks: readonly PublicIncident[]; bottom: number }) {
  const { frame } = usePage();
  let y = bottom;
  return (
    <>
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
    </>
  );
}

const shapes = ['filled', 'half', 'outlined'] as const;

/** The same as a bar of up to three steps, the worst at the bottom, and the count on it. `scale` is the height of one incident. */
function MonthBar({
  marks,
  scale,
  bottom,
}: {
  marks: readonly PublicIncident[];
  scale: number;
  bottom: number;
}) {
  const { frame, wording } = usePage();
  const shapesOf = marks.map(({ severity }) =>
    severity === undefined ? 'outlined' : severityShape(severity, frame.severityCount),
  );
  let y = bottom;
  return (
    <>
      {shapes.map((shape) => {
        const height = shapesOf.filter((one) => one === shape).length * scale;
        y -= height;
        return height === 0 ? null : (
          <rect
            key={shape}
            class={`severity-${shape}`}
            x={-barWidth / 2}
            y={round(y)}
            width={barWidth}
            height={round(height)}
            fill="currentColor"
            fill-opacity={shape === 'filled' ? 1 : shape === 'half' ? 0.5 : 0}
            stroke="currentColor"
            stroke-width="1.5"
          />
        );
      })}
      {marks.length > 0 && (
        <text x="0" y={round(y - 6)} text-anchor="middle">
          {wording.list.number(marks.length)}
        </text>
      )}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function describeMonths(
  months: readonly { name: string; marks: readonly PublicIncident[] }[],
  { list }: Wording,
): string {
  const some = months.filter(({ marks }) => marks.length > 0);
  return some.map(({ name, marks }) => list.month(name, marks.length)).join(', ');
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
