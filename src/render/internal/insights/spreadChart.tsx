import { scaleLinear } from 'd3-scale';
import type { Spread } from '../../../model/figures/spread.js';
import { formatCount } from '../count.js';
import { columnName } from './spreadWords.js';

const TOP = 18;
const HEIGHT = 96;
const AXIS = 34;
/** How wide a column is, of its room. */
const WIDTH = 0.72;

/** How many lengths lie in each column, with their number above it. The table beside it says the same, by group. */
export function SpreadChart({ id, title, spread }: { id: string; title: string; spread: Spread }) {
  const { columns } = spread;
  const room = 100 / columns.length;
  const y = scaleLinear([0, Math.max(1, ...columns.map(({ count }) => count))], [TOP + HEIGHT, TOP]);
  const names = columns.map(({ days }, index) => columnName(days, columns[index - 1]?.days));
  const told = columns.map(({ count }, index) => `${names[index]}: ${count}`).join(', ');
  return (
    <figure class="spread-chart">
      <svg width="100%" height={TOP + HEIGHT + AXIS} role="img" aria-labelledby={`${id}-title ${id}-text`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-text`}>{told}</desc>
        {columns.map(({ count, days }, index) => {
          const middle = `${round((index + 0.5) * room)}%`;
          const [above, below] = splitName(names[index] ?? '');
          return (
            <g key={days ?? 'more'}>
              {count > 0 && (
                <rect
                  class="spread-column"
                  x={`${round((index + (1 - WIDTH) / 2) * room)}%`}
                  width={`${round(room * WIDTH)}%`}
                  y={round(y(count))}
                  height={round(TOP + HEIGHT - y(count))}
                />
              )}
              <text class="spread-count" x={middle} y={round(y(count)) - 5} text-anchor="middle">
                {formatCount(count)}
              </text>
              <text x={middle} y={TOP + HEIGHT + 15} text-anchor="middle">
                {above}
              </text>
              <text x={middle} y={TOP + HEIGHT + 29} text-anchor="middle">
                {below}
              </text>
            </g>
          );
        })}
        <line class="chart-axis" x1="0" x2="100%" y1={TOP + HEIGHT + 0.5} y2={TOP + HEIGHT + 0.5} />
      </svg>
    </figure>
  );
}

/** `to 30` and `days`: on a phone a name has room on two lines. */
function splitName(name: string): [string, string] {
  const at = name.lastIndexOf(' ');
  return [name.slice(0, at), name.slice(at + 1)];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
