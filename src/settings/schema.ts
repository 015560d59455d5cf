import * as z from 'zod';
import { isSafeUrl } from '../parse/safeUrl.js';
import { levels as impactLevels } from '../validate/schema/impact.js';
import { field } from '../validate/schema/field.js';
import { inline, line } from '../validate/schema/text.js';
import {
  amount,
  choice,
  day,
  flag,
  fullDate,
  knownZone,
  reference,
  slug,
  url,
} from '../validate/schema/value.js';
import { spellLanguage } from './language.js';
import { policy, preset } from './policy.js';
import { level, list, own } from './settingsField.js';
import { githubSystem, jiraSystem, systemName } from './ticketSystem.js';

const severity = field(
  z.strictObject({
    id: slug(own('Its id in incident files.', 'major')),
    label: line(own('What customers read.', 'Major outage')),
    major: flag(
      own('Whether it counts as major: the home page counts the days since the last one.', 'true'),
    ).default(false),
    statuspage: choice(
      { none: 'None.', minor: 'Minor.', major: 'Major.', critical: 'Critical.' },
      { description: 'What it is called in the API compatible with Statuspage.', shown: 'always' },
    ).optional(),
  }),
  own('One severity.', { id: 'major', label: 'Major outage', major: true }),
);

const service = field(
  z.strictObject({
    id: slug(own('Its id in incident files and its address.', 'checkout')),
    name: line(own('What customers call it.', 'Checkout')),
    group: line(own('Services of one group stand together.', 'Shop')).optional(),
    team: reference(own('The team that answers for it.', 'storage')).optional(),
    since: day(own('Since when it exists; months before have no figure.', '2020-01-01')).optional(),
    internal: flag(
      own('Customers do not know of it; its name in a public text is an error.', 'true'),
    ).default(false),
  }),
  own('One service.', { id: 'checkout', name: 'Checkout' }),
);

const person = field(
  z.strictObject({
    id: slug(own('Their id in incident files.', 'kim')),
    name: line(own('Their full name; never public.', 'Kim Doe')),
    team: reference(own('Their team.', 'storage')).optional(),
    email: field(
      z.email({ error: 'is not an e-mail address' }),
      own('Their address; never public.', 'kim@example.com'),
    ).optional(),
    handles: field(
      z.record(z.string(), line(own('A handle.', 'kimd'))),
      own('Their names in other services; never public.', { github: 'kimd', slack: 'U123' }),
    ).optional(),
  }),
  own('One person.', { id: 'kim', name: 'Kim Doe', team: 'storage' }),
);

const rule = field(
  z.union([
    level,
    z.strictObject({
      level: level.optional(),
      since: fullDate(own('Incidents that started before this day are exempt.', '2024-01-01')).optional(),
    }),
  ]),
  own('The level of one rule, and from when on it holds.', 'off', { level: 'error', since: '2024-01-01' }),
);

/** A file of `site/static` or of `site`, by its plain name. */
const fileName = (description: string, example: string) =>
  field(
    z.string().regex(/^[A-Za-z0-9][\w.-]*$/, { error: 'must be the plain name of a file' }),
    own(description, example),
  );

/** `site/site.yaml`: names, services, teams, severities, policies. */
export const settingsSchema = z.strictObject({
  format: field(z.literal('1', { error: 'must be 1, the only format there is' }).transform(Number), {
    ...own('The version of this format.', '1'),
    scalar: 'number',
  }),
  title: line(own('The title of the public site.', 'Example incident history')),
  url: field(
    z
      .string()
      .refine((text) => /^https?:/.test(text) && isSafeUrl(text) && !/[?#]/.test(text), {
        error: 'is not an address of https or http without query and fragment',
        params: { rule: 'url-format' },
      })
      .transform((text) => (text.endsWith('/') ? text : `${text}/`)),
    own('Where the public site stands, with its base path.', 'https://status.example.com/'),
  ),
  language: field(
    z
      .string()
      .refine((text) => spellLanguage(text) !== undefined, {
        error: 'is not a tag of a language (BCP 47) such as `en`, `de` or `de-AT`',
      })
      .transform((text) => spellLanguage(text) ?? text),
    own(
      'The language of your texts, as a tag of BCP 47. Pages speak English and German; in another language they speak English around your texts.',
      'en',
      'de-AT',
    ),
  ).default('en'),
  timezone: knownZone(
    own('The zone of times without an offset, and of the days of the site.', 'Europe/Dublin'),
  ),
  severities: field(
    z.array(severity).min(1, { error: 'needs at least one severity' }),
    own('Severities, worst first.', [{ id: 'major', label: 'Major outage', major: true }]),
  ),
  priorities: field(
    z.array(line(own('A priority.', 'P1'))),
    own('Priorities, most urgent first.', ['P0', 'P1']),
  ).default(['P0', 'P1', 'P2', 'P3']),
  services: list(service, 'What can break.', { id: 'checkout', name: 'Checkout' }),
  weights: field(
    z.partialRecord(
      z.enum(Object.keys(impactLevels) as [keyof typeof impactLevels]),
      amount(own('From 0 to 1.', '0.3')),
    ),
    own('How much of an instant each impact level takes from availability.', {
      outage: 1,
      partial: 0.3,
      degraded: 0,
    }),
  ).default({ outage: 1, partial: 0.3, degraded: 0 }),
  teams: list(
    field(
      z.strictObject({
        id: slug(own('Its id.', 'storage')),
        name: line(own('Its name; never public.', 'Storage')),
      }),
      own('One team.', { id: 'storage', name: 'Storage' }),
    ),
    'Who answers for services and items.',
    { id: 'storage', name: 'Storage' },
  ),
  people: list(person, 'People that files name by id.', { id: 'kim', name: 'Kim Doe' }),
  categories: field(
    z.array(slug(own('A category.', 'capacity'))),
    own('Categories of causes.', ['change', 'capacity']),
  ).default(['change', 'hardware', 'software', 'capacity', 'provider', 'process', 'security']),
  holidays: list(fullDate(own('A day.', '2026-12-25')), 'Days that are no business days.', '2026-12-25'),
  rules: field(
    z.record(z.string(), rule),
    own('Levels of rules that do not block.', { 'due-missing': 'warning' }),
  ).default({}),
  policies: list(z.union([preset, policy]), 'What this company asks of its own incidents.', {
    preset: 'pagerduty',
    severity: ['major'],
  }),
  forbidden: list(
    line(own('A host pattern, a network, or a word.', '*.corp.example.com')),
    'What never stands in a public text.',
    'Acme',
  ),
  tickets: field(
    z.record(z.string(), line(own('An address with `{id}`.', 'https://jira.example.com/browse/PAY-{id}'))),
    own('Where tickets are found, by the letters before their number.', {
      PAY: 'https://jira.example.com/browse/PAY-{id}',
    }),
  ).default({}),
  sync: field(
    z.strictObject({
      github: githubSystem.optional(),
      jira: jiraSystem.optional(),
      create_in: systemName.optional(),
    }),
    own('Ticket systems, which `afterword sync` asks.', {
      github: { repo: 'owner/repo', token_env: 'GITHUB_TOKEN' },
    }),
  ).default({}),
  totals: flag(
    own(
      'Whether figures that add services up are shown; false when they belong to different companies.',
      'false',
    ),
  ).default(true),
  brand: field(
    z.strictObject({
      logo: fileName('A picture in `site/static`.', 'logo.svg').optional(),
      card: fileName(
        'The picture in `site/static` that stands beside a link to any public page, in chats and social networks: PNG or JPEG, best 1200 × 630 pixels.',
        'card.png',
      ).optional(),
      home: url(own('Where the company’s own site stands.', 'https://example.com')).optional(),
      contact: url(own('Where readers can ask.', 'mailto:help@example.com')).optional(),
      footer: inline(own('A sentence at the foot of each public page.', 'Example Ltd, Dublin')).optional(),
    }),
    own('What makes the public site yours.', { home: 'https://example.com' }),
  ).default({}),
});
