import * as z from 'zod';
import { field, type FieldMeta } from '../validate/schema/field.js';
import { choice } from '../validate/schema/value.js';

/** Settings are written for the builder, so nothing of them is shown but what pages name on purpose. */
export const own = (description: string, ...examples: unknown[]): FieldMeta => ({
  description,
  examples,
  shown: 'never',
});

/** A list that is empty when absent. */
export const list = <S extends z.ZodType>(entry: S, description: string, example: unknown) =>
  field(z.array(entry), own(description, [example])).default([]);

/** The level of a rule or a policy. */
export const level = choice(
  { error: 'Fails `check`.', warning: 'Is reported.', info: 'Is mentioned.', off: 'Is not looked for.' },
  { description: 'How bad a finding of this rule is.', shown: 'never' },
);
