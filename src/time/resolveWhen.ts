import { describeOffset, findAbbreviation, spellOffset, usesOfAbbreviation } from './abbreviation.js';
import type { Axis } from './axis.js';
import { createOffsetAxis, createZoneAxis, daysAxis, unknownZone } from './axis.js';

import { addDays, DAY, dayOfNumber, LAST_YEAR, numberOfDay } from './isoDay.js';
import type { Frame } from './placeWhen.js';
import { placeClock, placeCountedDay, placeDate, placePart } from './placeWhen.js';
import type { Refusal } from './refusal.js';
import { parseWhen } from './parseWhen.js';
import { refuse, withinText } from './refusal.js';
import { isExactClock, spellClock } from './clockForm.js';
import { nameDay } from './wording.js';
import { resolveClock } from './resolveClock.js';
import { shiftWhen } from './shiftWhen.js';
import type { When } from './when.js';
import { isUnknown } from './when.js';
import type { ResolvedWhen, WhenContext } from './whenContext.js';
import type { FormOf, WhenForm } from './whenForm.js';

/** Puts a parsed time in its place among the times around it. Never throws. */
export function resolveWhen(form: WhenForm, context: WhenContext): ResolvedWhen {
  const resolved = resolveInFile(form, context);
  if (resolved.ok) return resolved;
  // Only what has a place there is offered.
  const hasPlace = (suggestion: string): boolean => {
    const parsed = parseWhen(suggestion);
    return parsed.ok && resolveInFile(parsed.form, context).ok;
  };
  const { message, hint, suggestions = [], shorter } = resolved;
  return refuse(message, {
    ...(hint === undefined ? {} : { hint }),
    suggestions: suggestions.filter(hasPlace),
    ...(shorter !== undefined && hasPlace(shorter) ? { shorter } : {}),
  });
}

/** Resolves a time, and sees that it is on the axis of the times around it. */
function resolveInFile(form: WhenForm, context: WhenContext): ResolvedWhen {
  const resolved = resolveForm(form, context);
  if (!resolved.ok) return resolved;
  const { when } = resolved;
  const measure = [context.started, context.previous].find((one) => one !== undefined && !isUnknown(one));
  if (measure === undefined || isUnknown(when) || measure.axis === when.axis) return resolved;
  return when.axis === 'days' ? refuseCounting(form, measure, context) : refuseDate(form, measure);
}

function resolveForm(form: WhenForm, context: WhenContext): ResolvedWhen {
  const frame: Frame = { zone: context.zone, words: form.words };
  switch (form.kind) {
    case 'unknown':
      return resolveUnknown(context, frame);
    case 'date':
      return placeDate(createZoneAxis(context.zone), form.date, form.about, frame);
    case 'part':
      return placePart(createZoneAxis(context.zone), daysOf(form.date), form.part, form.about, frame);
    case 'time':
      return placeClock(axisOf(form.offset, context), daysOf(form.date), form.clock, form.about, frame);
    case 'clock':
      return resolveClock(form, context);
    case 'relative':
      return resolveRelative(form, context);
    case 'counted':
      return placeCounted(form, frame);
    case 'range':
      return resolveRange(form, context);
    case 'after':
    case 'by':
      return resolveBound(form, context);
    case 'abbreviation':
      return refuseAbbreviation(form, context);
  }
}

/** The axis on which a clock time is read: the file's zone, or the offset written behind it. */
function axisOf(offset: number | undefined, context: WhenContext): Axis {
  return offset === undefined ? createZoneAxis(context.zone) : createOffsetAxis(offset);
}

function daysOf(date: { first: string; last: string }): { first: number; last: number } {
  return { first: numberOfDay(date.first), last: numberOfDay(date.last) };
}

/** The time of which nothing is known but that it happened. */
export function createUnknownWhen(zone: string, words = 'unknown'): When {
  const bounds = { earliest: null, latest: null, grain: 0, anchor: null } as const;
  return { axis: 'calendar', ...bounds, precision: 'unknown', about: false, zone, words };
}

function resolveUnknown(context: WhenContext, frame: Frame): ResolvedWhen {
  if (context.field === 'started' || context.field === 'milestone') {
    return { ok: true, when: createUnknownWhen(frame.zone, frame.words) };
  }
  const hint =
    context.field === 'window'
      ? 'Write “lasted: unknown” instead.'
      : 'Leave the time out; the entry stands between its neighbours.';
  return refuse('“unknown” says nothing here.', { hint });
}

function placeCounted(form: FormOf<'counted'>, frame: Frame): ResolvedWhen {
  const days = { first: form.day - 1, last: form.day - 1 };
  if (form.clock !== undefined) return placeClock(daysAxis, days, form.clock, form.about, frame);
  if (form.part !== undefined) return placePart(daysAxis, days, form.part, form.about, frame);
  return { ok: true, when: placeCountedDay(daysAxis, days.first, form.about, frame) };
}

function resolveRelative(form: FormOf<'relative'>, context: WhenContext): ResolvedWhen {
  const { field, started, previous } = context;
  const base = field === 'milestone' ? started : (previous ?? started);
  if (field === 'started' || (field === 'scheduled' && base === undefined)) {
    return refuse(`“${form.words}” needs a time before it, and there is none.`, {
      hint: 'Write the time in full.',
    });
  }
  if (base === undefined || isUnknown(base)) {
    return refuse(`“${form.words}” is counted from a time that is not known.`, {
      hint: 'Write the time in full.',
    });
  }
  const when = shiftWhen(base, form.lapse, form.about, form.words);
  if (when === undefined) return refuse(`“${form.words}” leads beyond the year ${LAST_YEAR}.`);
  return { ok: true, when };
}

function resolveRange(form: FormOf<'range'>, context: WhenContext): ResolvedWhen {
  const from = resolveForm(form.from, context);
  if (!from.ok) return withinText(from, (inner) => `${inner} .. ${form.to.words}`);
  const to = resolveForm(form.to, { ...context, field: 'until', previous: from.when });
  if (!to.ok) return withinText(to, (inner) => `${form.from.words} .. ${inner}`);
  const [start, end] = [from.when, to.when];
  if (start.axis !== end.axis)
    return refuse(`“${form.words}” has a date at one end and a counted day at the other.`);
  if (end.latest !== null && start.earliest !== null && end.latest <= start.earliest) {
    return refuse(`“${form.words}” ends before it begins.`, {
      suggestions: [`${form.to.words} .. ${form.from.words}`],
    });
  }
  const isAnchored = start.anchor !== null && (end.latest === null || start.anchor < end.latest);
  const anchor = isAnchored ? start.anchor : start.earliest;
  const bounds = { earliest: start.earliest, latest: end.latest, grain: end.grain, anchor };
  const sides = { precision: 'range', about: false, from: start, to: end } as const;
  return { ok: true, when: { axis: start.axis, ...bounds, ...sides, zone: context.zone, words: form.words } };
}

function resolveBound(form: FormOf<'after' | 'by'>, context: WhenContext): ResolvedWhen {
  const resolved = resolveForm(form.of, context);
  if (!resolved.ok) return withinText(resolved, (inner) => `${form.kind} ${inner}`);
  const of = resolved.when;
  if (isUnknown(of)) return refuse(`“${form.words}” says nothing.`, { suggestions: ['unknown'] });
  const frame = {
    axis: of.axis,
    about: false,
    zone: context.zone,
    words: form.words,
    anchor: of.anchor,
  } as const;
  const when: When =
    form.kind === 'after'
      ? { ...frame, earliest: of.earliest, latest: null, grain: 0, precision: 'after', from: of }
      : { ...frame, earliest: null, latest: of.latest, grain: of.grain, precision: 'by', to: of };
  return { ok: true, when };
}

/** Says what an abbreviation can mean, and what the clocks of the file's zone showed on that day. */
function refuseAbbreviation(form: FormOf<'abbreviation'>, context: WhenContext): Refusal {
  const uses = usesOfAbbreviation(form.name);
  const readings = uses.map((use) => `${describeOffset(use.offset)} (${use.whose})`);
  const listed =
    readings.length > 1
      ? `${readings.slice(0, -1).join(', ')} or ${readings.at(-1) ?? ''}`
      : readings.join('');
  const inner = resolveForm(form.time, context);
  const message = `“${form.name}” in “${form.words}” can mean ${listed}.`;
  const axis = createZoneAxis(context.zone);
  const anchor = inner.ok && inner.when.axis === 'calendar' ? inner.when.anchor : null;
  const day = anchor === null ? undefined : dayOfNumber(axis.locate(anchor).day);
  const spelled = (offset: number): string => spellAt(form.time, day, offset);
  const offsets = [...new Set(uses.map((use) => use.offset))];
  if (anchor === null || day === undefined || context.zone === unknownZone) {
    return refuse(message, { hint: 'Write the offset instead.', suggestions: offsets.map(spelled) });
  }
  const offset = axis.offset(anchor) / 60_000;
  const own = findAbbreviation(context.zone, offset);
  const stood = `${describeOffset(offset)}${own === undefined ? '' : ` (${own})`}`;
  // `CST` is Cuba's summer as well, when Chicago has the same time and another name for it.
  const isOwn = uses.some((use) => use.offset === offset && use.zones.includes(context.zone));
  if (isOwn || (offsets.length === 1 && offsets[0] === offset)) {
    // A zone may have both its clocks by one name (`PT`).
    const others = uses.filter((use) => use.offset !== offset && !use.zones.includes(context.zone));
    return refuse(message, {
      hint: `Leave “${form.name}” out: this file’s times are in ${context.zone}, which was on ${stood} on ${nameDay(day)}.`,
      suggestions: [...new Set(others.map((use) => spelled(use.offset)))],
      shorter: form.time.words,
    });
  }
  return refuse(message, {
    hint:
      `On ${nameDay(day)} the zone of this file, ${context.zone}, was on ${stood}: ` +
      `leave “${form.name}” out for that, or write the offset.`,
    suggestions: [form.time.words, ...offsets.filter((one) => one !== offset).map(spelled)],
  });
}

/** A clock time at an offset, with its day where that is known. */
function spellAt(time: WhenForm, day: string | undefined, offset: number): string {
  const isExact = (time.kind === 'time' || time.kind === 'clock') && isExactClock(time.clock);
  if (!isExact || day === undefined) return `${time.words} ${spellOffset(offset)}`;
  return `${time.about ? '~' : ''}${day}T${spellClock(time.clock)}${spellOffset(offset)}`;
}

function refuseCounting(form: WhenForm, measure: When, context: WhenContext): Refusal {
  const isOneDay =
    measure.earliest !== null && measure.latest !== null && measure.latest - measure.earliest <= DAY;
  const day = /^~? ?day ?(\d+)(.*)$/i.exec(form.words);
  const suggestions: string[] = [];
  if (isOneDay && measure.earliest !== null && day !== null) {
    const first = dayOfNumber(createZoneAxis(context.zone).locate(measure.earliest).day);
    suggestions.push(`${addDays(first, Number(day[1]) - 1)}${day[2] ?? ''}`);
  }
  return refuse(`“${form.words}” counts days, in an incident whose date is known (“${measure.words}”).`, {
    hint: 'Write the date.',
    suggestions,
  });
}

function refuseDate(form: WhenForm, measure: When): Refusal {
  return refuse(`“${form.words}” is a date, in an incident that counts days (“${measure.words}”).`, {
    hint: 'Count its days too, or write every time of this file with its date.',
  });
}
