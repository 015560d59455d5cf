import * as z from 'zod';
import { field } from './field.js';
import { when } from './value.js';

/** When maintenance was planned. */
export const scheduled = field(
  z.strictObject({
    from: when({
      description: 'When it is to begin; may lie ahead.',
      examples: ['2026-04-01 22:00'],
      shown: 'always',
    }),
    to: when({
      description: 'When it is to end; absent: nobody said.',
      examples: ['2026-04-02 00:00'],
      shown: 'always',
    }).optional(),
    announced: when({
      description: 'When it was announced.',
      examples: ['2026-03-25'],
      shown: 'always',
    }).optional(),
  }),
  {
    description: 'When maintenance was planned, also where it went wrong.',
    examples: [{ from: '2026-04-01 22:00', to: '2026-04-02 00:00' }],
    shown: 'always',
  },
);
