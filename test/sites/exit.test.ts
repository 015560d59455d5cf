import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProject, repository, runAfterword } from './afterword.js';

const oneLine = /^[^\n]+\n$/;
const smallest = path.join(import.meta.dirname, 'smallest');

describe('a command that cannot run says why in one line and exits 2', () => {
  it.each(['check', 'build'])('%s of a folder that is not there', async (command) => {
    const ran = await runAfterword(repository, [command, '--root', 'no/such/folder']);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
    expect(ran.stderr).toContain('no/such/folder');
  });

  it.each(['check', 'build'])('%s of a folder that is no project', async (command) => {
    const folder = await copyProject(smallest);
    await rm(path.join(folder, 'site'), { recursive: true });
    const ran = await runAfterword(folder, [command]);
    expect(ran).toEqual({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
    expect(ran.stderr).toContain('site/site.yaml');
  });

  it.each([
    ['a command that does not exist', ['chekc']],
    ['an option that does not exist', ['check', '--fromat', 'json']],
    ['a day that is none', ['check', '--as-of', '2026-02-30']],
    ['a format that is none', ['check', '--format', 'xml']],
  ])('%s', async (_, args) => {
    const ran = await runAfterword(await copyProject(smallest), args);
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/\S/);
    expect(ran.stderr).not.toMatch(/^\s+at /m);
  });

  // It printed the line of the bundle that failed, which is megabytes.
  it('a mistake of ours, with what to report of it', async () => {
    const folder = await copyProject(smallest);
    await writeFile(
      path.join(folder, 'broken.cjs'),
      "RegExp.prototype[Symbol.matchAll] = () => { throw new Error('out of order'); };\n",
    );
    const ran = await runAfterword(folder, ['check'], { NODE_OPTIONS: '--require=./broken.cjs' });
    expect(ran).toMatchObject({ code: 2, stdout: '' });
    expect(ran.stderr).toMatch(/^afterword: this is a mistake of Afterword, .*\nError: out of order\n\s+at /);
    expect(ran.stderr.length).toBeLessThan(4_000);
  });

  it('a file in the place of the output folder', async () => {
    const folder = await copyProject(smallest);
    const ran = await runAfterword(folder, ['build', '--out', 'site/site.yaml']);
    expect(ran).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(oneLine) as string });
  });
});

describe('a command that runs', () => {
  it('prints its summary last, also into one pipe that is read slowly', async () => {
    const folder = await copyProject(smallest);
    // Enough to fill the pipe: each entry is a finding with its frame.
    const entries = Array.from({ length: 1500 }, () => '  - text: It broke\n    kind: bad\n').join('');
    const file = path.join(folder, 'incidents/2026-03-15-long.md');
    await writeFile(file, `---\ntitle: Long\nstarted: 2026-03-15\ntimeline:\n${entries}---\n`);
    const cli = path.join(repository, 'dist/cli.js');
    const { stdout } = spawnSync(
      'sh',
      ['-c', '"$0" "$1" check --as-of 2026-11-22 2>&1 | (sleep 1; cat)', process.execPath, cli],
      { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 },
    );
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(/^\d+ files checked: 1500 errors/);
  });

  it('exits 0 without findings, from any folder', async () => {
    const folder = await copyProject(smallest);
    const elsewhere = path.join(folder, 'elsewhere');
    await mkdir(elsewhere);
    const ran = await runAfterword(elsewhere, ['check', '--root', '..', '--as-of', '2026-11-22']);
    expect(ran.code).toBe(0);
  });

  it('finds nothing in our own example', async () => {
    const ran = await runAfterword(repository, ['check', '--as-of', '2026-11-22', '--max-warnings', '0']);
    expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/: (?:error|warning) /);
    expect(ran.code).toBe(0);
  });

  it('tells its version and its commands', async () => {
    const version = await runAfterword(repository, ['--version']);
    expect(version).toMatchObject({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) as string });
    const help = await runAfterword(repository, ['--help']);
    expect(help.code).toBe(0);
    for (const command of ['new', 'check', 'build'])
      expect(help.stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
  });
});
