import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { publish } from '../../src/commands/publish.js';
import { rename, type RenameOptions } from '../../src/commands/rename.js';
import type { Terminal } from '../../src/commands/terminal.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const old = '2025-11-02-disk-full';
const other = '2025-11-02-order-disk-full';

function createTerminal({ root }: Workspace): Terminal & { printed: string[]; noted: string[] } {
  const [printed, noted]: [string[], string[]] = [[], []];
  return {
    printed,
    noted,
    print: (text) => printed.push(text),
    note: (text) => noted.push(text),
    color: false,
    columns: undefined,
    cwd: root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
}

async function run(workspace: Workspace, options: Partial<RenameOptions> = {}) {
  const terminal = createTerminal(workspace);
  const { root } = workspace;
  const code = await rename(
    { root, from: old, to: other, alias: undefined, dryRun: false, ...options },
    terminal,
  );
  return { code, printed: terminal.printed.join(''), noted: terminal.noted.join('') };
}

const read = ({ root }: Workspace, path: string): string => readFileSync(join(root, path), 'utf8');
const list = ({ root }: Workspace): string[] => readdirSync(join(root, 'incidents')).toSorted();

function incident(more = '', body = ''): string {
  return `---
title: The disk of the orders was full
severity: major
status: final
started: 2025-11-02 10:00
detected: 2025-11-02 10:10
mitigated: 2025-11-02 11:00
resolved: 2025-11-02 11:30
finished: 2025-11-05
summary: For an hour nobody could order.
impact: [{ service: checkout, level: outage }]
${more}---
${body}`;
}

/** A file that names the incident in every way; `@` stands where the id is a name, and changes. */
const naming = `---
title: Checkout was down again
severity: major
started: 2026-03-14 09:05
resolved: 2026-03-14 09:50
summary: >
  The disk was full, as
  [the last time](@.md#what-happened).
impact:
  - { service: checkout, level: outage, note: "See \\"[there](../incidents/@/ '${old}')\\"." }
remediation:
  - { id: R1, title: Rotate the log, type: prevent, state: superseded, superseded_by: "@#R1" } # ${old}#R1
related:
  - how: recurrence-of
    id:   @   # ${old}
---

## What happened

As [${old}](@.md "${old}") tells, and [its page](/incidents/@/), and [again][it].
In words: ${old}. As code: \`[x](${old}.md)\`. Elsewhere: [y](https://example.com/incidents/${old}/).

[it]: <@.md> '${old}'
`;

describe('what refers to it', () => {
  it('gets the new id where it is a name, and every other byte stays', async () => {
    const workspace = createWorkspace();
    const items = 'remediation:\n  - { id: R1, title: Rotate the log, type: prevent, state: open }\n';
    workspace.file(`incidents/${old}.md`, incident(items));
    workspace.file('incidents/2026-03-14-checkout-down.md', naming.replaceAll('@', old));
    const { code, printed, noted } = await run(workspace);
    expect(code).toBe(0);
    expect(list(workspace)).toEqual([`${other}.md`, '2026-03-14-checkout-down.md'].toSorted());
    expect(read(workspace, 'incidents/2026-03-14-checkout-down.md')).toBe(naming.replaceAll('@', other));
    expect(read(workspace, `incidents/${other}.md`)).toBe(incident(items));
    expect(printed).toBe(
      `incidents/${old}.md → incidents/${other}.md\nincidents/2026-03-14-checkout-down.md: refers to it\n`,
    );
    // The words that stay are told, each with its line.
    for (const line of [10, 12, 15, 20, 21, 23])
      expect(noted).toContain(`incidents/2026-03-14-checkout-down.md:${line}: still names ${old}, in words`);
  });

  it('is found by the address of the public site, in files of other folders, with CRLF', async () => {
    const workspace = createWorkspace();
    const url = /^url: (.*)$/m.exec(read(workspace, 'site/site.yaml'))?.[1] ?? '';
    const text = incident('', `\n## What happened\n\nAs [before](${url}incidents/@/), [here](../@.md).\n`)
      .replace('The disk of the orders was full', 'Full again')
      .replaceAll('2025-11-02', '2026-03-14')
      .replaceAll('2025-11-05', '2026-03-16')
      .replaceAll('\n', '\r\n');
    workspace.file(`incidents/${old}.md`, incident());
    workspace.file('incidents/2026/2026-03-14-full-again.md', text.replaceAll('@', old));
    expect((await run(workspace)).code).toBe(0);
    expect(read(workspace, 'incidents/2026/2026-03-14-full-again.md')).toBe(text.replaceAll('@', other));
  });

  it('is left in a file that cannot be read, which is told', async () => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    workspace.file('incidents/2026-03-14-broken.md', `---\ntitle: [\nrelated: ${old}\n`);
    const { code, noted } = await run(workspace);
    expect(code).toBe(0);
    expect(noted).toContain(`incidents/2026-03-14-broken.md:3: still names ${old}`);
  });
});

describe('the old address', () => {
  const shown = 'public: { since: 2025-11-06, show: [summary, impact] }\n';
  const alias = `/incidents/${old}/`;

  it.each([
    ['no aliases', '', `aliases:\n  - ${alias}\n`],
    [
      'a list in brackets',
      'aliases: [/news/disk.html] # long ago\n',
      `aliases: [/news/disk.html, ${alias}] # long ago\n`,
    ],
    [
      'a list of lines',
      'aliases:\n    - "/news/disk.html" # long ago\n',
      `aliases:\n    - "/news/disk.html" # long ago\n    - ${alias}\n`,
    ],
  ])('leads to the new one where customers know it: %s', async (_, before, after) => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident(shown + before));
    const { code, noted } = await run(workspace);
    expect(code).toBe(0);
    expect(read(workspace, `incidents/${other}.md`)).toBe(incident(shown + after));
    expect(noted).toContain(`${alias} leads to /incidents/${other}/`);
  });

  it.each([
    ['an internal incident', '', undefined],
    ['one that is not public yet', shown.replace('2025-11-06', '2026-12-24'), undefined],
    ['--no-alias', shown, false],
  ])('leads nowhere: %s', async (_, more, wanted) => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident(more));
    expect((await run(workspace, { alias: wanted })).code).toBe(0);
    expect(read(workspace, `incidents/${other}.md`)).toBe(incident(more));
  });

  it('is published of an internal incident only when it is asked for', async () => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    expect((await run(workspace, { alias: true })).code).toBe(0);
    expect(read(workspace, `incidents/${other}.md`)).toContain(alias);
  });

  it.each(['aliases: [/news/disk.html]\n', 'aliases:\n  - /news/disk.html\n', ''])(
    'is no alias of itself when a name is taken back: %s',
    async (before) => {
      const workspace = createWorkspace();
      workspace.file(`incidents/${old}.md`, incident(shown + before));
      await run(workspace);
      expect((await run(workspace, { from: other, to: old, alias: false })).code).toBe(0);
      expect(read(workspace, `incidents/${old}.md`)).toBe(incident(shown + before));
    },
  );
});

describe('the words that were accepted', () => {
  const shown = 'public: { since: 2025-11-06, show: [summary, impact] }\n';
  const second = incident(
    'related: [{ id: 2025-11-02-disk-full, how: follows }]\n' +
      'public: { since: 2025-11-16, show: [related], sections: [What happened] }\n',
    `\n## What happened\n\nAs [before](${old}.md).\n`,
  )
    .replace('The disk of the orders was full', 'Full again')
    .replaceAll(/2025-11-0(?=[25] )/g, '2025-11-1')
    .replace('finished: 2025-11-05', 'finished: 2025-11-15');

  async function createPublished(): Promise<Workspace> {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident(shown));
    workspace.file('incidents/2025-11-12-full-again.md', second);
    const { root } = workspace;
    expect(await publish({ root, files: ['incidents'], since: undefined }, createTerminal(workspace))).toBe(
      0,
    );
    return workspace;
  }

  it('follow, with the new address, also in other files', async () => {
    const workspace = await createPublished();
    expect((await run(workspace)).code).toBe(0);
    expect(list(workspace)).toContain(`${other}.public.txt`);
    expect(list(workspace)).not.toContain(`${old}.public.txt`);
    const words = read(workspace, `incidents/${other}.public.txt`);
    expect(words).toMatch(new RegExp(`^https://\\S+/incidents/${other}/\nalso at \\S+/incidents/${old}/\n`));
    expect(read(workspace, 'incidents/2025-11-12-full-again.public.txt')).not.toContain(old);
    expect(await workspace.check()).not.toContainEqual(expect.stringContaining('public-text-differs'));
  });

  it('are not accepted by a renaming where they differed before', async () => {
    const workspace = await createPublished();
    const words = read(workspace, `incidents/${old}.public.txt`).replace('an hour', 'two hours');
    workspace.file(`incidents/${old}.public.txt`, words);
    expect((await run(workspace)).code).toBe(0);
    expect(read(workspace, `incidents/${other}.public.txt`)).toBe(words);
    expect(await workspace.check()).toContainEqual(expect.stringContaining('public-text-differs'));
  });

  it('are taken up by the next run when one was killed before its last step', async () => {
    const workspace = await createPublished();
    const before = read(workspace, `incidents/${old}.md`);
    await run(workspace);
    const [after, words] = ['md', 'public.txt'].map((end) => read(workspace, `incidents/${other}.${end}`));
    rmSync(join(workspace.root, `incidents/${other}.md`));
    writeFileSync(join(workspace.root, `incidents/${old}.md`), before);
    expect((await run(workspace)).code).toBe(0);
    expect(read(workspace, `incidents/${other}.md`)).toBe(after);
    expect(read(workspace, `incidents/${other}.public.txt`)).toBe(words);
    expect(existsSync(join(workspace.root, `incidents/${old}.md`))).toBe(false);
  });
});

describe('a dry run', () => {
  it('prints a patch that git takes, and writes nothing', async () => {
    const workspace = createWorkspace();
    const { root } = workspace;
    workspace.file(`incidents/${old}.md`, incident());
    workspace.file(`incidents/${old}.public.txt`, 'Words of another time\n');
    workspace.file(
      'incidents/2026-03-14-checkout-down.md',
      naming.replaceAll('@', old).replace(/remediation:\n.*\n/, ''),
    );
    const git = (...args: string[]): string =>
      execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: 'pipe' });
    git('init', '-q');
    const before = list(workspace);
    const { code, printed } = await run(workspace, { dryRun: true });
    expect(code).toBe(0);
    expect(list(workspace)).toEqual(before);
    writeFileSync(join(root, 'x.patch'), printed);
    git('apply', 'x.patch');
    const applied = list(workspace).map((name) => [name, read(workspace, `incidents/${name}`)]);
    git('apply', '-R', 'x.patch');
    expect(list(workspace)).toEqual(before);
    await run(workspace);
    expect(list(workspace).map((name) => [name, read(workspace, `incidents/${name}`)])).toEqual(applied);
  });
});

describe('what cannot be renamed', () => {
  it.each([
    [
      { from: '2025-11-02-disc-full' },
      `There is no incident \`2025-11-02-disc-full\`; did you mean \`${old}\`?`,
    ],
    [{ to: 'Disk full' }, '`Disk full` cannot be an id'],
    [{ to: '../2025-11-02-x' }, undefined],
    [{ to: '2026-03-14-checkout-down' }, 'The id `2026-03-14-checkout-down` is taken'],
  ])('is told, and nothing is written: %o', async (options, message) => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    workspace.file('incidents/2026-03-14-checkout-down.md', naming.replaceAll('@', old));
    const before = list(workspace);
    if (message === undefined) {
      // Folders are no part of an id: the file stays where it is.
      expect((await run(workspace, options)).code).toBe(0);
      expect(list(workspace)).toContain('2025-11-02-x.md');
      return;
    }
    await expect(run(workspace, options)).rejects.toThrow(message);
    expect(list(workspace)).toEqual(before);
  });

  it('is a file in whose place something lies', async () => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    workspace.file(`incidents/${other}.md/x`, '');
    await expect(run(workspace)).rejects.toThrow(`incidents/${other}.md exists already`);
  });

  it('is one whose new address leads elsewhere already', async () => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    const taken = incident(`aliases: [/incidents/${other}/]\n`).replace('of the orders', 'of the stock');
    workspace.file('incidents/2025-11-02-stock-disk-full.md', taken);
    const before = list(workspace);
    const { code, printed, noted } = await run(workspace);
    expect(code).toBe(1);
    expect(printed).toContain('alias-taken');
    expect(noted).toContain('nothing was written');
    expect(list(workspace)).toEqual(before);
  });

  it('is what has that name already', async () => {
    const workspace = createWorkspace();
    workspace.file(`incidents/${old}.md`, incident());
    const { code, noted } = await run(workspace, { to: old });
    expect([code, noted]).toEqual([0, `${old} is its id already; nothing was written.\n`]);
  });
});
