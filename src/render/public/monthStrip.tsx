import { usePage } from '../frame.js';
import type { DayMark } from './dayMark.js';
import { describeMonth } from './figureWords.js';
import type { ServiceMonth } from './monthTable.js';

const CELL = 20;
const HEIGHT = 36;
const MARK = 11;

/**
 * Twelve months of one service at a glance: a mark each, by the heaviest that happened in it. Who does not see it gets the same in a
 * sentence; the page of the service has the table.
 */
export function MonthStrip(props: {
  id: string;
  title: string;
  months: readonly (ServiceMonth & { mark: DayMark | undefined })[];
}) {
  const { id, title, months } = props;
  const { wording } = usePage();
  const { service } = wording;
  const told = months.flatMap(({ period, mark }) =>
    mark === undefined ? [] : [service.stripMonth(describeMonth(period.name, wording), mark.words)],
  );
  const text = told.length === 0 ? service.stripQuiet : [...told, ...(told.length < months.length ? [service.stripRest] : [])].join('; '); // prettier-ignore
  // From right to left where the language is.
  const shown = wording.direction === 'rtl' ? months.toReversed() : months;
  const [first, last] = [shown[0], shown.at(-1)];
  return (
    <svg
      class="month-strip"
      width={months.length * CELL}
      height={HEIGHT}
      viewBox={`0 0 ${months.length * CELL} ${HEIGHT}`}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{text}</desc>
      {shown.map(({ period, figures, mark }, index) => (
        <g key={period.name} transform={`translate(${index * CELL + (CELL - MARK) / 2} 3)`}>
          {figures !== undefined && <MarkShape mark={mark} />}
        </g>
      ))}
      <line class="chart-axis" x1="0" x2={months.length * CELL} y1="18.5" y2="18.5" />
      {first !== undefined && last !== undefined && (
        <>
          <text x="0" y="33">
            {shorten(first.period.name)}
          </text>
          <text x={months.length * CELL} y="33" text-anchor="end">
            {shorten(last.period.name)}
          </text>
        </>
      )}
    </svg>
  );

  function shorten(name: string): string {
    return `${wording.time.shortMonthName(Number(name.slice(5, 7)))} ${name.slice(0, 4)}`;
  }
}

/** The same shapes as in the table of days: filled, half, outlined, dashed, ring; a dot where nothing is published. */
function MarkShape({ mark }: { mark: DayMark | undefined }) {
  if (mark === undefined) return <circle class="strip-none" cx="5.5" cy="5.5" r="1.5" />;
  const { shape } = mark;
  if (shape === 'aside') return <circle class="strip-aside" cx="5.5" cy="5.5" r="4.5" />;
  return (
    <g class={`strip-${shape}`}>
      <rect x="0.75" y="0.75" width="9.5" height="9.5" />
      {shape === 'partial' && <path d="M0.75 10.25V0.75L10.25 10.25Z" />}
    </g>
  );
}
