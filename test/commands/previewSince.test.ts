import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { previewSince, type PreviewSinceOptions } from '../../src/commands/previewSince.js';
import { parseMarkdown } from '../../src/parse/markdown.js';
import { createRepository as createGit, openRepository } from '../repository.js';
import { createWorkspace, type Workspace } from '../workspace.js';

const disk = 'incidents/2025-11-02-disk-full.md';
const address = (id: string): string => `https://status.example.com/incidents/${id}/`;

function incident(more = 'public: { since: 2025-11-06, show: [summary] }', body = ''): string {
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
${more}
---
${body}`;
}

function commit({ root }: Workspace): void {
  openRepository(root).commit();
}

/** A repository whose one commit holds an incident that is public. */
function createRepository(text = incident()): Workspace {
  const workspace = createWorkspace();
  workspace.file(disk, text);
  createGit(workspace.root).commit();
  return workspace;
}

async function run({ root }: Workspace, options: Partial<PreviewSinceOptions> = {}) {
  const [printed, noted]: [string[], string[]] = [[], []];
  const code = await previewSince(
    { root, files: [], since: 'HEAD', format: 'text', ...options },
    {
      print: (text) => printed.push(text),
      note: (text) => noted.push(text),
      color: false,
      cwd: root,
      version: '0',
      findAsOf: () => '2026-11-22',
    },
  );
  return { code, printed: printed.join(''), noted: noted.join('') };
}

describe('what becomes of the public site since a revision', () => {
  it('is nothing where only internal words change', async () => {
    const workspace = createRepository();
    workspace.file(disk, incident().replace('status: final', 'status: final\ntags: [storage]'));
    const { code, printed } = await run(workspace);
    expect(printed).toMatch(/^Nothing changes for customers, compared with HEAD \([0-9a-f]{10}\)\.\n$/);
    expect(code).toBe(0);
  });

  it('is what a new public incident says, its address first', async () => {
    const workspace = createRepository();
    const text = incident().replace('title: The disk', 'title: Another disk').replaceAll('2025', '2026');
    workspace.file('incidents/2026-11-02-disk-full.md', text);
    const { printed } = await run(workspace);
    expect(printed).toContain(
      `\n\n${address('2026-11-02-disk-full')}\nBecomes public\n\n+ ${address('2026-11-02-disk-full')}\n`,
    );
    expect(printed).toContain('+ # Another disk of the orders was full\n');
    expect(printed).not.toContain('2025-11-02');
  });

  it('tells the day of what is still to become public', async () => {
    const workspace = createRepository('---\ntitle: x\n---\n');
    workspace.file(disk, incident('public: { since: 2026-12-24, show: [summary] }'));
    expect((await run(workspace)).printed).toContain('Becomes public on 2026-12-24\n');
  });

  it('is each line that changes, of a text that is public', async () => {
    const workspace = createRepository();
    workspace.file(disk, incident().replace('nobody', 'few people'));
    const { printed } = await run(workspace);
    expect(printed).toContain(
      `${address('2025-11-02-disk-full')}\nChanges\n\n- For an hour nobody could order.\n+ For an hour few people could order.\n`,
    );
  });

  it('names what is lost, first of all', async () => {
    const workspace = createRepository();
    workspace.file(
      'incidents/2025-12-01-a.md',
      incident().replaceAll('2025-11-0', '2025-12-0').replace('disk', 'log'),
    );
    commit(workspace);
    rmSync(join(workspace.root, disk));
    workspace.file(
      'incidents/2025-12-01-a.md',
      incident().replaceAll('2025-11-0', '2025-12-0').replace('disk', 'logs'),
    );
    const { printed } = await run(workspace);
    const [gone, changed] = [address('2025-11-02-disk-full'), address('2025-12-01-a')];
    expect(printed).toContain(`\n\n${gone}\nStops being public\n\n${changed}\nChanges\n`);
  });

  it('is what a file says that did not change, where it names one that did', async () => {
    const workspace = createRepository();
    const naming = incident(
      'related: [{ id: 2025-11-02-disk-full, how: follows }]\npublic: { since: 2025-12-06, show: [summary, related] }',
    );
    workspace.file(
      'incidents/2025-12-02-again.md',
      naming.replaceAll(/2025-11-0(?=[25]\b)/g, '2025-12-0').replace('2025-12-02-disk', '2025-11-02-disk'),
    );
    commit(workspace);
    workspace.file(disk, incident(''));
    const { printed } = await run(workspace);
    expect(printed).toContain(`${address('2025-12-02-again')}\nChanges\n`);
    expect(printed).toContain('- - follows 2025-11-02-disk-full');
  });

  it('is what stands on every page, where the settings change it', async () => {
    const workspace = createRepository(incident('public: { since: 2025-11-06, show: [impact] }'));
    const settings = execFileSync('git', ['show', 'HEAD:site/site.yaml'], {
      cwd: workspace.root,
      encoding: 'utf8',
    });
    workspace.file('site/site.yaml', settings.replace(/name: Checkout\b/, 'name: Shop'));
    const { printed } = await run(workspace);
    expect(printed).toMatch(/On every page\n\n- service checkout: Checkout.*\n\+ service checkout: Shop/);
    expect(printed).toContain('Changes\n');
  });

  it('says when other words were accepted', async () => {
    const workspace = createRepository();
    workspace.file(disk.replace('.md', '.public.txt'), 'Other words\n');
    workspace.file(disk, incident().replace('nobody', 'few people'));
    expect((await run(workspace)).printed).toContain('Other words than these were accepted');
  });

  it('is told and fails where nothing can be built', async () => {
    const workspace = createRepository();
    workspace.file(disk, incident('public: { since: 2025-11-06, show: [summary], secitons: [] }'));
    const { code, noted } = await run(workspace);
    expect(code).toBe(1);
    expect(noted).toContain('secitons');
  });
});

describe('a revision', () => {
  it('may be one of a repository in whose folder the project is one of several', async () => {
    const workspace = createRepository();
    const { root } = workspace;
    mkdirSync(join(root, 'docs'));
    for (const name of ['incidents', 'site']) renameSync(join(root, name), join(root, 'docs', name));
    commit(workspace);
    workspace.file(`docs/${disk}`, incident().replace('nobody', 'few people'));
    const { printed } = await run(workspace, { root: join(root, 'docs') });
    expect(printed).toContain('- For an hour nobody could order.');
  });

  it('may be one without a project, or with a file that could not be read', async () => {
    const workspace = createWorkspace();
    workspace.file('README.md', 'x');
    const { git } = createGit(workspace.root);
    git('add', 'README.md');
    git('commit', '-qm', 'x');
    workspace.file(disk, incident());
    expect((await run(workspace)).printed).toContain('Becomes public');
    workspace.file(disk, Buffer.from([0xff, 0xfe, 0x41]));
    commit(workspace);
    workspace.file(disk, incident());
    expect((await run(workspace)).printed).toContain('Becomes public');
  });

  it.each(['nope', '--output=x', '', 'HEAD\nHEAD'])(
    'that git does not know is a failure: %o',
    async (since) => {
      await expect(run(createRepository(), { since })).rejects.toThrow(/git knows no revision/);
    },
  );

  it('outside of a repository is a failure', async () => {
    const workspace = createWorkspace();
    workspace.file(disk, incident());
    await expect(run(workspace)).rejects.toThrow('is in no repository of git');
  });

  it('is found from a hook, which is told of another folder', async () => {
    const workspace = createRepository();
    workspace.file(disk, incident().replace('nobody', 'few people'));
    process.env['GIT_DIR'] = 'nowhere';
    try {
      expect((await run(workspace)).printed).toContain('Changes');
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});

describe('as a comment on a pull request', () => {
  it('holds nothing of an author but words in code', async () => {
    const hostile = incident(
      'public: { since: 2025-11-06, show: [summary], sections: [What happened] }',
      '\n## What happened\n\nA fence:\n\n````\n```\n</details> @everyone ![x](https://evil.example/x.png)\n```\n````\n',
    );
    const workspace = createRepository('---\ntitle: x\n---\n');
    workspace.file(disk, hostile);
    const { printed } = await run(workspace, { format: 'markdown' });
    const { children } = parseMarkdown(printed);
    expect(children.map(({ type }) => type)).toEqual([
      'heading',
      'paragraph',
      'heading',
      'paragraph',
      'code',
    ]);
    expect(JSON.stringify(children.slice(0, -1))).not.toContain('evil');
    expect(JSON.stringify(children.at(-1))).toContain('@everyone');
  });

  it('is cut where it is longer than a comment may be, and says so', async () => {
    const body = `\n## What happened\n\n${`${'A sentence of the report. '.repeat(20)}\n\n`.repeat(180)}`;
    const workspace = createRepository('---\ntitle: x\n---\n');
    workspace.file(disk, incident('public: { since: 2025-11-06, sections: [What happened] }', body));
    const { printed } = await run(workspace, { format: 'markdown' });
    expect(printed.length).toBeLessThan(65_536);
    expect(printed).toMatch(/\n\d+ more lines; `afterword preview` shows them\.\n$/);
  });
});
