import { isoDay } from './isoDay.js';
import type { Refusal } from './refusal.js';
import { refuse } from './refusal.js';
import { monthNames } from './wording.js';

type Miss = { readonly message: string; readonly hint?: string; readonly suggestions?: readonly string[] };

const WRITTEN =
  'Times are written 2026-03-14 13:00, or as far as they are known: 2026-03-14 evening, 2026-03, ~13:00.';

/**
 * What people write instead of a time, each with what to write. The first that fits speaks; texts are in
 * lower case.
 */
const MISSES: readonly [RegExp, (found: RegExpExecArray, text: string, noun: string) => Miss | undefined][] =
  [
    [
      /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:,? (.*))?$/,
      ([, a = '', b = '', year = '', rest = ''], text) => {
        const [us, eu] = [dateFrom(year, a, b, rest), dateFrom(year, b, a, rest)];
        const readings = [...new Set([us, eu])].filter((one) => one !== undefined);
        const isBoth = readings.length > 1;
        return {
          message: isBoth
            ? `“${text}” is one day in America and another one elsewhere.`
            : `“${text}” is not how a date is written here.`,
          hint: 'Dates are written year-month-day, like 2026-03-14.',
          suggestions: readings,
        };
      },
    ],
    [
      /^(\d{1,2})[.-] ?(\d{1,2})[.-] ?(\d{4})(?:,? (.*))?$/,
      ([, day = '', month = '', year = '', rest = ''], text) => ({
        message: `“${text}” is not how a date is written here.`,
        hint: 'Dates are written year-month-day, like 2026-03-14.',
        suggestions: listOf(dateFrom(year, month, day, rest)),
      }),
    ],
    [
      /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:(,| at|,? -)? (.*)|t(.*))?$/,
      ([, year = '', month = '', day = '', joint, rest, after], text) => {
        const isDateRight = /^\d{4}-\d{2}-\d{2}/.test(text);
        if (isDateRight && joint === undefined) return undefined;
        return {
          message: `“${text}” is not how a ${isDateRight ? 'time' : 'date'} is written here.`,
          hint: isDateRight
            ? 'Date and clock time have a space between them, like 2026-03-14 13:00.'
            : 'Dates are written with two digits for month and day, and joined by hyphens, like 2026-03-04.',
          suggestions: listOf(dateFrom(year, month, day, rest ?? after ?? '')),
        };
      },
    ],
    [
      /^(\d{4})(\d{2})(\d{2})(?:t(\d{2})(\d{2})(?:\d{2})?(z)?)?$/,
      ([, year = '', month = '', day = '', hour, minute, utc = ''], text) => ({
        message: `“${text}” is not how a date is written here.`,
        hint: WRITTEN,
        suggestions: listOf(
          dateFrom(year, month, day, hour === undefined ? '' : `${hour}:${minute ?? ''}${utc.toUpperCase()}`),
        ),
      }),
    ],
    [
      /^(?:(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})|([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)?)\.?,? (\d{4})(?:,? (?:at )?(.*))?$/,
      ([, dayFirst, monthAfter, monthFirst, dayAfter, year = '', rest = ''], text) => {
        const name = monthAfter ?? monthFirst ?? '';
        const month = monthNames.findIndex((one) => one.toLowerCase().startsWith(name)) + 1;
        if (month === 0) return undefined;
        return {
          message: `“${text}” is not how a date is written here.`,
          hint: 'Dates are written year-month-day, like 2026-03-14.',
          suggestions: listOf(dateFrom(year, String(month), dayFirst ?? dayAfter ?? '', rest)),
        };
      },
    ],
    [
      /^(?:(\d{4})-?q([1-4])|q([1-4])[ /-](\d{4}))$/,
      ([, year = '', quarter = '', otherQuarter, otherYear], text) => {
        const first = (Number(quarter || otherQuarter) - 1) * 3 + 1;
        const month = (number: number): string => `${year || otherYear}-${String(number).padStart(2, '0')}`;
        return {
          message: `“${text}” is a quarter, which only days can be (due, done, until …).`,
          suggestions: [`${month(first)} .. ${month(first + 2)}`],
        };
      },
    ],
    [
      /^(now|today|yesterday|tomorrow|tonight|last .*|this .*|next .*|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day.*|.* ago)$/,
      (_, text) => ({ message: `What “${text}” means changes with the day it is read on.`, hint: WRITTEN }),
    ],
    [
      /^~ ?~[~ ]*(.+)$/,
      ([, rest = ''], text) => ({ message: `“${text}” has more than one ~.`, suggestions: [`~${rest}`] }),
    ],
    [
      /^(?:about|around|approx\.?|approximately|roughly|circa|c\.|ca\.?|≈|～) ?(.+)$/,
      ([, rest = ''], text) => ({
        message: `“${text}” is not how an approximate time is written.`,
        hint: 'A time that is known roughly has a ~ before it.',
        suggestions: [`~${rest}`],
      }),
    ],
    [
      /^(?:before|until|till|to|no later than|not later than|<) ?(.+)$/,
      ([, rest = ''], text) => ({
        message: `“${text}” is not how an open time is written.`,
        hint: 'What happened at some time up to A is “by A”.',
        suggestions: [`by ${rest}`],
      }),
    ],
    [
      /^(?:since|from|later than|>) ?((?:(?! to | until | - |–|\.\.).)+)$/,
      ([, rest = ''], text) => ({
        message: `“${text}” is not how an open time is written.`,
        hint: 'What happened at some time from A on is “after A”.',
        suggestions: [`after ${rest}`],
      }),
    ],
    [
      /^(?:between |from )?(.+?)(?: and | to | until | till | ?[–—…~] ?| ?\.\.\. ?| - |(?<=:[\d?]{2})-)(.+)$/,
      ([, from = '', to = ''], text) => ({
        message: `“${text}” is not how a range is written.`,
        hint: 'A range is A .. B, with two full stops.',
        suggestions: [`${from} .. ${to}`],
      }),
    ],
    [
      /^(.* )?(~?)(\d{1,2})[.h](\d{2})(?: ?uhr)?$/,
      ([, before = '', about = '', hour = '', minute = ''], text) => ({
        message: `“${text}” is not how a clock time is written.`,
        hint: 'Hours and minutes have a colon between them.',
        suggestions: [`${before}${about}${hour}:${minute}`],
      }),
    ],
    [
      /^(.* )?(~?)(\d{1,2}):(\d)$/,
      ([, before = '', about = '', hour = '', minute = ''], text) => ({
        message: `“${text}” has one digit for the minute.`,
        hint: 'Minutes have two digits; an unknown one is written ?.',
        suggestions: [`${hour}:0${minute}`, `${hour}:${minute}0`, `${hour}:${minute}?`].map(
          (c) => `${before}${about}${c}`,
        ),
      }),
    ],
    [
      /^(~?)(?:t ?)?(\+?) ?(\d{1,4})(?::(\d{2}))? ?(|m|mins?|minutes?|h|hrs?|hours?|s|secs?|seconds?)$/,
      explainLapse,
    ],
    [
      /^(.* )?(~?)(\d{1,2})(?: ?h| ?uhr| o'?clock)?$/,
      ([, before = '', about = '', hour = ''], text) => ({
        message: `“${text}” has no minutes.`,
        suggestions: [`${before}${about}${hour}:00`],
      }),
    ],
    [
      /^(.* )?(~?)(noon|midday|midnight)$/,
      ([, before = '', about = '', word = ''], text) => ({
        message: `“${text}” is not how a clock time is written.`,
        ...(word === 'midnight' ? { hint: 'A day begins with 00:00.' } : {}),
        suggestions: [`${before}${about}${word === 'midnight' ? '00:00' : '12:00'}`],
      }),
    ],
    [
      /^(?:early|morning|afternoon|evening|night)$/,
      (_, text) => ({
        message: `“${text}” has no day.`,
        hint: `Write the day before it, like 2026-03-14 ${text}.`,
      }),
    ],
    [
      /^(?:\?+|tbd|tba|n\/?a|none|null|nil|unclear|unknown.*|not known|-+|\.+|x+)$/,
      (_, text, noun) => ({
        message: `“${text}” is not a ${noun}.`,
        hint: 'What happened at a time that nobody wrote down is “unknown”.',
        suggestions: ['unknown'],
      }),
    ],
  ];

/**
 * Says more of a text that was refused as a time: what it looks like and what to write instead. Where it
 * looks like nothing in particular the refusal stays, with a word on how times are written. The caller drops
 * suggestions that cannot be read.
 */
export function explainNearMiss(words: string, refusal: Refusal, noun: 'time' | 'date' = 'time'): Refusal {
  // What is wrong with the values of a well-formed time was said already.
  const isSaid =
    (refusal.suggestions?.length ?? 0) > 0 || /^There is no|does not exist|outside/.test(refusal.message);
  const text = words.toLowerCase();
  if (isSaid || text === '' || text.length > 120) return refusal;
  for (const [pattern, explain] of MISSES) {
    const found = pattern.exec(text);
    const miss = found === null ? undefined : explain(found, words, noun);
    if (miss !== undefined) return refuse(miss.message, miss);
  }
  return refuse(refusal.message, { hint: refusal.hint ?? WRITTEN });
}

/** `+90 minutes`, `+1:30`, `35m`, `T+60`: a length counted from another time; a bare number is an hour instead. */
function explainLapse(
  [, about = '', plus, amount = '', minutes, unit = '']: RegExpExecArray,
  text: string,
): Miss | undefined {
  const isBare = unit === '' && minutes === undefined;
  if (plus === '' && (unit === '' || /^t/i.test(text))) return undefined;
  if (minutes !== undefined && (unit !== '' || Number(minutes) > 59)) return undefined;
  const sizes = isBare ? ['m', 'h'] : [unit.charAt(0)];
  const lapses =
    minutes === undefined
      ? sizes.map((size) => `${about}+${Number(amount)}${size}`)
      : [`${about}+${Number(amount)}h${Number(minutes)}m`];
  // `13h` is an hour of the day to some.
  const isHour = plus === '' && unit === 'h' && Number(amount) > 9 && Number(amount) < 24;
  return {
    message: `“${text}” is not how a length of time is written.`,
    hint: 'A time that is counted from the one before, or from started, is +35m or +1h30m.',
    suggestions: [...lapses, ...(isHour ? [`${about}${amount}:00`] : [])],
  };
}

function listOf(text: string | undefined): string[] {
  return text === undefined ? [] : [text];
}

/** A date as it is written here, and the clock time behind it; undefined if there is no such month. */
function dateFrom(year: string, month: string, day: string, rest: string): string | undefined {
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return undefined;
  const full = year.length === 2 ? `20${year}` : year;
  const time = rest.trim();
  return `${isoDay(Number(full), Number(month), Number(day))}${time === '' ? '' : ` ${time}`}`;
}
