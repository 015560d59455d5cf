import { relative, resolve } from 'node:path';
import { readProject } from '../load/project.js';
import { printable } from '../report/printable.js';
import { writeEditedFile } from '../write/editedFile.js';
import { mendProject, type Mended } from './mend.js';
import { listChangedFiles, printPatch } from './patch.js';
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
  const files = listChangedFiles(project, mended.project);
  const show = (path: string): string => relative(terminal.cwd, resolve(project.root, path)) || path;

  if (options.dryRun) {
    await printPatch(project, files, terminal);
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

/** Places are those of the file as it was when the fix was found. */
function renderLine(path: string, { diagnostic, fix: { title } }: Mended): string {
  const { place, rule } = diagnostic;
  const at = place ? `:${place.start.line}:${place.start.column}` : '';
  return `${printable(path)}${at}: ${printable(title)} ${rule}\n`;
}

function renderSummary(count: number, files: number, isDry: boolean): string {
  if (count === 0) return 'There is nothing that can be mended safely.\n';
  const verb = isDry ? 'would be mended' : 'mended';
  return `${count} ${count === 1 ? 'place' : 'places'} in ${files} ${files === 1 ? 'file' : 'files'} ${verb}.${isDry ? ' Nothing was written.' : ''}\n`;
}
