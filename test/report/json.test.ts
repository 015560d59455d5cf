import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { applyEdits } from '../../src/diagnostic/edit.js';
import { createReport, reportSchema } from '../../src/report/json.js';
import { renderJsonText } from '../../src/report/jsonText.js';
import { createJsonSchema } from '../../src/validate/schema/jsonSchema.js';
import { attack, diagnostics, file } from './diagnostics.js';

const options = {
  asOf: '2026-11-22',
  textOf: (path: string) => (path === file.path ? file.text : undefined),
  showPath: (path: string) => `../${path}`,
};

it('gives every finding with its place, the way out, and fixes as points', () => {
  const report = createReport(diagnostics, options);
  expect(report).toEqual({
    version: 1,
    asOf: '2026-11-22',
    counts: { error: 1, warning: 0, info: 1 },
    diagnostics: [
      {
        path: '../incidents/2026-03-14 a#b%é.md',
        start: { line: 3, column: 1, offset: 25 },
        end: { line: 3, column: 8, offset: 32 },
        level: 'error',
        blocks: true,
        rule: 'unknown-key',
        message: 'There is no key `sevrity` here',
        hint: 'Did you mean `severity`?',
        fixes: [
          {
            title: 'Write `severity`',
            safe: true,
            edits: [
              {
                start: { line: 3, column: 1, offset: 25 },
                end: { line: 3, column: 8, offset: 32 },
                text: 'severity',
              },
            ],
          },
        ],
        related: [
          { path: '../site/site.yaml', message: 'The severities are here' },
          {
            path: '../incidents/2026-03-14 a#b%é.md',
            start: { line: 2, column: 8, offset: 12 },
            end: { line: 2, column: 10, offset: 14 },
            message: 'It burns [here](https://evil.example)',
          },
        ],
      },
      {
        path: '../incidents/x.md',
        level: 'info',
        blocks: false,
        rule: 'no-such-rule',
        message: 'The file is odd',
      },
    ],
  });
  const [edit] = report.diagnostics[0]?.fixes?.[0]?.edits ?? [];
  const range = [edit?.start.offset ?? 0, edit?.end.offset ?? 0] as const;
  expect(applyEdits(file.text, [{ range, text: edit?.text ?? '' }])).toContain('\r\nseverity: major\r\n');
});

it.each(['2020-12', 'draft-07'] as const)(
  'is what its schema in %s says, also with nothing found',
  (draft) => {
    const schema = createJsonSchema(reportSchema, { draft, title: 'Test' }) as { $schema?: string };
    // The newer draft's validator takes both: only the keywords that the two share are used.
    delete schema.$schema;
    const ajv = new Ajv2020({ strict: true });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    for (const list of [[], diagnostics, [attack]]) {
      validate(JSON.parse(renderJsonText(createReport(list, options))));
      expect(validate.errors).toBeNull();
    }
    const unread = createReport([], { ...options, asOf: null });
    expect(validate(unread), 'site.yaml cannot be read').toBe(true);
    expect(validate({ ...unread, more: 1 })).toBe(false);
    expect(validate({ ...unread, asOf: 'today' })).toBe(false);
    expect(validate({ ...unread, diagnostics: [{ path: 'x' }] })).toBe(false);
  },
);

it('keeps a fix without edits, and one for which there is no text, out', () => {
  const [first] = diagnostics;
  if (!first) throw new Error('There is no diagnostic');
  const unread = createReport([first], { ...options, textOf: () => undefined });
  expect(unread.diagnostics[0]).not.toHaveProperty('fixes');
  expect(createReport([{ ...first, fixes: [] }], options).diagnostics[0]).not.toHaveProperty('fixes');
});

it('drives no terminal that shows it, and loses nothing', () => {
  const text = renderJsonText(createReport([attack], options));
  expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\uFEFF]/);
  expect(text.endsWith('}\n')).toBe(true);
  expect((JSON.parse(text) as { diagnostics: { message: string }[] }).diagnostics[0]?.message).toBe(
    attack.message,
  );
});
