import { isOpenOrRange } from './whenWords.js';
import { usePage } from '../frame.js';
import { boundsOfDay } from '../../time/day.js';
import { describeSpan } from '../../time/describeSpan.js';
import { isUnknownSpan } from '../../time/span.js';
import type { When } from '../../time/when.js';
import { levelWords, orderLevels, type ImpactLevel } from './impactWords.js';
import { describePeriod } from './period.js';
import { percent, WindowBar, WindowFades } from './windowBar.js';
import { createWindowScale, type DrawnWindow } from './windowScale.js';

/** One service's window. Windows of one service stand on one line. */
export interface ServiceWindow extends DrawnWindow {
  service: string;
  level: ImpactLevel;
}

const ROW = 44;
const LANE = 23;
/** From the line of how a service could be used to that of its data, where it has both. */
const DATA_LANE = 14;
/** From one line of a name to the next. */
const LINE = 17;
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
  ahead,
}: {
  windows: readonly ServiceWindow[];
  detected: When | undefined;
  zone: string;
  /** It is only planned. */
  ahead: boolean;
}) {
  const { frame } = usePage();
  const scale = createWindowScale(windows, boundsOfDay(frame.asOf, zone).end);
  if (scale === undefined) return null;
  const noticed = findNoticed(detected, windows, scale.place);
  const head = noticed === undefined ? 0 : HEAD;
  const rows = layRows(windows, head);
  const height = head + rows.reduce((sum, row) => sum + row.height, 0) + AXIS;
  return (
    <figure class="windows">
      <svg width="100%" height={height} role="img" aria-labelledby="windows-title windows-description">
        <title id="windows-title">When each service {ahead ? 'will be' : 'was'} affected, to scale</title>
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
        {rows.map(({ service, names, level, top, lane, dataLane }) => (
          <g key={service} transform={`translate(0 ${top})`}>
            <text class="windows-label" x="0" y="14">
              {names.map((name, line) => (
                <tspan key={line} x="0" dy={line === 0 ? 0 : LINE}>
                  {name}
                </tspan>
              ))}
              <tspan class="windows-level" {...(level.below ? { x: 0, dy: LINE } : { dx: 8 })}>
                {level.text}
              </tspan>
            </text>
            {windows.map((window, index) => {
              const bar = scale.bars[index];
              if (window.service !== service || bar === undefined) return null;
              return (
                <WindowBar
                  key={index}
                  bar={bar}
                  level={window.level}
                  top={isOfData(window.level) ? dataLane : lane}
                />
              );
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

/**
 * Where the line of `detected` stands; none where it coincides with the beginning, lies outside the drawing, or is known only
 * to be after, by or between.
 */
function findNoticed(
  detected: When | undefined,
  windows: readonly DrawnWindow[],
  place: (instant: number) => number,
) {
  const axis = windows[0]?.from.axis;
  if (detected === undefined || detected.anchor === null || isOpenOrRange(detected) || detected.axis !== axis)
    return undefined;
  const at = place(detected.anchor);
  const start = Math.min(
    ...windows.map(({ from }) => (from.anchor === null ? Infinity : place(from.anchor))),
  );
  return at > start + 2 && at < 100 ? at : undefined;
}

function describeWindow({ service, level, from, to, lasted }: ServiceWindow): string {
  const period = describePeriod(from, to);
  const length =
    to !== undefined
      ? ''
      : lasted === undefined
        ? ', going on'
        : `, for ${isUnknownSpan(lasted.span) ? 'an unknown time' : describeSpan(lasted.span)}`;
  return `${service}, ${levelWords[level].toLowerCase()}: ${period}${length}.`;
}

/** The line of a service: its name in as many lines as it needs, and how it was affected. */
interface Row {
  service: string;
  names: string[];
  level: { text: string; below: boolean };
  top: number;
  height: number;
  /** Where its bars stand, from `top` on. What became of data may overlap with an outage, and has a line of its own then. */
  lane: number;
  dataLane: number;
}

/** So many letters stand on a line on a phone. Text in a drawing does not wrap by itself. */
const LETTERS = 34;

function layRows(windows: readonly ServiceWindow[], head: number): Row[] {
  let top = head;
  return [...new Set(windows.map(({ service }) => service))].map((service) => {
    const names = wrap(service, LETTERS);
    const own = windows.filter((window) => window.service === service);
    const text = orderLevels(own.map(({ level }) => level))
      .map((level) => levelWords[level].toLowerCase())
      .join(', ');
    const below = (names.at(-1) ?? '').length + text.length > LETTERS;
    const lane = LANE + LINE * (names.length - 1 + Number(below));
    const hasBoth = new Set(own.map((window) => isOfData(window.level))).size > 1;
    const dataLane = lane + (hasBoth ? DATA_LANE : 0);
    const height = dataLane - LANE + ROW;
    const row = { service, names, level: { text, below }, top, height, lane, dataLane };
    top += height;
    return row;
  });
}

function isOfData(level: ImpactLevel): boolean {
  return level === 'data-loss' || level === 'exposure';
}

/** Breaks a text at its spaces; a word that is too long has a line of its own. */
function wrap(text: string, length: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= length)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
