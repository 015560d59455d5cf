import { z } from 'zod';
import { kinds } from '../validate/schema/incident.js';
import { itemTypes } from '../validate/schema/remediation.js';
import { field } from '../validate/schema/field.js';
import { amount, choice, fullDate, slug } from '../validate/schema/value.js';
import { level, list, own } from './settingsField.js';

const within = (description: string) =>
  field(
    z.string().regex(/^\d+(?:bd|d|w)$/, { error: 'is not a number of days: write `30d`, `5bd` or `4w`' }),
    own(description, '30d', '5bd'),
  );

/** A policy that others have published. */
export const preset = z.strictObject({
  preset: choice(
    { pagerduty: 'As PagerDuty advises.', atlassian: 'As Atlassian advises.' },
    { description: 'A policy that others have published.', shown: 'never' },
  ),
  severity: list(slug(own('A severity.', 'major')), 'The severities it is for.', 'major'),
  level: level.optional(),
});

/** A policy of the company's own. */
export const policy = z.strictObject({
  id: slug(own('Its name in diagnostics.', 'major-fixes')),
  when: field(
    z.strictObject({
      severity: list(slug(own('A severity.', 'major')), 'Any of these severities.', 'major'),
      kind: list(
        choice(kinds, { description: 'A kind.', shown: 'never' }),
        'Any of these kinds.',
        'incident',
      ),
      service: list(slug(own('A service.', 'checkout')), 'Any of these services.', 'checkout'),
      tag: list(slug(own('A tag.', 'storage')), 'Any of these tags.', 'storage'),
      since: fullDate(own('Incidents that started on this day or later.', '2025-01-01')).optional(),
    }),
    own('Which incidents it is for; absent: all.', { severity: ['major'] }),
  ).optional(),
  require: field(
    z.strictObject({
      remediation: field(
        z.strictObject({
          min: amount(own('At least so many items.', '1')).optional(),
          types: list(
            choice(itemTypes, { description: 'A type.', shown: 'never' }),
            'At least one of each of these types.',
            'prevent',
          ),
          each: list(
            field(
              z.enum(['owner', 'due', 'addresses', 'priority', 'ticket', 'done_when']),
              own('A field.', 'owner'),
            ),
            'Fields that each item must have.',
            'owner',
          ),
          due_within: within('Each item is due within this time.').optional(),
          from: field(
            z.enum(['started', 'resolved', 'public']),
            own('From when the time counts.', 'resolved'),
          ).optional(),
        }),
        own('What it asks of remediation.', { min: 1 }),
      ).optional(),
      finished_within: within('The text is final within this time.').optional(),
      public_within: within('The text is public within this time.').optional(),
    }),
    own('What it asks.', { finished_within: '5bd' }),
  ),
  level: level.optional(),
});
