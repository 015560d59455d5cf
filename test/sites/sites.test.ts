import { readFile, stat } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { copyProject, ignoreMissing, listFiles, runAfterword, type Ran } from './afterword.js';
import { expectFile } from './expectation.js';
import { readPage } from './readPage.js';

/*
 * Each folder beside this file is a small project, and in its `expected` folder stands what a user of it sees: what
 * `check` and `build` print and how they end, which files a build writes, and what some of them hold. A new case is a new
 * folder; `UPDATE=1 npx vitest run test/sites` writes what is expected of it, to be read before it is committed.
 */
const home = import.meta.dirname;
const cases = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** `case.json`, where a case wants something of its own. */
interface Case {
  /** The day that the command line is told; 2026-11-22 when absent. */
  asOf?: string;
  /** Files of the sites whose contents matter: pages are compared as a reader sees them, others as they are. */
  compare?: string[];
}

describe.each(cases.map((entry) => entry.name))('%s', (name) => {
  const project = path.join(home, name);
  const expected = (file: string) => path.join(project, 'expected', file);

  it('is checked as expected', async () => {
    const { asOf } = await readCase(project);
    const folder = await copyProject(project);
    await expectFile(
      expected('check.txt'),
      transcript(await runAfterword(folder, ['check', '--as-of', asOf])),
    );
    expect(await exists(path.join(folder, 'out')), 'check writes no site').toBe(false);
  });

  it('is built as expected', async () => {
    const { asOf, compare } = await readCase(project);
    const folder = await copyProject(project);
    await expectFile(
      expected('build.txt'),
      transcript(await runAfterword(folder, ['build', '--as-of', asOf])),
    );
    const files = await listFiles(path.join(folder, 'out'));
    await expectFile(expected('files.txt'), lines(files.map(withoutHash)));
    for (const file of compare) {
      const text = await readFile(path.join(folder, 'out', file), 'utf8');
      const isPage = file.endsWith('.html');
      await expectFile(expected(isPage ? `${file}.txt` : file), isPage ? lines(readPage(text)) : text);
    }
  });
});

async function readCase(project: string): Promise<Required<Case>> {
  const text = await readFile(path.join(project, 'case.json'), 'utf8').catch(ignoreMissing);
  return { asOf: '2026-11-22', compare: [], ...(JSON.parse(text ?? '{}') as Case) };
}

/** What was printed for reading, and the exit code. Progress on stderr is free to change, but never holds a stack. */
function transcript({ code, stdout, stderr }: Ran): string {
  expect(stdout + stderr).not.toMatch(/^\s+at .*:\d+:\d+/m);
  // It changes with every word of a page, and is tested by itself.
  return `${stdout.replace(/(?<=sha256:)[0-9a-f]{64}/, '<digest>')}exit ${code}\n`;
}

/** A name that changes with the content it names would make every list of files change with it. */
function withoutHash(file: string): string {
  return file.replace(/-[0-9a-f]{8,}(?=\.\w+$)/, '-<hash>');
}

function lines(texts: readonly string[]): string {
  return texts.length === 0 ? '(none)\n' : `${texts.join('\n')}\n`;
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(ignoreMissing)) !== undefined;
}
