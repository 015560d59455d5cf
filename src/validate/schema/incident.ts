import * as z from 'zod';
import { field } from './field.js';
import { impact, numbers } from './impact.js';
import { corrections } from './correction.js';
import { detection, provider } from './detection.js';
import { publication } from './publication.js';
import { related } from './relation.js';
import { authors, links, review, roles } from './review.js';
import { scheduled } from './schedule.js';
import { waive } from './waiver.js';
import { causes } from './cause.js';
import { remediation } from './remediation.js';
import { inline, line } from './text.js';
import { questions } from './question.js';
import { timeline } from './timeline.js';
import { updates } from './update.js';
import { choice, day, dayOrUnknown, end, reference, slug, url, when, zone } from './value.js';

export const kinds = {
  incident: 'Something broke.',
  security: 'Something was, or could have been, seen or done by those who should not.',
  maintenance: 'Planned work.',
  'near-miss': 'It nearly broke.',
} as const;

const statuses = {
  draft: 'Being written; what is missing is owed.',
  review: 'Being read by others.',
  final: 'Finished.',
} as const;

/**
 * The front matter of an incident file. The only implementation of the format: the JSON Schema, the reference and the
 * editor's completion are made from it. Keys that begin with `x-` are taken off before.
 */
export const incidentSchema = z.strictObject({
  title: line({
    description: 'What happened, to whom, in a line.',
    examples: ['Checkout was down'],
    shown: 'always',
  }),
  severity: reference({
    description: 'A severity of `site.yaml`.',
    examples: ['major'],
    shown: 'always',
  }).optional(),
  status: choice(statuses, {
    description: 'How far this document is.',
    shown: 'never',
    // Of a final text most is asked.
    repair: 'final',
  }).default('draft'),
  kind: choice(kinds, { description: 'What kind of event it was.', shown: 'always' }).default('incident'),
  timezone: zone({
    description:
      'The zone of every time in this file that has no offset; `site.yaml`’s when absent. `unknown`: nobody wrote which; pages then say so.',
    examples: ['Europe/Dublin', 'unknown'],
    shown: 'always',
  }).optional(),
  started: when({
    description: 'When it began to hurt.',
    examples: ['2026-03-14 09:05', '2014-06-28 evening', 'day 1 ~21:00'],
    shown: 'always',
  }),
  detected: when({
    description: 'When a person knew; the timeline’s entry of that kind when absent.',
    examples: ['2026-03-14 09:40', '+35m'],
    shown: 'detection',
  }).optional(),
  mitigated: end({
    description: 'When it stopped hurting; the timeline’s entry of that kind when absent.',
    examples: ['2026-03-14 14:02'],
    shown: 'always',
  }).optional(),
  resolved: end({
    description: 'When it was over for us. Absent: still going on; `unknown`: over, nobody wrote when.',
    examples: ['~2026-03-14 18:00', 'unknown'],
    shown: 'always',
  }).optional(),
  finished: day({
    description: 'The day this text became final.',
    examples: ['2026-03-18'],
    shown: 'never',
  }).optional(),
  summary: inline({
    description: 'What happened, to whom, how long and why, in two or three sentences.',
    examples: ['The disk of the order database was full.'],
    shown: 'summary',
  }).optional(),
  detection: detection.optional(),
  impact: impact.optional(),
  numbers: numbers.optional(),
  causes: causes.optional(),
  provider: provider.optional(),
  timeline: timeline.optional(),
  remediation: remediation.optional(),
  last_told: dayOrUnknown({
    description:
      'The day on which the states of `remediation` were last known, where nobody follows them up any more, as in a report that is retold. Pages then say what was told, and call nothing late. Absent: they are kept up to date.',
    examples: ['2014-06-29', 'unknown'],
    shown: 'remediation',
  }).optional(),
  updates: updates.optional(),
  questions: questions.optional(),
  corrections: corrections.optional(),
  related: related.optional(),
  scheduled: scheduled.optional(),
  public: publication.optional(),
  authors: authors.optional(),
  roles: roles.optional(),
  review: review.optional(),
  links: links.optional(),
  aliases: field(
    z.array(
      field(
        z.string().regex(/^\/(?:[A-Za-z0-9._~-]+\/)*(?:[A-Za-z0-9._~-]+\.html)?$/, {
          error: 'must be a path below the site that begins with `/` and ends in `/` or `.html`',
        }),
        { description: 'One old path.', examples: ['/news/checkout.html'], shown: 'never' },
      ),
    ),
    {
      description: 'Old paths below the site’s base that lead here; published as redirects.',
      examples: [['/news/checkout.html']],
      shown: 'never',
    },
  ).optional(),
  tags: field(z.array(slug({ description: 'A tag.', examples: ['storage'], shown: 'never' })), {
    description: 'Words to find it by.',
    examples: [['storage']],
    shown: 'never',
  }).optional(),
  waive: waive.optional(),
  origin: field(
    z.strictObject({
      from: line({
        description: 'The format it was imported from.',
        examples: ['statuspage'],
        shown: 'never',
      }),
      id: line({ description: 'Its id there.', examples: ['69sb0f8lydp4'], shown: 'never' }).optional(),
      url: url({
        description: 'Its address there.',
        examples: ['https://status.example.com/incidents/1'],
        shown: 'never',
      }).optional(),
    }),
    {
      description: 'Where it was imported from; written by `import`.',
      examples: [{ from: 'statuspage', id: '69sb0f8lydp4' }],
      shown: 'never',
    },
  ).optional(),
});

/** Its keys, in the order in which they are usually written. */
export const incidentKeys: readonly string[] = Object.keys(incidentSchema.shape);

/** What the author wrote, checked: the right keys with values of the right shape, nothing resolved yet. */
export type FrontMatter = z.output<typeof incidentSchema>;
