import { resolve } from 'node:path';
import { Failure } from '../diagnostic/failure.js';
import { countLevels } from '../diagnostic/diagnostic.js';
import { projectPath } from '../load/project.js';
import { renderSummary } from '../report/text.js';
import { printDiagnostics } from './printDiagnostics.js';
import { understandProject } from './project.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';

export interface CheckOptions extends CommonOptions {
  /** Only these files are reported; they are checked against the whole project. Empty: all. */
  files: string[];
  /** More warnings than this are findings. */
  maxWarnings: number | undefined;
}

/** Prints every diagnostic at once. 1 when there is an error, or more warnings than allowed. */
export function check(options: CheckOptions, terminal: Terminal): ExitCode {
  const { project, diagnostics } = understandProject(options.root, terminal.findAsOf);
  const all = [project.settings.path, ...project.incidents.map((file) => file.path), ...project.unreadable];
  const wanted = new Set(options.files.flatMap((file) => findFiles(file, project.root, all)));
  const found = wanted.size === 0 ? diagnostics : diagnostics.filter(({ path }) => wanted.has(path));

  printDiagnostics(terminal, project, found);
  terminal.note(`${renderSummary(found, wanted.size || all.length)}\n`);
  const { error, warning } = countLevels(found);
  const allowed = options.maxWarnings ?? Infinity;
  if (warning > allowed) terminal.note(`More warnings than the ${allowed} that are allowed.\n`);
  return error > 0 || warning > allowed ? 1 : 0;
}

/** The project's files that a name means: a file, or all below a folder; from here, else from the project's root. */
function findFiles(name: string, root: string, known: readonly string[]): string[] {
  for (const path of [projectPath(root, name), projectPath(root, resolve(root, name))]) {
    const found = known.filter((one) => one === path || path === '' || one.startsWith(`${path}/`));
    if (found.length > 0) return found;
  }
  throw new Failure(`${name} is neither an incident file nor the settings of the project in ${root}`);
}
