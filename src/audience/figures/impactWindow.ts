import { boundsOfDay } from '../../time/day.js';
import { isUnknownSpan, latestReading } from '../../time/span.js';
import type { When } from '../../time/when.js';
import type { BoundedStretch } from '../../time/window.js';
import type { PublicHistory, PublicImpact, PublicIncident } from '../publicHistory.js';

/** The levels that are downtime; lost and exposed data never are. The worst first. */
export const downtimeLevels = ['outage', 'partial', 'degraded'] as const;
export type DowntimeLevel = (typeof downtimeLevels)[number];

/**
 * Time that a service lost at one level, as far as it is known, in ms. All of it lies in `region`; the instants of `certain` are lost
 * however the times are read; of `region` at least `min` and at most `max` are lost.
 */
export interface Loss {
  readonly level: DowntimeLevel;
  readonly region: BoundedStretch;
  readonly certain: BoundedStretch | undefined;
  readonly length: { readonly min: number; readonly max: number };
}

/** One entry of `impact` on the line of instants. */
export interface ImpactWindow {
  /** Its id. */
  incident: string;
  service: string;
  /** Undefined: nothing of it counts. */
  loss: Loss | undefined;
  /** Where it lies, or where it began when that is all that is known. */
  region: BoundedStretch;
  /** When it began; undefined where it may have begun at any time of `region`. */
  began: BoundedStretch | undefined;
  /** Some of it may be lost and is not counted: an end that nobody knows. */
  uncounted: boolean;
  /** It never counts: maintenance, or data that was lost or exposed. */
  aside: boolean;
}

/** The windows of all dated incidents that show their impact. Nothing of one that is only planned: it lies after asOf. */
export function createImpactWindows({ incidents, asOf, site }: PublicHistory): ImpactWindow[] {
  const horizon = boundsOfDay(asOf, site.zone).end;
  return incidents.flatMap((incident) =>
    incident.year === undefined
      ? []
      : (incident.impact ?? []).map((impact) => createWindow(impact, incident, horizon)),
  );
}

function createWindow(impact: PublicImpact, incident: PublicIncident, horizon: number): ImpactWindow {
  const { level } = impact;
  const extent = measureExtent(impact, incident, horizon);
  const aside = incident.kind === 'maintenance' || level === 'data-loss' || level === 'exposure';
  const where = { incident: incident.id, service: impact.service.id, aside };
  if (extent === undefined)
    return { ...where, loss: undefined, ...findBeginning(impact.from, incident), uncounted: !aside };
  const { region, began, certain, length, half } = extent;
  const loss = aside ? undefined : { level, region, certain, length };
  return { ...where, loss, region, began, uncounted: half && !aside };
}

/** Where something began of which no end is known. */
function findBeginning(from: When, { started }: PublicIncident): Pick<ImpactWindow, 'region' | 'began'> {
  const when = from.axis === 'calendar' && (from.earliest ?? from.latest) !== null ? from : started;
  const start = when.earliest ?? latestReading(when) ?? 0;
  const began = { start, end: latestReading(when) ?? start };
  return { region: began, began };
}

interface Extent extends Omit<Loss, 'level'> {
  began: BoundedStretch | undefined;
  /** One of its ends has no bound: what lies beyond is not in it. */
  half: boolean;
}

/** Undefined where one of its ends is not known at all, or the second is before the first. */
function measureExtent(impact: PublicImpact, incident: PublicIncident, horizon: number): Extent | undefined {
  if (impact.lasted !== undefined) return measureLasted(impact, incident, horizon);
  const { from, to } = impact;
  if (from.axis === 'days' || to?.axis === 'days' || !isBounded(from)) return undefined;
  if (to === undefined && !incident.ongoing) return undefined;
  if (to !== undefined && !isBounded(to)) return undefined;
  // What goes on lasts until the end of asOf.
  const [toFirst, toLast] = to === undefined ? [horizon, horizon] : [to.earliest, latestReading(to)];
  const end = toLast ?? toFirst ?? horizon;
  // Of `after 09:00 .. 14:00` the end is also the last that its beginning can be.
  const fromLast = latestReading(from) ?? Math.max(end, from.earliest ?? end);
  const start = from.earliest ?? fromLast;
  if (end < start) return undefined;
  const certainEnd = toFirst ?? start;
  const certain = fromLast < certainEnd ? { start: fromLast, end: certainEnd } : undefined;
  const region = { start, end };
  return {
    region,
    certain,
    length: measureLength(impact, incident, region, certain),
    began: { start, end: fromLast },
    half: from.earliest === null || (to !== undefined && toLast === null),
  };
}

function isBounded({ earliest, latest }: When): boolean {
  return earliest !== null || latest !== null;
}

/**
 * A window that is the whole incident lasted as long as that: `resolved: +12h` after `started: 2014-06-28` are twelve hours, wherever
 * in that day they began.
 */
function measureLength(
  { from, to }: PublicImpact,
  { started, mitigated, resolved, duration }: PublicIncident,
  region: BoundedStretch,
  certain: BoundedStretch | undefined,
): Loss['length'] {
  const longest = region.end - region.start;
  const shortest = certain === undefined ? 0 : certain.end - certain.start;
  // The same objects, not only equal ones: nobody wrote other times for this service.
  const isWhole = from === started && to !== undefined && to === (mitigated ?? resolved);
  if (!isWhole || duration === undefined || isUnknownSpan(duration)) return { min: shortest, max: longest };
  const max = Math.max(shortest, Math.min(longest, duration.max ?? longest));
  return { min: Math.min(max, Math.max(shortest, duration.min ?? 0)), max };
}

/**
 * `lasted` is the sum of one or several losses. They lie somewhere between `from` and the end of the incident or, where that is not
 * known, follow `from`.
 */
function measureLasted(
  { from, lasted }: PublicImpact,
  incident: PublicIncident,
  horizon: number,
): Extent | undefined {
  if (lasted === undefined || isUnknownSpan(lasted.span) || from.axis === 'days' || !isBounded(from))
    return undefined;
  const length = { min: lasted.span.min ?? 0, max: lasted.span.max ?? lasted.span.min ?? 0 };
  const over = incident.mitigated ?? incident.resolved;
  const until = over === undefined ? (incident.ongoing ? horizon : null) : latestReading(over);
  const start = from.earliest ?? latestReading(from) ?? 0;
  const fromLast = latestReading(from) ?? Math.max(start, (until ?? start) - length.max);
  // “20 minutes on 14 March” were all on that day.
  const isCalendar = ['day', 'month', 'year'].includes(from.precision);
  const room = isCalendar && fromLast - start >= length.max ? 0 : length.max;
  const end = Math.max(fromLast + room, until ?? 0);
  return {
    region: { start, end },
    certain: undefined,
    length,
    began: undefined,
    half: from.earliest === null,
  };
}
