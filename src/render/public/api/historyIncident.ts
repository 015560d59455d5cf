import type { Commitment, PublicIncident } from '../../../audience/publicHistory.js';
import { unknownZone } from '../../../time/axis.js';
import { formatDay, type Day } from '../../../time/day.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { formatWhen } from '../../../time/formatWhen.js';
import type { Span } from '../../../time/span.js';
import type { When } from '../../../time/when.js';
import type { TimeWording } from '../../../time/wording.js';
import { createPageContext, type Frame, type PageContext } from '../../frame.js';
import { absoluteLink, commitmentAddress, incidentAddress } from '../../link.js';
import { isPlainInline, plainInline, renderBlock, renderBody, renderInline } from '../../text.js';
import { formatInstant } from '../instant.js';
import type { HistoryYear } from './historySchema.js';

type HistoryIncident = HistoryYear['incidents'][number];
type HistoryTime = HistoryIncident['started'];
type HistoryCommitment = NonNullable<HistoryIncident['remediation']>[number];
type HistoryText = NonNullable<HistoryIncident['summary']>;

/**
 * An incident as data, field by field like the gate: what is added to a public incident is not told before it stands in the
 * schema. Its HTML is that of its page.
 */
export function createHistoryIncident(incident: PublicIncident, frame: Frame): HistoryIncident {
  const base = frame.url;
  const context = createPageContext(frame, incidentAddress(incident.id));
  const words = frame.wording.time;
  const text = (written: string): HistoryText => createText(written, context);
  const time = (when: When): HistoryTime => createTime(when, words);
  const day = (written: Day) => createDay(written, words);
  const length = (span: Span) => createLength(span, words);
  const { body, severity, retracted, scheduled, detection } = incident;
  return omitAbsent({
    id: incident.id,
    url: absoluteLink(base, incidentAddress(incident.id)),
    title: incident.title,
    kind: incident.kind,
    severity: severity && { rank: severity.rank, label: severity.label, major: severity.major },
    preliminary: incident.preliminary,
    zone: incident.zone,
    started: time(incident.started),
    mitigated: incident.mitigated && time(incident.mitigated),
    resolved: incident.resolved && time(incident.resolved),
    ongoing: incident.ongoing,
    duration: incident.duration && length(incident.duration),
    scheduled:
      scheduled &&
      omitAbsent({
        from: time(scheduled.from),
        to: scheduled.to && time(scheduled.to),
        announced: scheduled.announced && time(scheduled.announced),
      }),
    since: incident.since.first,
    signed: incident.signed,
    retracted: retracted && { date: day(retracted.date), text: text(retracted.text) },
    corrections: incident.corrections.map((one) => ({ date: day(one.date), text: text(one.text) })),
    summary: incident.summary === undefined ? undefined : text(incident.summary),
    impact: incident.impact?.map((one) =>
      omitAbsent({
        service: { id: one.service.id, name: one.service.name },
        level: one.level,
        from: time(one.from),
        to: one.to && time(one.to),
        lasted: one.lasted && length(one.lasted.span),
        affected: one.affected === undefined ? undefined : text(one.affected),
        share: one.share,
        where: one.where,
        note: one.note === undefined ? undefined : text(one.note),
      }),
    ),
    detection:
      detection &&
      omitAbsent({
        detected: detection.detected && time(detection.detected),
        by: detection.by,
        note: detection.note === undefined ? undefined : text(detection.note),
        delay: detection.delay && length(detection.delay),
      }),
    numbers: incident.numbers?.map(({ label, value }) => ({ label, value })),
    causes: incident.causes?.map((one) =>
      omitAbsent({ id: one.id, kind: one.kind, category: one.category, text: text(one.text) }),
    ),
    provider: incident.provider && omitAbsent({ name: incident.provider.name, url: incident.provider.url }),
    timeline: incident.timeline?.map((one) =>
      omitAbsent({
        at: one.at && time(one.at),
        until: one.until && time(one.until),
        kind: one.kind,
        text: text(one.text),
      }),
    ),
    updates: incident.updates?.map((one) => ({
      at: time(one.at),
      state: one.state,
      text: text(one.text),
    })),
    remediation: incident.remediation?.map((one) => createCommitment(one, context)),
    questions: incident.questions?.map(({ date, question, answer }) =>
      omitAbsent({
        date: date && day(date),
        question: question === undefined ? undefined : text(question),
        answer:
          answer === undefined ? undefined : { html: renderBlock(answer, context, { top: 4, prefix: '' }) },
      }),
    ),
    related: incident.related?.map(({ how, incident: { id, title } }) => ({
      how,
      incident: { id, title, url: absoluteLink(base, incidentAddress(id)) },
    })),
    body:
      body.sections.length === 0
        ? undefined
        : { sections: body.sections.map(({ heading }) => heading), html: renderBody(body, context, 3) },
  });
}

function createCommitment(one: Commitment, context: PageContext): HistoryCommitment {
  const words = context.wording.time;
  return omitAbsent({
    id: one.id,
    url: absoluteLink(context.frame.url, commitmentAddress(one.incident.id, one.id)),
    title: one.title,
    type: one.type,
    state: one.state,
    due: one.due && createDay(one.due, words),
    moved: one.moved.map(({ from, date }) =>
      omitAbsent({ from: createDay(from, words), date: date && createDay(date, words) }),
    ),
    done: one.done && createDayOrUnknown(one.done, words),
    doneWhen: one.doneWhen === undefined ? undefined : createText(one.doneWhen, context),
    reason: one.reason === undefined ? undefined : createText(one.reason, context),
    verified: one.verified && { date: createDay(one.verified.date, words), result: one.verified.result },
    addresses: one.addresses,
    supersededBy: one.supersededBy && { incident: one.supersededBy.incident, id: one.supersededBy.id },
    lastTold: one.lastTold && createDayOrUnknown(one.lastTold, words),
    overdue: one.overdue,
    daysLate: one.daysLate,
  });
}

/** The author's own words (`+17m`) are not told: they may hang on what is not shown. */
function createTime(when: When, words: TimeWording): HistoryTime {
  const tell = (instant: number | null): string | null => {
    if (instant === null || when.axis === 'days') return null;
    const written = formatInstant(instant);
    return when.zone === unknownZone ? written.slice(0, -1) : written;
  };
  return {
    text: formatWhen(when, words),
    earliest: tell(when.earliest),
    latest: tell(when.latest),
    at: tell(when.anchor),
    precision: when.precision,
    about: when.about,
    zone: when.zone,
  };
}

/** A date as data. */
export function createDay(day: Day, words: TimeWording): NonNullable<HistoryCommitment['due']> {
  return { text: formatDay(day, words), first: day.first, last: day.last, precision: day.precision };
}

function createDayOrUnknown(day: Day | 'unknown', words: TimeWording) {
  return day === 'unknown' ? day : createDay(day, words);
}

function createLength(span: Span, words: TimeWording): NonNullable<HistoryIncident['duration']> {
  const inSeconds = (ms: number | null): number | null => (ms === null ? null : ms / 1000);
  return { text: describeSpan(span, words), min: inSeconds(span.min), max: inSeconds(span.max) };
}

function createText(written: string, context: PageContext): HistoryText {
  const text = plainInline(written);
  return isPlainInline(written) ? { text } : { text, html: renderInline(written, context) };
}

/** The optional keys of an object whose value may be undefined, without those whose value is. */
type WithoutAbsent<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

function omitAbsent<T extends object>(value: T): WithoutAbsent<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, entry]) => entry !== undefined),
  ) as WithoutAbsent<T>;
}
