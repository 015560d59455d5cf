import type { Level } from '../../../diagnostic/diagnostic.js';
import type { Incident } from '../../../model/incident.js';
import type { RemediationItem } from '../../../model/remediationItem.js';
import { createPolicies, type Policy } from '../../../settings/preset.js';
import { dayOf, isCertainlyAfterDay, type Day } from '../../../time/day.js';
import { addDays, type IsoDay } from '../../../time/isoDay.js';
import { addTimeLimit, formatTimeLimit, type TimeLimit } from '../../../time/timeLimit.js';
import type { Subject } from '../../rule.js';

/** What a policy looks at. */
type Asked = Pick<Subject, 'incident' | 'history'>;

const rank: Record<Level, number> = { error: 0, warning: 1, info: 2 };

/** Puts the worse level first. */
export function compareLevels(a: Level, b: Level): number {
  return rank[a] - rank[b];
}

/**
 * The policies that are for an incident, the worst level first: where two ask for the same, the worse one is told. A
 * report that is only retold promises nothing here.
 */
export function findPolicies({ incident, history: { settings } }: Asked): Policy[] {
  if (incident.lastTold !== undefined) return [];
  return createPolicies(settings)
    .filter(({ when }) => isFor(when, incident, settings.timezone))
    .toSorted((a, b) => compareLevels(a.level, b.level));
}

function isFor(when: Policy['when'], incident: Incident, zone: string): boolean {
  const { severity, kind, service, tag, since } = when;
  return (
    holds(severity, [incident.severity?.id]) &&
    holds(kind, [incident.kind]) &&
    holds(
      service,
      incident.impact.map((entry) => entry.service),
    ) &&
    holds(tag, incident.tags) &&
    (since === undefined || isCertainlyAfterDay(incident.started, addDays(since.first, -1), zone))
  );
}

/** Whether one of the values is asked for; an empty list asks for nothing. */
function holds(asked: readonly string[], values: readonly (string | undefined)[]): boolean {
  return asked.length === 0 || asked.some((one) => values.includes(one));
}

/** The last day that a policy allows, and where that comes from, e.g. "5 business days after `resolved`". */
export interface Deadline {
  policy: Policy;
  day: IsoDay;
  reckoned: string;
}

/**
 * The last day within a limit, counted from the latest day that the beginning may lie on, so that what is after it is
 * certainly late. Undefined where that day is not known, or has not come.
 */
export function findDeadline(
  policy: Policy,
  limit: TimeLimit | undefined,
  from: 'started' | 'resolved' | 'public',
  { incident, history: { settings } }: Asked,
): Deadline | undefined {
  const base = limit && findBase(incident, from, settings.timezone);
  if (!limit || !base) return undefined;
  const holidays = new Set(settings.holidays.map((holiday) => holiday.first));
  const name = from === 'public' ? 'public.since' : from;
  return {
    policy,
    day: addTimeLimit(base.last, limit, holidays),
    reckoned: `${formatTimeLimit(limit)} after \`${name}\``,
  };
}

function findBase(
  incident: Incident,
  from: 'started' | 'resolved' | 'public',
  zone: string,
): Day | undefined {
  if (from === 'public') return incident.publication?.since;
  const when = incident[from];
  return when && dayOf(when, zone);
}

/** Of several deadlines for the same the one to tell: the worst level, then the earliest day. */
export function findStrictest(deadlines: readonly (Deadline | undefined)[]): Deadline | undefined {
  return deadlines
    .filter((one) => one !== undefined)
    .toSorted((a, b) => compareLevels(a.policy.level, b.policy.level) || (a.day < b.day ? -1 : 1))[0];
}

/** Whether an item is a promise: not only proposed, not dropped, not replaced by another of its incident. */
export function isPromised({ state, supersededBy, incident }: RemediationItem): boolean {
  if (state === 'superseded') return supersededBy !== undefined && !supersededBy.startsWith(`${incident}#`);
  return state !== 'proposed' && state !== 'wont-do';
}

/** Whether `each` and `due_within` of a policy are for an item: one without a priority may be urgent. */
export function isAsked({ require }: Policy, item: RemediationItem): boolean {
  return item.priority === undefined || holds(require.remediation?.priority ?? [], [item.priority]);
}
