import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, it } from 'vitest';
import { settingsSchema } from '../../src/settings/schema.js';
import { incidentSchema } from '../../src/validate/schema/incident.js';
import { renderReference } from '../../src/validate/schema/reference.js';

const file = join(import.meta.dirname, '../../docs/format.md');

it('the reference says what the schema says', async () => {
  const written = readFileSync(file, 'utf8');
  const generated = await format(
    fill(
      fill(written, 'incident', renderReference(incidentSchema, 3)),
      'site',
      renderReference(settingsSchema, 3),
    ),
    { parser: 'markdown', printWidth: 110 },
  );
  if (process.env['UPDATE']) writeFileSync(file, generated);
  expect(readFileSync(file, 'utf8')).toBe(generated);
});

/** Puts a text between the comments that mark its place. */
function fill(text: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [before = '', rest = ''] = text.split(open);
  const [, after] = rest.split(close);
  expect(after, `docs/format.md has no place for ${name}`).toBeDefined();
  return `${before}${open}\n\n${content}\n${close}${after ?? ''}`;
}
