import { expect, it } from 'vitest';
import { createSettings } from '../../src/settings/createSettings.js';

/** What is said of `policies`. */
function tell(policies: string): string[] {
  const text = `format: 1
title: Example
url: https://status.example.com/
timezone: Europe/Dublin
severities: [{ id: major, label: Major, major: true }]
policies:
${policies}
`;
  return createSettings({ path: 'site/site.yaml', text }).diagnostics.map(
    ({ rule, message, hint }) => `${rule}: ${message}${hint === undefined ? '' : ` → ${hint}`}`,
  );
}

it.each([
  ['{ id: own, require: { remediation: { types: [prevnt] } } }', ['Did you mean `prevent`?']],
  ['{ id: own, require: { remediation: { each: [owner, due_date] } } }', ['`due_date`']],
  ['{ id: own, require: { finished_within: 5 days } }', ['write `30d`, `5bd` or `4w`']],
  ['{ id: own, require: { finished_within: 5d }, leevel: error }', ['Did you mean `level`?']],
  ['{ preset: pagerduty, when: {} }', ['Known in an entry of `policies`: `preset`, `severity`']],
  ['{ preset: pagerduti }', ['Did you mean `pagerduty`?']],
  ['{ id: own, when: { severty: [major] }, require: { finished_within: 5d } }', ['Did you mean `severity`?']],
  ['{ require: { finished_within: 5d } }', ['`id` is missing']],
])('tells of %s the one slip', (policy, expected) => {
  expect(tell(`  - ${policy}`)).toEqual(expected.map((one) => expect.stringContaining(one)));
});
