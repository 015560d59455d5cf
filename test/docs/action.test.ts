import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

/*
 * The steps of `action.yml`, run by hand as GitHub runs them: in bash, with what the expressions of `env` stand for. The command
 * line is a stand-in that writes down how it was called; what the real one does has tests of its own.
 */

type Step = { name?: string; id?: string; if?: string; uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, string> }; // prettier-ignore
const text = readFileSync(join(import.meta.dirname, '../../action.yml'), 'utf8');
const action = parse(text) as {
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string; value: string }>;
  runs: { using: string; steps: Step[] };
};
const { steps } = action.runs;

let place = '';
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'afterword action '));
  mkdirSync(join(place, 'tool/dist'), { recursive: true });
  mkdirSync(join(place, 'bin'));
  mkdirSync(join(place, 'repo'));
  writeFileSync(
    join(place, 'tool/dist/cli.js'),
    `const { appendFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(join(place, 'calls'))}, JSON.stringify(process.argv.slice(2)) + '\\n');
process.stdout.write(process.env.SAYS ?? '');
process.exitCode = Number(process.env.CODE ?? 0);`,
  );
  writeFileSync(join(place, 'bin/gh'), `#!/bin/sh\nprintf '%s\\n' "$@" >> '${join(place, 'gh')}'\nif [ "$2" = --paginate ]; then printf '%s' "$KNOWN"; fi\n`, { mode: 0o755 });
  writeFileSync(join(place, 'bin/npm'), `#!/bin/sh\necho "npm $@" >> '${join(place, 'npm')}'\n`, { mode: 0o755 });
}); // prettier-ignore
afterEach(() => rmSync(place, { recursive: true, force: true }));

/** Runs a step with values for its inputs, and gives its end and what it left. */
function run(name: string, values: Record<string, string> = {}) {
  const step = steps.find((one) => one.name === name || one.id === name);
  const given: Record<string, string> = {
    'github.action_path': join(place, 'tool'),
    'runner.temp': place,
    'github.repository': 'acme/history',
    'github.event.pull_request.number': '7',
    ...Object.fromEntries(Object.entries(action.inputs).map(([key, { default: value = '' }]) => [`inputs.${key}`, value])),
    ...values,
  };
  const env = Object.fromEntries(
    Object.entries(step?.env ?? {}).map(([key, value]) => [
      key,
      value.replace(/\$\{\{ ([\w.-]+) \}\}/g, (_, path: string) => given[path] ?? `no ${path}`),
    ]),
  );
  const { status, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step?.run ?? 'exit 99'], {
    cwd: join(place, 'repo'),
    env: { PATH: `${join(place, 'bin')}:${process.env['PATH'] ?? ''}`, HOME: place, GITHUB_OUTPUT: join(place, 'output'), GITHUB_STEP_SUMMARY: join(place, 'summary'), ...env, ...values },
    encoding: 'utf8',
  });
  return { status, stderr };
} // prettier-ignore

const read = (name: string): string =>
  existsSync(join(place, name)) ? readFileSync(join(place, name), 'utf8') : '';
const calls = (): string[][] => read('calls').trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as string[]); // prettier-ignore

it('says of each input and output what it is', () => {
  expect(action.runs.using).toBe('composite');
  for (const { description } of [...Object.values(action.inputs), ...Object.values(action.outputs)])
    expect(description.length).toBeGreaterThan(20);
  const docs = readFileSync(join(import.meta.dirname, '../../docs/ci.md'), 'utf8');
  for (const name of Object.keys(action.inputs)) expect(docs).toContain(`\`${name}\``);
});

it('puts nothing that somebody else wrote into a script, and uses what is pinned', () => {
  for (const step of steps) {
    expect(step.run ?? '').not.toContain('${{');
    if (step.run !== undefined) expect((step as { shell?: string }).shell).toBe('bash');
    if (step.uses !== undefined) expect(step.uses).toMatch(/@v\d+$/);
    expect(JSON.stringify(step.env ?? {})).not.toMatch(/title|head\.ref|body/);
  }
  expect(text).not.toMatch(/secrets\.|upload-artifact/);
});

it('bundles what is not bundled', () => {
  expect(run('Bundle Afterword').status).toBe(0);
  expect(read('npm')).toBe('');
  rmSync(join(place, 'tool/dist/cli.js'));
  expect(run('Bundle Afterword').status).toBe(0);
  expect(read('npm')).toBe('npm ci\nnpm run bundle\n');
});

describe('the check', () => {
  it('ends as the command does, whatever the folder is called', () => {
    const root = "a b/$(touch owned)'; touch owned #";
    expect(run('Check', { 'inputs.root': root }).status).toBe(0);
    expect(run('Check', { 'inputs.max-warnings': '0', CODE: '1' }).status).toBe(1);
    expect(calls()).toEqual([
      ['check', '--root', root, '--format', 'github'],
      ['check', '--root', '.', '--format', 'github', '--max-warnings', '0'],
    ]);
    expect(existsSync(join(place, 'repo/owned'))).toBe(false);
  });

  it('for code scanning fails only where it could not run', () => {
    const name = 'Diagnostics for code scanning';
    expect(run(name, { CODE: '1', SAYS: '{}' }).status).toBe(0);
    expect(read('afterword.sarif')).toBe('{}');
    expect(run(name, { CODE: '2' }).status).not.toBe(0);
  });
});

describe('the preview', () => {
  const preview = (values: Record<string, string> = {}) =>
    run('preview', { 'github.event.pull_request.base.sha': 'abc123', ...values });

  it('is what changes for customers since the branch that the pull request is for', () => {
    expect(preview({ SAYS: '## What customers will read\n' })).toEqual({ status: 0, stderr: '' });
    expect(calls()).toEqual([['preview', '--root', '.', '--since', 'abc123', '--format', 'markdown']]);
    expect(read('summary')).toBe('<!-- afterword -->\n## What customers will read\n');
  });

  it.each(['1', '2'])('says so where there is nothing to be read yet: %s', (code) => {
    expect(preview({ CODE: code, SAYS: 'words' }).status).toBe(0);
    expect(read('summary')).toContain('before the errors are mended');
    expect(read('summary')).not.toContain('words');
  });

  it('is one comment, which is written again, and none for what comes from a fork', () => {
    expect(run('Comment').status).toBe(0);
    expect(read('gh')).toContain('repos/acme/history/issues/7/comments\n-F\nbody=@');
    rmSync(join(place, 'gh'));
    expect(run('Comment', { KNOWN: '42' }).status).toBe(0);
    expect(read('gh')).toContain('PATCH\nrepos/acme/history/issues/comments/42\n-F\nbody=@');
    expect(steps.find(({ name }) => name === 'Comment')?.if).toContain(
      'head.repo.full_name == github.repository',
    );
  });
});

describe('the build', () => {
  it.each([
    [{ 'inputs.build': 'public' }, ['build', '--root', '.', '--public-only']],
    [{ 'inputs.build': 'both', 'inputs.strict': 'true', 'inputs.root': 'a b' }, ['build', '--root', 'a b', '--strict']],
  ])('builds what %j says', (values, args) => {
    expect(run('Build', values).status).toBe(0);
    expect(calls()).toEqual([args]);
    expect(read('output')).toBe(`public=${args[2]}/out/public\n`);
  }); // prettier-ignore

  it('hands over nothing when it stopped, or was told what does not exist', () => {
    expect(run('Build', { 'inputs.build': 'public', CODE: '1' }).status).toBe(1);
    expect(run('Build', { 'inputs.build': 'internal' })).toEqual({ status: 2, stderr: 'build: write public or both, not internal\n' });
    expect(read('output')).toBe('');
  }); // prettier-ignore
});

it('the hook for pre-commit runs for what a project holds, and for nothing else', () => {
  const [hook] = parse(readFileSync(join(import.meta.dirname, '../../.pre-commit-hooks.yaml'), 'utf8')) as { id: string; entry: string; files: string; pass_filenames: boolean }[]; // prettier-ignore
  expect(hook).toMatchObject({
    id: 'afterword-check',
    entry: 'npx --no -- afterword check',
    pass_filenames: false,
  });
  const files = new RegExp(hook?.files ?? '');
  for (const file of [
    'incidents/a.md',
    'incidents/2026/a.public.txt',
    'site/site.yaml',
    'docs/site/theme.css',
  ])
    expect(files.test(file)).toBe(true);
  for (const file of ['README.md', 'incidents/a.png', 'website/x.md']) expect(files.test(file)).toBe(false);
});
