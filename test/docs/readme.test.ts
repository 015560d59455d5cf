import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
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
  workspace.file('site/site.yaml', findBlock('yaml', 'format: 1'));
  const incident = 'incidents/2026-03-14-checkout-was-down.md';
  expect(readme).toContain(`publish ${incident}\n`);
  workspace.file(incident, findBlock('markdown', '---\ntitle:'));
  expect(await workspace.check()).toEqual([`${incident}:22 warning public-text-missing`]);
  const quiet = { print: () => {}, note: () => {}, color: false, cwd: workspace.root, version: '0' };
  const options = { root: workspace.root, files: [incident], since: undefined };
  expect(await publish(options, { ...quiet, findAsOf: () => '2026-11-22' })).toBe(0);
  expect(await workspace.check()).toEqual([]);
  expect((await workspace.understand()).history?.incidents).toHaveLength(1);
});

it('the README begins with the two commands', () => {
  const commands = readme.split('\n').filter((line) => line.startsWith('    npm'));
  expect(commands.map((line) => line.replace(/\s*#.*/, '').trim())).toEqual([
    'npm ci && npm run build',
    'npm ci && npm run browser && npm test',
  ]);
  const ci = readFileSync(join(import.meta.dirname, '../../.ci/run'), 'utf8');
  for (const command of commands) expect(ci).toContain(command.replace(/\s*#.*/, '').trim());
});
