import type { Axis } from './axis.js';
import { createOffsetAxis, createZoneAxis, daysAxis } from './axis.js';
import { describeSpan } from './describeSpan.js';
import { DAY, dayOfNumber, HOUR } from './isoDay.js';
import { placeClock, reachOfClock } from './placeWhen.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import type { When } from './when.js';
import { isUnknown } from './when.js';
import type { ResolvedWhen, WhenContext } from './whenContext.js';
import type { FormOf } from './whenForm.js';
import { englishTime } from './wording.js';

/**
 * A bare clock time further behind the time it follows is as likely to be out of order as on the next day.
 */
const FARTHEST = 18 * HOUR;
/**
 * A time that is known less well than to the day leaves the day of a bare clock time open. A day can have 25
 * hours.
 */
const VAGUEST = DAY + HOUR;

/** What a bare clock time is near to: from when to when, on which axis. */
type Reference = { readonly low: number; readonly high: number; readonly axis: Axis };

/**
 * Finds the day of a bare clock time (`13:05`): the first such time not before the one it follows, if within
 * 18 hours; in the first entry the one nearest to `started`. Refuses, naming both readings, where that leaves
 * two.
 */
export function resolveClock(form: FormOf<'clock'>, context: WhenContext): ResolvedWhen {
  const { field, started } = context;
  const previous =
    context.previous !== undefined && !isUnknown(context.previous) ? context.previous : undefined;
  const base = previous ?? started;
  if (field === 'started' || (field === 'scheduled' && previous === undefined)) return refuseDayless(form);
  if (base === undefined || isUnknown(base)) return refuseDayless(form);
  const reference = findReference(base, form, context.zone);
  if ('ok' in reference) return reference;
  if (field === 'milestone') {
    const found = follow(form, reference, base, context.zone);
    const dated = found.ok
      ? [spellOn(form, reference.axis, dayAt(reference.axis, found.when))]
      : (found.suggestions ?? []);
    return refuse(`“${form.words}” has no date.`, {
      hint: 'A time without its date can stand in the timeline and in updates only.',
      suggestions: dated,
    });
  }
  if (field === 'entry' && previous === undefined) return findNearest(form, reference, base, context.zone);
  return follow(form, reference, base, context.zone);
}

function findReference(base: When, form: FormOf<'clock'>, zone: string): Reference | Refusal {
  const end = base.latest === null ? null : base.latest - base.grain;
  const low = base.earliest ?? end ?? 0;
  const high = end ?? low;
  if (high - low > VAGUEST) {
    return refuse(
      `“${form.words}” has no day: the time it follows, “${base.words}”, is not known to the day.`,
      {
        hint: 'Write the date before it.',
      },
    );
  }
  if (base.axis === 'calendar') {
    return {
      low,
      high,
      axis: form.offset === undefined ? createZoneAxis(zone) : createOffsetAxis(form.offset),
    };
  }
  if (form.offset === undefined) return { low, high, axis: daysAxis };
  return refuse(`The offset of “${form.words}” says nothing in an incident whose date is not known.`);
}

/** The first such time not before the reference. */
function follow(form: FormOf<'clock'>, reference: Reference, base: When, zone: string): ResolvedWhen {
  const { low, high, axis } = reference;
  let day = axis.locate(low).day - 1;
  let reach = reachOfClock(axis, day, form.clock, form.about);
  while (reach.latest <= low) {
    day += 1;
    reach = reachOfClock(axis, day, form.clock, form.about);
  }
  if (reach.earliest - high <= FARTHEST) return place(form, axis, day, zone);
  const before = reachOfClock(axis, day - 1, form.clock, form.about);
  const [late, early] = [
    describeSpan(exactly(reach.earliest - high), englishTime),
    describeSpan(exactly(low - before.earliest), englishTime),
  ];
  return refuse(
    `“${form.words}” is either ${late} after “${base.words}”, on the next day, or ${early} before it, out of order.`,
    {
      hint: 'Write its date, or put it where it belongs.',
      suggestions: readings(form, axis, [day, day - 1]),
    },
  );
}

/** The one nearest to the reference, before or after it. */
function findNearest(form: FormOf<'clock'>, reference: Reference, base: When, zone: string): ResolvedWhen {
  const { low, high, axis } = reference;
  const candidates: { day: number; away: number }[] = [];
  for (let day = axis.locate(low).day - 1; day <= axis.locate(high).day + 1; day += 1) {
    if (axis.kind === 'days' && day < 0) continue;
    const reach = reachOfClock(axis, day, form.clock, form.about);
    candidates.push({ day, away: Math.max(0, reach.earliest - high, low - reach.earliest) });
  }
  candidates.sort((a, b) => a.away - b.away || a.day - b.day);
  const [best, second] = candidates;
  if (best === undefined) return refuseDayless(form);
  if (second === undefined || second.away > best.away) return place(form, axis, best.day, zone);
  const distance = describeSpan(exactly(best.away), englishTime);
  return refuse(`“${form.words}” is as near to “${base.words}” on one day as on the next (${distance}).`, {
    hint: 'Write its date.',
    suggestions: readings(form, axis, [best.day, second.day]),
  });
}

function place(form: FormOf<'clock'>, axis: Axis, day: number, zone: string): ResolvedWhen {
  return placeClock(axis, { first: day, last: day }, form.clock, form.about, { zone, words: form.words });
}

function exactly(length: number): { min: number; max: number } {
  const ms = Math.max(0, length);
  return { min: ms, max: ms };
}

function dayAt(axis: Axis, when: When): number {
  return axis.locate(when.anchor ?? when.earliest ?? 0).day;
}

function readings(form: FormOf<'clock'>, axis: Axis, days: readonly number[]): string[] {
  return days.filter((day) => axis.kind === 'calendar' || day >= 0).map((day) => spellOn(form, axis, day));
}

/** The clock time as it was written, with its day before it. */
function spellOn(form: FormOf<'clock'>, axis: Axis, day: number): string {
  return `${axis.kind === 'days' ? `day ${day + 1}` : dayOfNumber(day)} ${form.words}`;
}

function refuseDayless(form: FormOf<'clock'>): Refusal {
  return refuse(`“${form.words}” has no date, and nothing before it gives it one.`, {
    hint: `Write the date before it, like 2026-03-14 ${form.words}; where it is not known, count: day 1 ${form.words}.`,
  });
}
