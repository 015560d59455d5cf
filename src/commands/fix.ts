import { relative, resolve } from 'node:path';
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';
import { readProject, type Project } from '../load/project.js';
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
    for (const { path, before, after } of files) terminal.print(renderPatch(show(path), before, after));
  } else {
    for (const one of mended.applied) terminal.print(renderLine(show(one.diagnostic.path), one));
    for (const file of files) writeEditedFile({ ...file, path: resolve(project.root, file.path) });
  }
  for (const one of mended.left) {
    terminal.note(
      `${renderLine(show(one.diagnostic.path), one).trimEnd()}: left, since customers would see the difference\n`,
    );
  }
  terminal.note(renderSummary(mended.applied.length, files.length, options.dryRun));
  return 0;
}

function listEdited(before: Project, after: Project): EditedFile[] {
  const texts = new Map([after.settings, ...after.incidents].map(({ path, text }) => [path, text]));
  return [before.settings, ...before.incidents].flatMap(({ path, text }) => {
    const edited = texts.get(path) ?? text;
    return edited === text ? [] : [{ path, before: text, after: edited }];
  });
}

/** Places are those of the file as it was when the fix was found. */
function renderLine(path: string, { diagnostic, fix: { title } }: Mended): string {
  const { place, rule } = diagnostic;
  const at = place ? `:${place.start.line}:${place.start.column}` : '';
  return `${printable(path)}${at}: ${printable(title)} ${rule}\n`;
}

/** As `git apply` and `patch -p1` take it; what a file holds must not drive the terminal, but it must stay a patch. */
function renderPatch(path: string, before: string, after: string): string {
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, before, after, undefined, undefined, {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function renderSummary(count: number, files: number, isDry: boolean): string {
  if (count === 0) return 'There is nothing that can be mended safely.\n';
  const verb = isDry ? 'would be mended' : 'mended';
  return `${count} ${count === 1 ? 'place' : 'places'} in ${files} ${files === 1 ? 'file' : 'files'} ${verb}.${isDry ? ' Nothing was written.' : ''}\n`;
}
