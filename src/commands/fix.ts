import { relative, resolve, sep } from 'node:path';
import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';
import { loadFindSecrets, type FindSecrets } from '../judge/leak/secret.js';
import { findSpeltSecrets } from '../judge/leak/secretSpelling.js';
import { readProject, type Project } from '../load/project.js';
import { findRepository } from '../load/repository.js';
import { printable } from '../report/printable.js';
import { writeEditedFile, type EditedFile } from '../write/editedFile.js';
import { mendProject, type Mended } from './mend.js';
import { findWanted } from './wantedFiles.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface FixOptions extends CommonOptions {
  /** Only these files are mended; empty: all. */
  files: string[];
  /** Prints what would change, as a patch, and writes nothing. */
  dryRun: boolean;
}

/** Mends what can only be meant in one way, by range; what customers see stays the same. */
export async function fix(options: FixOptions, terminal: Terminal): Promise<ExitCode> {
  const project = readProject(options.root);
  const wanted = findWanted(options.files, project);
  const mended = await mendProject(project, (path) => wanted.has(path), terminal.findAsOf);
  const files = listEdited(project, mended.project);
  const show = (path: string): string => relative(terminal.cwd, resolve(project.root, path)) || path;

  if (options.dryRun) {
    const findSecrets = await loadFindSecrets(files.map(({ before }) => before));
    const repository = findRepository(project.root);
    for (const file of files) {
      const path = relative(repository, resolve(project.root, file.path));
      const { patch, hidden } = renderPatch(path.split(sep).join('/'), file, findSecrets);
      // A program that reads it needs every byte; a terminal must not be driven by what a file holds.
      terminal.print(terminal.columns === undefined ? patch : patch.split('\n').map(printable).join('\n'));
      if (hidden > 0)
        terminal.note(
          `${printable(show(file.path))}: ${hidden} of its changes stand beside a secret and are not shown\n`,
        );
    }
  } else {
    for (const file of files) writeEditedFile({ ...file, path: resolve(project.root, file.path) });
    for (const one of mended.applied) terminal.print(renderLine(show(one.diagnostic.path), one));
  }
  for (const one of mended.left) {
    terminal.note(
      `${renderLine(show(one.diagnostic.path), one).trimEnd()}: left, since what customers see, or whether it can be built, would change\n`,
    );
  }
  terminal.note(renderSummary(mended.applied.length, files.length, options.dryRun));
  return 0;
}

function listEdited(before: Project, after: Project): (EditedFile & { isMarked: boolean })[] {
  const texts = new Map([after.settings, ...after.incidents].map(({ path, text }) => [path, text]));
  return [before.settings, ...before.incidents].flatMap(({ path, text, isMarked = false }) => {
    const edited = texts.get(path) ?? text;
    return edited === text ? [] : [{ path, before: text, after: edited, isMarked }];
  });
}

/** Places are those of the file as it was when the fix was found. */
function renderLine(path: string, { diagnostic, fix: { title } }: Mended): string {
  const { place, rule } = diagnostic;
  const at = place ? `:${place.start.line}:${place.start.column}` : '';
  return `${printable(path)}${at}: ${printable(title)} ${rule}\n`;
}

/**
 * As `git apply` and `patch -p1` take it in the folder of the repository. Changes whose lines, or those around them, hold
 * a secret are left out and counted.
 */
function renderPatch(
  path: string,
  { before, after, isMarked }: EditedFile & { isMarked: boolean },
  findSecrets: FindSecrets,
): { patch: string; hidden: number } {
  const mark = isMarked ? '\uFEFF' : '';
  // As git does it, a tab ends a name that has a space.
  const header = path.includes(' ') ? '' : undefined;
  const [from, to] = [mark + before, mark + after];
  const patch = structuredPatch(`a/${path}`, `b/${path}`, from, to, header, header);
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

function renderSummary(count: number, files: number, isDry: boolean): string {
  if (count === 0) return 'There is nothing that can be mended safely.\n';
  const verb = isDry ? 'would be mended' : 'mended';
  return `${count} ${count === 1 ? 'place' : 'places'} in ${files} ${files === 1 ? 'file' : 'files'} ${verb}.${isDry ? ' Nothing was written.' : ''}\n`;
}
