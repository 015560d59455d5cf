import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { listFiles, runAfterword } from './afterword.js';

it('from an empty folder to a published postmortem and both sites, as one types it', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword new user '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const run = async (...args: string[]) => {
    const ran = await runAfterword(folder, [...args, '--as-of', '2026-11-22']);
    expect(ran, ran.stderr).toMatchObject({ code: 0 });
    return ran;
  };
  expect((await run('init', '--zone', 'Europe/Dublin')).stderr).toMatch(/^ {2}(?:npx )?afterword build /m);
  expect((await run('check')).stdout).toBe('');
  await writeFile(path.join(folder, 'log.txt'), '09:05 the disk fills\n09:40 Kim calls\n');
  const file = 'incidents/2026-11-20-website-was-down.md';
  const made = await run('new', 'Website was down', '--at', '2026-11-20 09:00', '--severity', 'major', '--service', 'website', '--from', 'text', 'log.txt'); // prettier-ignore
  expect(made.stdout).toBe(`${file}\n`);
  expect((await run('check')).stdout).toBe('');

  const draft = await readFile(path.join(folder, file), 'utf8');
  const answered = draft.replace(/<!--[^]*?-->/g, 'Nobody could use the website for 35 minutes.');
  await writeFile(path.join(folder, file), answered.replace('resolved:\n', 'resolved: 2026-11-20 09:40\n'));
  expect((await run('publish', file)).stdout).toContain('2026-11-20-website-was-down.public.txt');
  await run('build');
  const files = await listFiles(path.join(folder, 'out'));
  expect(files).toContain('public/incidents/2026-11-20-website-was-down/index.html');
  expect(files).toContain('internal/incidents/2026-11-21-example/index.html');
  expect(files.filter((one) => one.startsWith('public/') && one.includes('example'))).toEqual([]);

  const again = await runAfterword(folder, ['new', 'Website was down', '--at', '2026-11-20 09:00']);
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toMatch(
    /^afterword: incidents\/2026-11-20-website-was-down\.md exists already[^\n]*\n$/,
  );
});

it('tells of a wrong call in a line, and names the templates in its help', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await runAfterword(folder, ['init']);
  for (const args of [
    [],
    ['x', '--from', 'slak', 'a'],
    ['x', '--from', 'text'],
    ['x', '--pinned'],
    ['x', '--severity', 'x', '--emoji', 'a'],
  ]) {
    const { code, stderr } = await runAfterword(folder, ['new', ...args]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^afterword: [^\n]+\n$/);
  }
  expect((await runAfterword(folder, ['init', '--ci', 'jenkins'])).code).toBe(2);
  await writeFile(path.join(folder, 'note.md'), '');
  expect((await runAfterword(folder, ['new', '--help'])).stdout).toContain('postmortem, data-loss, maintenance, near-miss, provider-outage, security'); // prettier-ignore
});
