import { createZoneAxis, daysAxis, normalizeLocal, type Axis } from '../../time/axis.js';
import { clockText } from '../../time/clockForm.js';
import { dayOfNumber, DAY, HOUR, MINUTE, partsOfDay } from '../../time/isoDay.js';
import { isUnknownSpan, latestReading, type Span } from '../../time/span.js';
import type { When } from '../../time/when.js';
import type { TimeWording } from '../../time/wording.js';

/** A stretch of time that something was affected, as much as is drawn of it. */
export interface DrawnWindow {
  from: When;
  to: When | undefined;
  lasted: { span: Span } | undefined;
}

/** A bar on the axis. All in per cent of the axis' width: possible from `start` to `end`, certain from `solidStart` to `solidEnd`. */
export interface Bar {
  start: number;
  end: number;
  /** Undefined when nothing of it is certain but that it was. */
  solid: { start: number; end: number } | undefined;
  /** It runs on beyond the axis. */
  open: boolean;
}

export interface WindowScale {
  bars: (Bar | undefined)[];
  /** `instant` is that of a tick of the clock, for `datetime`; a tick of a day has none. */
  ticks: { at: number; label: string; instant: string | undefined }[];
  /** The place of an instant on the axis, in per cent. */
  place: (instant: number) => number;
}

/** No doubt of a drawn window reaches further than this beyond what is known of it. */
const MARGIN = 0.03;

/**
 * Puts windows on one axis, to scale. Undefined where there is nothing to draw: no window with a known beginning, windows of
 * two axes, or all of them at one instant. `end` is where a window ends that goes on: the end of the day of the build.
 */
export function createWindowScale(
  windows: readonly DrawnWindow[],
  end: number,
  words: TimeWording,
): WindowScale | undefined {
  const first = windows.find(({ from }) => from.anchor !== null)?.from;
  if (first === undefined) return undefined;
  const extents = windows.map((window) =>
    window.from.axis === first.axis ? findExtent(window, end) : undefined,
  );
  const known = extents.filter((extent) => extent !== undefined);
  const low = Math.min(...known.map((extent) => extent.start));
  const high = Math.max(...known.map((extent) => extent.end));
  if (!(high - low >= MINUTE)) return undefined;
  const [from, to] = [low - (high - low) * MARGIN, high + (high - low) * MARGIN];
  const place = (instant: number): number => ((instant - from) / (to - from)) * 100;
  const axis = first.axis === 'days' ? daysAxis : createZoneAxis(first.zone);
  return {
    bars: extents.map((extent) => extent && createBar(extent, place)),
    ticks: createTicks(axis, from, to, words).map(({ instant, label, isClock }) => ({
      at: place(instant),
      label,
      instant:
        isClock && axis.kind === 'calendar' ? `${new Date(instant).toISOString().slice(0, 16)}Z` : undefined,
    })),
    place,
  };
}

interface Extent {
  start: number;
  end: number;
  solidStart: number;
  solidEnd: number;
  open: boolean;
}

function findExtent({ from, to, lasted }: DrawnWindow, buildEnd: number): Extent | undefined {
  const start = from.earliest ?? from.anchor;
  if (start === null) return undefined;
  // It began some time before and lasted for some time: a mark would stand where nothing is known.
  if (from.earliest === null && lasted !== undefined && isUnknownSpan(lasted.span)) return undefined;
  const solidStart = latestReading(from) ?? start;
  if (to === undefined && lasted !== undefined) {
    const { min, max } = lasted.span;
    return {
      start,
      solidStart,
      solidEnd: start + (min ?? 0),
      end: solidStart + (max ?? min ?? 0),
      open: false,
    };
  }
  if (to === undefined) {
    const last = from.axis === 'calendar' ? Math.max(buildEnd, solidStart) : solidStart + DAY;
    return { start, solidStart, solidEnd: last, end: last, open: true };
  }
  const end = latestReading(to) ?? Math.max(to.earliest ?? 0, solidStart);
  return {
    start,
    solidStart,
    solidEnd: to.earliest ?? solidStart,
    end: Math.max(end, start),
    open: to.latest === null,
  };
}

function createBar(extent: Extent, place: (instant: number) => number): Bar {
  const { solidStart, solidEnd } = extent;
  return {
    start: place(extent.start),
    end: place(extent.end),
    solid: solidEnd > solidStart ? { start: place(solidStart), end: place(solidEnd) } : undefined,
    open: extent.open,
  };
}

const STEPS = [5 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, ...[1, 2, 7, 14, 30, 90, 365].map((days) => days * DAY)]; // prettier-ignore

/** Four labels fit on a phone. */
const MOST_TICKS = 4;

/** Round times on the clock of the place, at most four of them. */
function createTicks(
  axis: Axis,
  from: number,
  to: number,
  words: TimeWording,
): { instant: number; label: string; isClock: boolean }[] {
  const step = STEPS.find((one) => (to - from) / one <= MOST_TICKS) ?? (to - from) / MOST_TICKS;
  const start = axis.locate(from);
  const seconds = step / 1000;
  const ticks: { instant: number; label: string; isClock: boolean }[] = [];
  let lastDay: number | undefined;
  let lastYear = yearOf(axis, to) === yearOf(axis, from) ? yearOf(axis, from) : undefined;
  // Counted on the clock, not in instants: where it is put forward, ticks stay at round hours.
  for (let second = Math.ceil(start.second / seconds) * seconds; ; second += seconds) {
    const local = normalizeLocal(start.day, second);
    const instant = axis.first(local);
    if (instant > to) return ticks;
    if (instant < from) continue;
    const isNewDay = local.day !== lastDay;
    lastDay = local.day;
    const label = labelTick(axis, local, step, isNewDay, words);
    const year = yearOf(axis, instant);
    // Where the axis runs through several years, the first tick of each names it.
    ticks.push({
      instant,
      label: step < DAY || year === lastYear ? label : `${label} ${year}`,
      isClock: step < DAY,
    });
    lastYear = year;
  }
}

/** The calendar year of an instant; undefined where there is no calendar. */
function yearOf(axis: Axis, instant: number): number | undefined {
  return axis.kind === 'days' ? undefined : partsOfDay(dayOfNumber(axis.locate(instant).day)).year;
}

function labelTick(
  axis: Axis,
  local: { day: number; second: number },
  step: number,
  isNewDay: boolean,
  words: TimeWording,
): string {
  const clock = clockText(local.second);
  if (step < DAY && !(isNewDay && local.second === 0)) return clock;
  if (axis.kind === 'days') return words.countedDay(local.day + 1);
  return words.shortDay(dayOfNumber(local.day));
}
