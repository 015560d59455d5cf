/** What the tests of time write down: texts, as an author would, and what the tool makes of them. */
import * as fc from 'fast-check';
import { parseWhen } from '../../src/time/parseWhen.js';
import type { Refusal } from '../../src/time/refusal.js';
import { resolveWhen } from '../../src/time/resolveWhen.js';
import type { When } from '../../src/time/when.js';
import type { WhenContext } from '../../src/time/whenContext.js';

export const zones = [
  'UTC',
  'Europe/Dublin',
  'America/Chicago',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/Sao_Paulo',
] as const;

/** Parses and resolves a text; a refusal of either step is the result. */
export function read(text: string, context: WhenContext): { ok: true; when: When } | Refusal {
  const parsed = parseWhen(text);
  return parsed.ok ? resolveWhen(parsed.form, context) : parsed;
}

/** The time that a text means where a time must be whole; fails the test if it means none. */
export function whenOf(text: string, zone = 'Europe/Dublin'): When {
  return inContext(text, { zone, field: 'started' });
}

/** The time that a text means in its surroundings; fails the test if it means none. */
export function inContext(text: string, context: WhenContext): When {
  const found = read(text, context);
  if (!found.ok) throw new Error(`${text}: ${found.message}`);
  return found.when;
}

/** The refusal of a text; fails the test if it is accepted. */
export function refusalOf(
  text: string,
  context: WhenContext = { zone: 'Europe/Dublin', field: 'started' },
): Refusal {
  const found = read(text, context);
  if (found.ok) throw new Error(`“${text}” was read as ${intervalOf(found.when)}`);
  return found;
}

/** `2026-03-14T13:00Z/2026-03-14T13:01Z`, the interval in UTC; an open end is `..`, as in ISO 8601. */
export function intervalOf(when: When): string {
  const end = (instant: number | null): string =>
    instant === null ? '..' : new Date(instant).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
  return `${end(when.earliest)}/${end(when.latest)}`;
}

const pad = (value: number): string => String(value).padStart(2, '0');
const month = fc.integer({ min: 1, max: 12 }).map(pad);
const dayText = fc.tuple(
  fc.integer({ min: 2008, max: 2028 }),
  month,
  fc.integer({ min: 1, max: 31 }).map(pad),
);
const day = dayText.map(([y, m, d]) => `${y}-${m}-${d}`);
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${pad(h)}:${pad(m)}`);
const vague = fc.constantFrom('14:??', '1?:20', '0?:??', '22:3?', '??:05', '3:15:0?');
const part = fc.constantFrom('early', 'morning', 'afternoon', 'evening', 'night');
const offset = fc.constantFrom('Z', '+01:00', '-05:00', '+05:45', '+14:00');
const tilde = fc.constantFrom('', '~');

const full = fc.oneof(
  fc.tuple(tilde, day, clock).map(([a, d, c]) => `${a}${d} ${c}`),
  fc.tuple(tilde, day, clock, offset).map(([a, d, c, o]) => `${a}${d}T${c}${o}`),
  fc.tuple(day, clock).map(([d, c]) => `${d} ${c}:17`),
  fc.tuple(tilde, day, vague).map(([a, d, c]) => `${a}${d} ${c}`),
  fc.tuple(tilde, day, part).map(([a, d, p]) => `${a}${d} ${p}`),
  fc.tuple(tilde, day).map(([a, d]) => `${a}${d}`),
  fc.tuple(tilde, fc.integer({ min: 2008, max: 2028 }), month).map(([a, y, m]) => `${a}${y}-${m}`),
  fc.tuple(tilde, fc.integer({ min: 2008, max: 2028 })).map(([a, y]) => `${a}${y}`),
  fc.constantFrom('201?', '2014-0?', '2014-03-1?', '2014-??-1?', '2016-02-??', '2011-12-3?'),
);

/** Texts that stand for a time by themselves, most of which mean one. */
export const wholeText = fc.oneof(
  { weight: 6, arbitrary: full },
  { weight: 2, arbitrary: fc.tuple(full, full).map(([a, b]) => `${a} .. ${b}`) },
  { weight: 1, arbitrary: fc.tuple(full, clock).map(([a, b]) => `${a} .. ${b}`) },
  { weight: 1, arbitrary: full.map((a) => `after ${a}`) },
  { weight: 1, arbitrary: full.map((a) => `by ${a}`) },
  { weight: 1, arbitrary: fc.constant('unknown') },
);

/** Texts that need their surroundings. */
export const bareText = fc.oneof(
  fc.tuple(tilde, clock).map(([a, c]) => `${a}${c}`),
  vague,
  fc
    .tuple(tilde, fc.constantFrom('+17m', '+1h30m', '+2d', '+45s', '+1d2h', '+0m'))
    .map(([a, l]) => `${a}${l}`),
  fc.tuple(clock, clock).map(([a, b]) => `${a} .. ${b}`),
  clock.map((c) => `after ${c}`),
  clock.map((c) => `by ${c}`),
  clock.map((c) => `${c}Z`),
);

/** Texts on the axis of days. */
const countedText = fc
  .tuple(
    fc.integer({ min: 1, max: 9 }),
    fc.oneof(
      fc.constant(''),
      part,
      vague,
      fc.tuple(tilde, clock).map((t) => t.join('')),
    ),
  )
  .map(([n, rest]) => `day ${n} ${rest}`.trim());

/** A time in some zone; on either axis. */
export const anyWhen: fc.Arbitrary<When> = fc
  .tuple(
    fc.oneof({ weight: 6, arbitrary: wholeText }, { weight: 1, arbitrary: countedText }),
    fc.constantFrom(...zones),
  )
  .map(([text, zone]) => read(text, { zone, field: 'started' }))
  .filter((found) => found.ok)
  .map((found) => found.when);

/** A time on the calendar, close enough to others to overlap now and then. */
export const nearWhen: fc.Arbitrary<When> = fc
  .tuple(
    fc.integer({ min: 10, max: 16 }),
    fc.oneof(
      clock,
      vague,
      part,
      fc.constant(''),
      clock.map((c) => `~${c}`),
    ),
    fc.constantFrom('', '', '', 'after ', 'by '),
  )
  .map(([d, rest, open]) => whenOf(`${open}2026-03-${d} ${rest}`.trim(), 'America/Chicago'));
