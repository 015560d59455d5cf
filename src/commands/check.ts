import { countLevels } from '../diagnostic/diagnostic.js';
import { renderSummary } from '../report/text.js';
import { printReport, type Format } from './printReport.js';
import { readProject } from '../load/project.js';
import { setAside } from './guard.js';
import { understand } from './project.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';
import { findWanted } from './wantedFiles.js';

export interface CheckOptions extends CommonOptions {
  /** Only these files are reported; they are checked against the whole project. Empty: all. */
  files: string[];
  format: Format;
  /** More warnings than this are findings. */
  maxWarnings: number | undefined;
}

/** Prints every diagnostic at once. 1 when there is an error, or more warnings than allowed. */
export async function check(options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readProject(options.root);
  const wanted = findWanted(options.files, read);
  const isAll = options.files.length === 0;
  const isWanted = (path: string): boolean => isAll || wanted.has(path);
  const project = setAside(read, terminal, isWanted);
  const understood = await understand(project, terminal.findAsOf, isWanted);
  const found = understood.diagnostics;

  printReport(options.format, found, understood, terminal);
  const [first] = found;
  if (first && options.format === 'text') {
    terminal.note(
      `\`afterword explain RULE\` tells more of a rule, e.g. \`afterword explain ${first.rule}\`.\n`,
    );
  }
  const accepted = new Set(project.accepted);
  const count = [...wanted].filter((path) => !accepted.has(path)).length;
  terminal.note(`${renderSummary(found, count)}\n`);
  const { error, warning } = countLevels(found);
  const allowed = options.maxWarnings ?? Infinity;
  if (warning > allowed) terminal.note(`More warnings than the ${allowed} that are allowed.\n`);
  return error > 0 || warning > allowed ? 1 : 0;
}
