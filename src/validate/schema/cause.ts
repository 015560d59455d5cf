import * as z from 'zod';
import { field } from './field.js';
import { inline } from './text.js';
import { choice, entryId, flag, reference } from './value.js';

const causeKinds = {
  trigger: 'What set it off.',
  root: 'Why it could happen at all.',
  contributing: 'What made it likelier, larger, longer or later noticed.',
  mitigating: 'What kept it from being worse.',
} as const;

const cause = z.strictObject({
  id: entryId({ description: 'Its name within this file.', examples: ['C1'], shown: 'causes' }),
  kind: choice(causeKinds, { description: 'What part it played.', shown: 'causes' }),
  category: reference({
    description: 'A category of `site.yaml`.',
    examples: ['capacity'],
    shown: 'causes',
  }).optional(),
  text: inline({
    description: 'The cause, about the system and never about a person.',
    examples: ['A log that should have been rotated filled the disk.'],
    shown: 'causes',
    replaceable: true,
  }),
  internal: flag({
    description: 'Withholds this entry where `causes` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the text.',
    examples: ['A disk filled up.'],
    shown: 'causes',
  }).optional(),
});

export const causes = field(
  z.array(
    field(cause, {
      description: 'One cause.',
      examples: [{ id: 'C1', kind: 'trigger', text: 'A log filled the disk.' }],
      shown: 'causes',
    }),
  ),
  {
    description: 'Why it happened, and why it was as bad as it was.',
    examples: [[{ id: 'C1', kind: 'trigger', text: 'A log filled the disk.' }]],
    shown: 'causes',
  },
);
