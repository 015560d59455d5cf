import * as z from 'zod';

/*
 * What `/api/history.json` and the files it names hold: the types, and the JSON Schema, are made from this. Only ever added to;
 * what goes, or means something else, gets another `version`. What customers do not see of an incident is not there.
 */

const isoDay = z.iso.date();
const url = z.url();
const words = (what: string) => z.string().min(1).describe(what);

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z?$/)
  .describe('In UTC. Without `Z` where nobody knows whose clock it is.');

const time = z
  .strictObject({
    text: words('As the page says it, in the zone of the incident.'),
    earliest: instant.nullable().describe('It was not before this; null: not bounded, or without a date.'),
    latest: instant.nullable().describe('It was before this; null: not bounded, or without a date.'),
    at: instant.nullable().describe('Where it stands in a list; null when it has no date.'),
    precision: z.enum([
      'second',
      'minute',
      'part',
      'day',
      'month',
      'year',
      'range',
      'after',
      'by',
      'unknown',
    ]),
    about: z.boolean().describe('Whether it was written as approximate.'),
    zone: words('A zone of the IANA database, `UTC`, or `unknown`.'),
  })
  .describe('A time as far as it is known: some instant from `earliest` on and before `latest`.')
  .meta({ id: 'time' });

const day = z
  .strictObject({
    text: words('As the page says it.'),
    first: isoDay,
    last: isoDay.describe('Included.'),
    precision: z.enum(['day', 'month', 'quarter', 'year', 'range']),
  })
  .describe('A date without a clock.')
  .meta({ id: 'day' });

const length = z
  .strictObject({
    text: words('In words, no more exactly than it is known.'),
    min: z.number().min(0).nullable().describe('In seconds; null: unknown.'),
    max: z.number().min(0).nullable().describe('In seconds; null: not bounded.'),
  })
  .describe('A length of time as far as it is known.')
  .meta({ id: 'length' });

const text = z
  .strictObject({
    text: z.string().describe('Plain text: escape it before it goes into HTML.'),
    html: z
      .string()
      .optional()
      .describe(
        'Where there is more to it than words: safe HTML of one line. Links count from the page of the incident.',
      ),
  })
  .meta({ id: 'text' });

const block = z
  .strictObject({ html: z.string().describe('Safe HTML. Links count from the page of the incident.') })
  .meta({ id: 'block' });

const service = z
  .strictObject({ id: words('Its name in addresses.'), name: words('What it is called.') })
  .meta({ id: 'service' });

const severity = z
  .strictObject({
    rank: z.int().min(1).describe('1 is the worst.'),
    label: words('What it is called.'),
    major: z.boolean(),
  })
  .meta({ id: 'severity' });

const commitment = z
  .strictObject({
    id: words('Unique in its incident.'),
    url,
    title: words('What was promised.'),
    type: z.enum(['prevent', 'detect', 'mitigate', 'repair', 'process', 'investigate']),
    state: z.enum(['open', 'in-progress', 'blocked', 'done', 'wont-do', 'superseded']),
    due: day.optional(),
    moved: z
      .array(z.strictObject({ from: day, date: day.optional().describe('When it was moved.') }))
      .describe('Earlier due dates, oldest first.'),
    done: z.union([day, z.literal('unknown')]).optional(),
    doneWhen: text.optional().describe('How one knows that it is done.'),
    reason: text.optional().describe('Why it will not be done.'),
    verified: z
      .strictObject({ date: day, result: z.enum(['effective', 'ineffective', 'unclear']) })
      .optional(),
    addresses: z.array(z.string()).describe('Ids of causes of the incident.'),
    supersededBy: z.strictObject({ incident: z.string(), id: z.string() }).optional(),
    lastTold: z
      .union([day, z.literal('unknown')])
      .optional()
      .describe('When its state was last known; absent: it is kept up to date.'),
    overdue: z.boolean().describe('Whether it is open and was due before `asOf`.'),
    daysLate: z.int().min(0).describe('Until `asOf` where it is open, until it was done where it is done.'),
  })
  .meta({ id: 'commitment' });

const impact = z
  .strictObject({
    service,
    level: z.enum(['outage', 'partial', 'degraded', 'data-loss', 'exposure']),
    from: time,
    to: time.optional(),
    lasted: length.optional(),
    affected: text.optional(),
    share: z.string().optional(),
    where: z.array(z.string()),
    note: text.optional(),
  })
  .meta({ id: 'impact' });

const incident = z
  .strictObject({
    id: words('Its name in addresses.'),
    url,
    title: words('What happened.'),
    kind: z.enum(['incident', 'security', 'maintenance', 'near-miss']),
    severity: severity.optional(),
    preliminary: z.boolean().describe('Whether a report will follow.'),
    zone: words('The zone of its times.'),
    started: time,
    mitigated: time.optional().describe('When it stopped hurting.'),
    resolved: time.optional().describe('When it was over.'),
    ongoing: z.boolean(),
    duration: length.optional().describe('From `started` to `mitigated`, else `resolved`.'),
    scheduled: z.strictObject({ from: time, to: time.optional(), announced: time.optional() }).optional(),
    since: isoDay.describe('Since when it is public.'),
    signed: z.string().optional(),
    retracted: z.strictObject({ date: day, text }).optional(),
    corrections: z.array(z.strictObject({ date: day, text })),
    summary: text.optional(),
    impact: z.array(impact).optional(),
    detection: z
      .strictObject({
        detected: time.optional(),
        by: z.string().optional(),
        note: text.optional(),
        delay: length.optional(),
      })
      .optional(),
    numbers: z.array(z.strictObject({ label: z.string(), value: z.string() })).optional(),
    causes: z
      .array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(['trigger', 'root', 'contributing', 'mitigating']),
          category: z.string().optional(),
          text,
        }),
      )
      .optional(),
    provider: z.strictObject({ name: z.string(), url: z.string().optional() }).optional(),
    timeline: z
      .array(z.strictObject({ at: time.optional(), until: time.optional(), kind: z.string(), text }))
      .optional(),
    updates: z.array(z.strictObject({ at: time, state: z.string(), text })).optional(),
    remediation: z.array(commitment).optional(),
    questions: z
      .array(z.strictObject({ date: day.optional(), question: text.optional(), answer: block.optional() }))
      .optional(),
    related: z
      .array(
        z.strictObject({
          how: z.enum(['recurrence-of', 'recurred-as', 'same-cause', 'caused-by', 'caused', 'follows', 'followed-by']), // prettier-ignore
          incident: z.strictObject({ id: z.string(), title: z.string(), url }),
        }),
      )
      .optional(),
    body: z
      .strictObject({ sections: z.array(z.string()).describe('Their headings.'), ...block.shape })
      .optional()
      .describe('The sections of the report.'),
  })
  .describe('An incident as customers see it. What is absent is not known, or not told.')
  .meta({ id: 'incident' });

const version = z.literal(1).describe('The version of this format.');
const asOf = isoDay.describe('The day as of which everything is said.');
const year = z.int().nullable().describe('Null: of those whose date nobody knows.');

/** One year. */
const yearSchema = z.strictObject({
  version,
  asOf,
  year,
  incidents: z.array(incident).describe('Newest first.'),
});

/** What there is. */
const indexSchema = z.strictObject({
  version,
  asOf,
  schema: url,
  site: z.strictObject({ title: z.string(), url, language: z.string(), zone: z.string() }),
  severities: z.array(severity).describe('Worst first.'),
  services: z.array(
    z.strictObject({ ...service.shape, url, group: z.string().optional(), since: day.optional() }),
  ),
  years: z
    .array(
      z.strictObject({
        year,
        url,
        incidents: z.int().min(1).describe('How many there are in the file.'),
        commitments: z.int().min(0).describe('How many promises there are in the file.'),
      }),
    )
    .describe('Newest first, the undated last.'),
});

/** Either of the two: what `afterword schema history` prints. */
const historySchema = z.union([indexSchema, yearSchema]);

export type HistoryIndex = z.output<typeof indexSchema>;
export type HistoryYear = z.output<typeof yearSchema>;

/** The JSON Schema of the index and of a year. */
export function createHistorySchema(draft: '2020-12' | 'draft-07'): object {
  const { $schema, ...rest } = z.toJSONSchema(historySchema, {
    io: 'output',
    target: draft === '2020-12' ? 'draft-2020-12' : 'draft-07',
  });
  return { $schema, title: 'A history of incidents, as Afterword publishes it', ...rest };
}
