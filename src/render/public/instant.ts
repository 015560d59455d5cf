import type { Day } from '../../time/day.js';
import type { When } from '../../time/when.js';

/*
 * Machines want an instant for everything. These are the ones that the data give, never the clock: a day stands at its beginning
 * in UTC, and a time that is roughly known where it stands in a list.
 */

/** The instant of a calendar day, in ms: its beginning in UTC. */
export function instantOfIsoDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The instant of a Day: that of its first day. */
export function instantOfDay({ first }: Day): number {
  return instantOfIsoDay(first);
}

/** The instant that stands for a time, in ms; undefined where it has no date. */
export function findInstant(when: When | undefined): number | undefined {
  if (when?.axis !== 'calendar') return undefined;
  return when.anchor ?? when.earliest ?? when.latest ?? undefined;
}

/** An instant as RFC 3339 has it: `2026-03-14T09:05:00Z`. */
export function formatInstant(instant: number): string {
  return `${new Date(instant).toISOString().slice(0, 19)}Z`;
}
