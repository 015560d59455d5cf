import { expect, it } from 'vitest';
import { createSettings } from '../../src/settings/createSettings.js';

const smallest = `format: 1
title: Example
url: https://status.example.com/base
timezone: Europe/Dublin
severities:
  - { id: major, label: Major outage }
`;

/** What is wrong with settings, as `line:column rule message`. */
function findings(text: string): string[] {
  return createSettings({ path: 'site/site.yaml', text }).diagnostics.map(
    ({ place, rule, message }) => `${place?.start.line}:${place?.start.column} ${rule} ${message}`,
  );
}

it('fills in every default', () => {
  const { settings, diagnostics } = createSettings({ path: 'site/site.yaml', text: smallest });
  expect(diagnostics).toEqual([]);
  expect(settings).toMatchObject({
    format: 1,
    url: 'https://status.example.com/base/',
    language: 'en',
    priorities: ['P0', 'P1', 'P2', 'P3'],
    weights: { outage: 1, partial: 0.3, degraded: 0 },
    services: [],
    people: [],
    totals: true,
    rules: {},
  });
});

it('says everything that is wrong at once, where it is', () => {
  const text = `${smallest.replace('Europe/Dublin', 'EST').replace('format: 1', 'format: 2')}services:
  - { id: checkout, name: Checkout, team: stroage }
  - { id: checkout, nam: Twice }
teams: [{ id: storage, name: Storage }]
people:
  - { id: storage, name: Kim Doe, email: kim }
weights: { outage: much }
rules: { due-missing: eror }
policies:
  - { preset: pagerduti, severity: [major] }
  - { id: own, require: { finished_within: 5 } }
brand: { logo: ../secret.svg }
extra: yes
`;
  expect(findings(text)).toMatchInlineSnapshot(`
    [
      "1:9 unknown-value \`format\` is \`2\`, must be 1, the only format there is",
      "4:11 unknown-zone “EST” is an abbreviation, not a time zone: UTC−5 (North America, Eastern standard), UTC+10 (Australia, Eastern standard)",
      "9:21 unknown-key There is no key \`nam\` in an entry of \`services\`",
      "13:20 invalid-value \`outage\` is not a number: \`much\`",
      "12:42 invalid-value \`email\` is not an e-mail address: \`kim\`",
      "14:23 unknown-value \`due-missing\` is \`eror\`, expected \`error\`, \`warning\`, \`info\` or \`off\`",
      "16:15 unknown-value \`preset\` is \`pagerduti\`, expected \`pagerduty\` or \`atlassian\`",
      "17:44 invalid-value \`finished_within\` is not a number of days: write \`30d\`, \`5bd\` or \`4w\`: \`5\`",
      "18:16 invalid-value \`logo\` must be the plain name of a file: \`../secret.svg\`",
      "19:1 unknown-key There is no key \`extra\` here",
      "9:11 duplicate-id The id \`checkout\` stands twice in \`services\`",
      "12:11 duplicate-id \`storage\` is a person and a team",
      "8:43 unknown-team There is no team \`stroage\` here",
    ]
  `);
});

it.each([
  'javascript:alert(1)',
  'https://example.com/?q',
  'https://example.com/#x',
  'example.com',
  'ftp://example.com',
])('refuses the address %s', (url) => {
  expect(findings(smallest.replace('https://status.example.com/base', url)).join()).toContain('url-format');
});
