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
  const wanted = new Set(options.files.map((file) => findFile(file, project.root, all)));
  const found = wanted.size === 0 ? diagnostics : diagnostics.filter(({ path }) => wanted.has(path));

  printDiagnostics(terminal, project, found);
  terminal.note(`${renderSummary(found, wanted.size || all.length)}\n`);
  const { error, warning } = countLevels(found);
  return error > 0 || warning > (options.maxWarnings ?? Infinity) ? 1 : 0;
}

function findFile(file: string, root: string, known: readonly string[]): string {
  const path = projectPath(root, file);
  if (known.includes(path)) return path;
  throw new Failure(`${file} is neither an incident file nor the settings of the project in ${root}`);
}
