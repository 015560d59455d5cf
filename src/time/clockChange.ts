import { describeOffset, spellOffset } from './abbreviation.js';
import type { Axis, LocalTime } from './axis.js';
import { normalizeLocal } from './axis.js';
import { clockText } from './clockForm.js';
import { addDays, DAY, dayOfNumber, SECOND } from './isoDay.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import { nameDay } from './wording.js';
import { cityOf } from './zone.js';

/** Refuses a day that the calendar of a zone left out (Apia, 30 December 2011). */
export function refuseSkippedDay(day: string, zone: string): Refusal {
  return refuse(`${nameDay(day)} did not exist in ${cityOf(zone)}: the calendar skipped it.`, {
    suggestions: [addDays(day, -1), addDays(day, 1)],
  });
}

/** Refuses a clock time that the clock of a zone jumped over, naming what it can be. */
export function refuseSkipped(axis: Axis, local: LocalTime, about: boolean, zone: string): Refusal {
  const jump = axis.first(local);
  const shown = local.day * DAY + local.second * SECOND;
  // The hour before the change as the new clock counts, and the hour after it as the old one does.
  const readings = [shown - axis.offset(jump), shown - axis.offset(jump - 1)].map((instant) =>
    axis.locate(instant),
  );
  const [before, after] = [axis.locate(jump - SECOND), axis.locate(jump)];
  const from = clockText(normalizeLocal(0, before.second + 1).second);
  return refuse(
    `${clockText(local.second)} did not exist on ${nameDay(dayOfNumber(local.day))} in ${cityOf(zone)}: ` +
      `the clock went from ${from} to ${clockText(after.second)}.`,
    {
      hint: `It can be ${readings.map((one) => clockText(one.second)).join(' or ')}.`,
      suggestions: readings.map(
        (one) => `${about ? '~' : ''}${dayOfNumber(one.day)} ${clockText(one.second)}`,
      ),
    },
  );
}

/** Refuses a clock time that the clock of a zone showed twice, naming both. */
export function refuseRepeated(
  axis: Axis,
  local: LocalTime,
  readings: readonly number[],
  about: boolean,
  zone: string,
): Refusal {
  const offsets = readings.map((instant) => axis.offset(instant) / 60_000);
  return refuse(
    `${clockText(local.second)} came twice on ${nameDay(dayOfNumber(local.day))} in ${cityOf(zone)}: ` +
      `at ${offsets.map(describeOffset).join(', and again at ')}.`,
    {
      hint: 'Write which one, with its offset.',
      suggestions: offsets.map(
        (offset) =>
          `${about ? '~' : ''}${dayOfNumber(local.day)}T${clockText(local.second)}${spellOffset(offset)}`,
      ),
    },
  );
}
