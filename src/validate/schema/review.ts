import * as z from 'zod';
import { field } from './field.js';
import { line } from './text.js';
import { day, reference, url } from './value.js';

const person = (description: string) => reference({ description, examples: ['kim'], shown: 'never' });

/** Who wrote the text. */
export const authors = field(z.array(person('A person of `site.yaml`.')), {
  description: 'Who wrote it.',
  examples: [['kim']],
  shown: 'never',
});

/** Who did what. */
export const roles = field(z.record(z.string(), person('A person of `site.yaml`.')), {
  description: 'Who did what during the incident.',
  examples: [{ commander: 'kim', scribe: 'lee' }],
  shown: 'never',
});

/** The meeting about it. */
export const review = field(
  z.strictObject({
    date: day({
      description: 'The day of the review.',
      examples: ['2026-03-16'],
      shown: 'never',
    }).optional(),
    notes: url({
      description: 'Its notes.',
      examples: ['https://notes.example.com/1'],
      shown: 'never',
    }).optional(),
    attended: field(z.array(person('A person of `site.yaml`.')), {
      description: 'Who was there.',
      examples: [['kim', 'lee']],
      shown: 'never',
    }).optional(),
  }),
  { description: 'The meeting about it.', examples: [{ date: '2026-03-16' }], shown: 'never' },
);

/** Where colleagues find more. */
export const links = field(
  z.array(
    field(
      z.strictObject({
        title: line({ description: 'What it is.', examples: ['Dashboard'], shown: 'never' }),
        url: url({
          description: 'Where it is.',
          examples: ['https://grafana.example.com/d/1'],
          shown: 'never',
        }),
      }),
      {
        description: 'One link.',
        examples: [{ title: 'Dashboard', url: 'https://grafana.example.com/d/1' }],
        shown: 'never',
      },
    ),
  ),
  {
    description: 'Where colleagues find more.',
    examples: [[{ title: 'Dashboard', url: 'https://grafana.example.com/d/1' }]],
    shown: 'never',
  },
);
