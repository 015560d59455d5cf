import * as z from 'zod';
import type { Block, Inline } from '../../parse/textKind.js';
import { field, type FieldMeta } from './field.js';

export type { Block, Inline };

type Words = Omit<FieldMeta, 'text'>;

/** Plain text in one line: titles, labels, values, names. */
export function line(meta: Words) {
  const schema = z
    .string()
    .trim()
    .min(1, { error: 'is empty' })
    .regex(/^[^\r\n]*$/, { error: 'must stand on one line' });
  return field(schema, { ...meta, text: 'line' });
}

/** A text of one paragraph with Markdown's inline syntax: every `text`, `note`, `summary` and the like. */
export function inline(meta: Words) {
  return field(paragraphs<Inline>(), {
    ...meta,
    text: 'inline',
  });
}

/** Whole Markdown. */
export function block(meta: Words) {
  return field(paragraphs<Block>(), { ...meta, text: 'block' });
}

/** A text that is not empty, known from here on as Markdown of one kind. */
function paragraphs<Kind extends string>(): z.ZodType<Kind, string> {
  return z.string().trim().min(1, { error: 'is empty' }) as unknown as z.ZodType<Kind, string>;
}
