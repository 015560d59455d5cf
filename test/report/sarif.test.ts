import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { createPlacer } from '../../src/diagnostic/place.js';
import { catalogue, findRule } from '../../src/judge/catalogue/catalogue.js';
import type { RuleDescription } from '../../src/judge/rule.js';
import { renderJsonText } from '../../src/report/jsonText.js';
import { createSarif, type SarifOptions } from '../../src/report/sarif.js';
import { attack, diagnostics, file } from './diagnostics.js';

const unknownKey: RuleDescription = {
  id: 'unknown-key',
  level: 'error',
  blocks: true,
  description: 'Every key is one that the format knows.',
  bad: 'sevrity: major',
  good: 'severity: major',
};

const options: SarifOptions = {
  version: '1.2.3',
  textOf: (path) => (path === file.path ? file.text : undefined),
  showPath: (path) => `sub/${path}`,
  findRule: (id) => (id === unknownKey.id ? unknownKey : findRule(id)),
};

/** The errors of the official schema of SARIF 2.1.0. */
let findErrors: (log: unknown) => string[];
beforeAll(() => {
  const schema = JSON.parse(
    readFileSync(join(import.meta.dirname, 'sarif-schema-2.1.0.json'), 'utf8'),
  ) as Record<string, unknown>;
  // It is written in draft 4; the one word of it that newer drafts spell otherwise is the name of the schema itself.
  const { id, ...rest } = schema;
  const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile({
    ...rest,
    $id: String(id),
    $schema: 'http://json-schema.org/draft-07/schema#',
  });
  findErrors = (log) =>
    validate(log) ? [] : (validate.errors ?? []).map((one) => `${one.instancePath} ${one.message ?? ''}`);
});

const runOf = (list: readonly Diagnostic[], more: Partial<SarifOptions> = {}) => {
  const [run] = createSarif(list, { ...options, ...more }).runs;
  if (!run) throw new Error('There is no run');
  return run;
};

it('is a valid log, whatever was found', () => {
  const ids = catalogue.flatMap(({ rules }) => rules.map(({ id }) => id));
  const all = ids.map((rule): Diagnostic => ({ ...attack, rule }));
  for (const list of [[], diagnostics, [attack], all]) {
    expect(findErrors(JSON.parse(renderJsonText(createSarif(list, options))))).toEqual([]);
  }
});

it('would be told by the schema if it were not', () => {
  const log = createSarif(diagnostics, options);
  expect(findErrors({ ...log, version: '2.0' })).not.toEqual([]);
  expect(findErrors({ ...log, runs: [{ ...log.runs[0], columnKind: 'bytes' }] })).not.toEqual([]);
});

it('puts a finding in its place in the repository, with what is told of its rule', () => {
  const run = runOf(diagnostics);
  expect(run.tool.driver).toMatchObject({ name: 'Afterword', semanticVersion: '1.2.3' });
  expect(run).toMatchObject({ columnKind: 'utf16CodeUnits', invocations: [{ executionSuccessful: true }] });
  const uri = 'sub/incidents/2026-03-14%20a%23b%25%C3%A9.md';
  expect(run.results[0]).toMatchObject({
    ruleId: 'unknown-key',
    level: 'error',
    message: { text: 'There is no key `sevrity` here. Did you mean `severity`?' },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
          region: { startLine: 3, startColumn: 1, endLine: 3, endColumn: 8, charOffset: 25, charLength: 7 },
        },
      },
    ],
    relatedLocations: [
      { id: 1, physicalLocation: { artifactLocation: { uri: 'sub/site/site.yaml' } } },
      { id: 2, physicalLocation: { region: { startLine: 2, startColumn: 8, endColumn: 10 } } },
    ],
    fixes: [
      {
        description: { text: 'Write `severity`' },
        artifactChanges: [
          {
            artifactLocation: { uri },
            replacements: [
              {
                deletedRegion: { startLine: 3, startColumn: 1, endColumn: 8, charOffset: 25, charLength: 7 },
                insertedContent: { text: 'severity' },
              },
            ],
          },
        ],
      },
    ],
  });
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
  expect(run.tool.driver.rules.find(({ id }) => id === 'unknown-key')).toMatchObject({
    shortDescription: { text: 'Every key is one that the format knows.' },
    defaultConfiguration: { level: 'error' },
    help: { text: expect.stringContaining('\n    sevrity: major\n') as string },
  });
});

it('says nothing of a place that a whole file does not have', () => {
  const [, whole] = runOf(diagnostics).results;
  expect(whole?.level).toBe('note');
  expect(whole?.locations[0]?.physicalLocation).toEqual({
    artifactLocation: { uri: 'sub/incidents/x.md', uriBaseId: '%SRCROOT%' },
  });
});

it('makes no link of what stands in a file', () => {
  expect(runOf(diagnostics).results[0]?.relatedLocations?.[1]?.message.text).toBe(
    String.raw`It burns \[here](https://evil.example)`,
  );
  expect(runOf([{ ...attack, message: 'a [b] c' }]).results[0]?.message.text).toContain('a [b] c');
});

it('tells nothing of the machine, and no line of a file', () => {
  const text = JSON.stringify(createSarif(diagnostics, options));
  expect(text).not.toContain('Checkout');
  expect(text).not.toContain('file:');
  expect(text).not.toContain(process.cwd());
});

it('knows a finding again when other lines of the file change', () => {
  const [first] = diagnostics;
  if (!first) throw new Error('There is no diagnostic');
  const longer = `\r\n${file.text}`;
  const placer = createPlacer(longer);
  const start = longer.indexOf('sevrity');
  const moved = { ...first, place: placer([start, start + 7]) };
  const prints = (list: Diagnostic[], text = file.text): unknown[] =>
    runOf(list, { textOf: () => text }).results.map((result) => result.partialFingerprints['afterword/v1']);
  expect(prints([moved], longer)).toEqual(prints([first]));
  // Not when it is another: rule, file, line, or the second of its kind.
  const prints4 = [
    ...prints([first, first]),
    ...prints([{ ...first, rule: 'other' }]),
    ...prints([{ ...first, path: 'incidents/y.md' }]),
    ...prints([first], file.text.replace('sevrity: major', 'sevrity: minor')),
  ];
  expect(new Set(prints4).size).toBe(5);
});

it('lets nobody guess a secret from a digest of its line', () => {
  const [first] = diagnostics;
  if (!first) throw new Error('There is no diagnostic');
  const print = (text: string): unknown =>
    runOf([{ ...first, secret: true }], { textOf: () => text }).results[0]?.partialFingerprints[
      'afterword/v1'
    ];
  expect(print(file.text)).toBe(print(file.text.replace('sevrity: major', 'sevrity: minor')));
});
