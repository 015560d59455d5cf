import { area, line } from 'd3-shape';
import type { Bounds } from '../../audience/figures/downtime.js';
import { dueStandings, type DuePeriod } from '../../audience/figures/duePeriod.js';
import type { TimeWording } from '../../time/wording.js';
import { usePage } from '../frame.js';
import { drawSquare, KeptSquare, SIDE } from './keptSquare.js';

const RATE = 96;
/** Room for a label above the line that means all. */
const HEAD = 22;
/** From one square to the next. */
const PITCH = SIDE + 2;
const AXIS = 22;
/** The narrowest that the drawing stands on a page, in pixels: what is placed in it by shares has room there. */
const NARROW = 310;

interface ChartProps {
  kind: 'quarter' | 'year';
  periods: readonly DuePeriod[];
  /** Begins the ids in it. */
  name: string;
}

/** How promises were kept over time: the shares so far as two lines, and below each promise as a square. The table stands beside it. */
export function KeptChart(props: ChartProps) {
  const { wording } = usePage();
  return (
    <figure class="kept-chart">
      <p class="kept-caption">{wording.ledger.rates}</p>
      <RateLines {...props} />
      <p class="kept-caption">{wording.ledger.columns[props.kind]}</p>
      <ul class="kept-key">
        {dueStandings
          .filter((standing) => props.periods.some(({ standings }) => standings[standing] > 0))
          .map((standing) => (
            <li key={standing}>
              <KeptSquare standing={standing} /> {wording.ledger.standings[standing]}
            </li>
          ))}
      </ul>
      <DueColumns {...props} />
    </figure>
  );
}

/** A point of a line: both as shares of 1. */
interface Point {
  x: number;
  inTime: Bounds;
  kept: Bounds;
}

function RateLines({ periods, name }: ChartProps) {
  const words = usePage().wording.ledger;
  const points = periods.flatMap(({ inTime, kept }, index): Point[] =>
    inTime && kept ? [{ x: (index + 0.5) / periods.length, inTime, kept }] : [],
  );
  const last = points.at(-1);
  if (last === undefined) return null;
  const y = (share: number): number => Math.round((1 - share) * RATE * 10) / 10;
  const at = ({ x }: Point): number => Math.round(x * 1e3) / 10;
  const band = (low: (point: Point) => number, high: (point: Point) => number): string =>
    area<Point>(
      at,
      (point) => y(low(point)),
      (point) => y(high(point)),
    )(points) ?? '';
  const stroke = (share: (point: Point) => number): string =>
    line<Point>(at, (point) => y(share(point)))(points) ?? '';
  const isDoubtful = points.some(({ inTime, kept }) => inTime.max > inTime.min || kept.max > kept.min);
  const isLate = last.kept.min - last.inTime.min > 0.005;
  return (
    <svg
      class="kept-rates"
      width="100%"
      height={HEAD + RATE + AXIS}
      role="img"
      aria-labelledby={`${name}-rates ${name}-rates-end`}
    >
      <title id={`${name}-rates`}>{words.chart}</title>
      <desc id={`${name}-rates-end`}>
        {`${words.keptEnd(last.kept.min)}, ${words.inTimeEnd(last.inTime.min)}`}
      </desc>
      <svg y={HEAD} width="100%" height={RATE} viewBox={`0 0 100 ${RATE}`} preserveAspectRatio="none">
        <path
          class="kept-area"
          d={band(
            () => 0,
            ({ inTime }) => inTime.min,
          )}
        />
        <path
          class="kept-area-late"
          d={band(
            ({ inTime }) => inTime.min,
            ({ kept }) => kept.min,
          )}
        />
        {isDoubtful && (
          <path
            class="kept-doubt"
            d={band(
              ({ kept }) => kept.min,
              ({ kept }) => kept.max,
            )}
          />
        )}
        <path class="kept-line-late" d={stroke(({ kept }) => kept.min)} vector-effect="non-scaling-stroke" />
        <path class="kept-line" d={stroke(({ inTime }) => inTime.min)} vector-effect="non-scaling-stroke" />
      </svg>
      <line class="chart-rule" x1="0" x2="100%" y1={HEAD + 0.5} y2={HEAD + 0.5} />
      <line class="chart-axis" x1="0" x2="100%" y1={HEAD + RATE + 0.5} y2={HEAD + RATE + 0.5} />
      <text x="0" y={HEAD - 6}>
        {words.allOf}
      </text>
      <text x="0" y={HEAD + RATE + 15}>
        {words.noneOf}
      </text>
      {isLate && (
        <text class="kept-end" x="100%" y={HEAD + y(last.kept.min) - 6} text-anchor="end">
          {words.keptEnd(last.kept.min)}
        </text>
      )}
      <text class="kept-end" x="100%" y={HEAD + y(last.inTime.min) + (isLate ? 16 : -6)} text-anchor="end">
        {words.inTimeEnd(last.inTime.min)}
      </text>
    </svg>
  );
}

/** How many squares stand beside one another in each column, and on one another in the highest. */
export function laySquares(periods: readonly DuePeriod[]): { across: number; rows: number } {
  const across = Math.min(8, Math.max(1, Math.floor(NARROW / periods.length / PITCH - 0.4)));
  return { across, rows: Math.ceil(Math.max(1, ...periods.map(({ due }) => due)) / across) };
}

function DueColumns({ kind, periods, name }: ChartProps) {
  const { wording } = usePage();
  const words = wording.ledger;
  const { across, rows } = laySquares(periods);
  const height = rows * PITCH;
  const told = periods.filter(({ due }) => due > 0);
  return (
    <svg
      class="kept-columns"
      width="100%"
      height={height + AXIS}
      role="img"
      aria-labelledby={`${name}-columns ${name}-columns-all`}
    >
      <title id={`${name}-columns`}>{words.columns[kind]}</title>
      <desc id={`${name}-columns-all`}>
        {told.map((one) => `${namePeriod(one, kind, wording.time)}: ${words.promises(one.due)}`).join(', ')}
      </desc>
      {periods.map((one, index) => {
        const left = `${Math.round(((index + 0.5) / periods.length) * 1e4) / 100}%`;
        const label = labelOf(periods, index, kind);
        let place = 0;
        return (
          <svg key={one.period.name} x={left} overflow="visible">
            {dueStandings.map((standing) => {
              const squares = Array.from({ length: one.standings[standing] }, () => {
                const [column, row] = [place % across, Math.floor(place / across)];
                place += 1;
                return drawSquare(
                  standing,
                  column * PITCH - (across * PITCH - 2) / 2,
                  height - (row + 1) * PITCH,
                );
              });
              return (
                squares.length > 0 && (
                  <path key={standing} class={`kept-${standing}`} d={squares.join('')} fill="currentColor" />
                )
              );
            })}
            {label !== undefined && (
              <text x="0" y={height + AXIS - 5} text-anchor="middle">
                {label}
              </text>
            )}
          </svg>
        );
      })}
      <line class="chart-axis" x1="0" x2="100%" y1={height + 0.5} y2={height + 0.5} />
    </svg>
  );
}

/** The year, below its first column, where it has room until the next. */
function labelOf(periods: readonly DuePeriod[], index: number, kind: ChartProps['kind']): string | undefined {
  const year = periods[index]?.period.first.slice(0, 4);
  if (kind === 'year') return year;
  const own = periods.filter(({ period }) => period.first.startsWith(`${year}-`));
  const isFirst = own[0] === periods[index];
  return isFirst && (own.length > 1 || periods.length <= 8) ? year : undefined;
}

/** `Q1 2026`, `2026`. */
export function namePeriod({ period }: DuePeriod, kind: ChartProps['kind'], time: TimeWording): string {
  const [year, month] = [Number(period.first.slice(0, 4)), Number(period.first.slice(5, 7))];
  return kind === 'year' ? String(year) : time.quarter((month + 2) / 3, year);
}
