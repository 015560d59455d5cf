import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProject, repository, runAfterword } from './afterword.js';

const smallest = path.join(import.meta.dirname, 'smallest');

describe('check --format', () => {
  it.each(['json', 'sarif'])('%s leaves nothing but JSON on standard output', async (format) => {
    const ran = await runAfterword(repository, ['check', '--format', format, '--as-of', '2026-11-22']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toBeTypeOf('object');
    expect(ran.stderr).toMatch(/files checked/);
  });

  it('names the formats there are when it does not know one', async () => {
    const ran = await runAfterword(repository, ['check', '--format', 'xml']);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/text, json, sarif, github/);
  });

  it.each(['text', 'json', 'sarif', 'github'])(
    '%s ends quietly when its reader has seen enough',
    async (format) => {
      const folder = await copyProject(smallest);
      // More than a pipe holds.
      const entries = Array.from(
        { length: 3000 },
        () => '  - { at: 2026-03-14 09:05, kind: nonsense, text: x }',
      );
      const text = `---\ntitle: x\nstarted: 2026-03-14 09:05\ntimeline:\n${entries.join('\n')}\n---\n`;
      await writeFile(path.join(folder, 'incidents/2026-03-14-long.md'), text);
      const child = spawn(
        process.execPath,
        [path.join(repository, 'dist/cli.js'), 'check', '--format', format, '--as-of', '2026-11-22'],
        { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', resolve);
      });
      expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
      expect([0, 1]).toContain(code);
    },
  );

  it('colours the report where it is told to, also without a terminal', async () => {
    const folder = await copyProject(smallest);
    await writeFile(path.join(folder, 'incidents/2026-03-14-odd.md'), '---\ntitle: x\n---\n');
    const plain = await runAfterword(folder, ['check']);
    const colored = await runAfterword(folder, ['check'], { NO_COLOR: '', FORCE_COLOR: '1' });
    expect(plain.stdout).not.toContain('\u001b[');
    expect(colored.stdout).toContain('\u001b[31merror');
  });
});

describe('remediation', () => {
  it.each(['table', 'json', 'csv', 'markdown'])(
    '%s ends quietly when its reader has seen enough',
    async (format) => {
      const folder = await copyProject(smallest);
      // More than a pipe holds.
      const items = Array.from(
        { length: 900 },
        (_, at) => `  - { id: R${at + 1}, title: ${'word '.repeat(12)}, type: detect }`,
      );
      const text = `---\ntitle: x\nstarted: 2026-03-14 09:05\nremediation:\n${items.join('\n')}\n---\n`;
      await writeFile(path.join(folder, 'incidents/2026-03-14-long.md'), text);
      const child = spawn(
        process.execPath,
        [path.join(repository, 'dist/cli.js'), 'remediation', '--format', format, '--as-of', '2026-11-22'],
        { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
      );
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (piece: string) => (stderr += piece));
      child.stdout.once('data', () => child.stdout.destroy());
      const code = await new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', resolve);
      });
      expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
      expect(code).toBe(0);
    },
  );

  it('edits, refuses what it does not know, and says what there is', async () => {
    const folder = await copyProject(smallest);
    const text =
      '---\ntitle: x\nstarted: 2026-03-14 09:05\nremediation:\n  - { id: R1, title: x, type: detect }\n---\n';
    const file = path.join(folder, 'incidents/2026-03-14-odd.md');
    await writeFile(file, text);
    const edit = (...args: string[]) =>
      runAfterword(folder, ['remediation', ...args, '--as-of', '2026-11-22']);
    expect(await edit('due', 'R1', '2026-12-24')).toMatchObject({ code: 0 });
    expect(await readFile(file, 'utf8')).toBe(text.replace('detect }', 'detect, due: 2026-12-24 }'));
    for (const args of [
      ['dune', 'R1'],
      ['due', 'R1'],
      ['done'],
      ['done', 'R2'],
      ['--owner', 'x'],
      ['--overdu'],
    ])
      expect(await edit(...args)).toMatchObject({ code: 2, stdout: '' });
    expect((await edit('dune', 'R1')).stderr).toContain('did you mean `done`?');
    expect((await edit('--exit-code')).code).toBe(1);
    const help = await edit('--help');
    for (const word of ['--overdue', '--since', 'reopen', 'assign']) expect(help.stdout).toContain(word);
  });
});

describe('schema', () => {
  it('prints the draft that is asked for, and knows no other', async () => {
    const ran = await runAfterword(repository, ['schema', 'site', '--draft', 'draft-07']);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ $schema: 'http://json-schema.org/draft-07/schema#' });
    expect(await runAfterword(repository, ['schema', 'site', '--draft', '3'])).toMatchObject({ code: 2 });
    expect(await runAfterword(repository, ['schema', 'nope'])).toMatchObject({ code: 2, stdout: '' });
  });
});
