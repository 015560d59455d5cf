import { expect, it } from 'vitest';
import { createSettings } from '../../src/settings/createSettings.js';

const smallest = `format: 1
title: Example
url: https://status.example.com/
timezone: Europe/Dublin
severities: [{ id: grave, label: Grave }, { id: slight, label: Slight }]
services: [{ id: checkout, name: Checkout }]
`;

/** What is wrong with one policy, or more, as `line:column rule message`. */
function findings(policies: string, settings = smallest): string[] {
  return createSettings({
    path: 'site/site.yaml',
    text: `${settings}policies:\n${policies}\n`,
  }).diagnostics.map(
    ({ place, rule, message }) => `${place?.start.line}:${place?.start.column} ${rule} ${message}`,
  );
}

it('takes what the reference shows', () => {
  expect(
    findings(`  - { preset: pagerduty, severity: [grave], service: [checkout], since: 2025-01-01, window: short }
  - { preset: pagerduty, severity: [slight] }
  - id: grave-fixes
    when: { severity: [grave], kind: [incident], service: [checkout], tag: [], since: 2025-01-01 }
    require:
      remediation: { min: 1, types: [prevent, detect], each: [owner, due, addresses], due_within: 30d, from: resolved }
      finished_within: 5bd
      public_within: 10bd
    level: error`),
  ).toEqual([]);
});

it('knows the ids that a policy names, and its own only once', () => {
  expect(
    findings(`  - { preset: pagerduty, severity: [gravve], service: [checkuot] }
  - { id: own, when: { severity: [sligth], service: [serch] }, require: { finished_within: 5d } }
  - { id: own, require: { remediation: { priority: [P9], each: [ticket] } } }`),
  ).toEqual([
    '8:37 unknown-severity There is no severity `gravve` here',
    '8:56 unknown-service There is no service `checkuot` here',
    '9:35 unknown-severity There is no severity `sligth` here',
    '9:54 unknown-service There is no service `serch` here',
    '10:11 duplicate-id The id `own` stands twice in `policies`',
    '10:53 unknown-priority There is no priority `P9` here',
  ]);
});

it.each(['', 'remediation: {}', 'remediation: { from: started, priority: [P1] }', 'remediation: { min: 0 }'])(
  'says that { %s } asks for nothing',
  (require) => {
    expect(findings(`  - { id: own, require: { ${require} } }`)).toEqual([
      '8:25 invalid-value The policy `own` asks for nothing',
    ]);
  },
);

it.each(['5', '5m', '-5d', '1.5d', '1000d'])('says that %s is no time limit', (limit) => {
  expect(findings(`  - { id: own, require: { finished_within: ${limit} } }`)).toEqual([
    expect.stringContaining('invalid-value `finished_within` is not a number of days'),
  ]);
});

it('asks which severities a preset is for, where none is major', () => {
  expect(findings('  - { preset: atlassian }')).toEqual([
    '8:15 missing-key `severity` is missing: `atlassian` is for major incidents, and no severity here is `major: true`',
  ]);
  const withMajor = smallest.replace('label: Grave', 'label: Grave, major: true');
  expect(findings('  - { preset: atlassian }', withMajor)).toEqual([]);
});
