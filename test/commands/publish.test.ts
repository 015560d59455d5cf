import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { preview } from '../../src/commands/preview.js';
import { publish } from '../../src/commands/publish.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const path = 'incidents/2026-03-14-checkout-down.md';
const accepted = 'incidents/2026-03-14-checkout-down.public.txt';

interface Ran {
  code: number;
  printed: string;
  noted: string;
}

async function run(
  { root }: Workspace,
  start: (terminal: Terminal) => Promise<number>,
  asOf = '2026-11-22',
): Promise<Ran> {
  const printed: string[] = [];
  const noted: string[] = [];
  const code = await start({
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    color: false,
    cwd: root,
    version: '0',
    findAsOf: () => asOf,
  });
  return { code, printed: printed.join(''), noted: noted.join('') };
}

const runPublish = (workspace: Workspace, files = [path], since?: string): Promise<Ran> =>
  run(workspace, (terminal) => publish({ root: workspace.root, files, since }, terminal));
const runPreview = (workspace: Workspace, files = [path], asOf?: string): Promise<Ran> =>
  run(workspace, (terminal) => preview({ root: workspace.root, files }, terminal), asOf);

/** A project of one final incident; \`more\` are lines of its front matter. */
function createProject(more = '', body = ''): Workspace & { read: (path: string) => string } {
  const workspace = createWorkspace();
  workspace.file(
    path,
    `---
title: Checkout was down
severity: minor   # for most
status: final
started: 2026-03-14 09:05
mitigated: 2026-03-14 14:02
resolved: 2026-03-14 18:00
summary: >
  Checkout answered with errors. Nobody could order.
impact:
  - { service: checkout, level: outage, affected: Every customer }
${more}---
${body}`,
  );
  return { ...workspace, read: (name) => readFileSync(join(workspace.root, name), 'utf8') };
}

const open = 'public:\n  since: 2026-03-18\n  show: [summary, impact, timeline, remediation]\n';

describe('publish', () => {
  it('writes the public block and what customers read, and touches nothing else', async () => {
    const project = createProject(
      '',
      '\n## What happened\n\nA log filled the disk.\n\n## Notes: ours\n\nKim was away.\n',
    );
    const before = project.read(path);
    const { code, printed } = await runPublish(project);
    expect(code).toBe(0);
    const block = `public:
  since: 2026-11-22
  show: [summary, impact]
  sections: []
  withheld:
    - What happened
    - "Notes: ours"
`;
    expect(project.read(path)).toBe(before.replace('\n---\n\n##', `\n${block}---\n\n##`));
    const words = project.read(accepted);
    expect(words).toBe(`https://status.example.com/incidents/2026-03-14-checkout-down/

# Checkout was down

Kind: incident
Severity: Minor disruption
Public since: 2026-11-22
Times of: Europe/Dublin
Started: 2026-03-14 09:05
Mitigated: 2026-03-14 14:02
Resolved: 2026-03-14 18:00

## Summary

Checkout answered with errors.
Nobody could order.

## Impact

- Checkout
  Degree: outage
  When: 2026-03-14 09:05 to 2026-03-14 14:02
  Affected: Every customer
`);
    expect(printed).toContain(`${accepted}\n+ https://status.example.com/incidents/`);
    expect(printed).toContain('+ Nobody could order.\n');
    expect(await project.check()).toEqual([]);
  });

  it('shows what a change makes public, and what it takes away, and accepts it', async () => {
    const project = createProject(open);
    await runPublish(project);
    project.file(path, project.read(path).replace('Nobody could order.', 'Few could order.'));
    expect(await project.check()).toEqual([`${path}:12 error public-text-differs`]);
    const { code, printed } = await runPublish(project);
    expect(code).toBe(0);
    expect(printed).toContain('- Nobody could order.\n+ Few could order.\n');
    expect(printed).not.toContain('Every customer');
    expect(await project.check()).toEqual([]);
    expect((await runPublish(project)).printed).toBe(`${accepted}: nothing changed\n`);
  });

  it('writes nothing while something blocks', async () => {
    const project = createProject('timeline:\n  - text: "Internal: we knew it."\n');
    const before = project.read(path);
    const { code, printed, noted } = await runPublish(project);
    expect(code).toBe(1);
    expect(printed).toContain('mark-ineffective');
    expect(noted).toContain('Nothing was written');
    expect(project.read(path)).toBe(before);
    expect(existsSync(join(project.root, accepted))).toBe(false);
  });

  it('takes a day, also to change it', async () => {
    const project = createProject();
    await runPublish(project, [path], '2027-01-05');
    expect(project.read(path)).toContain('  since: 2027-01-05\n');
    await runPublish(project, [path], '2026-12-24');
    expect(project.read(path)).toContain('  since: 2026-12-24\n');
    expect(project.read(accepted)).toContain('Public since: 2026-12-24');
    await expect(runPublish(project, [path], '2026-12')).rejects.toThrow(/--since.*full date/);
    await expect(runPublish(project, [path], 'soon')).rejects.toThrow(/--since/);
  });

  it('opens only what is named: a folder stands for what is public already', async () => {
    const project = createProject(open);
    const other = 'incidents/2026-04-01-search-down.md';
    project.file(other, project.read(path).replace(open, ''));
    const before = project.read(other);
    expect((await runPublish(project, ['incidents'])).code).toBe(0);
    expect(project.read(other)).toBe(before);
    expect(existsSync(join(project.root, accepted))).toBe(true);
    expect(existsSync(join(project.root, 'incidents/2026-04-01-search-down.public.txt'))).toBe(false);
  });
});

describe('accepted words', () => {
  it('stop what only a reader can see: a withheld entry that lost its mark', async () => {
    const project = createProject(
      `timeline:\n  - text: A log fills the disk.\n  - text: Kim had seen it in May.\n    internal: true\n${open}`,
    );
    await runPublish(project);
    expect(await project.check()).toEqual([]);
    project.file(path, project.read(path).replace('    internal: true\n', ''));
    const [diagnostic] = (await project.understand()).diagnostics;
    expect(diagnostic).toMatchObject({
      rule: 'public-text-differs',
      blocks: true,
      message: `What customers would read is not what was accepted: line 30 of \`${accepted}\` differs`,
    });
  });

  it('stop a page from going away unseen: its block, its file', async () => {
    const project = createProject(open);
    await runPublish(project);
    const whole = project.read(path);
    project.file(path, whole.replace(open, ''));
    expect(await project.check()).toEqual([`${path}:1 error public-text-differs`]);
    project.file(path, whole);
    renameSync(join(project.root, path), join(project.root, 'incidents/2026-03-14-shop-down.md'));
    expect(await project.check()).toContain(`${accepted} error public-text-differs`);
    rmSync(join(project.root, accepted));
    expect(await project.check()).toEqual([]);
  });

  it('are the same on every day, and with line ends of another system', async () => {
    const project = createProject(
      `remediation:\n  - { id: R1, title: Rotate the log, type: prevent, owner: kim, due: 2026-04-01, addresses: [] }\n${open}`,
    );
    await runPublish(project);
    writeFileSync(join(project.root, accepted), project.read(accepted).replaceAll('\n', '\r\n'));
    for (const asOf of ['2026-03-01', '2026-04-01', '2029-01-01']) {
      const { noted } = await runPreview(project, [path], asOf);
      expect(noted).not.toContain('accepted');
    }
  });

  it('do not change with what another file says of theirs', async () => {
    const project = createProject(open.replace('summary', 'summary, related'));
    await runPublish(project);
    project.file(
      'incidents/2026-05-14-search-down.md',
      project
        .read(path)
        .replaceAll('2026-03', '2026-05')
        .replace('Checkout was', 'Search was')
        .replace('public:', 'related: [{ id: 2026-03-14-checkout-down, how: recurrence-of }]\npublic:'),
    );
    expect(await project.check()).toEqual([]);
    const { printed } = await runPreview(project, ['incidents/2026-05-14-search-down.md']);
    expect(printed).toContain('- recurrence-of 2026-03-14-checkout-down\n');
  });

  it('are asked for by a warning, which a file may waive', async () => {
    const project = createProject(open);
    const settings = project.read('site/site.yaml').replace(/^rules:.*$/m, '');
    project.file('site/site.yaml', settings);
    expect(await project.check()).toEqual([`${path}:12 warning public-text-missing`]);
  });
});

describe('preview', () => {
  it('shows an embargoed text before its day, with pictures, links, code and tables as they are read', async () => {
    const project = createProject(
      `public:\n  since: 2027-03-18\n  show: [summary]\n  sections: [What happened]\n`,
      `
## What happened

It **broke** at \`api\`, see [the status][s] and <https://example.com/>.[^1]

- one
- two

| a | b |
| - | - |
| 1 | 2 |

\`\`\`sh
df -h
\`\`\`

[s]: https://example.com/status
[^1]: Twice.
`,
    );
    const { code, printed } = await runPreview(project);
    expect(code).toBe(0);
    expect(printed.slice(printed.indexOf('## What'))).toBe(`## What happened

It broke at api, see the status <https://example.com/status> and <https://example.com/>.[1]

- one
- two

| a | b |
| 1 | 2 |

    df -h

## Notes

1. Twice.
`);
  });

  it('says what readers could conclude', async () => {
    const project = createProject(
      `timeline:
  - at: 2026-03-14 09:05
    text: A disk fills.
    internal: true
  - at: 2026-03-14 10:00
    text: A customer calls.
remediation:
  - { id: R1, title: Rotate the log, type: prevent, owner: kim, due: 2026-12-01 }
  - { id: R2, title: Sue the vendor, type: process, owner: kim, due: 2026-12-01, internal: true }
  - { id: R3, title: Alert on the volume, type: detect, owner: kim, due: 2026-12-01 }
${open}`,
    );
    renameSync(join(project.root, path), join(project.root, 'incidents/2026-03-14-vendor-disk.md'));
    const { printed } = await runPreview(project, ['incidents/2026-03-14-vendor-disk.md']);
    expect(printed).toContain(`Readers could conclude:
- The address says \`vendor\`, \`disk\`, and the text does not.
- \`R2\` is missing among the ids of \`remediation\`.
- It began 2026-03-14 09:05, and the first entry that is shown is of 2026-03-14 10:00.
`);
    expect(printed).not.toContain('Sue');
    expect(printed).not.toContain('A disk fills');
  });

  it('says that of an internal file nobody sees anything', async () => {
    const { code, printed, noted } = await runPreview(createProject());
    expect([code, printed]).toEqual([0, '']);
    expect(noted).toContain(`${path}: nobody outside sees anything of it`);
  });
});
