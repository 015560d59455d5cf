import { isOpenOrRange } from './whenWords.js';
import { usePage } from '../frame.js';
import { boundsOfDay } from '../../time/day.js';
import type { When } from '../../time/when.js';
import type { Wording } from '../wording/wording.js';
import { describeLength } from './impactTable.js';
import { orderLevels, type ImpactLevel } from './impactWords.js';
import { useIsSwitchable } from './switchableTime.js';
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
  const { frame, wording } = usePage();
  const isSwitchable = useIsSwitchable();
  const scale = createWindowScale(windows, boundsOfDay(frame.asOf, zone).end, wording.time);
  if (scale === undefined) return null;
  const noticed = findNoticed(detected, windows, scale.place);
  const head = noticed === undefined ? 0 : HEAD;
  const rows = layRows(windows, head, wording);
  const height = head + rows.reduce((sum, row) => sum + row.height, 0) + AXIS;
  return (
    <figure class="windows">
      <svg width="100%" height={height} role="img" aria-labelledby="windows-title windows-description">
        <title id="windows-title">{ahead ? wording.impact.drawingAhead : wording.impact.drawing}</title>
        <desc id="windows-description">
          {windows.map((window) => describeWindow(window, wording)).join(' ')}
        </desc>
        <WindowFades levels={windows.map(({ level }) => level)} />
        {scale.ticks.map(({ at, label, instant }) => (
          <g key={at} class="windows-tick">
            <line x1={percent(at)} x2={percent(at)} y1="0" y2={height - AXIS + 6} />
            <text
              x={percent(at)}
              y={height - 8}
              text-anchor={at < 6 ? 'start' : at > 94 ? 'end' : 'middle'}
              {...(isSwitchable && instant !== undefined ? { 'data-instant': instant } : {})}
            >
              {label}
            </text>
          </g>
        ))}
        <line class="chart-axis" x1="0" x2="100%" y1={height - AXIS + 0.5} y2={height - AXIS + 0.5} />
        {noticed !== undefined && (
          <g class="windows-noticed">
            <line x1={percent(noticed)} x2={percent(noticed)} y1="0" y2={height - AXIS} />
            <text
              x={percent(noticed)}
              dx={noticed > 80 ? -5 : 5}
              y="11"
              text-anchor={noticed > 80 ? 'end' : 'start'}
            >
              {wording.impact.noticed}
            </text>
          </g>
        )}
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
                  top={
                    isOfData(window.level)
                      ? dataLane + DATA_LANE * countBefore(windows, index, isDataOf(service))
                      : lane
                  }
                />
              );
            })}
          </g>
        ))}
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

/** How long each was affected and in which way; the table beside the drawing gives the times. */
function describeWindow(window: ServiceWindow, wording: Wording): string {
  const { impact } = wording;
  const level = impact.labels[window.level];
  const length = describeLength(window, wording);
  return length === impact.notKnown
    ? impact.drawnUnknown(window.service, level)
    : impact.drawn(window.service, level, length);
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

function layRows(windows: readonly ServiceWindow[], head: number, { impact }: Wording): Row[] {
  let top = head;
  return [...new Set(windows.map(({ service }) => service))].map((service) => {
    const names = wrap(service, LETTERS);
    const own = windows.filter((window) => window.service === service);
    const text = orderLevels(own.map(({ level }) => level))
      .map((level) => impact.labels[level])
      .join(', ');
    const below = (names.at(-1) ?? '').length + text.length > LETTERS;
    const lane = LANE + LINE * (names.length - 1 + Number(below));
    const hasBoth = new Set(own.map((window) => isOfData(window.level))).size > 1;
    const dataLane = lane + (hasBoth ? DATA_LANE : 0);
    // Periods of data are told each for itself: those of files and of databases may lie one in the other.
    const dataLanes = own.filter((window) => isOfData(window.level)).length;
    const height = dataLane - LANE + ROW + DATA_LANE * Math.max(0, dataLanes - 1);
    const row = { service, names, level: { text, below }, top, height, lane, dataLane };
    top += height;
    return row;
  });
}

function isDataOf(service: string): (window: ServiceWindow) => boolean {
  return (window) => window.service === service && isOfData(window.level);
}

/** How many before the one at `index` are like that. */
function countBefore(
  windows: readonly ServiceWindow[],
  index: number,
  isLike: (window: ServiceWindow) => boolean,
): number {
  return windows.slice(0, index).filter(isLike).length;
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
