import { relative, resolve, sep } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { loadFindSecrets, type FindSecrets } from '../judge/leak/secret.js';
import { findSpeltSecrets } from '../judge/leak/secretSpelling.js';
import type { Project } from '../load/project.js';
import { findRepository } from '../load/repository.js';
import { printable } from '../report/printable.js';
import type { EditedFile } from '../write/editedFile.js';
import type { Terminal } from './terminal.js';

/** A text that is to change, and whether a byte order mark stands before it; its path is from the project's root. */
export type ChangedFile = EditedFile & { isMarked: boolean };

/** The files of a project whose texts were changed since it was read; paths from its root. */
export function listChangedFiles(before: Project, after: Project): ChangedFile[] {
  const texts = new Map([after.settings, ...after.incidents].map(({ path, text }) => [path, text]));
  return [before.settings, ...before.incidents].flatMap(({ path, text, isMarked = false }) => {
    const edited = texts.get(path) ?? text;
    return edited === text ? [] : [{ path, before: text, after: edited, isMarked }];
  });
}

/**
 * Prints what would change, as a patch that is taken in the folder of the repository. `moves` gives files other paths, by
 * those that they have.
 */
export async function printPatch(
  project: Project,
  files: readonly ChangedFile[],
  terminal: Terminal,
  moves: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const findSecrets = await loadFindSecrets(files.map(({ before }) => before));
  const repository = findRepository(project.root);
  const pathOf = (path: string): string =>
    relative(repository, resolve(project.root, path)).split(sep).join('/');
  const print = (patch: string): void =>
    // A program that reads it needs every byte; a terminal must not be driven by what a file holds.
    terminal.print(terminal.columns === undefined ? patch : patch.split('\n').map(printable).join('\n'));
  const moved = new Set<string>();
  for (const file of files) {
    const path = pathOf(file.path);
    const to = moves.get(file.path);
    const { patch, hidden } = renderPatch(path, file, findSecrets, to === undefined ? path : pathOf(to));
    if (patch !== '') {
      print((to === undefined ? '' : renderMove(path, pathOf(to))) + patch);
      moved.add(file.path);
    }
    if (hidden > 0) {
      const shown = printable(relative(terminal.cwd, resolve(project.root, file.path)));
      terminal.note(`${shown}: ${hidden} of its changes stand beside a secret and are not shown\n`);
    }
  }
  // Lines without a header of git's would be taken for those of the file before them.
  for (const [from, to] of moves) if (!moved.has(from)) print(renderMove(pathOf(from), pathOf(to)));
}

function renderMove(from: string, to: string): string {
  return `diff --git a/${from} b/${to}\nrename from ${from}\nrename to ${to}\n`;
}

/**
 * As `git apply` and `patch -p1` take it in the folder of the repository. Changes whose lines, or those around them, hold
 * a secret are left out and counted.
 */
function renderPatch(
  path: string,
  { before, after, isMarked }: ChangedFile,
  findSecrets: FindSecrets,
  newPath: string,
): { patch: string; hidden: number } {
  const mark = isMarked ? '\uFEFF' : '';
  // As git does it, a tab ends a name that has a space.
  const header = path.includes(' ') ? '' : undefined;
  const [from, to] = [mark + before, mark + after];
  const patch = structuredPatch(`a/${path}`, `b/${newPath}`, from, to, header, header);
  const held = findSpeltSecrets(from, findSecrets).map(({ range }) =>
    range.map((offset) => from.slice(0, offset).split('\n').length),
  );
  const hunks = patch.hunks.filter(
    ({ oldStart, oldLines }) =>
      !held.some(([first = 0, last = 0]) => first < oldStart + oldLines && last >= oldStart),
  );
  return {
    patch: hunks.length === 0 ? '' : formatPatch({ ...patch, hunks }, FILE_HEADERS_ONLY),
    hidden: patch.hunks.length - hunks.length,
  };
}
