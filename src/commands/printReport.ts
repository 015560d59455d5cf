import { relative, resolve, sep } from 'node:path';
import { type Diagnostic } from '../diagnostic/diagnostic.js';
import { findRule } from '../judge/catalogue/catalogue.js';
import { listTexts } from '../load/project.js';
import { findRepository } from '../load/repository.js';
import { describeHidden, renderGithub } from '../report/github.js';
import { createReport } from '../report/json.js';
import { renderJsonText } from '../report/jsonText.js';
import { createSarif } from '../report/sarif.js';
import { printDiagnostics } from './printDiagnostics.js';
import type { Understood } from './project.js';
import type { Terminal } from './terminal.js';

/** How `check` prints what it found. */
export type Format = 'text' | 'json' | 'sarif' | 'github';

/** Prints diagnostics of a project in a format. Standard output holds them and nothing else; notes are the terminal's. */
export function printReport(
  format: Format,
  diagnostics: readonly Diagnostic[],
  { project, history }: Understood,
  terminal: Terminal,
): void {
  const texts = listTexts(project);
  const textOf = (path: string): string | undefined => texts.get(path);
  const showFrom = (folder: string) => (path: string) =>
    relative(folder, resolve(project.root, path)).split(sep).join('/');
  switch (format) {
    case 'text':
      printDiagnostics(terminal, project, diagnostics);
      break;
    case 'json': {
      const options = { asOf: history?.asOf ?? null, textOf, showPath: showFrom(terminal.cwd) };
      terminal.print(renderJsonText(createReport(diagnostics, options)));
      break;
    }
    case 'sarif': {
      const showPath = showFrom(findRepository(project.root));
      const options = { version: terminal.version, textOf, showPath, findRule };
      terminal.print(renderJsonText(createSarif(diagnostics, options)));
      break;
    }
    case 'github': {
      terminal.print(renderGithub(diagnostics, showFrom(findRepository(project.root))));
      const hidden = describeHidden(diagnostics);
      if (hidden !== undefined) terminal.note(`${hidden}\n`);
      break;
    }
  }
}
