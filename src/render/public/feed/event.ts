import { isAhead } from '../../../audience/ahead.js';
import type { Commitment, PublicHistory, PublicIncident } from '../../../audience/publicHistory.js';
import { spellDay } from '../../../time/day.js';
import { findBeginning, findEnd, findReported, hasReport, nameApart, nameTime } from '../course.js'; // prettier-ignore
import { findInstant, instantOfDay } from '../instant.js';
import { endOfDay } from '../updated.js';

/** Something that readers of a feed are told once. */
export interface Event {
  /**
   * Its name within its incident, for good: what it is, and of what there can be several its time too, so that nothing that
   * is written before or after it changes it.
   */
  name: string;
  kind:
    | 'announced'
    | 'opened'
    | 'update'
    | 'resolved'
    | 'report'
    | 'correction'
    | 'kept'
    | 'dropped'
    | 'retracted';
  /** When it happened, as far as the data say; in ms. */
  at: number;
  incident: PublicIncident;
  /** What was said; undefined where the incident says it. */
  text?: NonNullable<PublicIncident['summary']>;
  /** What an update called itself. */
  state?: string;
  commitment?: Commitment;
}

type Draft = Omit<Event, 'incident'>;

/** All that happened until the day of the build, the newest first. */
export function listEvents({ incidents, asOf }: PublicHistory): Event[] {
  const end = endOfDay(asOf);
  return incidents
    .flatMap((incident) =>
      nameApart(listOwn(incident))
        .filter(({ at }) => at < end)
        .map((event): Event => ({ ...event, incident }))
        .toReversed(),
    )
    .toSorted((a, b) => b.at - a.at);
}

/** The events of one incident, in the order in which they came. Of a text that was taken back nothing is told but that. */
function listOwn(incident: PublicIncident): Draft[] {
  const { retracted, corrections, remediation = [] } = incident;
  if (retracted) {
    return [{ name: 'retracted', kind: 'retracted', at: instantOfDay(retracted.date), text: retracted.text }];
  }
  return [
    ...listAnnouncement(incident),
    ...(isAhead(incident) ? [] : listCourse(incident)),
    ...(hasReport(incident) ? [{ name: 'report', kind: 'report' as const, at: findReported(incident) }] : []),
    ...corrections.map(({ date, text }): Draft => {
      return { name: `correction-${spellDay(date)}`, kind: 'correction', at: instantOfDay(date), text };
    }),
    ...remediation.flatMap((commitment) => listCommitment(commitment, incident)),
  ];
}

/** Of maintenance that was published after it had begun nobody knows whether it was announced, unless somebody wrote so. */
function listAnnouncement({ scheduled, since }: PublicIncident): Draft[] {
  if (!scheduled) return [];
  const [from, published] = [findInstant(scheduled.from), instantOfDay(since)];
  const isAnnounced = from !== undefined && published <= from;
  const at = findInstant(scheduled.announced) ?? (isAnnounced ? published : undefined);
  return at === undefined ? [] : [{ name: 'announced', kind: 'announced', at }];
}

function listCourse(incident: PublicIncident): Draft[] {
  const { updates = [], ongoing, kind } = incident;
  const last = ongoing ? -1 : updates.findLastIndex(({ state }) => state === 'resolved');
  const end = ongoing || last >= 0 || kind === 'near-miss' ? undefined : findEnd(incident);
  return [
    { name: 'opened', kind: 'opened', at: findBeginning(incident) },
    ...updates.map(({ at, state, text }, index): Draft => {
      const told = { at: findInstant(at) ?? findBeginning(incident), state, text };
      return index === last
        ? { name: 'resolved', kind: 'resolved', ...told }
        : { name: `update-${nameTime(at)}`, kind: 'update', ...told };
    }),
    ...(end === undefined ? [] : [{ name: 'resolved', kind: 'resolved' as const, at: end }]),
  ];
}

/** What no date tells of a promise is as old as the report, or as what was last told of it. */
function listCommitment(commitment: Commitment, incident: PublicIncident): Draft[] {
  const { id, state, done, lastTold } = commitment;
  const told =
    lastTold === undefined || lastTold === 'unknown' ? findReported(incident) : instantOfDay(lastTold);
  if (state === 'wont-do') return [{ name: `${id}-dropped`, kind: 'dropped', at: told, commitment }];
  if (state !== 'done') return [];
  const at = done === undefined || done === 'unknown' ? told : instantOfDay(done);
  return [{ name: `${id}-kept`, kind: 'kept', at, commitment }];
}
