import { usePage } from '../frame.js';
import { boundsOfDay } from '../../time/day.js';
import { formatWhen } from '../../time/formatWhen.js';
import { describeSpan } from '../../time/describeSpan.js';
import type { When } from '../../time/when.js';
import { levelWords, type ImpactLevel } from './impactWords.js';
import { percent, WindowBar, WindowFades } from './windowBar.js';
import { createWindowScale, type DrawnWindow } from './windowScale.js';

/** One service's window. Windows of one service stand on one line. */
export interface ServiceWindow extends DrawnWindow {
  service: string;
  level: ImpactLevel;
}

const ROW = 40;
const LANE = 23;
const AXIS = 30;
/** Room for the word at the line of detection. */
const HEAD = 22;

/**
 * The windows of all services as thin bars on one axis of time, to scale; doubtful ends fade. Nothing where there is nothing to
 * draw. The table stands beside it and says the same. `detected` is marked, where it is shown. One on a page.
 */
export function ImpactWindows({
  windows,
  detected,
  zone,
}: {
  windows: readonly ServiceWindow[];
  detected: When | undefined;
  zone: string;
}) {
  const { frame } = usePage();
  const scale = createWindowScale(windows, boundsOfDay(frame.asOf, zone).end);
  if (scale === undefined) return null;
  const services = [...new Set(windows.map((window) => window.service))];
  const noticed = findNoticed(detected, windows, scale.place);
  const head = noticed === undefined ? 0 : HEAD;
  const height = head + services.length * ROW + AXIS;
  return (
    <figure class="windows">
      <svg width="100%" height={height} role="img" aria-labelledby="windows-title windows-description">
        <title id="windows-title">When each service was affected, to scale</title>
        <desc id="windows-description">{windows.map(describeWindow).join(' ')}</desc>
        <WindowFades levels={windows.map(({ level }) => level)} />
        {scale.ticks.map(({ at, label }) => (
          <g key={at} class="windows-tick">
            <line x1={percent(at)} x2={percent(at)} y1="0" y2={height - AXIS + 6} />
            <text x={percent(at)} y={height - 8} text-anchor={at < 6 ? 'start' : at > 94 ? 'end' : 'middle'}>
              {label}
            </text>
          </g>
        ))}
        <line class="windows-axis" x1="0" x2="100%" y1={height - AXIS + 0.5} y2={height - AXIS + 0.5} />
        {services.map((service, row) => (
          <g key={service} transform={`translate(0 ${head + row * ROW})`}>
            <text class="windows-label" x="0" y="14">
              {shorten(service)}
              <tspan class="windows-level" dx="8">
                {listLevels(windows.filter((window) => window.service === service))}
              </tspan>
            </text>
            {windows.map((window, index) => {
              const bar = scale.bars[index];
              if (window.service !== service || bar === undefined) return null;
              return <WindowBar key={index} bar={bar} level={window.level} top={LANE} />;
            })}
          </g>
        ))}
        {noticed !== undefined && (
          <g class="windows-noticed">
            <line x1={percent(noticed)} x2={percent(noticed)} y1="0" y2={height - AXIS} />
            <text
              x={percent(noticed)}
              dx={noticed > 80 ? -5 : 5}
              y="11"
              text-anchor={noticed > 80 ? 'end' : 'start'}
            >
              noticed
            </text>
          </g>
        )}
      </svg>
    </figure>
  );
}

/** Where the line of `detected` stands; not where it coincides with the beginning or lies outside the drawing. */
function findNoticed(
  detected: When | undefined,
  windows: readonly DrawnWindow[],
  place: (instant: number) => number,
) {
  const axis = windows[0]?.from.axis;
  if (detected === undefined || detected.anchor === null || detected.axis !== axis) return undefined;
  const at = place(detected.anchor);
  const start = Math.min(
    ...windows.map(({ from }) => (from.anchor === null ? Infinity : place(from.anchor))),
  );
  return at > start + 2 && at < 100 ? at : undefined;
}

function describeWindow({ service, level, from, to, lasted }: ServiceWindow): string {
  const end =
    to !== undefined
      ? ` to ${formatWhen(to)}`
      : lasted !== undefined
        ? `, for ${describeSpan(lasted.span)}`
        : ', going on';
  return `${service}, ${levelWords[level].toLowerCase()}: ${formatWhen(from)}${end}.`;
}

function listLevels(windows: readonly ServiceWindow[]): string {
  return [...new Set(windows.map(({ level }) => levelWords[level].toLowerCase()))].join(', ');
}

function shorten(text: string): string {
  return text.length > 44 ? `${text.slice(0, 43).trimEnd()}…` : text;
}
