import { expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../workspace.js';

/*
 * What rules about items take from `site.yaml`: which priorities are the highest, who is in a team, where a ticket is.
 */

function createProject(site: string, items: string): Workspace {
  const workspace = createWorkspace();
  workspace.file(
    'site/site.yaml',
    `format: 1
title: Incident history
url: https://status.example.com/
timezone: Europe/Dublin
severities:
  - { id: minor, label: Minor disruption }
services:
  - { id: checkout, name: Checkout }
${site}`,
  );
  workspace.file(
    'incidents/2026-03-14-checkout-down.md',
    `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00
finished: 2026-03-18
summary: The disk of the order database was full.
impact:
  - service: checkout
    level: outage
remediation:
${items}---
`,
  );
  return workspace;
}

const teams = 'teams: [{ id: storage, name: Storage }, { id: search, name: Search }]\n';
const kim = 'people: [{ id: kim, name: Kim Doe, team: storage }]\n';
const item = (id: string, rest: string): string =>
  `  - { id: ${id}, title: Rotate the log, type: prevent, due: 2026-12-11, ${rest} }\n`;

const priorities = (list: string): Workspace =>
  createProject(
    `priorities: ${list}\n${teams}${kim}`,
    item('R1', 'owner: kim, priority: now') +
      item('R2', 'owner: kim, priority: soon') +
      item('R3', 'owner: kim, priority: later'),
  );

it('asks the two highest of many priorities how one can tell that they are done', async () => {
  expect(await priorities('[now, soon, later]').check()).toEqual([
    'incidents/2026-03-14-checkout-down.md:14 info done-when-missing',
    'incidents/2026-03-14-checkout-down.md:15 info done-when-missing',
  ]);
});

it('asks only the highest of two', async () => {
  const found = await priorities('[soon, later]').check();
  expect(found.filter((one) => one.endsWith('done-when-missing'))).toEqual([
    'incidents/2026-03-14-checkout-down.md:15 info done-when-missing',
  ]);
});

it('asks for a person only where one of the team is known', async () => {
  const items = item('R1', 'owner: storage') + item('R2', 'owner: search');
  expect(await createProject(teams + kim, items).check()).toEqual([
    'incidents/2026-03-14-checkout-down.md:14 info team-owned',
  ]);
  expect(await createProject(teams, items).check()).toEqual([]);
});

it('knows a ticket by its letters and by its address', async () => {
  const tickets = "tickets: { PAY: 'https://jira.example.com/browse/PAY-{id}' }\n";
  const items =
    item('R1', 'owner: kim, ticket: PAY-42') +
    item('R2', "owner: kim, ticket: 'https://jira.example.com/browse/PAY-42'") +
    item('R3', 'owner: kim, ticket: PAY-43');
  expect(await createProject(tickets + teams + kim, items).check()).toEqual([
    'incidents/2026-03-14-checkout-down.md:15 warning ticket-twice',
  ]);
  // Without the address nobody can know.
  expect(await createProject(teams + kim, items).check()).toEqual([]);
});

it('says of the later incident which earlier one has its ticket', async () => {
  const workspace = createProject(teams + kim, item('R1', 'owner: kim, ticket: PAY-42'));
  workspace.file(
    'incidents/2026-04-02-again.md',
    `---
title: Checkout was down again
severity: minor
status: draft
started: 2026-04-02 09:05
resolved: 2026-04-02 18:00
summary: The disk of the order database was full again.
impact:
  - service: checkout
    level: outage
remediation:
${item('R1', 'owner: kim, ticket: PAY-42')}---
`,
  );
  const { diagnostics } = await workspace.understand();
  const [found, ...others] = diagnostics.filter((one) => one.rule === 'ticket-twice');
  expect(others).toEqual([]);
  expect(found?.path).toBe('incidents/2026-04-02-again.md');
  expect(found?.message).toContain('`2026-03-14-checkout-down#R1`');
  expect(found?.related?.map((one) => one.path)).toEqual(['incidents/2026-03-14-checkout-down.md']);
});
