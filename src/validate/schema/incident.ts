import { z } from 'zod';
import { field } from './field.js';
import { impact, numbers } from './impact.js';
import { publication } from './publication.js';
import { causes, remediation } from './remediation.js';
import { inline, line } from './text.js';
import { questions, timeline, updates } from './timeline.js';
import { choice, day, dayOrUnknown, flag, fullDate, slug, url, when, zone } from './value.js';

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

const relations = {
  'recurrence-of': 'This one is a recurrence of that one.',
  'same-cause': 'This one has the same cause as that one.',
  'caused-by': 'This one was caused by that one.',
  follows: 'This one follows that one.',
} as const;

const person = (description: string) => slug({ description, examples: ['kim'], shown: 'never' });

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
  severity: slug({
    description: 'A severity of `site.yaml`.',
    examples: ['major'],
    shown: 'always',
  }).optional(),
  status: choice(statuses, { description: 'How far this document is.', shown: 'never' }).default('draft'),
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
  mitigated: when({
    description: 'When it stopped hurting; the timeline’s entry of that kind when absent.',
    examples: ['2026-03-14 14:02'],
    shown: 'always',
  }).optional(),
  resolved: when({
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
  detection: field(
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
  ).optional(),
  impact: impact.optional(),
  numbers: numbers.optional(),
  causes: causes.optional(),
  provider: field(
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
  ).optional(),
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
  corrections: field(
    z.array(
      field(
        z.strictObject({
          date: fullDate({
            description: 'The day of the change.',
            examples: ['2026-03-22'],
            shown: 'always',
          }),
          text: inline({
            description: 'What was changed, and why.',
            examples: ['The number of orders was too low.'],
            shown: 'always',
          }),
        }),
        {
          description: 'One correction.',
          examples: [{ date: '2026-03-22', text: 'The number of orders was too low.' }],
          shown: 'always',
        },
      ),
    ),
    {
      description: 'What we changed in a public text after it was public.',
      examples: [[{ date: '2026-03-22', text: 'The number of orders was too low.' }]],
      shown: 'always',
    },
  ).optional(),
  related: field(
    z.array(
      field(
        z
          .strictObject({
            id: slug({
              description: 'An incident of this history.',
              examples: ['2025-11-02-disk-full'],
              shown: 'related',
            }).optional(),
            url: url({
              description: 'A report elsewhere.',
              examples: ['https://example.com/report'],
              shown: 'never',
            }).optional(),
            title: line({
              description: 'Its title, with `url`.',
              examples: ['The report'],
              shown: 'never',
            }).optional(),
            how: choice(relations, { description: 'How this one relates to that one.', shown: 'related' }),
          })
          .refine((entry) => (entry.id === undefined) !== (entry.url === undefined), {
            error: 'needs either `id`, or `url` and `title`',
          })
          .refine((entry) => entry.url === undefined || entry.title !== undefined, {
            error: 'needs a `title` with its `url`',
          }),
        {
          description: 'One relation.',
          examples: [{ id: '2025-11-02-disk-full', how: 'recurrence-of' }],
          shown: 'related',
        },
      ),
    ),
    {
      description: 'Other incidents that this one has to do with.',
      examples: [[{ id: '2025-11-02-disk-full', how: 'recurrence-of' }]],
      shown: 'related',
    },
  ).optional(),
  scheduled: field(
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
  ).optional(),
  public: publication.optional(),
  authors: field(z.array(person('A person of `site.yaml`.')), {
    description: 'Who wrote it.',
    examples: [['kim']],
    shown: 'never',
  }).optional(),
  roles: field(z.record(z.string(), person('A person of `site.yaml`.')), {
    description: 'Who did what during the incident.',
    examples: [{ commander: 'kim', scribe: 'lee' }],
    shown: 'never',
  }).optional(),
  review: field(
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
  ).optional(),
  links: field(
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
  ).optional(),
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
  waive: field(
    z.array(
      field(
        z.strictObject({
          rule: slug({ description: 'The rule’s id.', examples: ['due-missing'], shown: 'never' }),
          at: line({
            description:
              'The entry or key it is set aside for, e.g. `R1` or `detected`; absent: the whole file.',
            examples: ['R1'],
            shown: 'never',
          }).optional(),
          reason: inline({ description: 'Why.', examples: ['The report names no date.'], shown: 'never' }),
          by: slug({
            description: 'Who decided: a person or team of `site.yaml`.',
            examples: ['kim'],
            shown: 'never',
          }),
          until: day({
            description: 'The last day on which it holds.',
            examples: ['2026-12-31'],
            shown: 'never',
          }).optional(),
        }),
        {
          description: 'One rule set aside.',
          examples: [{ rule: 'due-missing', at: 'R1', reason: 'The report names no date.', by: 'kim' }],
          shown: 'never',
        },
      ),
    ),
    {
      description: 'Rules set aside, on the record.',
      examples: [[{ rule: 'due-missing', at: 'R1', reason: 'The report names no date.', by: 'kim' }]],
      shown: 'never',
    },
  ).optional(),
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

/** What the author wrote, checked: the right keys with values of the right shape, nothing resolved yet. */
export type FrontMatter = z.output<typeof incidentSchema>;
