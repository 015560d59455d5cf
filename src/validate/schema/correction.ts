import * as z from 'zod';
import { field } from './field.js';
import { inline } from './text.js';
import { fullDate } from './value.js';

/** What was changed in a public text. */
export const corrections = field(
  z.array(
    field(
      z.strictObject({
        date: fullDate({
          description: 'The day of the change.',
          examples: ['2026-03-22'],
          shown: 'always',
        }),
        text: inline({
          description: 'What was changed, and why.',
          examples: ['The number of orders was too low.'],
          shown: 'always',
        }),
      }),
      {
        description: 'One correction.',
        examples: [{ date: '2026-03-22', text: 'The number of orders was too low.' }],
        shown: 'always',
      },
    ),
  ),
  {
    description: 'What we changed in a public text after it was public.',
    examples: [[{ date: '2026-03-22', text: 'The number of orders was too low.' }]],
    shown: 'always',
  },
);
