import { acceptedPath } from '../load/acceptedText.js';
import { readProject } from '../load/project.js';
import { printable } from '../report/printable.js';
import { setAside } from './guard.js';
import { printDiagnostics } from './printDiagnostics.js';
import { isBlocked, understand } from './project.js';
import { renderInferences, renderPublicTexts } from './publicText.js';
import type { CommonOptions, ExitCode, Terminal } from './terminal.js';
import { findWanted } from './wantedFiles.js';

export interface PreviewOptions extends CommonOptions {
  /** Only these files are shown; empty: all that are public or will be. */
  files: string[];
}

/** Prints exactly what customers read, or will read, and what they could conclude from it. 1 when it cannot be published so. */
export async function preview(options: PreviewOptions, terminal: Terminal): Promise<ExitCode> {
  const read = readProject(options.root);
  const wanted = findWanted(options.files, read);
  const isWanted = (path: string): boolean => wanted.has(path);
  const project = setAside(read, terminal, isWanted);
  const { history, documents, pictures, diagnostics } = await understand(
    project,
    terminal.findAsOf,
    isWanted,
  );
  const stops = diagnostics.filter(({ blocks, rule }) => blocks && rule !== 'public-text-differs');
  if (stops.length > 0) printDiagnostics(terminal, project, stops);
  if (!history) return 1;

  const texts = await renderPublicTexts({ history, documents, pictures }, isWanted);
  const blocks = history.incidents.flatMap((incident) => {
    const text = texts.get(incident.path);
    return text === undefined ? [] : [text + renderInferences(incident, text)];
  });
  // Two texts are told apart by more than what stands between two blocks of one.
  const lines = blocks.join('\n\n').split('\n').map(printable);
  if (blocks.length > 0) terminal.print(lines.join('\n'));
  for (const { path } of project.incidents) {
    if (options.files.length > 0 && isWanted(path) && !texts.has(path))
      terminal.note(`${printable(path)}: nobody outside sees anything of it\n`);
  }
  if (texts.size === 0) terminal.note('Nothing of these files is public, or will be.\n');
  for (const { path, rule } of diagnostics) {
    if (rule === 'public-text-differs')
      terminal.note(
        `${printable(path)}: this is not what was accepted in ${printable(acceptedPath(path))}\n`,
      );
  }
  return isBlocked(stops) ? 1 : 0;
}
