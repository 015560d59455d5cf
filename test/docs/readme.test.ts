import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProject } from '../../src/commands/init.js';
import { createDraft } from '../../src/commands/new.js';
import { publish } from '../../src/commands/publish.js';
import { createWorkspace } from '../workspace.js';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

/** The first block of a language in the README that begins with some text. */
function findBlock(language: string, start: string): string {
  const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```$/gms)];
  return blocks.find(([, name, text]) => name === language && text?.startsWith(start))?.[2] ?? '';
}

it('what a newcomer copies out of the README is right', async () => {
  const workspace = createWorkspace();
  rmSync(join(workspace.root, 'site'), { recursive: true });
  const terminal = {
    print: () => {},
    note: () => {},
    color: false,
    cwd: workspace.root,
    version: '0',
    findAsOf: () => '2026-11-22',
  };
  const given = { title: undefined, url: undefined, zone: undefined, ci: 'github', hook: false } as const;
  createProject({ folder: workspace.root, ...given }, 'Europe/Dublin', terminal);
  const [, title = '', at = ''] = /afterword new "([^"]+)" --at "([^"]+)"/.exec(readme) ?? [];
  const unsaid = { template: undefined, severity: undefined, services: [], from: undefined };
  await createDraft({ root: workspace.root, title, at, ...unsaid }, terminal);
  const incident = 'incidents/2026-03-14-website-was-down.md';
  expect(existsSync(join(workspace.root, incident))).toBe(true);
  expect(readme).toContain(`publish ${incident}\n`);
  workspace.file(incident, findBlock('markdown', '---\ntitle:'));
  expect(await workspace.check()).toEqual([`${incident}:22 warning public-text-missing`]);
  const options = { root: workspace.root, files: [incident], since: undefined };
  expect(await publish(options, terminal)).toBe(0);
  expect(await workspace.check()).toEqual([]);
  expect((await workspace.understand()).history?.incidents).toHaveLength(2);
}, 30_000);

it('the README begins with the two commands', () => {
  const commands = readme
    .split('\n')
    .filter((line) => line.startsWith('    npm'))
    .slice(0, 2);
  expect(commands.map((line) => line.replace(/\s*#.*/, '').trim())).toEqual([
    'npm ci && npm run build',
    'npm ci && npm run browser && npm test',
  ]);
  const ci = readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8');
  for (const command of commands) expect(ci).toContain(command.replace(/\s*#.*/, '').trim());
});
