import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { z } from 'zod';
import { settingsSchema } from '../../src/settings/schema.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { createYamlSchema, type Draft } from '../../src/validate/schema/jsonSchema.js';

/*
 * An editor reads YAML by its core schema, where `2014` is a number and `true` is true; we read texts. Whatever `check`
 * accepts must not be marked by the editor.
 */

type Judge = (data: unknown) => string[];
type Node = Record<string, unknown>;

const drafts: Draft[] = ['2020-12', 'draft-07'];
const top = join(import.meta.dirname, '../..');

/** What a validator that knows a draft says of data. Keywords of editors are known to it, others are errors. */
function createJudge(schema: z.ZodObject, draft: Draft, extra?: string): Judge {
  const json = createYamlSchema(schema, { draft, title: 'Test', ...(extra === undefined ? {} : { extra }) });
  const ajv = draft === 'draft-07' ? new Ajv(options) : new Ajv2020(options);
  addFormats.default(ajv);
  ajv.addVocabulary(['enumDescriptions', 'markdownEnumDescriptions']);
  const validate = ajv.compile(json);
  return (data) =>
    validate(data)
      ? []
      : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}
const options = { allErrors: true, allowUnionTypes: true, strict: true, strictTypes: false };

const listFiles = (folder: string): string[] =>
  readdirSync(join(top, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && file !== 'README.md')
    .map((file) => join(folder, file));

/** The front matter of a file, as an editor reads it. */
function readFrontMatter(file: string): unknown {
  const text = readFileSync(join(top, file), 'utf8').replace(/^\uFEFF/, '');
  const [, yaml = ''] = /^---\r?\n(.*?)\r?\n---(?:\r?\n|$)/s.exec(text) ?? [];
  return parse(yaml, { schema: 'core', logLevel: 'error' });
}

const files = ['incidents', 'templates', 'test/sites/northwind/incidents', 'test/gate/cases/passes']
  .flatMap(listFiles)
  // What `init` fills in is checked when it has been.
  .filter((file) => !file.includes(join('templates', 'project')));
const sites = ['site/site.yaml', 'test/rules/site.yaml', 'test/sites/northwind/site/site.yaml'];

describe.each(drafts)('the schema of the incident file in %s', (draft) => {
  const judge = createJudge(incidentSchema, draft, '^x-');
  const whole = { title: 'Checkout was down', started: '2026-03-14 09:05' };

  it('accepts every file that check accepts', () => {
    expect(files.length).toBeGreaterThan(100);
    const marked = files.flatMap((file) => judge(readFrontMatter(file)).map((error) => `${file}${error}`));
    expect(marked).toEqual([]);
  });

  it.each([
    ['a year, which YAML reads as a number', { started: 2014, resolved: 2014 }],
    ['a clock time', { timeline: [{ at: '14:03', text: 'x' }] }],
    ['an id of digits', { impact: [{ service: 2014, level: 'outage' }] }],
    ['a figure', { numbers: [{ label: 'Orders', value: 1200 }] }],
    [
      'a switch, bare or quoted',
      { causes: [{ id: 'C1', kind: 'root', text: 'x', internal: true, public: 'y' }] },
    ],
    ['a switch that is quoted', { causes: [{ id: 'C1', kind: 'root', text: 'x', internal: 'false' }] }],
    [
      'one or a list',
      {
        timeline: [
          { text: 'x', evidence: ['https://a.example'] },
          { text: 'y', evidence: 'https://b.example' },
        ],
      },
    ],
    [
      'keys that wait for a value',
      {
        severity: null,
        status: null,
        impact: null,
        detection: { by: null },
        timeline: [{ text: 'x', evidence: null }],
      },
    ],
    ['keys of the author’s own', { 'x-team': { anything: [1] } }],
    ['a title from a block, with its line break', { title: 'Checkout was down\n' }],
  ])('accepts %s', (_, more) => {
    expect(judge({ ...whole, ...more })).toEqual([]);
  });

  it.each([
    ['an unknown key', { sevrity: 'major' }, ' must NOT have additional properties'],
    [
      'one deep inside',
      { impact: [{ service: 'a', level: 'outage', form: 'x' }] },
      '/impact/0 must NOT have additional properties',
    ],
    ['an unknown value', { kind: 'outage' }, '/kind must be equal to one of the allowed values'],
    ['a missing key', { impact: [{ service: 'a' }] }, "/impact/0 must have required property 'level'"],
    ['an id in capitals', { severity: 'Major' }, '/severity must match pattern'],
    ['several owners', { authors: ['kim, lee'] }, '/authors/0 must match pattern'],
    ['a text for a list', { impact: 'checkout' }, '/impact must be array,null'],
    ['a list for a text', { summary: ['x'] }, '/summary must be string,number,null'],
    ['a word for a switch', { detection: { internal: 'yes' } }, '/detection/internal must match pattern'],
    ['a title of two lines', { title: 'a\nb' }, '/title must match pattern'],
    ['an empty title', { title: ' ' }, '/title must match pattern'],
    ['a key without its value where one must be', { title: null }, '/title must be string,number'],
    [
      'an x- key below the top',
      { detection: { 'x-note': 'y' } },
      '/detection must NOT have additional properties',
    ],
  ])('marks %s', (_, more, error) => {
    const errors = judge({ ...whole, ...more });
    expect(errors).toHaveLength(1);
    expect(errors[0]).toContain(error);
  });
});

describe.each(drafts)('the schema of site.yaml in %s', (draft) => {
  const judge = createJudge(settingsSchema, draft);

  it.each(sites)('accepts %s', (file) => {
    expect(judge(parse(readFileSync(join(top, file), 'utf8'), { schema: 'core' }))).toEqual([]);
  });

  it('accepts everything that the contract shows, and marks what is wrong', () => {
    const site = {
      format: 1,
      title: 'x',
      url: 'https://status.example.com/',
      timezone: 'Europe/Dublin',
      severities: [{ id: 'major', label: 'Major', major: true, statuspage: 'critical' }],
      services: [{ id: 'checkout', name: 'Checkout', since: 2020, internal: false }],
      weights: { outage: 1, partial: 0.3, degraded: '0' },
      rules: { 'due-missing': 'off', 'open-long': { level: 'error', since: '2024-01-01' } },
      policies: [{ preset: 'pagerduty', severity: ['major'] }],
      totals: true,
    };
    expect(judge(site)).toEqual([]);
    expect(judge({ ...site, format: 2 })[0]).toContain('/format');
    expect(judge({ ...site, weights: { outage: 'much' } })[0]).toContain('/weights/outage');
    expect(judge({ ...site, weights: { outige: 1 } }).join('\n')).toContain(
      '/weights property name must be valid',
    );
    expect(judge({ ...site, rules: { 'due-missing': 'loud' } }).join('\n')).toContain('/rules/due-missing');
  });
});

describe.each([
  ['incident', incidentSchema],
  ['site', settingsSchema],
])('what editors show of %s', (_, schema) => {
  const root = createYamlSchema(schema, { draft: 'draft-07', title: 'Test' }) as Node;

  it('describes every field, with examples that the field itself accepts', () => {
    const fields = listFields(root, '');
    expect(fields.length).toBeGreaterThan(50);
    const ajv = new Ajv({ ...options, strict: false });
    addFormats.default(ajv);
    for (const { path, node } of fields) {
      expect(node['description'], path).toMatch(/^\S.*[.]$/s);
      const examples = node['examples'] as unknown[];
      expect(examples?.length, `${path} has no example`).toBeGreaterThan(0);
      for (const example of examples)
        expect(ajv.validate(node, example), `${path}: ${JSON.stringify(example)}`).toBe(true);
    }
  });

  it('tells what each allowed value means', () => {
    const choices = listFields(root, '').filter(({ node }) => node['enumDescriptions'] !== undefined);
    expect(choices.length).toBeGreaterThan(4);
    for (const { path, node } of choices) {
      const values = (node['enum'] as unknown[]).filter((value) => value !== null);
      const meanings = (node['enumDescriptions'] as string[]).slice(0, values.length);
      expect(
        meanings.filter((one) => /^[A-Z].*[.]$/.test(one)),
        path,
      ).toHaveLength(values.length);
    }
  });

  it('holds none of our own words', () => {
    expect(JSON.stringify(root)).not.toMatch(/"(?:shown|repair|scalar|replaceable|values|form)":/);
  });
});

/** Every value below a schema that has a name. */
function listFields(node: Node, path: string): { path: string; node: Node }[] {
  const below = Object.entries((node['properties'] ?? {}) as Record<string, Node>).flatMap(([key, inner]) => [
    { path: `${path}.${key}`, node: inner },
    ...listFields(inner, `${path}.${key}`),
  ]);
  const others = [node['items'], node['additionalProperties'], ...((node['anyOf'] ?? []) as unknown[])];
  return [
    ...below,
    ...others.flatMap((inner) =>
      typeof inner === 'object' && inner !== null ? listFields(inner as Node, `${path}[]`) : [],
    ),
  ];
}
