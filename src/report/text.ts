import { styleText } from 'node:util';
import { countLevels, type Diagnostic, type Level } from '../diagnostic/diagnostic.js';
import { renderCodeFrame, renderHiddenLine } from './codeFrame.js';
import { printable } from './printable.js';
import { wrapText } from './width.js';

/** What the report needs besides the diagnostics. */
export interface TextOptions {
  /** Whether to use colour. */
  color: boolean;
  /** How many characters fit on a line; absent when nobody knows. */
  columns?: number | undefined;
  /** A file's text by its path, for the code frame. */
  textOf: (path: string) => string | undefined;
  /** How a path is shown: relative to the current folder. */
  showPath: (path: string) => string;
}

const colors = { error: 'red', warning: 'yellow', info: 'blue' } as const;

/** Renders diagnostics for people: one line each, with a code frame and the way out. Ends with a line break. */
export function renderText(diagnostics: readonly Diagnostic[], options: TextOptions): string {
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, options)).join('\n');
}

/** "3 errors, 1 warning" and whether a build would stop; for the end of a report. */
export function renderSummary(diagnostics: readonly Diagnostic[], files: number): string {
  const counts = countLevels(diagnostics);
  const checked = `${files} ${files === 1 ? 'file' : 'files'} checked`;
  const found = (Object.entries(counts) as [Level, number][])
    .filter(([, count]) => count > 0)
    .map(([level, count]) => countWord(level, count));
  if (found.length === 0) return `${checked}: nothing to mend.`;
  const blocking = diagnostics.filter(
    (diagnostic) => diagnostic.blocks && diagnostic.level === 'error',
  ).length;
  const rest = blocking > 0 ? `; ${blocking} of them would stop a build` : '';
  return `${checked}: ${found.join(', ')}${rest}.`;
}

function renderDiagnostic(diagnostic: Diagnostic, { color, columns, textOf, showPath }: TextOptions): string {
  const paint = (format: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(format, text, { validateStream: false }) : text;
  const { place, level } = diagnostic;
  const at = place ? `:${place.start.line}:${place.start.column}` : '';
  const lines = [
    `${paint('bold', printable(showPath(diagnostic.path)) + at)}: ${paint(colors[level], level)} ${printable(diagnostic.message)} ${paint('dim', diagnostic.rule)}`,
  ];
  const text = textOf(diagnostic.path);
  if (place && diagnostic.secret) lines.push(paint('dim', renderHiddenLine(place)));
  else if (place && text !== undefined) lines.push(paint('dim', renderCodeFrame(text, place, columns)));
  for (const related of diagnostic.related ?? []) {
    const where = related.place ? `:${related.place.start.line}:${related.place.start.column}` : '';
    lines.push(`  ${printable(showPath(related.path))}${where}: ${printable(related.message)}`);
  }
  if (diagnostic.hint !== undefined) {
    const hint = wrapText(printable(diagnostic.hint), (columns ?? Infinity) - 4).join('\n    ');
    lines.push(`  ${paint('cyan', '→')} ${hint}`);
  }
  return `${lines.join('\n')}\n`;
}

function countWord(level: Level, count: number): string {
  if (level === 'info') return `${count} ${count === 1 ? 'remark' : 'remarks'}`;
  return `${count} ${level}${count === 1 ? '' : 's'}`;
}
