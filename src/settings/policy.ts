import * as z from 'zod';
import { parseTimeLimit, timeLimitForm, type TimeLimit } from '../time/timeLimit.js';
import { kinds } from '../validate/schema/incident.js';
import { itemTypes } from '../validate/schema/remediation.js';
import { field } from '../validate/schema/field.js';
import { line } from '../validate/schema/text.js';
import { amount, choice, fullDate, reference, slug } from '../validate/schema/value.js';
import { level, list, own } from './settingsField.js';

const within = (description: string) =>
  field(
    z
      .string()
      .regex(timeLimitForm, { error: 'is not a number of days: write `30d`, `5bd` or `4w`' })
      // The form was held to before; a text without it never gets here.
      .transform((text): TimeLimit => parseTimeLimit(text) ?? { count: 0, unit: 'd' }),
    own(description, '30d', '5bd'),
  );

const severity = list(reference(own('A severity.', 'major')), 'Any of these severities.', 'major');
const service = list(reference(own('A service.', 'checkout')), 'Any of these services.', 'checkout');
const since = fullDate(own('Incidents that started on this day or later.', '2025-01-01')).optional();

/** A policy that others have published. */
export const preset = z.strictObject({
  preset: choice(
    {
      pagerduty:
        'As PagerDuty does. Shorter: the text is final in 3 days, items of the more urgent half of `priorities`, or without one, are due in 15 days, others in 30. Longer: the text in 5 business days, items in 30 days.',
      atlassian:
        'As Atlassian does: items of the more urgent half of `priorities`, or without one, are due in 4 weeks (shorter) or 8 (longer). Atlassian decides by service, with `service` and `window`.',
    },
    {
      description:
        'A policy that others have published, for incidents of the kinds incident and security. Days count from `resolved`.',
      shown: 'never',
    },
  ),
  severity: list(
    reference(own('A severity.', 'major')),
    'The severities it is for; absent: those that are `major: true`.',
    'major',
  ),
  service,
  since,
  window: choice(
    { short: 'The shorter one.', long: 'The longer one.' },
    {
      description:
        'Which of the two published windows holds; absent: the shorter for the worst severity of `site.yaml`, the longer for others.',
      shown: 'never',
    },
  ).optional(),
  level: level.optional(),
});

/** What an item can be asked for. */
export const askedFields = ['owner', 'due', 'addresses', 'priority', 'ticket', 'done_when'] as const;

const remediation = z.strictObject({
  min: amount(
    own('At least so many items; those that are proposed, dropped or superseded do not count.', '1'),
  ).optional(),
  types: list(
    choice(itemTypes, { description: 'A type.', shown: 'never' }),
    'At least one of each of these types.',
    'prevent',
  ),
  priority: list(
    line(own('A priority.', 'P1')),
    'Items of other priorities are spared by `each` and `due_within`; those without a priority are not.',
    'P1',
  ),
  each: list(
    field(z.enum(askedFields), own('A field.', 'owner')),
    'Fields that each item must have. What is done is not asked for `due`, `priority` and `done_when`.',
    'owner',
  ),
  due_within: within('Each item that is open is due within this time.').optional(),
  from: field(
    z.enum(['started', 'resolved', 'public']),
    own('From when `due_within` counts.', 'resolved'),
  ).default('resolved'),
});

/** A policy of the company's own. */
export const policy = z.strictObject({
  id: slug(own('Its name in diagnostics.', 'major-fixes')),
  when: field(
    z.strictObject({
      severity,
      kind: list(
        choice(kinds, { description: 'A kind.', shown: 'never' }),
        'Any of these kinds.',
        'incident',
      ),
      service,
      tag: list(slug(own('A tag.', 'storage')), 'Any of these tags.', 'storage'),
      since,
    }),
    own('Which incidents it is for; absent: all.', { severity: ['major'] }),
  ).optional(),
  require: field(
    z.strictObject({
      remediation: field(remediation, own('What it asks of remediation.', { min: 1 })).optional(),
      finished_within: within('The text is final within this time of `resolved`.').optional(),
      public_within: within('The incident is public within this time of `resolved`.').optional(),
    }),
    own('What it asks.', { finished_within: '5bd' }),
  ),
  level: level.optional(),
});
