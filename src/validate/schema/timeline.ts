import * as z from 'zod';
import { field } from './field.js';
import { inline, line } from './text.js';
import { choice, flag, oneOrList, url, when } from './value.js';

const entryKinds = {
  'lead-up': 'What came before and turned out to matter.',
  started: 'It began to hurt.',
  detected: 'A person knew.',
  escalated: 'More people were called.',
  diagnosed: 'A cause was found, or ruled out.',
  acted: 'Something was changed.',
  mitigated: 'It stopped hurting.',
  resolved: 'It was over for us.',
  communicated: 'Something was said to those affected.',
  note: 'Anything else.',
} as const;

const entry = z.strictObject({
  at: when({
    description:
      'When. A clock time alone is the first such time after the entry before; `+17m` counts from it; without a time the entry stands between its neighbours.',
    examples: ['2026-03-14 09:05', '~09:40', '+17m'],
    shown: 'timeline',
  }).optional(),
  until: when({
    description: 'When it ended, for what took time.',
    examples: ['11:30'],
    shown: 'timeline',
  }).optional(),
  kind: choice(entryKinds, { description: 'What kind of event this is.', shown: 'timeline' }).default('note'),
  text: inline({
    description: 'What happened, in a sentence or two.',
    examples: ['Checkout begins to fail.'],
    shown: 'timeline',
    replaceable: true,
  }),
  channel: line({ description: 'Where it was said.', examples: ['status page'], shown: 'never' }).optional(),
  evidence: oneOrList(
    url({
      description: 'Where it can be seen.',
      examples: ['https://grafana.example.com/d/1'],
      shown: 'never',
    }),
    {
      description: 'Where it can be seen: an address or a list of them.',
      examples: ['https://grafana.example.com/d/1'],
      shown: 'never',
    },
  ).optional(),
  internal: flag({
    description: 'Withholds this entry where `timeline` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the text.',
    examples: ['We found the cause.'],
    shown: 'timeline',
  }).optional(),
});

export const timeline = field(
  z.array(
    field(entry, {
      description: 'One event.',
      examples: [{ at: '2026-03-14 09:05', kind: 'started', text: 'Checkout begins to fail.' }],
      shown: 'timeline',
    }),
  ),
  {
    description: 'What happened, in order.',
    examples: [[{ at: '2026-03-14 09:05', kind: 'started', text: 'Checkout begins to fail.' }]],
    shown: 'timeline',
  },
);
