import { expect } from 'vitest';
import { createHistory } from '../../../src/model/createHistory.js';
import type { History } from '../../../src/model/history.js';
import type { RemediationItem } from '../../../src/model/remediationItem.js';
import { createTrackedItem, type TrackedItem } from '../../../src/model/trackedItem.js';
import { parseDocument } from '../../../src/parse/document.js';
import { createSettings } from '../../../src/settings/createSettings.js';
import { incidentSchema } from '../../../src/validate/schema/incident.js';
import { validate } from '../../../src/validate/validate.js';

/* Histories as the model makes them of files, for the figures that are made of histories. */

const site = `
format: 1
title: Example history
url: https://status.example.com/
timezone: Europe/Dublin
severities:
  - { id: major, label: Major outage, major: true }
  - { id: minor, label: Minor disruption }
priorities: [P1, P2]
services:
  - { id: checkout, name: Checkout, team: shop }
  - { id: ledger, name: Ledger, team: storage }
  - { id: search, name: Search }
teams:
  - { id: storage, name: Storage }
  - { id: shop, name: Shop }
people:
  - { id: kim, name: Kim Doe, team: storage }
`;

/** The day that they are as of. */
export const asOf = '2026-11-22';

/** Reads incidents, the front matter of each by its id, into a history. */
export function readHistory(files: Record<string, string>): History {
  const { settings } = createSettings({ path: 'site/site.yaml', text: site });
  if (!settings) throw new Error('the settings are right');
  const valid = Object.entries(files).map(([id, text]) => {
    const { document } = parseDocument({ path: `incidents/${id}.md`, text: `---\n${text.trim()}\n---\n` });
    const validated = document && validate(incidentSchema, document, /^x-/);
    expect(validated?.diagnostics.map(({ message }) => message)).toEqual([]);
    if (!document || !validated?.value) throw new Error(`${id} is right`);
    return { document, frontMatter: validated.value, damaged: validated.damaged };
  });
  const { history, diagnostics } = createHistory(
    valid,
    new Set(valid.map(({ document }) => document.id)),
    settings,
    asOf,
  );
  expect(diagnostics).toEqual([]);
  return history;
}

/** Front matter that says as little as it may; `more` is added to it. */
export function frontMatter(
  more = '',
  { severity = 'major', started = '2026-03-14 09:00', resolved = '2026-03-14 10:00', status = 'final' } = {},
): string {
  return `title: It broke
severity: ${severity}
status: ${status}
started: ${started}
resolved: ${resolved}
summary: It was down.
impact:
  - service: checkout
    level: outage
${more.trim()}`;
}

/** The items of a history as the tracker has them. */
export function trackItems(history: History): TrackedItem[] {
  return history.incidents.flatMap((incident) =>
    incident.remediation.map((item) => createTrackedItem(item, incident, history.asOf, history.settings)),
  );
}

/** The items that one report lists as `remediation`, as the model makes them. */
export function readItems(remediation: string, more = ''): RemediationItem[] {
  const history = readHistory({
    '2026-03-14-it-broke': frontMatter(`${more}\nremediation:\n${remediation}`),
  });
  return history.incidents.flatMap((incident) => incident.remediation);
}
