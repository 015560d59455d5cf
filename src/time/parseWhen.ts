import { usesOfAbbreviation } from './abbreviation.js';
import type { ClockForm } from './clockForm.js';
import { parseClockForm, spellClock } from './clockForm.js';
import type { DateForm } from './dateForm.js';
import { parseDateForm } from './dateForm.js';
import { addDays } from './isoDay.js';
import { parseLapse } from './lapse.js';
import { explainNearMiss } from './nearMiss.js';
import type { Refusal } from './refusal.js';
import { refuse, withinText } from './refusal.js';
import type { DayPart } from './when.js';
import type { WhenForm } from './whenForm.js';

/** A text that reads as a time, or why it does not. */
export type ParsedWhen = { readonly ok: true; readonly form: WhenForm } | Refusal;

/** No written time is longer; what is longer is prose in the wrong place. */
const LONGEST = 120;

/**
 * Parses a written time: its syntax and the calendar alone, knowing neither the zone nor the times around it
 * (`resolveWhen` does the rest). Accepts the table "Times" of the reference, and refuses everything else with
 * what was probably meant. Never throws.
 */
export function parseWhen(text: string): ParsedWhen {
  const parsed = parseWhole(text);
  if (parsed.ok) return parsed;
  const near = explainNearMiss(text.trim().replace(/\s+/g, ' '), parsed);
  // Only what can be read is offered.
  const suggestions = (near.suggestions ?? []).filter((suggestion) => parseWhole(suggestion).ok);
  return refuse(near.message, { ...(near.hint === undefined ? {} : { hint: near.hint }), suggestions });
}

function parseWhole(text: string): ParsedWhen {
  const words = text.trim().replace(/\s+/g, ' ');
  if (words === '') return refuse('The time is empty.', { hint: 'Write one, or leave the key out.' });
  if (words.length > LONGEST)
    return refuse(`A time has at most ${LONGEST} characters; this has ${words.length}.`);
  if (words.toLowerCase() === 'unknown') return { ok: true, form: { kind: 'unknown', words } };
  const sides = words.split(/ ?(?<!\.)\.\.(?!\.) ?/);
  if (sides.length === 2) return parseRange(words, sides[0] ?? '', sides[1] ?? '');
  if (sides.length > 2) return refuse(`“${words}” has more than two ends; a range is A .. B.`);
  const bound = /^(after|by) (.+)$/i.exec(words);
  if (bound !== null) {
    const kind = bound[1]?.toLowerCase() === 'after' ? 'after' : 'by';
    const of = parseSimple(bound[2] ?? '');
    return of.ok
      ? { ok: true, form: { kind, words, of: of.form } }
      : withinText(of, (inner) => `${kind} ${inner}`);
  }
  return parseSimple(words);
}

function parseRange(words: string, left: string, right: string): ParsedWhen {
  if (left === '' || right === '') {
    return refuse(`“${words}” has one end only.`, {
      hint: 'A range is A .. B; with one end known write “after A” or “by B”.',
      suggestions: left === '' ? [`by ${right}`] : [`after ${left}`],
    });
  }
  const from = parseSimple(left);
  if (!from.ok) return withinText(from, (inner) => `${inner} .. ${right}`);
  let to = parseSimple(right);
  if (!to.ok) return withinText(to, (inner) => `${left} .. ${inner}`);
  if (from.form.kind === 'unknown' || to.form.kind === 'unknown') {
    return refuse(`“${words}” has an unknown end.`, {
      hint: 'With one end known write “after A” or “by B”.',
      suggestions:
        to.form.kind !== 'unknown' ? [`by ${right}`] : from.form.kind !== 'unknown' ? [`after ${left}`] : [],
    });
  }
  const [start, end] = [from.form, to.form];
  if (end.kind === 'clock' && end.offset === undefined && 'offset' in start && start.offset !== undefined) {
    // `13:00Z .. 14:00`: the second clock is the first one's.
    to = { ok: true, form: { ...end, offset: start.offset } };
  }
  return { ok: true, form: { kind: 'range', words, from: start, to: to.form } };
}

/** A time that is neither a range nor open to one side. */
function parseSimple(words: string): ParsedWhen {
  if (words.toLowerCase() === 'unknown') return { ok: true, form: { kind: 'unknown', words } };
  const isAbout = words.startsWith('~');
  const text = isAbout ? words.slice(1).trimStart() : words;
  if (text.startsWith('+')) return parseRelative(words, text, isAbout);
  const counted = /^day ?(\d{1,3})(?:,? (.+))?$/i.exec(text);
  if (counted !== null) return parseCounted(words, Number(counted[1]), counted[2], isAbout);
  const dated = /^([\d?]{4}(?:-[\d?]{2}){0,2})(?:(?:T| )(.+))?$/i.exec(text);
  if (dated !== null) return parseDated(words, dated[1] ?? '', dated[2], isAbout);
  return parseClock(words, text, isAbout);
}

function parseRelative(words: string, text: string, about: boolean): ParsedWhen {
  const lapse = parseLapse(text.slice(1).trim());
  if (lapse === undefined) return refuse(`“${words}” is not a length of time after a plus.`);
  return { ok: true, form: { kind: 'relative', words, lapse, about } };
}

function parseCounted(words: string, day: number, rest: string | undefined, isAbout: boolean): ParsedWhen {
  if (day === 0) return refuse('There is no day 0; the first day of an incident is day 1.');
  if (rest === undefined) return { ok: true, form: { kind: 'counted', words, day, about: isAbout } };
  const about = isAbout || rest.startsWith('~');
  const text = rest.replace(/^~ ?/, '');
  const part = findPart(text);
  if (part !== undefined) return { ok: true, form: { kind: 'counted', words, day, part, about } };
  const clock = parseClockForm(text);
  if (clock === undefined) return refuse(`“${text}” is neither a clock time nor a part of the day.`);
  if (!clock.ok) return clock;
  if (clock.rest !== '') {
    return refuse(`“${clock.rest.trim()}” says nothing in an incident whose date is not known.`, {
      suggestions: [`day ${day} ${about ? '~' : ''}${text.slice(0, text.length - clock.rest.length)}`],
    });
  }
  return { ok: true, form: { kind: 'counted', words, day, clock: clock.clock, about } };
}

function parseDated(words: string, written: string, rest: string | undefined, isAbout: boolean): ParsedWhen {
  const date = parseDateForm(written);
  if (date === undefined) return refuse(`“${words}” is not a time.`);
  if (!date.ok) return date;
  if (rest === undefined) return { ok: true, form: { kind: 'date', words, date: date.date, about: isAbout } };
  const about = isAbout || rest.startsWith('~');
  const text = rest.replace(/^~ ?/, '');
  if (date.date.unit !== 'day') {
    return refuse(`“${written}” names no day that “${text}” could be on.`, {
      hint: 'Write the day, or leave the hour out.',
    });
  }
  const part = findPart(text);
  if (part !== undefined) return { ok: true, form: { kind: 'part', words, date: date.date, part, about } };
  const clock = parseClockForm(text);
  if (clock === undefined) return refuse(`“${text}” is neither a clock time nor a part of the day.`);
  if (!clock.ok) return addDate(clock, text, date.date, written);
  const time: WhenForm = { kind: 'time', words, date: date.date, clock: clock.clock, about };
  const zone = parseMark(clock.rest, clock.clock);
  if (!zone.ok) return withinText(zone, (inner) => `${written} ${inner}`);
  return { ok: true, form: withZone(time, zone) };
}

/**
 * Puts the day before what is suggested instead of a clock time, and the next day where midnight was meant.
 */
function addDate(refusal: Refusal, text: string, date: DateForm, written: string): Refusal {
  if (text.startsWith('24:00') && date.exact) {
    return refuse(refusal.message, {
      ...(refusal.hint === undefined ? {} : { hint: refusal.hint }),
      suggestions: [`${addDays(date.first, 1)} 00:00`],
    });
  }
  return withinText(refusal, (inner) => `${written} ${inner}`);
}

function parseClock(words: string, text: string, about: boolean): ParsedWhen {
  const clock = parseClockForm(text);
  if (clock === undefined) return refuse(`“${words}” is not a time.`);
  if (!clock.ok) return clock;
  const zone = parseMark(clock.rest, clock.clock);
  if (!zone.ok) return zone;
  // `13:00-05:00` is an offset to one reader and five hours to the other.
  if (/^-\d/.test(clock.rest)) return refuse(`“${words}” is a time with an offset, or a range.`);
  return { ok: true, form: withZone({ kind: 'clock', words, clock: clock.clock, about }, zone) };
}

type ZoneMark = { readonly ok: true; readonly offset?: number; readonly abbreviation?: string };

/** What stands behind a clock time: nothing, `Z`, `UTC`, an offset, or an abbreviation. */
function parseMark(rest: string, clock: ClockForm): ZoneMark | Refusal {
  const mark = rest.trim();
  if (mark === '') return { ok: true };
  if (/^(?:Z|UTC)$/i.test(mark)) return { ok: true, offset: 0 };
  const offset = /^([+-])(\d{2})(?::?(\d{2}))?$/.exec(mark);
  if (offset !== null) {
    const [hours, minutes] = [Number(offset[2]), Number(offset[3] ?? 0)];
    const total = (offset[1] === '-' ? -1 : 1) * (hours * 60 + minutes);
    if (minutes < 60 && total >= -720 && total <= 840) return { ok: true, offset: total };
    const end = `${offset[2]}:${offset[3] ?? '00'}`;
    return refuse(
      `There is no offset ${mark}; offsets from UTC run from -12:00 to +14:00.`,
      total < 0 ? { hint: 'A range is A .. B.', suggestions: [`${spellClock(clock)} .. ${end}`] } : {},
    );
  }
  const spelled = /^\(?(?:UTC|GMT) ?([+-])(\d{1,2})(?::?(\d{2}))?\)?$/i.exec(mark);
  if (spelled !== null) {
    const fixed = `${spelled[1]}${(spelled[2] ?? '').padStart(2, '0')}:${spelled[3] ?? '00'}`;
    return refuse(`“${mark}” is not how an offset is written.`, {
      suggestions: [`${spellClock(clock)}${fixed}`],
    });
  }
  if (usesOfAbbreviation(mark).length > 0) return { ok: true, abbreviation: mark.toUpperCase() };
  const isZone = /^\[?[A-Z]\w+\/[\w/+-]+\]?$/i.test(mark);
  return refuse(`“${mark}” behind a time is not an offset from UTC.`, {
    hint: isZone
      ? 'The zone of a file is its `timezone`; in another one write the offset, like 13:00+01:00.'
      : 'Write the time in the zone of the file, or with its offset, like 13:00+01:00 or 13:00Z.',
    suggestions:
      !isZone && /^[\w() ]+$/.test(mark) && !/^(?:to|and|until|till) /i.test(mark) ? [spellClock(clock)] : [],
  });
}

function withZone(form: WhenForm & { kind: 'time' | 'clock' }, zone: ZoneMark): WhenForm {
  if (zone.abbreviation === undefined)
    return zone.offset === undefined ? form : { ...form, offset: zone.offset };
  const bare = form.words.replace(/ ?[A-Z]+$/i, '');
  return { kind: 'abbreviation', words: form.words, name: zone.abbreviation, time: { ...form, words: bare } };
}

function findPart(text: string): DayPart | undefined {
  const parts: readonly DayPart[] = ['early', 'morning', 'afternoon', 'evening', 'night'];
  return parts.find((part) => part === text.toLowerCase());
}
