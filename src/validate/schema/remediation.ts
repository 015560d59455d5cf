import * as z from 'zod';
import { field } from './field.js';
import { inline, line } from './text.js';
import {
  choice,
  day,
  dayOrUnknown,
  entryId,
  entryIdForm,
  flag,
  fullDate,
  oneOrList,
  reference,
  ticket,
} from './value.js';

export const itemTypes = {
  prevent: 'It cannot come again.',
  detect: 'It is noticed sooner.',
  mitigate: 'It is smaller or shorter.',
  repair: 'It puts right what broke.',
  process: 'It changes how we work.',
  investigate: 'It finds out what we do not know.',
} as const;

export const itemStates = {
  proposed: 'Somebody thinks we should; nobody has promised. Never public.',
  open: 'Promised, not begun.',
  'in-progress': 'Begun.',
  blocked: 'Begun or not, it waits for something else.',
  done: 'Done.',
  'wont-do': 'Dropped, for a reason.',
  superseded: 'Another item took its place.',
} as const;

const moved = z.strictObject({
  from: day({ description: 'The due date before.', examples: ['2026-03-24'], shown: 'remediation' }),
  date: fullDate({
    description: 'The day it was moved.',
    examples: ['2026-03-20'],
    shown: 'remediation',
  }).optional(),
  reason: inline({ description: 'Why.', examples: ['The part was late.'], shown: 'never' }).optional(),
});

const verified = z.strictObject({
  date: day({ description: 'When it was looked at again.', examples: ['2026-06-01'], shown: 'remediation' }),
  result: choice(
    {
      effective: 'It did what it was meant to.',
      ineffective: 'It did not.',
      unclear: 'Nobody can say.',
    },
    { description: 'What was found.', shown: 'remediation' },
  ),
  note: inline({
    description: 'How it was found out.',
    examples: ['The drill raised the alert.'],
    shown: 'never',
  }).optional(),
});

const item = z.strictObject({
  id: entryId({
    description: 'Its name within this file; never used again for another.',
    examples: ['R1'],
    shown: 'remediation',
  }),
  title: line({
    description: 'What will be different, beginning with a verb.',
    examples: ['Alert on the volume that holds the orders'],
    shown: 'remediation',
    replaceable: true,
  }),
  type: choice(itemTypes, { description: 'What it does about the incident.', shown: 'remediation' }),
  priority: line({ description: 'A priority of `site.yaml`.', examples: ['P1'], shown: 'never' }).optional(),
  state: choice(itemStates, { description: 'How far it is.', shown: 'remediation' }).default('open'),
  owner: reference({
    description: 'One person or team of `site.yaml`.',
    examples: ['kim'],
    shown: 'never',
  }).optional(),
  team: reference({
    description: 'A team of `site.yaml`; the owner’s when absent.',
    examples: ['storage'],
    shown: 'never',
  }).optional(),
  opened: day({
    description:
      'When it was written down; the review’s day when absent, else the day of `resolved`, else of `started`.',
    examples: ['2026-03-16'],
    shown: 'never',
  }).optional(),
  due: day({
    description: 'The last day on which it is in time.',
    examples: ['2026-03-31', '2026-Q2'],
    shown: 'remediation',
  }).optional(),
  moved: field(
    z.array(
      field(moved, {
        description: 'One earlier due date.',
        examples: [{ from: '2026-03-24' }],
        shown: 'remediation',
      }),
    ),
    {
      description: 'Earlier due dates, oldest first.',
      examples: [[{ from: '2026-03-24', date: '2026-03-20' }]],
      shown: 'remediation',
    },
  ).optional(),
  done: dayOrUnknown({
    description: 'When it was done. `unknown` is kept, and never counted as in time.',
    examples: ['2026-03-29', 'unknown'],
    shown: 'remediation',
  }).optional(),
  done_when: inline({
    description: 'How one can tell that it is done.',
    examples: ['An alert fires at 80 % in a drill.'],
    shown: 'remediation',
  }).optional(),
  verified: field(verified, {
    description: 'Whether it did what it was meant to.',
    examples: [{ date: '2026-06-01', result: 'effective' }],
    shown: 'remediation',
  }).optional(),
  ticket: oneOrList(ticket({ description: 'Its ticket.', examples: ['PAY-42'], shown: 'never' }), {
    description: 'Its ticket, or a list of them.',
    examples: ['PAY-42', 'gh:owner/repo#7'],
    shown: 'never',
  }).optional(),
  addresses: field(
    z.array(
      reference(
        { description: 'A cause of this file.', examples: ['C1'], shown: 'remediation' },
        entryIdForm,
      ),
    ),
    { description: 'The causes that it is about.', examples: [['C1']], shown: 'remediation' },
  ).optional(),
  reason: inline({
    description: 'Why it will not be done.',
    examples: ['The service is retired in May.'],
    shown: 'remediation',
  }).optional(),
  superseded_by: field(
    z.string().regex(/^(?:[a-z0-9-]+#)?[A-Z]+[0-9]+$/, {
      error: 'is not an item: write `R2`, or `<incident id>#R2`',
    }),
    {
      description: 'The item that took its place.',
      examples: ['2026-03-14-full-disk#R2'],
      shown: 'remediation',
    },
  ).optional(),
  internal: flag({
    description: 'Withholds this item where `remediation` is shown.',
    examples: ['true'],
    shown: 'never',
  }).optional(),
  public: line({
    description: 'What customers read instead of the title.',
    examples: ['Notice a full disk before it hurts'],
    shown: 'remediation',
  }).optional(),
});

/** The keys of an item, in the order in which they are written. */
export const itemKeys: readonly string[] = Object.keys(item.shape);

export const remediation = field(
  z.array(
    field(item, {
      description: 'One thing that was promised.',
      examples: [{ id: 'R1', title: 'Alert on the volume that holds the orders', type: 'detect' }],
      shown: 'remediation',
    }),
  ),
  {
    description: 'What will be done about it, with owners and dates.',
    examples: [[{ id: 'R1', title: 'Alert on the volume that holds the orders', type: 'detect' }]],
    shown: 'remediation',
  },
);
