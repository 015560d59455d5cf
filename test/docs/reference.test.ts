import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { lineLimits, paragraphLimits, textLimits } from '../../src/parse/textLimit.js';
import { yamlLimits } from '../../src/parse/yamlLimit.js';
import { settingsSchema } from '../../src/settings/schema.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { renderReference } from '../../src/validate/schema/reference.js';

const file = join(import.meta.dirname, '../../docs/format.md');

it('the reference says what the schema says', async () => {
  const written = readFileSync(file, 'utf8');
  const generated = await format(
    fill(
      fill(fill(written, 'limits', renderLimits()), 'incident', renderReference(incidentSchema, 3)),
      'site',
      renderReference(settingsSchema, 3),
    ),
    { parser: 'markdown', printWidth: 110 },
  );
  if (process.env['UPDATE']) writeFileSync(file, generated);
  expect(readFileSync(file, 'utf8')).toBe(generated);
});

function renderLimits(): string {
  const describe = (limits: Record<string, { most: number; what: string }>): string =>
    Object.values(limits)
      .map(({ most, what }) => `${most.toLocaleString('en')} ${what}`)
      .join('; ');
  const { characters, values, depth, texts } = yamlLimits;
  const rows = [
    [
      'front matter, `site.yaml`',
      `${characters.toLocaleString('en')} characters; ${values.toLocaleString('en')} lines, commas and brackets; ${depth} levels`,
    ],
    ['body', describe(textLimits)],
    ['line of a body', describe(lineLimits)],
    ['paragraph, list item or row of a body, text of the front matter', describe(paragraphLimits)],
    [
      'texts of a front matter together',
      `${textLimits.marks.most.toLocaleString('en')} ${textLimits.marks.what}; ${texts.toLocaleString('en')} texts with one of them`,
    ],
  ];
  return `| of a | at most |\n| --- | --- |\n${rows.map(([where, most]) => `| ${where} | ${most?.replaceAll('|', '\\|')} |\n`).join('')}`;
}

/** Puts a text between the comments that mark its place. */
function fill(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = '', rest = ''] = text.split(open);
  const [, after] = rest.split(close);
  expect(after, `docs/format.md has no place for ${name}`).toBeDefined();
  return `${before}${open}\n\n${content}\n${close}${after ?? ''}`;
}
