import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorkspace } from '../workspace.js';

const folder = join(import.meta.dirname, '../../incidents');
const texts = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => readFileSync(join(folder, file), 'utf8'));

/** One slip of an author: a line or a character lost, doubled, or put somewhere else. */
const slip = fc.record({
  kind: fc.constantFrom('drop line', 'double line', 'swap lines', 'indent', 'drop character', 'insert'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  what: fc.constantFrom(
    ' ',
    '\t',
    ':',
    '"',
    "'",
    '#',
    '[',
    '{',
    '---',
    '&',
    '*',
    '|',
    '>',
    '`',
    '\u202e',
    '\u0000',
  ),
});

function apply(text: string, { kind, at, what }: { kind: string; at: number; what: string }): string {
  const lines = text.split('\n');
  const line = Math.floor(at * lines.length);
  const offset = Math.floor(at * text.length);
  switch (kind) {
    case 'drop line':
      return lines.toSpliced(line, 1).join('\n');
    case 'double line':
      return lines.toSpliced(line, 0, lines[line] ?? '').join('\n');
    case 'swap lines':
      return lines.toSpliced(line, 2, lines[line + 1] ?? '', lines[line] ?? '').join('\n');
    case 'indent':
      return lines.toSpliced(line, 1, ` ${lines[line] ?? ''}`).join('\n');
    case 'drop character':
      return text.slice(0, offset) + text.slice(offset + 1);
    default:
      return text.slice(0, offset) + what + text.slice(offset);
  }
}

it('whatever slips, everything said has a place in the file, and one slip is not told many times', async () => {
  const workspace = createWorkspace();
  workspace.file('site/site.yaml', readFileSync(join(folder, '../site/site.yaml')));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(slip, { minLength: 1, maxLength: 2 }),
      async (text, slips) => {
        const mutated = slips.reduce(apply, text);
        workspace.file('incidents/2014-05-mutated.md', mutated);
        const { diagnostics } = await workspace.understand();
        const lines = mutated.split(/\r\n|\n|\r/);
        for (const { place, message, hint = '' } of diagnostics) {
          expect(`${message} ${hint}`).not.toMatch(/undefined|\[object|NaN/);
          if (!place) continue;
          expect(place.start.line).toBeLessThanOrEqual(lines.length);
          expect(place.start.column).toBeLessThanOrEqual((lines[place.start.line - 1] ?? '').length + 1);
        }
        expect(
          diagnostics.length,
          diagnostics.map((one) => `${one.place?.start.line} ${one.rule} ${one.message}`).join('\n'),
        ).toBeLessThan(16);
      },
    ),
    { numRuns: 150, seed: 20261122 },
  );
}, 60_000);
