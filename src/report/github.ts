import { countLevels, type Diagnostic, type Level } from '../diagnostic/diagnostic.js';
import { printable } from './printable.js';

/** The workflow command of a level. */
const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** GitHub shows this many annotations of a level for one step; the others are only in the step's log. */
const shownPerStep = 10;

/**
 * Renders diagnostics as workflow commands, which GitHub Actions turns into annotations on the lines of a pull request.
 * `showPath` gives paths relative to the repository. Nothing of a file can end a command or begin another: what GitHub's
 * own toolkit escapes is escaped, and what would drive a terminal is shown as its code point.
 */
export function renderGithub(diagnostics: readonly Diagnostic[], showPath: (path: string) => string): string {
  return diagnostics.map((diagnostic) => `${renderCommand(diagnostic, showPath)}\n`).join('');
}

function renderCommand(
  { path, place, level, rule, message, hint, related = [] }: Diagnostic,
  showPath: (path: string) => string,
): string {
  const properties = [['file', showPath(path)], ...listPosition(place), ['title', rule]] as const;
  const elsewhere = related.map((other) => {
    const line = other.place ? `:${other.place.start.line}:${other.place.start.column}` : '';
    return `${showPath(other.path)}${line}: ${other.message}`;
  });
  // Each text is made printable by itself: a line break of ours is meant, one of theirs is not.
  const lines = [message, ...elsewhere, ...(hint === undefined ? [] : [`→ ${hint}`])].map(printable);
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(value)}`).join(',');
  return `::${commands[level]} ${list}::${escapeData(lines.join('\n'))}`;
}

/** Columns are refused for what spans lines; an annotation without a line stands nowhere. */
function listPosition(place: Diagnostic['place']): [string, string][] {
  if (!place) return [['line', '1']];
  const { start, end } = place;
  const lines: [string, string][] = [
    ['line', String(start.line)],
    ['endLine', String(end.line)],
  ];
  if (start.line !== end.line) return lines;
  return [...lines, ['col', String(start.column)], ['endColumn', String(end.column)]];
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return printable(escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C'));
}

/** How many annotations GitHub leaves out, e.g. "GitHub shows 10 of 23 errors …"; undefined when it shows all. */
export function describeHidden(diagnostics: readonly Diagnostic[]): string | undefined {
  const over = (Object.entries(countLevels(diagnostics)) as [Level, number][])
    .filter(([, count]) => count > shownPerStep)
    .map(([level, count]) => `${shownPerStep} of ${count} ${commands[level]}s`);
  if (over.length === 0) return undefined;
  return `GitHub shows ${over.join(' and ')} as annotations; the others are in the log of this step only.`;
}
