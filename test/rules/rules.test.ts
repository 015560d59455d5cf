import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { understandProject } from '../../src/commands/project.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';

/*
 * What one example in the catalogue does not show of a rule. Each folder is named for a rule id. Its `bad` holds incident files in which the rule finds something, and
 * `expected.txt` says what, and what else is found in them; in the files of `good` it finds nothing.
 * `UPDATE=1 npx vitest run test/rules` writes what is expected, to be read before it is committed.
 */
const home = import.meta.dirname;
const folders = readdirSync(home, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const scratch = mkdtempSync(join(tmpdir(), 'afterword-rules-'));
afterAll(() => rmSync(scratch, { recursive: true }));

describe.each(folders)('%s', (rule) => {
  it('is found in the bad example, with what the author is told', async () => {
    const found = await checkExamples(rule, 'bad');
    expect(found.map((diagnostic) => diagnostic.rule)).toContain(rule);
    expectText(join(home, rule, 'expected.txt'), found.map(describeDiagnostic).join('\n') + '\n');
  });

  it('is not found in the good one', async () => {
    const found = (await checkExamples(rule, 'good')).filter((diagnostic) => diagnostic.rule === rule);
    expect(found.map(describeDiagnostic)).toEqual([]);
  });
});

async function checkExamples(rule: string, kind: 'bad' | 'good'): Promise<Diagnostic[]> {
  const root = join(scratch, rule, kind);
  mkdirSync(join(root, 'site'), { recursive: true });
  cpSync(join(home, 'site.yaml'), join(root, 'site', 'site.yaml'));
  cpSync(join(home, rule, kind), join(root, 'incidents'), { recursive: true });
  return (await understandProject(root, () => '2026-11-22')).diagnostics;
}

/** As `check` prints it, with the way out; the path is that below `incidents`. */
function describeDiagnostic({ path, place, level, blocks, rule, message, hint }: Diagnostic): string {
  const at = place ? `:${place.start.line}:${place.start.column}-${place.end.line}:${place.end.column}` : '';
  const effect = blocks ? 'blocks' : 'owed';
  return `${path.replace(/^incidents\//, '')}${at} ${level} ${effect} ${rule}\n  ${message}${hint === undefined ? '' : `\n  → ${hint}`}`;
}

function expectText(file: string, actual: string): void {
  if (process.env['UPDATE']) writeFileSync(file, actual);
  expect(existsSync(file), `${file} is missing; UPDATE=1 writes it`).toBe(true);
  expect(actual).toBe(readFileSync(file, 'utf8'));
}
