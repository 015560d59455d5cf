import { z } from 'zod';
import { settingsSchema } from '../../src/settings/schema.js';
import { findMeta, parts, unwrap, type FieldMeta } from '../../src/validate/schema/field.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { png, pngChunk } from '../pictures/encode.js';

/*
 * A project in which every value that somebody wrote is one of its kind. What the schema says of a field decides who may
 * ever read its value, so that a field that is added to the schema is planted, or fails the test, without another line.
 */

/** A value that stands nowhere else: `zq` and four digits, however it is spelt; or a day. */
export interface Planted {
  /** Where it stands, e.g. `reworded: timeline.text`. */
  name: string;
  token: string;
  isPublic: boolean;
  isDay: boolean;
}

export interface PlantedProject {
  files: Map<string, string | Uint8Array>;
  planted: Planted[];
}

/** Makes a token, or takes one that stands in several places. */
type Plant = (name: string, isPublic: boolean, token?: string) => string;

/** One incident: which of its fields customers see. */
interface Variant {
  id: string;
  since?: string;
  status?: string;
  show?: readonly string[];
  /** Entries of lists are withheld. */
  withholds?: boolean;
  /** Entries are said in other words. */
  rewords?: boolean;
  retracts?: boolean;
  isShown: (meta: FieldMeta, name: string) => boolean;
}

const listed = new Set(['impact', 'numbers', 'causes', 'timeline', 'updates', 'remediation', 'questions']);
const live = new Set(['always', 'summary', 'impact', 'detection', 'updates', 'provider']);
const since = '2026-05-01';

const isProse = ({ text, replaceable }: FieldMeta): boolean =>
  text === 'inline' || text === 'block' || replaceable === true;

const variants: Variant[] = [
  { id: '2026-04-01-open', since, isShown: (meta) => meta.shown !== 'never' },
  {
    id: '2026-04-02-reworded',
    since,
    rewords: true,
    isShown: (meta, name) => {
      const [part = ''] = name.split('.');
      if (meta.shown === 'never' || name === 'title' || name === 'summary') return false;
      return name.endsWith('.public') || !(listed.has(part) || part === 'detection') || !isProse(meta);
    },
  },
  {
    id: '2026-04-03-withheld',
    since,
    withholds: true,
    isShown: (meta, name) =>
      meta.shown !== 'never' && !listed.has(name.split('.')[0] ?? '') && name !== 'detection.note',
  },
  {
    id: '2026-04-04-bare',
    since,
    show: ['summary'],
    isShown: ({ shown }) => /^(?:always|summary)$/.test(shown),
  },
  { id: '2026-04-05-draft', since, status: 'draft', isShown: ({ shown }) => live.has(shown) },
  {
    id: '2026-04-06-retracted',
    since,
    retracts: true,
    isShown: ({ shown }, name) => shown === 'always' && name !== 'summary',
  },
  { id: '2026-04-07-inside', isShown: () => false },
  { id: '2026-04-08-later', since: '2027-05-01', isShown: () => false },
];

/** Values that have to be what something else is, and so carry no token of their own. */
const fixed: Record<string, unknown> = {
  severity: 'major',
  timezone: 'Europe/Dublin',
  'impact.service': 'checkout',
  'causes.category': 'zq9001',
  'remediation.priority': 'zq9002',
  'remediation.state': 'superseded',
  // The incident's own, put there when they are known.
  'remediation.addresses': [],
  'remediation.superseded_by': undefined,
  'related.how': 'follows',
  'waive.rule': 'due-missing',
};

/** People and teams are named by ids of the settings. */
const person = 'zq9003';
const team = 'zq9004';
const people = /^(?:remediation\.owner|authors|roles|review\.attended|waive\.by)$/;

/** Makes the project. */
export function plantProject(): PlantedProject {
  const files: PlantedProject['files'] = new Map();
  const planted: Planted[] = [];
  let count = 1000;
  const plant: Plant = (name, isPublic, token = `zq${++count}`) => {
    planted.push({ name, token, isPublic, isDay: false });
    return token;
  };
  let days = 0;
  const plantDay = (name: string, isPublic: boolean): string => {
    // Every other day, since a day is also told by its end; one after another, as the times of an incident have to be, which
    // has a year of its own.
    const token = new Date(Date.UTC(yearOf(name), 0, (days += 2))).toISOString().slice(0, 10);
    planted.push({ name, token, isPublic, isDay: true });
    return token;
  };
  const secret = (name: string): string => plant(name, false);

  for (const variant of variants) {
    days = 1;
    const isHidden = !variant.since || variant.since > '2027';
    const id = isHidden ? `${variant.id}-${secret(`${variant.id}: id`)}` : variant.id;
    const data = createData(variant, plant, plantDay);
    const folder = secret(`${variant.id}: folder`);
    const body = createBody(variant, plant);
    const picture = `${secret(`${variant.id}: picture name`)}.png`;
    const metadata = Buffer.from(`Author\0${secret(`${variant.id}: picture metadata`)}`, 'latin1');
    files.set(`incidents/${folder}/${picture}`, png({ before: [pngChunk('tEXt', metadata)] }));
    const extra = { [`x-${secret(`${variant.id}: x- key`)}`]: secret(`${variant.id}: x- value`) };
    const front = JSON.stringify({ ...data, ...body.block(), ...extra }, null, 1);
    files.set(
      `incidents/${folder}/${id}.md`,
      `---\n# ${secret(`${variant.id}: comment`)}\n${front}\n---\n${body.text.replaceAll('PICTURE', picture)}`,
    );
  }
  files.set(
    `templates/${secret('template name')}.md`,
    `---\ntitle: x\n---\n<!-- ${secret('template')} -->\n`,
  );
  const hidden = Buffer.from(`Author\0${secret('logo metadata')}`, 'latin1');
  files.set('site/static/logo.png', png({ before: [pngChunk('tEXt', hidden)] }));
  const hiddenToo = Buffer.from(`Author\0${secret('card metadata')}`, 'latin1');
  const card = png({ width: 600, height: 315, before: [pngChunk('tEXt', hiddenToo)] });
  files.set('site/static/card.png', card);
  files.set('notes.md', secret('a file beside'));
  files.set('site/site.yaml', `# ${secret('settings: comment')}\n${createSettings(plant)}`);
  return { files, planted };
}

/** The front matter of a variant, every field of the schema in it. */
function createData(
  variant: Variant,
  plant: Plant,
  plantDay: (name: string, isPublic: boolean) => string,
): Record<string, unknown> {
  const create = (schema: z.ZodType, path: readonly string[]): unknown => {
    const name = path.join('.');
    const key = path.at(-1) ?? '';
    if (name === 'public' || name === 'related.url' || name === 'related.title') return undefined;
    if (name === 'status') return variant.status ?? 'final';
    if (key === 'public' && !variant.rewords) return undefined;
    if (key === 'internal') return variant.withholds ? 'true' : 'false';
    if (name in fixed) return fixed[name];
    if (
      people.test(name) &&
      !(unwrapAll(schema) instanceof z.ZodArray || unwrapAll(schema) instanceof z.ZodRecord)
    )
      return person;
    if (name === 'remediation.team') return team;
    if (name === 'related.id')
      return variant.id === '2026-04-01-open' ? '2026-04-02-reworded' : '2026-04-01-open';
    const meta = findMeta(schema);
    const bare = unwrapAll(schema);
    if (bare instanceof z.ZodObject) {
      const entries = Object.entries(bare.shape);
      return Object.fromEntries(entries.map(([one, inner]) => [one, create(inner, [...path, one])]));
    }
    if (bare instanceof z.ZodArray) return [create(bare.element as z.ZodType, path)];
    if (bare instanceof z.ZodRecord)
      return { [plant(`${variant.id}: ${name} key`, false)]: create(bare.valueType as z.ZodType, path) };
    if (bare instanceof z.ZodUnion) return create(bare.options[0] as z.ZodType, path);
    if (bare instanceof z.ZodEnum) return String(bare.options[0]);
    if (!meta) throw new Error(`the field ${name} says nothing of itself`);
    // Old paths are published, as what leads on.
    const isPublic = variant.isShown(meta, name) || (name === 'aliases' && variant.since === since);
    const label = `${variant.id}: ${name}`;
    const example = String(meta.examples[0]);
    if (name === 'impact.lasted') return '11m';
    if (meta.time || /^\d{4}-(?:\d\d|Q)/.test(example)) {
      if (name === 'started') return `${yearOf(label)}-01-01`;
      if (/^(?:mitigated|resolved)$/.test(name))
        return `${yearOf(label)}-12-31 ${name === 'mitigated' ? 22 : 23}:00`;
      const day = plantDay(label, isPublic);
      return meta.time && name !== 'scheduled.announced' ? `${day} 12:17` : day;
    }
    const token = plant(label, isPublic);
    const value = spell(token, meta, isPublic, name);
    if (!schema.safeParse(value).success) throw new Error(`${name} does not take ${value}`);
    return value;
  };
  const data = create(incidentSchema, []) as Record<string, Record<string, unknown>[]>;
  const [cause] = data['causes'] ?? [];
  const [item] = data['remediation'] ?? [];
  if (cause && item) {
    item['addresses'] = [cause['id']];
    // Another item, which takes the place of the first.
    const other = plant(`${variant.id}: remediation.id of another`, variant.isShown(findMeta(idOfItem) as FieldMeta, 'remediation.id')).toUpperCase(); // prettier-ignore
    item['superseded_by'] = other;
    const internal = variant.withholds ? { internal: 'true' } : {};
    data['remediation']?.push({
      id: other,
      title: 'Watch it',
      type: 'detect',
      due: '2026-12-01',
      owner: person,
      ...internal,
    });
  }
  const report = { url: `https://${plant(`${variant.id}: related.url`, false)}.example.com/`, title: plant(`${variant.id}: related.title`, false), how: 'follows' }; // prettier-ignore
  data['related']?.push(report);
  return data;
}

/** The year of the incident that a name begins with. */
function yearOf(name: string): number {
  return 2010 + variants.findIndex(({ id }) => name.startsWith(id));
}

const idOfItem = (() => {
  const list = unwrapAll(incidentSchema.shape.remediation) as z.ZodArray<z.ZodObject>;
  return list.element.shape['id'] as z.ZodType;
})();

/** A value of the field's form, in which the token stands: plain where customers read it, else in all that a writer may think of. */
function spell(token: string, { text, examples }: FieldMeta, isPublic: boolean, name: string): string {
  const example = String(examples[0]);
  const mixed = token.replace('zq', 'Zq');
  if (text && isPublic) return `${mixed} happened`;
  if (text === 'line') return `${mixed} ${token}@mail.${token}.example & "quoted"`;
  if (text) return `${mixed} *${token}* [${token}](https://${token}.example.com/${mixed}?q=%7A${token}) \`${token}\` ${token}@x.example`; // prettier-ignore
  if (/^https?:/.test(example)) return `https://${token}.example.com/${mixed}?q=${token}`;
  if (name === 'remediation.ticket') return `${token.toUpperCase()}-7`;
  if (example.startsWith('/')) return `/old/${token}.html`;
  if (/^[A-Z]+\d+$/.test(example)) return token.toUpperCase();
  return token;
}

/** The body of a variant, and the `public` block that names its sections. */
function createBody(variant: Variant, plant: Plant) {
  const isShown = variant.since === since && !variant.retracts && !variant.status;
  const shown = (name: string): string => plant(`${variant.id}: body ${name}`, isShown);
  const hidden = (name: string): string => plant(`${variant.id}: body ${name}`, false);
  const headings = { shown: `Shown ${shown('heading')}`, withheld: `Withheld ${hidden('heading withheld')}` };
  const secret = hidden('section withheld');
  const text = `
${hidden('preamble')} stands before it.

## ${headings.withheld}

${secret}, *${secret}*, [${secret}][${secret}], \`${secret}\`, ${secret}@mail.example.[^${secret}]

### ${hidden('heading below')}

\`\`\`${hidden('language')}
## ${hidden('heading in code')}
\`\`\`

![${hidden('alt')}](PICTURE "${hidden('picture title')}")

| ${hidden('cell')} |
| - |
| ${hidden('other cell')} |

[${secret}]: https://${secret}.example.com/${secret} "${secret}"

[^${secret}]: ${hidden('footnote')}

## ${headings.shown}

${shown('text')} happened.[^a]

### ${shown('heading below shown')}

![${shown('alt shown')}](PICTURE)

[^a]: ${shown('footnote shown')}.
`;
  const block = (): Record<string, unknown> => {
    if (!variant.since) return {};
    const isOwn = variant.since === since;
    return {
      public: {
        since: variant.since,
        show: variant.show ?? [...parts],
        sections: [headings.shown],
        withheld: [headings.withheld],
        signed: `${plant(`${variant.id}: public.signed`, isOwn)} signs`,
        ...(variant.rewords
          ? {
              title: `${plant(`${variant.id}: public.title`, true)} happened`,
              summary: `${plant(`${variant.id}: public.summary`, true)} happened`,
            }
          : {}),
        ...(variant.retracts
          ? {
              retracted: {
                date: '2026-05-02',
                text: `${plant(`${variant.id}: public.retracted.text`, true)} is why`,
              },
            }
          : {}),
      },
    };
  };
  return { text, block };
}

/** The settings: public is what the site names on purpose. */
function createSettings(plant: Plant): string {
  const secret = (name: string): string => plant(`settings: ${name}`, false);
  const shown = (name: string): string => plant(`settings: ${name}`, true);
  const limit = '30d';
  const data = {
    format: 1,
    title: `History of ${shown('title')}`,
    url: `https://${shown('url')}.example.com/`,
    language: 'en',
    timezone: 'Europe/Dublin',
    severities: [
      { id: 'major', label: `Major ${shown('severities.label')}`, major: true, statuspage: 'critical' },
      { id: secret('severities.id'), label: 'Minor', statuspage: 'minor' },
    ],
    priorities: [plant('settings: priorities', false, 'zq9002')],
    services: [
      { id: 'checkout', name: `Checkout ${shown('services.name')}`, group: shown('services.group'), team, since: '2020-01-01', internal: false }, // prettier-ignore
      { id: secret('services.id'), name: `Ledger ${secret('services.name')}`, group: secret('services.group'), team, since: '2019-01-01', internal: true }, // prettier-ignore
    ],
    weights: { outage: 1, partial: 0.3, degraded: 0 },
    teams: [{ id: plant('settings: teams.id', false, team), name: `Team ${secret('teams.name')}` }],
    people: [
      {
        id: plant('settings: people.id', false, person),
        name: `Kim ${secret('people.name')}`,
        team,
        email: `${secret('people.email')}@example.com`,
        handles: { [secret('people.handles key')]: secret('people.handles') },
      },
    ],
    categories: [plant('settings: categories', true, 'zq9001'), secret('categories')],
    holidays: ['2019-02-03'],
    rules: { 'due-missing': { level: 'info', since: '2019-03-03' } },
    policies: [
      {
        preset: 'pagerduty',
        severity: ['major'],
        service: ['checkout'],
        since: '2029-01-01',
        window: 'long',
        level: 'info',
      },
      {
        id: secret('policies.id'),
        when: { severity: ['major'], kind: ['security'], service: ['checkout'], tag: [secret('policies.when.tag')], since: '2029-01-01' }, // prettier-ignore
        require: {
          remediation: { min: 0, types: ['detect'], priority: ['zq9002'], each: ['owner'], due_within: limit, from: 'resolved' }, // prettier-ignore
          finished_within: limit,
          public_within: limit,
        },
        level: 'info',
      },
    ],
    forbidden: [secret('forbidden'), `*.${secret('forbidden host')}.example.com`, '10.99.0.0/16'],
    tickets: { [secret('tickets key').toUpperCase()]: `https://${secret('tickets')}.example.com/{id}` },
    sync: {
      github: {
        repo: `${secret('sync.github.repo')}/x`,
        url: `https://${secret('sync.github.url')}.example.com/`,
        token_env: secret('sync.github.token_env'),
        labels: [secret('sync.github.labels')],
        allow_public: true,
      },
      jira: {
        url: `https://${secret('sync.jira.url')}.example.com/`,
        project: secret('sync.jira.project').toUpperCase(),
        token_env: secret('sync.jira.token_env'),
        email_env: secret('sync.jira.email_env'),
        issue_type: secret('sync.jira.issue_type'),
        labels: [secret('sync.jira.labels')],
        done_resolutions: [secret('sync.jira.done_resolutions')],
        done_status: secret('sync.jira.done_status'),
        open_status: secret('sync.jira.open_status'),
      },
      create_in: 'jira',
    },
    totals: true,
    brand: {
      home: `https://${shown('brand.home')}.example.com/`,
      contact: `mailto:${shown('brand.contact')}@example.com`,
      footer: shown('brand.footer'),
      logo: 'logo.png',
      card: 'card.png',
    },
  };
  const missing = [...listLeaves(settingsSchema)].filter((leaf) => !hasValue(data, leaf.split('.')));
  if (missing.length > 0) throw new Error(`not planted of the settings: ${missing.join(', ')}`);
  return JSON.stringify(data, null, 1);
}

/** The names of all fields of a schema, e.g. `people.email`. */
function listLeaves(schema: z.ZodType, path = ''): Set<string> {
  const bare = unwrapAll(schema);
  if (bare instanceof z.ZodObject) {
    const entries = Object.entries(bare.shape);
    return new Set(
      entries.flatMap(([key, inner]) => [...listLeaves(inner, path === '' ? key : `${path}.${key}`)]),
    );
  }
  if (bare instanceof z.ZodArray) return listLeaves(bare.element as z.ZodType, path);
  if (bare instanceof z.ZodRecord) return listLeaves(bare.valueType as z.ZodType, `${path}.*`);
  if (bare instanceof z.ZodUnion)
    return new Set((bare.options as z.ZodType[]).flatMap((option) => [...listLeaves(option, path)]));
  return new Set([path]);
}

function hasValue(data: unknown, [step, ...rest]: readonly string[]): boolean {
  if (Array.isArray(data))
    return data.some((entry) => hasValue(entry, step === undefined ? [] : [step, ...rest]));
  if (step === undefined) return data !== undefined;
  if (typeof data !== 'object' || data === null) return false;
  if (step === '*') return Object.values(data).some((entry) => hasValue(entry, rest));
  return hasValue((data as Record<string, unknown>)[step], rest);
}

function unwrapAll(schema: z.ZodType): z.ZodType {
  const inner = unwrap(schema);
  return inner ? unwrapAll(inner) : schema;
}
