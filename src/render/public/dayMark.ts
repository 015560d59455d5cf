import { rankLevels } from '../../audience/figures/downtime.js';
import { downtimeLevels, type DowntimeLevel } from '../../audience/figures/impactWindow.js';
import type { Availability } from '../../audience/figures/serviceRecord.js';
import type { ServiceDay } from '../../audience/figures/serviceDays.js';
import type { PublicHistory } from '../../audience/publicHistory.js';
import { formatIsoDay } from '../../time/day.js';
import type { Wording } from '../wording/wording.js';
import { describeLoss } from './figureWords.js';
import { findFigures } from './siteFigures.js';

/** The shapes that marks have: the three levels as three steps, what is doubtful, and what is no downtime. */
export type DayShape = DowntimeLevel | 'perhaps' | 'aside';

/** In the order in which a key names them. */
export const dayShapes: readonly DayShape[] = [...downtimeLevels, 'perhaps', 'aside'];

/** A day, or a month, on which something is published of a service. */
export interface DayMark {
  shape: DayShape;
  /** What it was: `outage, 4 h 57 min`. */
  words: string;
  /** Ids of its incidents, in the order of the history. */
  incidents: string[];
}

/** The mark of a day; undefined where nothing is published of it. */
export function findDayMark(
  { figures }: ServiceDay,
  history: PublicHistory,
  wording: Wording,
): DayMark | undefined {
  return figures && createMark(figures, figures.certain, figures.possible, history, wording);
}

/** The mark of a longer stretch, by the heaviest that there was in it. */
export function findStretchMark(
  figures: Availability,
  history: PublicHistory,
  wording: Wording,
): DayMark | undefined {
  const order = rankLevels(history.site.weights);
  const certain = order.find((level) => figures.levels[level].min > 0);
  const possible = order.find((level) => figures.levels[level].max > 0);
  return createMark(figures, certain, possible, history, wording);
}

function createMark(
  figures: Availability,
  certain: DowntimeLevel | undefined,
  possible: DowntimeLevel | undefined,
  history: PublicHistory,
  wording: Wording,
): DayMark | undefined {
  const incidents = [...new Set([...figures.incidents, ...figures.uncounted, ...figures.aside])];
  if (incidents.length === 0) return undefined;
  const { figure } = wording;
  const say = (level: DowntimeLevel): string =>
    figures.levels[level].max === 0
      ? figure.levels[level]
      : figure.dayLevel(figure.levels[level], describeLoss(figures.levels[level], wording));
  const parts = [
    certain === undefined ? '' : say(certain),
    certain === undefined && possible !== undefined ? figure.dayPerhaps(say(possible)) : '',
    possible === undefined && figures.uncounted.length > 0 ? figure.dayUncounted : '',
    ...(possible === undefined && figures.uncounted.length === 0 ? nameAside(figures, history, wording) : []),
  ].filter((part) => part !== '');
  const what = parts.join(', ');
  return {
    shape: certain ?? (possible !== undefined || figures.uncounted.length > 0 ? 'perhaps' : 'aside'),
    words: incidents.length === 1 ? what : figure.dayIncidents(what, incidents.length),
    incidents,
  };
}

/** What there was that never counts: maintenance, data that was lost or exposed. */
export function nameAside({ aside }: Availability, history: PublicHistory, { figure }: Wording): string[] {
  const { incidentOf } = findFigures(history);
  const kinds = new Set(aside.map((id) => incidentOf.get(id)?.kind === 'maintenance'));
  return [...(kinds.has(true) ? [figure.dayMaintenance] : []), ...(kinds.has(false) ? [figure.dayData] : [])];
}

/** `14 March 2026`; `1 March 2026 to 31 March 2026`. */
export function describeDays(first: string, last: string, { figure, time }: Wording): string {
  const day = formatIsoDay(first, time);
  return first === last ? day : figure.daysTo(day, formatIsoDay(last, time));
}

/** A day, or several alike, with their mark in words: `14 March 2026: outage, 4 h 57 min`. */
export function describeDayMark(first: string, last: string, mark: DayMark, wording: Wording): string {
  const { figure } = wording;
  const days = describeDays(first, last, wording);
  return first === last ? figure.day(days, mark.words) : figure.eachDay(days, mark.words);
}
