import { ICalEventStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import type { Day } from '../time/day.js';
import { addDays } from '../time/isoDay.js';
import type { MarkedState } from './component/commitmentMark.js';
import { isOpenState } from './component/commitmentWords.js';

/** Something in a calendar, with the name that it keeps for good. */
export type CalendarEvent = ICalEventData & { id: string };

/** A state as a number that only grows, as long as what was ended is not begun again. */
const ranks: Readonly<Record<MarkedState, number>> = {
  proposed: 0,
  open: 0,
  'in-progress': 1,
  blocked: 2,
  superseded: 3,
  'wont-do': 4,
  done: 5,
};

/** A promise that is due on a day. */
export interface DueDate {
  id: string;
  due: Day;
  state: MarkedState;
  /** How often its due date was moved. */
  moves: number;
  summary: string;
  /** Its lines; empty ones are left out. */
  description: readonly string[];
  url?: string;
}

/**
 * The last day on which a promise is in time, as an event of that day. One that was kept, dropped or replaced is cancelled, so that it
 * leaves the calendars that have it, and stays so for a year after it was due; then it is nothing. `asOf` is an ISO day.
 */
export function createDueEvent(
  { id, due, state, moves, summary, description, url }: DueDate,
  asOf: string,
): CalendarEvent | undefined {
  const isOpen = isOpenState(state);
  if (!isOpen && due.last < addDays(asOf, -365)) return undefined;
  return {
    id,
    allDay: true,
    start: new Date(`${due.last}T00:00:00Z`),
    end: new Date(`${addDays(due.last, 1)}T00:00:00Z`),
    summary: cleanText(summary),
    description: joinLines(description),
    ...(url === undefined ? {} : { url }),
    status: isOpen ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
    transparency: ICalEventTransparency.TRANSPARENT,
    sequence: moves + ranks[state],
  };
}

/** Lines of a description; empty ones are left out. */
export function joinLines(lines: readonly string[]): string {
  return cleanText(lines.filter((line) => line !== '').join('\n'));
}

/** Text without what no calendar may hold: control characters, and halves of characters. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}
