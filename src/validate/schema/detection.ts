import * as z from 'zod';
import { field } from './field.js';
import { inline, line } from './text.js';
import { choice, flag, url } from './value.js';

/** How it was noticed. */
export const detection = field(
  z.strictObject({
    by: choice(
      {
        monitoring: 'A machine told us.',
        staff: 'One of us saw it.',
        customer: 'A customer told us.',
        provider: 'Our provider told us.',
        outsider: 'Somebody else told us.',
      },
      { description: 'Who noticed first.', shown: 'detection' },
    ).optional(),
    note: inline({
      description: 'What noticed it, and what did not.',
      examples: ['Our alert on free space watched the wrong volume.'],
      shown: 'detection',
      replaceable: true,
    }).optional(),
    public: inline({
      description: 'What customers read instead of the note.',
      examples: ['Our own alert did not fire.'],
      shown: 'detection',
    }).optional(),
    internal: flag({
      description: 'Withholds the note where `detection` is shown.',
      examples: ['true'],
      shown: 'never',
    }).optional(),
  }),
  { description: 'How it was noticed.', examples: [{ by: 'customer' }], shown: 'detection' },
);

/** With whom it began, when not with us. */
export const provider = field(
  z.strictObject({
    name: line({ description: 'Its name.', examples: ['Example Hosting'], shown: 'provider' }),
    url: url({
      description: 'Its report or status page.',
      examples: ['https://status.example.com/'],
      shown: 'provider',
    }).optional(),
  }),
  {
    description: 'It began outside our systems: with whom.',
    examples: [{ name: 'Example Hosting', url: 'https://status.example.com/' }],
    shown: 'provider',
  },
);
