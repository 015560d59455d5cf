import { relative, resolve } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { listTexts, type Project } from '../load/project.js';
import { renderText } from '../report/text.js';
import type { Terminal } from './terminal.js';

/** Prints diagnostics as text, with paths relative to the current folder. */
export function printDiagnostics(
  terminal: Terminal,
  project: Project,
  diagnostics: readonly Diagnostic[],
): void {
  if (diagnostics.length === 0) return;
  const texts = listTexts(project);
  terminal.print(
    renderText(diagnostics, {
      color: terminal.color,
      columns: terminal.columns,
      textOf: (path) => texts.get(path),
      showPath: (path) => relative(terminal.cwd, resolve(project.root, path)) || path,
    }),
  );
}
