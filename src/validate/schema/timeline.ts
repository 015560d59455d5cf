import { z } from 'zod';
import { field } from './field.js';
import { block, inline, line } from './text.js';
import { choice, flag, fullDate, oneOrList, url, when } from './value.js';

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

const question = z.strictObject({
  date: fullDate({
    description: 'The day it was asked or answered.',
    examples: ['2026-03-20'],
    shown: 'questions',
  }).optional(),
  question: inline({
    description: 'What a reader asked. Absent when this entry goes on with the answer before.',
    examples: ['Will my order arrive?'],
    shown: 'questions',
    replaceable: true,
  }).optional(),
  answer: block({
    description: 'What was answered. Absent when nobody has yet, or when this is a reply.',
    examples: ['Yes. It was delayed by a day.'],
    shown: 'questions',
  }).optional(),
  internal: flag({
    description: 'Withholds this entry where `questions` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the question.',
    examples: ['Will orders arrive?'],
    shown: 'questions',
  }).optional(),
});

export const questions = field(
  z.array(
    field(question, {
      description: 'A question, a reply to the entry before, or a question with its answer.',
      examples: [{ question: 'Will my order arrive?', answer: 'Yes.' }],
      shown: 'questions',
    }),
  ),
  {
    description: 'A conversation with readers.',
    examples: [[{ question: 'Will my order arrive?', answer: 'Yes.' }]],
    shown: 'questions',
  },
);
