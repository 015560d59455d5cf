import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { gateRules } from '../../src/judge/rules/gate/gateRules.js';
import { describeCase } from './gateCase.js';

/*
 * A case is a document and, beside it, what becomes of it: the diagnostics, or what customers read. `cases/passes`
 * holds passages of ordinary postmortems, which must stay as they are. A new case is two files, of which
 * `UPDATE=1 npx vitest run test/gate` writes the second, to be read before it is committed.
 */

const root = new URL('cases/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const cases = readdirSync(root)
  .toSorted()
  .flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, root))
      .filter((file) => file.endsWith('.md'))
      .map((file) => ({ folder, name: file.slice(0, -3), path: `${folder}/${file.slice(0, -3)}` })),
  );

describe.each([...new Set(cases.map((one) => one.folder))])('%s', (folder) => {
  test.each(cases.filter((one) => one.folder === folder))('$name', ({ path }) => {
    const outcome = describeCase(read(`${path}.md`));
    if (process.env['UPDATE']) writeFileSync(new URL(`${path}.txt`, root), outcome);
    const expected = read(`${path}.txt`);
    expect(outcome).toBe(expected);
    expect(expected, 'a passage that must pass').toMatch(folder === 'passes' ? /^public\n/ : /./);
  });
});

test.each(gateRules.map((rule) => rule.id))('%s refuses something', (id) => {
  const refused = cases.filter(({ path }) => new RegExp(`^\\d+:\\d+ ${id} `, 'm').test(read(`${path}.txt`)));
  expect(refused.map(({ folder }) => folder)).toContain(id);
});

test.each(gateRules)('$id can be neither waived nor eased', (rule) => {
  expect(rule).toMatchObject({ level: 'error', blocks: true });
  expect(rule.easesInDrafts).toBeUndefined();
});
