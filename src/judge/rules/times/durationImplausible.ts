import type { Incident } from '../../../model/incident.js';
import type { DataPath } from '../../../parse/yamlTree.js';
import { createZoneAxis, unknownZone } from '../../../time/axis.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { DAY, dayOfNumber, daysBetween, HOUR, MINUTE, partsOfDay } from '../../../time/isoDay.js';
import { isUnknownSpan, spanBetween, type Span } from '../../../time/span.js';
import { isUnknown, type When } from '../../../time/when.js';
import { englishTime } from '../../../time/wording.js';
import type { Finding, Rule } from '../../rule.js';
import { milestones, pathOf } from './timesOrder.js';
import { findToldLengths, findWholeLengths } from './toldLength.js';

/**
 * Long incidents are real, so length alone says nothing. It speaks where a slip of the pen explains the length better than
 * the event does: the same day of another month or year, day and month turned, whole days more than the text tells.
 */
export const durationImplausible: Rule = {
  id: 'duration-implausible',
  level: 'warning',
  blocks: false,
  description:
    'A length that looks like a slip in a date: an incident that ends on the day it began, a month or a year later; day and month turned; an outage that nobody noticed for exactly a day; a summary that says “for five hours” and times that say 29, or “was down for two days” and times that say five hours; a time with an offset beside one without.',
  bad: `started: 2026-03-14 09:05
detected: 2026-03-14 09:40
mitigated: 2026-04-14 14:02
resolved: 2026-04-14 18:00`,
  good: `started: 2026-03-14 09:05
detected: 2026-03-14 09:40
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00`,
  *check({ incident }) {
    // What could be seen or done by those who should not often lasts for months.
    const slip = incident.kind === 'security' ? undefined : findSlip(incident);
    const finding = slip ?? findLateNotice(incident) ?? findOtherLength(incident);
    if (finding) yield finding;
  },
};

/** Two neighbours of a story, the second of which is a whole month or year too late. */
function findSlip(incident: Incident): Finding | undefined {
  const known = milestones.flatMap((name): Step[] => {
    const when = incident[name];
    return when && !isUnknown(when) ? [{ name, when, path: pathOf(name, incident) }] : [];
  });
  const { scheduled } = incident;
  const planned: Step[] = scheduled?.to
    ? [
        { name: 'from', when: scheduled.from, path: ['scheduled', 'from'] },
        { name: 'to', when: scheduled.to, path: ['scheduled', 'to'] },
      ]
    : [];
  for (const steps of [known, planned]) {
    for (const [index, later] of steps.entries()) {
      const earlier = steps[index - 1];
      const slip = earlier && describeSlip(earlier.when, later.when);
      if (!earlier || slip === undefined) continue;
      return {
        path: later.path,
        message: `From \`${earlier.name}\` (${earlier.when.words}) to \`${later.name}\` (${later.when.words}) are ${describeSpan(spanBetween(earlier.when, later.when), englishTime)}: ${slip}`,
        hint: 'Correct the one that is wrong. If both are right, waive this and say so.',
      };
    }
  }
  return undefined;
}

interface Step {
  name: string;
  when: When;
  path: DataPath;
}

function describeSlip(from: When, to: When): string | undefined {
  if (!isClocked(from) || !isClocked(to)) return undefined;
  const [first, last] = [localDay(from), localDay(to)];
  if (daysBetween(first, last) < 20) return undefined;
  const [start, end] = [partsOfDay(first), partsOfDay(last)];
  if (start.month === end.day && start.day === end.month && start.year === end.year)
    return 'day and month of one of them look turned';
  const years = end.year - start.year;
  const sameYear = `${String(end.year - years).padStart(4, '0')}${last.slice(4)}`;
  const overYears = daysBetween(first, sameYear);
  if (years > 0 && overYears >= 0 && overYears <= 7) return 'the year of one of them looks wrong';
  const overDays = end.day - start.day;
  return overDays === 0 || overDays === 1 ? 'the month of one of them looks wrong' : undefined;
}

/** An outage, and nobody noticed until the same hour of another day. */
function findLateNotice(incident: Incident): Finding | undefined {
  const { started, detected } = incident;
  if (!detected || !isClocked(started) || !isClocked(detected)) return undefined;
  if (!incident.impact.some(({ level, from }) => level === 'outage' && from === started)) return undefined;
  const { min, max } = spanBetween(started, detected);
  if (min === null || max === null || min !== max) return undefined;
  const days = Math.floor(min / DAY);
  if (days < 1 || days > 6 || min % DAY > HOUR) return undefined;
  return {
    path: pathOf('detected', incident),
    message: `Nobody noticed this outage for ${describeSpan({ min, max }, englishTime)}: the day of \`started\` or \`detected\` looks wrong`,
    hint: 'Correct the one that is wrong. If both are right, waive this and say so.',
  };
}

/** The summary tells a length, and the times tell it with whole days, or the zone's offset, added or taken away. */
function findOtherLength(incident: Incident): Finding | undefined {
  const { started, mitigated, resolved } = incident;
  const name = mitigated ? 'mitigated' : 'resolved';
  const ended = mitigated ?? resolved;
  if (!ended || !isClocked(started) || !isClocked(ended)) return undefined;
  const { min, max } = spanBetween(started, ended);
  const text = `${incident.title}. ${incident.summary ?? ''}`;
  const told = findToldLengths(text);
  if (min === null || max === null || told.some(({ ms }) => isLengthOf(incident, ms))) return undefined;
  for (const { words, ms } of told) {
    const slip = describeDifference(min, ms, started, ended);
    if (slip === undefined) continue;
    return {
      path: pathOf(name, incident),
      message: `The text says “${words}”, from \`started\` to \`${name}\` are ${describeSpan({ min, max }, englishTime)}: ${slip}`,
      hint: 'Correct the time, or the text.',
    };
  }
  const whole = findWholeLengths(text).find(({ ms, isAll }) => !isPlausible(incident, ms, isAll));
  return (
    whole && {
      path: pathOf(name, incident),
      message: `The text says “${whole.words}”, from \`started\` to \`${name}\` are ${describeSpan({ min, max }, englishTime)}`,
      hint: 'Correct the time, or the text.',
    }
  );
}

/** Whether what lasted so long, or half or twice as long, can be this incident, or a part of it that its timeline tells. */
function isPlausible(
  { started, detected, mitigated, resolved, impact, timeline }: Incident,
  told: number,
  isAll: boolean,
): boolean {
  const ends = [started, detected, mitigated, resolved, ...timeline.flatMap(({ at, until }) => [at, until])];
  const points = ends.flatMap((when) => when ?? []);
  const spans = [
    ...points.flatMap((from, index) => points.slice(index + 1).map((to) => spanBetween(from, to))),
    ...impact.flatMap(({ from, to, lasted }) => lasted?.span ?? (to ? spanBetween(from, to) : [])),
  ];
  const isLonger = spans.some((span) => (span.max ?? Infinity) * 2 >= told);
  const isNear = spans.some((span) => (span.min ?? 0) <= told * 2 && (span.max ?? Infinity) * 2 >= told);
  return isAll ? isNear : isLonger;
}

/** Whether something in the incident lasted about as long as a text says; generously, since texts round. */
function isLengthOf({ started, detected, mitigated, resolved, impact }: Incident, told: number): boolean {
  const points = [started, detected, mitigated, resolved].flatMap((when) => when ?? []);
  const spans = [
    ...points.flatMap((from, index) => points.slice(index + 1).map((to) => spanBetween(from, to))),
    ...impact.flatMap(({ from, to, lasted }) => lasted?.span ?? (to ? spanBetween(from, to) : [])),
  ];
  return spans.some((span) => !isUnknownSpan(span) && isAbout(span, told));
}

function isAbout({ min, max }: Span, told: number): boolean {
  return (min ?? 0) * 0.7 <= told && told <= (max ?? Infinity) * 1.4;
}

function describeDifference(ms: number, told: number, started: When, ended: When): string | undefined {
  const isNear = (difference: number): boolean =>
    Math.abs(ms - told - difference) <= Math.max(10 * MINUTE, told * 0.1);
  const days = Math.round((ms - told) / DAY);
  if (days !== 0 && Math.abs(days) <= 7 && told < 20 * HOUR && isNear(days * DAY))
    return `${Math.abs(days) === 1 ? 'a day' : `${Math.abs(days)} days`} too ${days > 0 ? 'many' : 'few'}`;
  const offset = started.zone === unknownZone ? 0 : createZoneAxis(started.zone).offset(started.anchor ?? 0);
  const isMixed = hasOffset(started) !== hasOffset(ended);
  if (isMixed && offset !== 0 && (isNear(offset) || isNear(-offset)))
    return `one of them has an offset and the other is ${started.zone} time`;
  return undefined;
}

const hasOffset = ({ words }: When): boolean => /\d(?:Z|[+-]\d{2}:?\d{2})$/.test(words);

/** Whether a clock was read, on a day that is known. */
function isClocked({ axis, precision, anchor }: When): boolean {
  return axis === 'calendar' && anchor !== null && (precision === 'minute' || precision === 'second');
}

function localDay({ anchor, zone }: When): string {
  return dayOfNumber(createZoneAxis(zone).locate(anchor ?? 0).day);
}
