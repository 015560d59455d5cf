import { scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import type { Pile } from '../../../model/figures/pile.js';
import { englishTime } from '../../../time/wording.js';
import { formatCount } from '../count.js';
import { describeMonth } from './pileWords.js';

const TOP = 20;
const HEIGHT = 132;
const AXIS = 22;
/** How much of the width the lines have; their last values stand behind them. */
const PLOT = 76;
/** From the baseline of one label to that of the next. */
const LEAD = 15;

/** Where the lines are at the end of a month: from the beginning of the first one on. */
interface Point {
  /** In percent of the plot. */
  x: number;
  opened: number;
  closed: number;
}

/**
 * What was opened and what was done since the first month began, as two lines: how far they are apart is how much is open. The table
 * beside it says the same.
 */
export function PileChart({ pile }: { pile: Pile }) {
  const points = layPoints(pile);
  const last = points.at(-1);
  const [first] = pile.months;
  if (last === undefined || first === undefined) return null;
  const highest = Math.max(1, ...points.map(({ opened }) => opened));
  const y = scaleLinear([0, highest], [HEIGHT, 0]);
  const at = ({ x }: Point): number => x;
  const band = (low: (point: Point) => number, high: (point: Point) => number): string =>
    area<Point>(
      at,
      (point) => round(y(low(point))),
      (point) => round(y(high(point))),
    )(points) ?? '';
  const stroke = (height: (point: Point) => number): string =>
    line<Point>(at, (point) => round(y(height(point))))(points) ?? '';
  const opened = ({ opened: count }: Point): number => count;
  const closed = ({ closed: count }: Point): number => count;
  // The first words stand above the line, also where it climbs.
  const start = TOP + y(Math.max(...points.filter(({ x }) => x < 25).map(opened))) - 6;
  const middle = TOP + y((last.opened + last.closed) / 2) + 4;
  const labels = [
    { words: `${formatCount(last.opened - pile.before.open)} opened`, kind: 'opened', at: Math.min(TOP + y(last.opened) + 4, middle - LEAD) }, // prettier-ignore
    { words: `${formatCount(last.opened - last.closed)} open`, kind: 'open', at: middle },
    { words: `${formatCount(last.closed)} done`, kind: 'closed', at: Math.max(TOP + y(last.closed) + 4, middle + LEAD) }, // prettier-ignore
  ];
  const end = `${formatCount(pile.before.open)} were open when ${describeMonth(first)} began; since then ${labels[0]?.words}, ${labels[2]?.words}; ${labels[1]?.words} now.`;
  return (
    <figure class="pile-chart">
      <svg width="100%" height={TOP + HEIGHT + AXIS} role="img" aria-labelledby="pile-title pile-end">
        <title id="pile-title">What was opened and what was done, by month</title>
        <desc id="pile-end">{end}</desc>
        <svg
          y={TOP}
          width={`${PLOT}%`}
          height={HEIGHT}
          viewBox={`0 0 100 ${HEIGHT}`}
          preserveAspectRatio="none"
          overflow="visible"
        >
          <path class="pile-area" d={band(closed, opened)} />
          <path class="pile-opened" d={stroke(opened)} vector-effect="non-scaling-stroke" />
          <path class="pile-closed" d={stroke(closed)} vector-effect="non-scaling-stroke" />
        </svg>
        <line class="pile-axis" x1="0" x2={`${PLOT}%`} y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
        <text class="pile-label" x="0" y={round(start)}>
          {formatCount(pile.before.open)} open
        </text>
        {labels.map(({ words, kind, at: height }) => (
          <text key={kind} class={`pile-label pile-label-${kind}`} x={`${PLOT + 2}%`} y={round(height)}>
            {words}
          </text>
        ))}
        <Months pile={pile} />
      </svg>
    </figure>
  );
}

function layPoints({ before, months }: Pile): Point[] {
  const points: Point[] = [];
  let [opened, closed] = [before.open, 0];
  for (const [index, flow] of [before, ...months].entries()) {
    if (index > 0) {
      opened += flow.opened - flow.endedUndated;
      closed += flow.closed;
    }
    points.push({ x: round((index / months.length) * 100), opened, closed });
  }
  return points;
}

/** The names of the months below them: each fourth, so that they have room on a phone. */
function Months({ pile: { months } }: { pile: Pile }) {
  return (
    <>
      {months.map(({ period }, index) => {
        if ((months.length - 1 - index) % 4 !== 0) return null;
        const [year = '', month = ''] = period.name.split('-');
        return (
          <text
            key={period.name}
            x={`${round(((index + 1) / months.length) * PLOT)}%`}
            y={TOP + HEIGHT + AXIS - 6}
            text-anchor={index === 0 ? 'start' : 'end'}
          >
            {englishTime.shortMonthName(Number(month))} {year}
          </text>
        );
      })}
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
