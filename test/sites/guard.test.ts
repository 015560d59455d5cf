import { existsSync } from 'node:fs';
import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProject, listFiles, runAfterword } from './afterword.js';

/* The last guard, as it acts: a process that tries a long file is killed, and what is said of the others is not lost. */

const twelve = path.join(import.meta.dirname, 'twelve-mistakes');
const stuck = path.join(import.meta.dirname, 'stuck.cjs');
const long = 'incidents/2026-03-15-long.md';

/** A project with mistakes, and a long file that holds the same and more; whoever tries that gets stuck. */
async function createProject(): Promise<{ folder: string; other: string }> {
  const folder = await copyProject(twelve);
  const files = await listFiles(path.join(folder, 'incidents'));
  const first = files.find((file) => file.endsWith('.md')) ?? '';
  const text = await readFile(path.join(folder, 'incidents', first), 'utf8');
  await writeFile(
    path.join(folder, long),
    `${text}\n${'We looked at the disk.\n\n'.repeat(1_900)}${'x '.repeat(9_000)}`,
  );
  return { folder, other: `incidents/${first}` };
}

const env = (kind: 'time' | 'memory') => ({
  STUCK: kind,
  NODE_OPTIONS: `--require=${JSON.stringify(stuck)}`,
});

describe('a file that nobody gets through', () => {
  it.concurrent.each(['time', 'memory'] as const)(
    'is given up for its %s, and told with all that is said of the others',
    async (kind) => {
      const { folder, other } = await createProject();
      const args = ['check', '--as-of', '2026-11-22', '--format', 'json'];
      const { code, stdout, stderr } = await runAfterword(folder, args, env(kind));
      const { diagnostics } = JSON.parse(stdout) as {
        diagnostics: { path: string; rule: string; message: string }[];
      };
      expect(code).toBe(1);
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(diagnostics.filter((one) => one.path === long)).toMatchObject([
        {
          rule: 'too-slow',
          message:
            'This file could not be checked in reasonable time and memory, although it is within all limits',
        },
      ]);
      expect(diagnostics.filter((one) => one.path === other).length).toBeGreaterThan(10);
    },
  );

  it.concurrent('stops a build, which writes nothing', async () => {
    const { folder } = await createProject();
    await cp(path.join(import.meta.dirname, 'smallest/incidents'), path.join(folder, 'incidents'), {
      recursive: true,
    });
    const { code, stdout } = await runAfterword(folder, ['build', '--as-of', '2026-11-22'], env('memory'));
    expect(code).toBe(1);
    expect(stdout).toContain('too-slow');
    expect(existsSync(path.join(folder, 'out'))).toBe(false);
  });
});

it('that is only long is checked as any other', async () => {
  const { folder } = await createProject();
  const { stdout } = await runAfterword(folder, ['check', '--as-of', '2026-11-22']);
  expect(stdout).not.toContain('too-slow');
  expect(stdout).toContain(long);
});
