import { expect, it } from 'vitest';
import { check } from '../../src/commands/check.js';
import { createExampleFiles, examplePath } from '../rules/example.js';
import { createWorkspace } from '../workspace.js';

/* What neither a limit nor a rule foresaw: a file that nobody gets through must not silence what is said of the others. */

const plain =
  createExampleFiles('title: Checkout was down').find(({ path }) => path === examplePath)?.text ?? '';
const long = `${plain}\n${'We looked at the disk.\n\n'.repeat(3_000)}`;
const hung = 'incidents/2026-03-14-checkout-down.md';

async function checkWith(tryFile: (root: string, path: string) => boolean) {
  const { root, file } = createWorkspace();
  file(hung, long);
  file(
    'incidents/2026-04-14-search-slow.md',
    plain.replaceAll('2026-03', '2026-04').replace('minor', 'mnior'),
  );
  const tried: string[] = [];
  let out = '';
  const code = await check(
    { root, files: [], format: 'json', maxWarnings: undefined },
    {
      print: (text) => void (out += text),
      note: () => {},
      color: false,
      cwd: root,
      version: '0',
      findAsOf: () => '2026-11-22',
      tryFile: (at, path) => {
        tried.push(path);
        return tryFile(at, path);
      },
    },
  );
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: { path: string; rule: string; blocks: boolean }[];
  };
  return { code, tried, found: diagnostics.map(({ path, rule, blocks }) => ({ path, rule, blocks })) };
}

it('a long file is tried first, and told when it cannot be got through', async () => {
  const { code, tried, found } = await checkWith(() => false);
  expect(code).toBe(1);
  expect(tried).toEqual([hung]);
  expect(found).toContainEqual({ path: hung, rule: 'too-slow', blocks: true });
  expect(found).toContainEqual({
    path: 'incidents/2026-04-14-search-slow.md',
    rule: 'unknown-severity',
    blocks: true,
  });
});

it('and checked like all others when it can', async () => {
  const { tried, found } = await checkWith(() => true);
  expect(tried).toEqual([hung]);
  expect(found.map(({ rule }) => rule)).not.toContain('too-slow');
});
