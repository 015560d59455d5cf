import * as z from 'zod';
import { parseDay, parseDayOrUnknown } from '../../time/day.js';
import { parseLasted } from '../../time/lapse.js';
import { parseWhen } from '../../time/parseWhen.js';
import { unknownZone } from '../../time/axis.js';
import { isSafeUrl } from '../../parse/safeUrl.js';
import { refuse, type Refusal } from '../../time/refusal.js';
import { parseZone } from '../../time/zone.js';
import { quote, quoteWhole } from '../../diagnostic/quote.js';
import { listWords } from '../suggestion.js';
import { field, type FieldMeta } from './field.js';

/** Adds our own rule id, and the way out, to an issue of zod. */
export interface IssueParams {
  rule: string;
  hint?: string | undefined;
  /** Why one of our own parsers did not take the text. */
  refusal?: Refusal;
}

/** A schema of texts that one of our own parsers reads: `read` gives the value, or what is wrong with the text. */
function parsed<T, V>(
  rule: string,
  parse: (text: string) => ({ ok: true } & T) | Refusal,
  read: (result: T) => V,
) {
  return z.string().transform((text, context): V => {
    const result = parse(text);
    if (result.ok) return read(result);
    const params: IssueParams = { rule, refusal: result };
    context.issues.push({ code: 'custom', message: withoutStop(result.message), input: text, params });
    return z.NEVER;
  });
}

/** A refusal's hint and the texts it suggests, as one sentence or two; undefined when it has neither. */
export function describeWayOut({ hint, suggestions = [], shorter }: Refusal): string | undefined {
  if (shorter !== undefined) {
    const other =
      suggestions.length === 0 ? '' : ` If another zone is meant, it is ${listWords(suggestions)}.`;
    return `${hint ?? ''} Write ${quoteWhole(shorter)}.${other}`.trim();
  }
  const offer = suggestions.length === 0 ? undefined : `Did you mean ${listWords(suggestions)}?`;
  return [offer, hint].filter((one) => one !== undefined).join(' ') || undefined;
}

/** Messages of diagnostics have no full stop. */
export function withoutStop(message: string): string {
  return message.replace(/\.$/, '');
}

/** A time as the author wrote it; the model resolves it, since that needs the zone and the entry before. */
export const when = (meta: FieldMeta) =>
  field(
    parsed('time-format', parseWhen, (result) => result.form),
    { ...meta, time: true, repair: 'unknown' },
  );

/** The time of an end, which may not have come yet. */
export const end = (meta: FieldMeta) =>
  field(
    parsed('time-format', parseEnd, (result) => result.form),
    { ...meta, time: true, repair: 'unknown' },
  );

/** Of words for "not yet" nothing is offered: `unknown` would say that it is over. */
function parseEnd(text: string): ReturnType<typeof parseWhen> {
  const result = parseWhen(text);
  const isOpen =
    /^(?:~|\?+|tb[dca]|n\/?a|none|null|nil|-+|–|no|not yet|(?:still )?(?:ongoing|pending|open|active|in progress))$/i;
  if (result.ok || !isOpen.test(text.trim())) return result;
  return refuse(`“${text.trim()}” is not a time.`, {
    hint: notYet,
  });
}

/** The way out for an end that has not come. */
export const notYet =
  'Leave the key out while it goes on; “unknown” says that it is over, and nobody wrote when.';

/** A day, month, quarter or year. */
export const day = (meta: FieldMeta) =>
  field(
    parsed('day-format', parseDay, (result) => result.day),
    meta,
  );

/** A day, or `unknown`. */
export const dayOrUnknown = (meta: FieldMeta) =>
  field(
    parsed('day-format', parseDayOrUnknown, (result) => result.day),
    meta,
  );

/** A full date. */
export const fullDate = (meta: FieldMeta) =>
  field(
    parsed(
      'day-format',
      (text) => {
        const result = parseDay(text);
        const hint = 'Write year, month and day, e.g. `2026-03-18`.';
        if (!result.ok) return { ...result, hint };
        if (result.day.precision === 'day') return result;
        return { ok: false, message: `${quote(text)} is not a full date`, hint };
      },
      (result) => result.day,
    ),
    meta,
  );

/** A length of time, e.g. `5m`; or `unknown`. */
export const lasted = (meta: FieldMeta) =>
  field(
    parsed('duration-format', parseLasted, (result) => result.lasted),
    meta,
  );

/** The time zone of a file, by its name, or `unknown`. */
export const zone = (meta: FieldMeta) =>
  field(
    parsed('unknown-zone', parseZone, (result) => result.zone),
    meta,
  );

/** A time zone by its name: the site's days must begin somewhere. */
export const knownZone = (meta: FieldMeta) =>
  field(
    parsed(
      'unknown-zone',
      (text) => (text === unknownZone ? refuse('The zone of the site cannot be unknown.') : parseZone(text)),
      (result) => result.zone,
    ),
    meta,
  );

/** `true` or `false`. */
export const flag = (meta: FieldMeta) =>
  field(
    z.enum(['true', 'false']).transform((text) => text === 'true'),
    { ...meta, scalar: 'boolean' },
  );

/** A number that is not negative. */
export const amount = (meta: FieldMeta) =>
  field(
    z
      .string()
      .regex(/^\d+(?:\.\d+)?$/, { error: 'is not a number' })
      .transform(Number),
    { ...meta, scalar: 'number' },
  );

/** One of the values given, each with its meaning. */
export function choice<const K extends string>(
  values: Record<K, string>,
  meta: Omit<FieldMeta, 'examples' | 'values'>,
) {
  const keys = Object.keys(values) as K[];
  return field(z.enum(keys as [K, ...K[]]), { ...meta, values, examples: keys.slice(0, 2) });
}

const slugForm = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** Lower-case letters, digits and hyphens: what ids and addresses are made of. */
export const slug = (meta: FieldMeta) =>
  field(
    z.string().regex(slugForm, {
      error: 'must be lower-case letters, digits and hyphens',
    }),
    meta,
  );

/**
 * The id of something that is listed elsewhere. Any text is read, since whoever knows the list can say what `Major` or
 * `@kim` was meant to be; that it is in the list is the word of a rule that blocks.
 */
export const reference = (meta: FieldMeta, form = slugForm) =>
  field(z.string().regex(/\S/, { error: 'is empty' }), { ...meta, form: form.source });

/** The form of the id of a cause or a remediation item. */
export const entryIdForm = /^[A-Z]+[0-9]+$/;

/** The id of a cause or a remediation item. */
export const entryId = (meta: FieldMeta) =>
  field(z.string().regex(entryIdForm, { error: 'must be capital letters and a number, e.g. `R1`' }), meta);

/** An address for a link. */
export const url = (meta: FieldMeta) =>
  field(
    z.string().refine(isSafeUrl, {
      error: 'is not an address of https, http or mailto',
      params: { rule: 'url-format' },
    }),
    meta,
  );

const ticketPattern = /^(?:[A-Z][A-Z0-9_]*-\d+|gh:[\w.-]+\/[\w.-]+#\d+)$/;

/** A ticket: an address, `KEY-12`, or `gh:owner/repo#7`. */
export const ticket = (meta: FieldMeta) =>
  field(
    z.string().refine((text) => ticketPattern.test(text) || isSafeUrl(text), {
      error: 'is not a ticket: an address, `KEY-12` or `gh:owner/repo#7`',
      params: { rule: 'ticket-format' },
    }),
    meta,
  );

/** One value, or a list of them; always a list for those who read it. */
export function oneOrList<S extends z.ZodType>(schema: S, meta: FieldMeta) {
  return field(
    z
      .union([schema, z.array(schema)])
      .transform((value) => (Array.isArray(value) ? value : [value]) as z.output<S>[]),
    meta,
  );
}
