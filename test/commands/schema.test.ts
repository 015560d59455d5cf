import { expect, it } from 'vitest';
import { printSchema } from '../../src/commands/schema.js';
import type { Draft } from '../../src/validate/schema/jsonSchema.js';

interface Schema {
  $schema: string;
  title: string;
  properties: Record<string, unknown>;
  patternProperties?: Record<string, unknown>;
  additionalProperties: unknown;
}

/** Runs `afterword schema`, and gives what it printed. */
function print(name: string, draft: Draft = '2020-12'): Schema {
  const printed: string[] = [];
  printSchema(name, draft, {
    print: (text) => printed.push(text),
    note: () => undefined,
    color: false,
    cwd: '/',
    version: '0',
    findAsOf: () => '2026-11-22',
  });
  return JSON.parse(printed.join('')) as Schema;
}

it.each([
  ['incident', ['title', 'severity', 'timeline', 'remediation', 'public']],
  ['site', ['format', 'severities', 'services', 'policies']],
  ['check', ['version', 'asOf', 'counts', 'diagnostics']],
  ['items', ['version', 'asOf', 'items']],
  ['tickets', ['version', 'tickets']],
])('prints the schema of %s in both drafts, with a title', (name, keys) => {
  const newest = print(name);
  expect(newest.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(print(name, 'draft-07').$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(newest.title).toMatch(/\S/);
  expect(Object.keys(newest.properties)).toEqual(expect.arrayContaining(keys));
  expect(newest.additionalProperties).toBe(false);
});

it('lets authors keep keys of their own in incident files only', () => {
  expect(print('incident').patternProperties).toEqual({ '^x-': {} });
  expect(print('site').patternProperties).toBeUndefined();
});

it('names the schemas there are when it does not know one', () => {
  for (const name of ['incidents', 'constructor', '__proto__'])
    expect(() => print(name)).toThrow(
      `There is no schema ${name}; there are incident, site, check, history, items`,
    );
});
