import * as z from 'zod';
import { field } from './field.js';
import { inline } from './text.js';
import { choice, flag, when } from './value.js';

const updateStates = {
  investigating: 'We know of it and look for the cause.',
  identified: 'We know the cause.',
  monitoring: 'It is mended, and we watch.',
  resolved: 'It is over.',
  update: 'News without a change of state.',
} as const;

const update = z.strictObject({
  at: when({ description: 'When it was said.', examples: ['2026-03-14 09:50'], shown: 'updates' }),
  state: choice(updateStates, { description: 'What was said to be the state.', shown: 'updates' }),
  text: inline({
    description: 'What was said, word for word.',
    examples: ['We are looking into failing checkouts.'],
    shown: 'updates',
    replaceable: true,
  }),
  internal: flag({
    description: 'Withholds this entry where `updates` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the text.',
    examples: ['We are looking into it.'],
    shown: 'updates',
  }).optional(),
});

export const updates = field(
  z.array(
    field(update, {
      description: 'One message.',
      examples: [
        { at: '2026-03-14 09:50', state: 'investigating', text: 'We are looking into failing checkouts.' },
      ],
      shown: 'updates',
    }),
  ),
  {
    description: 'What was said while it went on, word for word.',
    examples: [
      [{ at: '2026-03-14 09:50', state: 'investigating', text: 'We are looking into failing checkouts.' }],
    ],
    shown: 'updates',
  },
);
