import * as z from 'zod';
import { field } from './field.js';
import { inline, line } from './text.js';
import { day, reference } from './value.js';

/** Rules set aside, on the record. */
export const waive = field(
  z.array(
    field(
      z.strictObject({
        rule: reference({ description: 'The rule’s id.', examples: ['due-missing'], shown: 'never' }),
        at: line({
          description:
            'The entry or key it is set aside for, e.g. `R1` or `detected`; absent: the whole file.',
          examples: ['R1'],
          shown: 'never',
        }).optional(),
        reason: inline({ description: 'Why.', examples: ['The report names no date.'], shown: 'never' }),
        by: reference({
          description: 'Who decided: a person or team of `site.yaml`.',
          examples: ['kim'],
          shown: 'never',
        }),
        until: day({
          description: 'The last day on which it holds.',
          examples: ['2026-12-31'],
          shown: 'never',
        }).optional(),
      }),
      {
        description: 'One rule set aside.',
        examples: [{ rule: 'due-missing', at: 'R1', reason: 'The report names no date.', by: 'kim' }],
        shown: 'never',
      },
    ),
  ),
  {
    description: 'Rules set aside, on the record.',
    examples: [[{ rule: 'due-missing', at: 'R1', reason: 'The report names no date.', by: 'kim' }]],
    shown: 'never',
  },
);
