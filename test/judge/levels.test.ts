import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace, type Workspace } from '../workspace.js';

const path = 'incidents/2026-03-14-checkout-down.md';
const incident = `---
title: Checkout was down
severity: minor
status: final
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: The disk was full.
impact:
  - service: checkout
    level: outage
remediation:
  - id: R1
    title: Rotate the log
    type: prevent
    owner: kim
---
`;

/** A project with that incident and settings that say this of rules. */
function withRules(rules: string, text = incident): Workspace {
  const workspace = createWorkspace();
  workspace.file(path, text);
  const site = readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
  workspace.file('site/site.yaml', `${site.replace(/^rules:.*\n/m, '')}rules:\n  ${rules}\n`);
  return workspace;
}

describe('the level of a rule', () => {
  it('is the one of the settings', async () => {
    expect(await withRules('owner-missing: off').check()).toEqual([`${path}:12 warning due-missing`]);
    expect(await withRules('due-missing: error').check()).toEqual([`${path}:12 error due-missing`]);
    expect(await withRules('due-missing: { level: info }').check()).toEqual([`${path}:12 info due-missing`]);
    expect(await withRules('due-missing: off').check()).toEqual([]);
  });

  it('holds for incidents from a day on', async () => {
    expect(await withRules('due-missing: { level: error, since: 2026-03-14 }').check()).toEqual([
      `${path}:12 error due-missing`,
    ]);
    expect(await withRules('due-missing: { level: error, since: 2026-03-15 }').check()).toEqual([]);
  });

  it('stays what it is where a build would be wrong without it', async () => {
    const broken = incident.replace('service: checkout', 'service: chekout');
    expect(await withRules('unknown-service: off', broken).check()).toEqual([
      `${path}:9 error unknown-service`,
      `${path}:12 warning due-missing`,
      'site/site.yaml:16 warning rule-fixed',
    ]);
  });

  it('is reported when there is no such rule', async () => {
    expect(await withRules('due-mising: off').check()).toContain('site/site.yaml:16 warning rule-unknown');
  });
});

it('a file that cannot be read still exists for the others', async () => {
  const workspace = createWorkspace();
  workspace.file('incidents/2025-11-02-disk-full.md', new Uint8Array([0xff, 0xfe, 0x41]));
  workspace.file(
    path,
    incident.replace('---\n', `---\nrelated:\n  - id: 2025-11-02-disk-full\n    how: recurrence-of\n`),
  );
  expect(await workspace.check()).toEqual([
    'incidents/2025-11-02-disk-full.md error file-encoding',
    `${path}:15 warning due-missing`,
  ]);
});

it('one bad file is not in the way of what is wrong with the others', async () => {
  const workspace = createWorkspace();
  workspace.file('incidents/2026-01-01-a.md', '---\ntitle: [\n---\n');
  workspace.file('incidents/2026-01-02-b.md', 'no front matter');
  workspace.file('incidents/2026-01-03-c.md', new Uint8Array([0x2d, 0x00]));
  workspace.file('incidents/2026-01-04-d.md/note.txt', 'a folder');
  workspace.file(path, incident);
  const found = await workspace.check();
  for (const name of ['01-a', '02-b', '03-c', '04-d'])
    expect(found.join('\n')).toContain(`incidents/2026-01-${name}.md`);
  expect(found).toContain(`${path}:12 warning due-missing`);
});

it('a project without incidents/ is no empty history', async () => {
  const workspace = createWorkspace();
  await expect(workspace.check()).rejects.toThrow(/There is no folder incidents\//);
});
