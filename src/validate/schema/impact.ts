import * as z from 'zod';
import { field } from './field.js';
import { inline, line } from './text.js';
import { choice, flag, lasted, reference, when } from './value.js';

export const levels = {
  outage: 'Nobody could use the service.',
  partial: 'Some could not.',
  degraded: 'All could, but worse.',
  'data-loss': 'Data was lost; never counted as downtime. `from` and `to` are the period of the data.',
  exposure: 'Data could be seen by those who should not; never counted as downtime.',
} as const;

const entry = z.strictObject({
  service: reference({
    description: 'The service, by its id in `site.yaml`.',
    examples: ['checkout'],
    shown: 'impact',
  }),
  level: choice(levels, { description: 'How bad it was for those who used the service.', shown: 'impact' }),
  from: when({
    description: 'When it began to hurt here; `started` when absent.',
    examples: ['2026-03-14 09:05', '~09:40'],
    shown: 'impact',
  }).optional(),
  to: when({
    description: 'When it stopped hurting here; `mitigated`, else `resolved`, when absent.',
    examples: ['2026-03-14 14:02', '+20m'],
    shown: 'impact',
  }).optional(),
  lasted: lasted({
    description:
      'How long the loss was, instead of `to`, for short or repeated ones. `unknown` is shown and not counted.',
    examples: ['5m', 'unknown'],
    shown: 'impact',
  }).optional(),
  affected: inline({
    description: 'Who or what was affected, in words.',
    examples: ['Every customer in Europe'],
    shown: 'impact',
  }).optional(),
  share: line({
    description: 'Which share was affected.',
    examples: ['34%', 'about 1 in 20'],
    shown: 'impact',
  }).optional(),
  where: field(z.array(line({ description: 'A region or place.', examples: ['eu-west'], shown: 'impact' })), {
    description: 'Regions or places that were affected.',
    examples: [['eu-west']],
    shown: 'impact',
  }).optional(),
  note: inline({
    description: 'What else there is to say about this impact.',
    examples: ['Baskets were kept.'],
    shown: 'impact',
    replaceable: true,
  }).optional(),
  internal: flag({
    description: 'Withholds this entry where `impact` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: inline({
    description: 'What customers read instead of the note.',
    examples: ['Orders could not be placed.'],
    shown: 'impact',
  }).optional(),
});

export const impact = field(
  z.array(
    field(entry, {
      description: 'One service, and how it was affected.',
      examples: [{ service: 'checkout', level: 'outage' }],
      shown: 'impact',
    }),
  ),
  {
    description: 'What it meant for those who use the services: one entry a service and period.',
    examples: [[{ service: 'checkout', level: 'outage' }]],
    shown: 'impact',
  },
);

const number = z.strictObject({
  label: line({
    description: 'What was counted.',
    examples: ['Orders lost'],
    shown: 'numbers',
  }),
  value: line({
    description: 'The figure, with its unit and as exact as it is known.',
    examples: ['about 1,200'],
    shown: 'numbers',
    replaceable: true,
  }),
  internal: flag({
    description: 'Withholds this entry where `numbers` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: line({
    description: 'What customers read instead of the value.',
    examples: ['more than a thousand'],
    shown: 'numbers',
  }).optional(),
});

export const numbers = field(
  z.array(
    field(number, {
      description: 'One figure and what it counts.',
      examples: [{ label: 'Orders lost', value: 'about 1,200' }],
      shown: 'numbers',
    }),
  ),
  {
    description: 'Figures that say how large it was.',
    examples: [[{ label: 'Orders lost', value: 'about 1,200' }]],
    shown: 'numbers',
  },
);
