import type { SeverityDuration } from '../../../model/figures/severityDuration.js';
import { describeSpan } from '../../../time/describeSpan.js';
import type { Span } from '../../../time/span.js';
import { englishTime } from '../../../time/wording.js';
import { createSpanScale, type SpanScale } from '../../public/spanStrip.js';
import { countOf } from '../count.js';

const RADIUS = 3;
/** From one dot to the next above it. */
const PITCH = 2 * RADIUS + 1;
/** Dots stand in columns of this width, in per cent: those of one column upon one another. */
const COLUMN = 2;
const LABEL = 18;
const AXIS = 20;
/** A row is never higher: what is more lies upon each other, and the table says how many. */
const MOST = 12;

interface SeverityPlotProps {
  compared: SeverityDuration;
  severities: readonly { id: string; label: string }[];
}

/** How long incidents took, each a dot in the row of its severity, on one axis of ever larger steps. The table below says the same. */
export function SeverityPlot({ compared: { lasting }, severities }: SeverityPlotProps) {
  const scale = createSpanScale(
    lasting.map(({ span }) => span),
    'ltr',
  );
  if (scale === undefined) return null;
  let top = 0;
  const rows = severities.map(({ id, label }, rank) => {
    const spans = lasting.filter((one) => one.rank === rank).map(({ span }) => span);
    const dots = placeDots(spans, scale);
    const high = Math.max(1, ...dots.map(({ level }) => level + 1));
    const row = { id, label, n: spans.length, dots, top, bottom: top + LABEL + high * PITCH + 4 };
    top = row.bottom + 6;
    return row;
  });
  const told = rows.map(({ label, n }) => `${label}: ${countOf(n, 'incident')}`).join(', ');
  // On a phone there is room for some four.
  const every = Math.ceil(scale.ticks.length / 4);
  return (
    <figure class="severity-plot">
      <svg width="100%" height={top + AXIS} role="img" aria-labelledby="severity-plot severity-plot-text">
        <title id="severity-plot">Duration of incidents by severity</title>
        <desc id="severity-plot-text">{told}</desc>
        {scale.ticks.map((tick, index) => (
          <g key={tick}>
            <line
              class="chart-tick"
              x1={`${scale.place(tick)}%`}
              x2={`${scale.place(tick)}%`}
              y1="0"
              y2={top}
            />
            {index % every === 0 && (
              <text x={`${scale.place(tick)}%`} y={top + 15} text-anchor={anchor(scale.place(tick))}>
                {describeSpan({ min: tick, max: tick }, englishTime)}
              </text>
            )}
          </g>
        ))}
        {rows.map(({ id, label, n, dots, top: y, bottom }) => (
          <g key={id}>
            <text class="chart-label" x="0" y={y + 13}>
              {label}, {n}
            </text>
            {dots.map(({ from, to, level }, index) => {
              const middle = bottom - RADIUS - 2 - Math.min(level, MOST) * PITCH;
              return from === to ? (
                <circle key={index} class="plot-dot" cx={`${from}%`} cy={middle} r={RADIUS} />
              ) : (
                <line key={index} class="plot-rough" x1={`${from}%`} x2={`${to}%`} y1={middle} y2={middle} />
              );
            })}
            <line class="chart-axis" x1="0" x2="100%" y1={bottom + 0.5} y2={bottom + 0.5} />
          </g>
        ))}
      </svg>
    </figure>
  );
}

interface Dot {
  from: number;
  to: number;
  /** How many are below it. */
  level: number;
}

/** Puts each length at the lowest level at which nothing is in its way, the shortest first. */
function placeDots(spans: readonly Span[], { place }: SpanScale): Dot[] {
  const ends: number[] = [];
  return spans
    .map(({ min, max }) => placeSpan(place(min ?? 0), place(max ?? Infinity)))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
    .map(({ from, to }) => {
      const free = ends.findIndex((end) => end < from);
      const level = free < 0 ? ends.length : free;
      ends[level] = to;
      return { from, to, level };
    });
}

/** A dot in the middle of its column; what is known too roughly for one is a bar, and keeps its ends. */
function placeSpan(from: number, to: number): { from: number; to: number } {
  if (to - from >= COLUMN) return { from, to };
  const middle = Math.round((from + to) / 2 / COLUMN) * COLUMN;
  return { from: middle, to: middle };
}

function anchor(at: number): 'start' | 'middle' | 'end' {
  return at < 10 ? 'start' : at > 90 ? 'end' : 'middle';
}
