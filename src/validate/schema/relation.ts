import * as z from 'zod';
import { field } from './field.js';
import { line } from './text.js';
import { choice, reference, url } from './value.js';

const relations = {
  'recurrence-of': 'This one is a recurrence of that one.',
  'same-cause': 'This one has the same cause as that one.',
  'caused-by': 'This one was caused by that one.',
  follows: 'This one follows that one.',
} as const;

/** What it has to do with other incidents. */
export const related = field(
  z.array(
    field(
      z
        .strictObject({
          id: reference({
            description: 'An incident of this history.',
            examples: ['2025-11-02-disk-full'],
            shown: 'related',
          }).optional(),
          url: url({
            description: 'A report elsewhere.',
            examples: ['https://example.com/report'],
            shown: 'never',
          }).optional(),
          title: line({
            description: 'Its title, with `url`.',
            examples: ['The report'],
            shown: 'never',
          }).optional(),
          how: choice(relations, { description: 'How this one relates to that one.', shown: 'related' }),
        })
        .refine((entry) => (entry.id === undefined) !== (entry.url === undefined), {
          error: 'needs either `id`, or `url` and `title`',
        })
        .refine((entry) => entry.url === undefined || entry.title !== undefined, {
          error: 'needs a `title` with its `url`',
        }),
      {
        description: 'One relation.',
        examples: [{ id: '2025-11-02-disk-full', how: 'recurrence-of' }],
        shown: 'related',
      },
    ),
  ),
  {
    description: 'Other incidents that this one has to do with.',
    examples: [[{ id: '2025-11-02-disk-full', how: 'recurrence-of' }]],
    shown: 'related',
  },
);
