import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { copyProject, listFiles, runAfterword } from './afterword.js';

const smallest = path.join(import.meta.dirname, 'smallest');

it('colleagues can see of which commit a build is, customers cannot, and nothing of the repository is run', async () => {
  const folder = await copyProject(smallest);
  const ran = path.join(folder, 'ran');
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=Kim', '-c', 'user.email=kim@example.com', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
  const build = async (): Promise<Map<string, string>> => {
    const { code } = await runAfterword(folder, ['build', '--as-of', '2026-11-22']);
    expect(code).toBe(0);
    const out = path.join(folder, 'out/public');
    const files = await listFiles(out);
    return new Map(
      await Promise.all(
        files.map(async (file) => [file, await readFile(path.join(out, file), 'latin1')] as const),
      ),
    );
  };
  const before = await build();

  git('init', '-q');
  git('add', 'incidents', 'site');
  git('commit', '-q', '-m', 'Begin');
  await writeFile(path.join(folder, 'run.sh'), `#!/bin/sh\ntouch ${JSON.stringify(ran)}\n`, { mode: 0o755 });
  git('config', 'core.fsmonitor', path.join(folder, 'run.sh'));
  git('config', 'core.hooksPath', folder);
  const after = await build();

  const record = JSON.parse(await readFile(path.join(folder, 'out/internal/build.json'), 'utf8')) as object;
  expect(existsSync(ran)).toBe(false);
  expect(record).toMatchObject({ generator: 'afterword', commit: git('rev-parse', 'HEAD') });
  expect(after.size).toBeGreaterThan(10);
  expect(after).toEqual(before);
});
