import ical, { ICalEventStatus } from 'ical-generator';
import type { Commitment, PublicHistory, PublicIncident } from '../../audience/publicHistory.js';
import { formatOnDay } from '../../time/day.js';
import { addDays, dayOfNumber } from '../../time/isoDay.js';
import { createZoneAxis } from '../../time/axis.js';
import type { When } from '../../time/when.js';
import { cleanText, createDueEvent, joinLines, type CalendarEvent } from '../calendarEvent.js';
import { describeState } from '../component/commitmentWords.js';
import { describePeriod } from '../component/period.js';
import { absoluteLink, commitmentAddress, incidentAddress, type Address } from '../link.js';
import type { Output } from '../output.js';
import { plainInline } from '../text.js';
import type { Wording } from '../wording/wording.js';
import { describeServices, servicesOf } from './incidentWords.js';
import { findInstant, instantOfIsoDay } from './instant.js';
import { endOfDay, findUpdated } from './updated.js';

export const calendarAddress: Address = 'calendar.ics';

/**
 * Maintenance, past and ahead, and the days on which promises are due, as iCalendar (RFC 5545). A promise that was kept, dropped or
 * replaced is cancelled, so that it leaves the calendars that have it, and stays so for a year after it was due.
 */
export function renderCalendar(history: PublicHistory, wording: Wording): Output {
  const { site, incidents, asOf } = history;
  const host = new URL(site.url).hostname;
  const calendar = ical({
    name: cleanText(site.title),
    prodId: {
      company: 'Afterword',
      product: 'Incident history',
      language: wording.language.slice(0, 2).toUpperCase(),
    },
    url: site.url,
    ttl: 24 * 60 * 60,
  });
  for (const incident of incidents) {
    const stamp = new Date(findUpdated(incident, asOf));
    for (const event of listEntries(incident, history, wording)) {
      calendar.createEvent({ ...event, id: `${event.id}@${host}`, stamp, lastModified: stamp });
    }
  }
  return { path: calendarAddress, content: `${calendar.toString()}\r\n` };
}

function listEntries(incident: PublicIncident, history: PublicHistory, wording: Wording): CalendarEvent[] {
  return [
    ...createWindow(incident, history, wording),
    ...(incident.remediation ?? []).flatMap((commitment) => createDue(commitment, history, wording)),
  ];
}

/** When maintenance is or was to be. What is not known by the clock takes whole days, and says in its text how much is known. */
function createWindow(
  incident: PublicIncident,
  { site, asOf }: PublicHistory,
  wording: Wording,
): CalendarEvent[] {
  const { id, title, scheduled, summary, retracted, resolved, mitigated, ongoing } = incident;
  const from = findInstant(scheduled?.from);
  if (!scheduled || from === undefined) return [];
  const to = findInstant(scheduled.to);
  const isClock = isReading(scheduled.from) && (scheduled.to === undefined || isReading(scheduled.to));
  const last = scheduled.to?.latest ?? scheduled.to?.earliest ?? scheduled.from.latest ?? from + 1;
  const isPast = from < endOfDay(asOf);
  const rank = retracted ? 3 : resolved || mitigated ? 2 : ongoing && isPast ? 1 : 0;
  return [
    {
      id,
      ...(isClock
        ? { start: new Date(from), ...(to !== undefined && to > from ? { end: new Date(to) } : {}) }
        : {
            allDay: true,
            start: new Date(instantOfIsoDay(dayAt(scheduled.from, from))),
            end: new Date(instantOfIsoDay(addDays(dayAt(scheduled.to ?? scheduled.from, Math.max(from, last - 1)), 1))), // prettier-ignore
          }),
      summary: cleanText(title),
      description: joinLines([
        retracted ? `${wording.feed.reportRetracted}. ${plainInline(retracted.text)}` : '',
        retracted || summary === undefined ? '' : plainInline(summary),
        describeServices(servicesOf(incident), 3, wording),
        isClock ? '' : wording.feed.plannedFor(describePeriod(scheduled.from, scheduled.to, wording)),
      ]),
      url: absoluteLink(site.url, incidentAddress(id)),
      status: retracted ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      sequence: rank,
    },
  ];
}

function createDue(commitment: Commitment, { site, asOf }: PublicHistory, wording: Wording): CalendarEvent[] {
  const { id, incident, title, due, moved, state, doneWhen, lastTold } = commitment;
  // Nobody keeps up to date what a report left behind.
  if (!due || lastTold !== undefined) return [];
  const event = createDueEvent(
    {
      id: `${incident.id}/${id}`,
      due,
      state,
      moves: moved.length,
      summary: wording.feed.due(title),
      description: [
        incident.title,
        describeState(commitment, wording),
        due.precision === 'day' ? '' : wording.feed.dueIn(formatOnDay(due, wording.time)),
        doneWhen === undefined ? '' : plainInline(doneWhen),
      ],
      url: absoluteLink(site.url, commitmentAddress(incident.id, id)),
    },
    asOf,
  );
  return event ? [event] : [];
}

function isReading({ precision }: When): boolean {
  return precision === 'minute' || precision === 'second';
}

/** The calendar day of an instant, where the clock of the time stands. */
function dayAt({ zone }: When, instant: number): string {
  return dayOfNumber(createZoneAxis(zone).locate(instant).day);
}
