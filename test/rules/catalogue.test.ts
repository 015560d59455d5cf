import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { understandProject } from '../../src/commands/project.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { catalogue } from '../../src/judge/catalogue/catalogue.js';
import type { Example } from '../../src/judge/rule.js';
import { rules } from '../../src/judge/rules.js';
import { createRepository } from '../repository.js';
import { createWorkspace } from '../workspace.js';
import { createExampleFiles } from './example.js';

/*
 * A rule's examples are what `explain` and docs/rules.md show, and they are held to what they claim.
 */

const descriptions = catalogue.flatMap((group) => group.rules);

/** A second line of defence cannot speak alone. */
const alsoFound: Record<string, string[]> = { 'section-cut': ['reference-across'] };

const [shown, told] = [
  descriptions.flatMap(({ id, bad, good }) =>
    bad !== undefined && good !== undefined ? [{ id, bad, good }] : [],
  ),
  descriptions.filter(({ bad, good }) => bad === undefined || good === undefined),
];

it.each(told)('$id cannot be shown, and says in words what one would see', (rule) => {
  expect(rule.told).toMatch(/\.$/);
});

describe.each(shown)('$id', ({ id, bad, good }) => {
  it('is found in its bad example, and nothing else is', async () => {
    const found = await checkExample(bad);
    expect(found.map((one) => one.rule)).toContain(id);
    const expected = new Set([id, ...(alsoFound[id] ?? [])]);
    expect(
      found.filter((one) => !expected.has(one.rule) && one.level !== 'info').map(describeDiagnostic),
    ).toEqual([]);
  });
  it('is not found in its good example, and nothing else is', async () => {
    const found = await checkExample(good);
    expect(found.filter((one) => one.rule === id || one.level !== 'info').map(describeDiagnostic)).toEqual(
      [],
    );
  });
});

it('names every rule once', () => {
  const ids = descriptions.map(({ id }) => id);
  expect(ids).toEqual([...new Set(ids)]);
  expect(rules.filter(({ id }) => !ids.includes(id)).map(({ id }) => id)).toEqual([]);
});

it('knows every rule that is heard of in the examples and the stories of this project', () => {
  const ids = new Set(descriptions.map(({ id }) => id));
  const home = join(import.meta.dirname, '..');
  const expected = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?:^|\/)expected\.txt$/.test(file),
  );
  const heard = expected.flatMap((file) =>
    [
      ...readFileSync(join(home, file), 'utf8').matchAll(
        / (?:error|warning|info) (?:blocks|owed) ([a-z-]+)$/gm,
      ),
    ].map(([, id]) => id ?? ''),
  );
  expect(heard.length).toBeGreaterThan(50);
  expect([...new Set(heard)].filter((id) => !ids.has(id))).toEqual([]);
});

async function checkExample(example: Example): Promise<Diagnostic[]> {
  const { root, file } = createWorkspace();
  const files = createExampleFiles(example);
  const committed = files.filter(({ path }) => path.startsWith('HEAD:'));
  for (const { path, text } of committed) file(path.slice('HEAD:'.length), text);
  if (committed.length > 0) createRepository(root).commit();
  for (const { path, text } of files) if (!path.startsWith('HEAD:')) file(path, text);
  return (await understandProject(root, () => '2026-11-22')).diagnostics;
}

function describeDiagnostic({ path, place, level, rule, message }: Diagnostic): string {
  return `${path}:${place?.start.line ?? 0} ${level} ${rule} ${message}`;
}
