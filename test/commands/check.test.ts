import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/commands/check.js';
import type { Format } from '../../src/commands/printReport.js';
import { reportSchema, type Report } from '../../src/report/json.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const formats: Format[] = ['text', 'json', 'sarif', 'github'];

interface Options {
  format?: Format;
  files?: string[];
  maxWarnings?: number;
  /** The current folder, below the project's. */
  cwd?: string;
}

/** Runs `afterword check`, and gives what it printed and how it ended. */
async function run(
  { root }: Workspace,
  { format = 'text', files = [], maxWarnings, cwd = '' }: Options = {},
) {
  const [printed, noted]: [string[], string[]] = [[], []];
  const code = await check(
    { root, files, format, maxWarnings },
    {
      print: (text) => printed.push(text),
      note: (text) => noted.push(text),
      color: false,
      cwd: join(root, cwd),
      version: '1.2.3',
      findAsOf: () => '2026-11-22',
    },
  );
  return { code, stdout: printed.join(''), stderr: noted.join('') };
}

const readReport = (text: string): Report => reportSchema.parse(JSON.parse(text));

const good = `---
title: Checkout was down
severity: minor
status: draft
started: 2026-03-14 09:05
resolved: 2026-03-14 14:02
summary: The disk of the order database was full.
impact:
  - service: checkout
    level: outage
---
`;
const bad = good.replace('Checkout was', 'Orders were').replace('severity: minor', 'severity: minr');
/** An item without an owner is one warning. */
const owed = good.replace('Checkout was', 'Baskets were').replace(
  'impact:',
  `remediation:
  - id: R1
    title: Alert on the volume that holds the orders
    type: detect
    due: 2026-12-31
impact:`,
);

/** A project with one file that is fine, one with an error, and one with a warning, in a folder of its own. */
function createMixed(): Workspace {
  const workspace = createWorkspace();
  workspace.file('incidents/2026-03-14-good.md', good);
  workspace.file('incidents/2026-03-14-bad.md', bad);
  workspace.file('incidents/old/2026-03-14-owed.md', owed);
  return workspace;
}

describe.each(formats)('in %s', (format) => {
  it('prints nothing but the document, and fails on errors', async () => {
    const { code, stdout, stderr } = await run(createMixed(), { format });
    expect(code).toBe(1);
    expect(stdout).toContain('unknown-severity');
    expect(stdout).toContain('owner-missing');
    expect(stdout).not.toMatch(/checked|explain RULE/);
    expect(stderr).toMatch(/^4 files checked: 1 error, 1 warning/m);
    if (format === 'json' || format === 'sarif') expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it('is a whole document when nothing was found', async () => {
    const workspace = createWorkspace();
    workspace.file('incidents/2026-03-14-good.md', good);
    const { code, stdout, stderr } = await run(workspace, { format });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '2 files checked: nothing to mend.\n' });
    const whole = {
      text: () => expect(stdout).toBe(''),
      github: () => expect(stdout).toBe(''),
      json: () =>
        expect(readReport(stdout)).toEqual({
          version: 1,
          asOf: '2026-11-22',
          counts: { error: 0, warning: 0, info: 0 },
          diagnostics: [],
        }),
      sarif: () => expect(JSON.parse(stdout)).toMatchObject({ version: '2.1.0', runs: [{ results: [] }] }),
    };
    whole[format]();
  });

  it('fails when there are more warnings than allowed', async () => {
    const workspace = createWorkspace();
    workspace.file('incidents/2026-03-14-owed.md', owed);
    expect(await run(workspace, { format })).toMatchObject({ code: 0 });
    expect(await run(workspace, { format, maxWarnings: 1 })).toMatchObject({ code: 0 });
    const none = await run(workspace, { format, maxWarnings: 0 });
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('More warnings than the 0 that are allowed.');
    expect(none.stdout).not.toContain('allowed');
  });

  it('shows no secret, and no line that holds one', async () => {
    const workspace = createWorkspace();
    // In pieces, so that nobody takes this file for one that holds a secret.
    const token = ['ghp', 'R4nd0mR4nd0mR4nd0mR4nd0mR4nd0mR4nd01'].join('_');
    workspace.file(
      'incidents/2026-03-14-leak.md',
      good.replace('level: outage', `level: "${token}"`).replace('The disk', `The token ${token}`),
    );
    const { stdout } = await run(workspace, { format });
    expect(stdout).toContain('unknown-value');
    expect(stdout).not.toContain(token);
    expect(stdout).not.toContain('R4nd0mR4nd0m');
  });
});

describe('paths', () => {
  it('are relative to the current folder in text and JSON', async () => {
    const workspace = createMixed();
    expect((await run(workspace, { cwd: 'incidents' })).stdout).toMatch(/^2026-03-14-bad\.md:3:11: error /m);
    const report = readReport((await run(workspace, { format: 'json', cwd: 'incidents/old' })).stdout);
    expect(report.diagnostics.map(({ path }) => path)).toContain('../2026-03-14-bad.md');
  });

  it('are relative to the repository in SARIF and annotations, wherever one stands', async () => {
    const workspace = createMixed();
    const project = { ...workspace, root: join(workspace.root, 'docs/post mortems') };
    for (const name of ['incidents/2026-03-14-bad.md', 'site/site.yaml'])
      workspace.file(`docs/post mortems/${name}`, name.endsWith('.md') ? bad : siteOf(workspace));
    // In a worktree `.git` is a file.
    workspace.file('.git', 'gitdir: elsewhere\n');
    expect((await run(project, { format: 'github', cwd: 'incidents' })).stdout).toContain(
      'file=docs/post mortems/incidents/2026-03-14-bad.md,line=3,',
    );
    expect((await run(project, { format: 'sarif', cwd: 'incidents' })).stdout).toContain(
      '"uri": "docs/post%20mortems/incidents/2026-03-14-bad.md"',
    );
  });

  it('are relative to the project where there is no repository, and to the nearest of two', async () => {
    const workspace = createMixed();
    const isSeen = async (): Promise<boolean> =>
      (await run(workspace, { format: 'github' })).stdout.includes('file=incidents/2026-03-14-bad.md,');
    expect(await isSeen()).toBe(true);
    mkdirSync(join(workspace.root, '.git'));
    expect(await isSeen()).toBe(true);
  });
});

describe('of some files', () => {
  it('says nothing of the others', async () => {
    const workspace = createMixed();
    const { code, stdout, stderr } = await run(workspace, { files: ['incidents/2026-03-14-good.md'] });
    expect({ code, stdout, stderr }).toEqual({
      code: 0,
      stdout: '',
      stderr: '1 file checked: nothing to mend.\n',
    });
  });

  it('takes folders, in every format', async () => {
    for (const format of formats) {
      const { code, stdout, stderr } = await run(createMixed(), { format, files: ['incidents/old'] });
      expect(code).toBe(0);
      expect(stdout).toContain('owner-missing');
      expect(stdout).not.toContain('unknown-severity');
      expect(stderr).toContain('1 file checked: 1 warning.');
    }
  });

  it('refuses one that is none of the project’s', async () => {
    const workspace = createMixed();
    await expect(run(workspace, { files: ['/etc/hosts'] })).rejects.toThrow(
      /^\/etc\/hosts is neither an incident/,
    );
    await expect(run(workspace, { files: ['incidents/gone.md'] })).rejects.toThrow(/gone\.md is neither/);
  });
});

it('points to the explanation of a rule, once, for people only', async () => {
  const { stderr } = await run(createMixed());
  expect(stderr.match(/afterword explain RULE/g)).toHaveLength(1);
  expect(stderr).toContain('`afterword explain unknown-severity`');
  expect((await run(createMixed(), { format: 'github' })).stderr).not.toContain('explain');
});

it('says how many annotations GitHub leaves out', async () => {
  const workspace = createWorkspace();
  for (let day = 10; day < 23; day++)
    workspace.file(
      `incidents/2026-03-${day}-bad.md`,
      bad.replaceAll('2026-03-14', `2026-03-${day}`).replace('Orders', `Orders of day ${day}`),
    );
  expect((await run(workspace, { format: 'github' })).stderr).toContain('GitHub shows 10 of 13 errors');
});

it('has no day when site.yaml, which knows the zone, cannot be read', async () => {
  const workspace = createMixed();
  workspace.file('site/site.yaml', '- 1\n');
  const { code, stdout } = await run(workspace, { format: 'json' });
  expect(code).toBe(1);
  expect(readReport(stdout).asOf).toBeNull();
});

/** The settings that a workspace has. */
function siteOf(workspace: Workspace): string {
  return readFileSync(join(workspace.root, 'site/site.yaml'), 'utf8');
}
