import type { PublicIncident } from '../../audience/publicHistory.js';
import { spellWhen } from '../../time/spellWhen.js';
import type { When } from '../../time/when.js';
import { findInstant, formatInstant, instantOfDay } from './instant.js';

/*
 * The course of an incident as machines are told it: whether it is over, and an instant for each of its turns, also where
 * nobody wrote one down.
 */

/** When it began, in ms; of what has no date the day from which it is public. */
export function findBeginning({ started, since }: PublicIncident): number {
  return findInstant(started) ?? instantOfDay(since);
}

/** When it was over, in ms; where nobody wrote that, the last that is known before. Only for what is over. */
export function findEnd(incident: PublicIncident): number {
  const { since, started, mitigated, resolved, updates = [] } = incident;
  const known = findInstant(resolved) ?? findInstant(mitigated);
  if (known !== undefined) return known;
  if (findInstant(started) === undefined) return instantOfDay(since);
  return Math.max(findBeginning(incident), ...updates.flatMap(({ at }) => findInstant(at) ?? []));
}

/** Whether more is told than what happened to whom: why, in which steps, and what will be done. */
export function hasReport(incident: PublicIncident): boolean {
  const { preliminary, retracted, body, causes, timeline, remediation, questions } = incident;
  if (preliminary || retracted) return false;
  return body.sections.length > 0 || [causes, timeline, remediation, questions].some((part) => part?.length);
}

/**
 * When the report came out at the earliest, in ms. No date tells when it did: what can be known is that it came after all
 * that it tells of, and not before the page was public.
 */
export function findReported(incident: PublicIncident): number {
  const { since, ongoing, updates = [] } = incident;
  const told = updates.flatMap(({ at }) => findInstant(at) ?? []);
  return Math.max(instantOfDay(since), ...told, ...(ongoing ? [] : [findEnd(incident)]));
}

/** A time as part of a name: `2026-03-14T09:05:00Z`, `day-2-17-30`. */
export function nameTime(when: When): string {
  const instant = findInstant(when);
  if (instant !== undefined) return formatInstant(instant);
  return spellWhen(when)
    .replace(/[^\da-z]+/gi, '-')
    .replace(/^-|-$/g, '');
}

/** What would have the name of one before it gets a number. */
export function nameApart<T extends { name: string }>(entries: readonly T[]): T[] {
  const seen = new Map<string, number>();
  return entries.map((entry) => {
    const count = (seen.get(entry.name) ?? 0) + 1;
    seen.set(entry.name, count);
    return count === 1 ? entry : { ...entry, name: `${entry.name}-${count}` };
  });
}
