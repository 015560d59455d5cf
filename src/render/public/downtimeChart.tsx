import { scaleLinear } from 'd3-scale';
import { describeSpan } from '../../time/describeSpan.js';
import { DAY, HOUR, MINUTE } from '../../time/isoDay.js';
import { usePage } from '../frame.js';
import { describeDowntime, describeMonth } from './figureWords.js';
import type { ServiceMonth } from './monthTable.js';

const TOP = 22;
const HEIGHT = 128;
const AXIS = 24;
/** How wide a column is, of the room of its month. */
const WIDTH = 0.62;

/** Round lengths that an axis can end at. */
const ROUND = [1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE).concat([1, 2, 3, 4, 6, 8, 12].map((hours) => hours * HOUR), [1, 2, 3, 4, 5, 7, 10, 14, 21, 31].map((days) => days * DAY)); // prettier-ignore

/**
 * The downtime of a service by month as columns: what is certain is solid, what is only possible stands above it in outline. A month
 * without figures has no place on the line below. The table beside it says the same. Undefined where there was none.
 */
export function DowntimeChart({
  id,
  title,
  months,
}: {
  id: string;
  title: string;
  months: readonly ServiceMonth[];
}) {
  // prettier-ignore
  const { wording } = usePage();
  const { figure } = wording;
  const most = Math.max(0, ...months.map(({ figures }) => figures?.weighted.max ?? 0));
  if (most === 0) return null;
  const end = ROUND.find((length) => length >= most) ?? most;
  const y = scaleLinear([0, end], [TOP + HEIGHT, TOP]);
  const told = months.flatMap(({ period, figures }) =>
    figures === undefined || figures.weighted.max === 0
      ? []
      : [figure.chartMonth(describeMonth(period.name, wording), describeDowntime(figures, wording))],
  );
  const description = [...told, ...(told.length < months.length ? [figure.chartRest] : [])].join('; ');
  const room = 100 / months.length;
  // From right to left where the language is.
  const isRtl = wording.direction === 'rtl';
  const highest = months.findIndex(({ figures }) => figures?.weighted.max === most);
  // The name of the axis keeps away from the words above the highest column.
  const isNamedAtStart = highest >= months.length / 2 !== isRtl;
  return (
    <figure class="downtime-chart">
      <svg width="100%" height={TOP + HEIGHT + AXIS} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{description}</desc>
        <line class="chart-rule" x1="0" x2="100%" y1={TOP + 0.5} y2={TOP + 0.5} />
        <text x={isNamedAtStart ? '0' : '100%'} y={TOP - 7} text-anchor={isNamedAtStart ? 'start' : 'end'}>
          {figure.chartAxis(describeSpan({ min: end, max: end }, wording.time))}
        </text>
        {months.map((month, index) => (
          <Column
            key={month.period.name}
            month={month}
            at={(isRtl ? months.length - 1 - index : index) * room}
            room={room}
            y={y}
            isHighest={index === highest && end !== most}
          />
        ))}
      </svg>
    </figure>
  );
}

function Column(props: {
  month: ServiceMonth;
  at: number;
  room: number;
  y: (length: number) => number;
  isHighest: boolean;
}) {
  // prettier-ignore
  const { month, at, room, y, isHighest } = props;
  const { period, figures } = month;
  const { wording } = usePage();
  const [middle, left, right, width] = [at + room / 2, at + (room * (1 - WIDTH)) / 2, at + (room * (1 + WIDTH)) / 2, room * WIDTH].map((share) => `${round(share)}%`); // prettier-ignore
  // The words above the outermost columns begin, or end, with them.
  const [isFirst, isLast] = [at < 2 * room, at > 100 - 2.5 * room];
  const base = y(0);
  const { min = 0, max = 0 } = figures?.weighted ?? {};
  const [sure, perhaps] = [round(y(min)), round(y(max))];
  const name = wording.time.shortMonthName(Number(period.name.slice(5, 7)));
  return (
    <>
      {max > min && (
        <rect class="chart-perhaps" x={left} width={width} y={perhaps} height={round(sure - perhaps)} />
      )}
      {/* Even what is too short to be drawn to scale was there. */}
      {min > 0 && (
        <rect
          class="chart-sure"
          x={left}
          width={width}
          y={Math.min(sure, base - 2)}
          height={Math.max(round(base - sure), 2)}
        />
      )}
      {isHighest && figures !== undefined && (
        <text
          class="chart-value"
          x={isFirst ? left : isLast ? right : middle}
          y={perhaps - 6}
          text-anchor={isFirst ? 'start' : isLast ? 'end' : 'middle'}
        >
          {describeDowntime(figures, wording)}
        </text>
      )}
      {figures !== undefined && (
        <line
          class="chart-axis"
          x1={`${round(at)}%`}
          x2={`${round(at + room)}%`}
          y1={base + 0.5}
          y2={base + 0.5}
        />
      )}
      <text
        class={`chart-month${max > 0 ? ' chart-some' : ''}`}
        x={middle}
        y={base + AXIS - 7}
        text-anchor="middle"
      >
        <tspan class="chart-long">{name}</tspan>
        <tspan class="chart-short" x={middle}>
          {name.slice(0, 1)}
        </tspan>
      </text>
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
