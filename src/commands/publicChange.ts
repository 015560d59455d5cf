import { relative, resolve } from 'node:path';
import { diffLines } from 'diff';
import { publishCommand } from '../load/acceptedText.js';
import { printable } from '../report/printable.js';
import type { Known } from './project.js';
import { renderPublicTexts } from './publicText.js';
import type { Terminal } from './terminal.js';

/** The address, then every line that customers get, and with `-` those that they lose. */
export function renderPublicChange(before: string, after: string): string {
  const address = after.split('\n', 1)[0] ?? '';
  // Among the changes it stands already where it is new.
  const head = before.split('\n', 1)[0] === address ? [address] : [];
  return `${[...head, ...listPublicChange(before, after)].map(printable).join('\n')}\n\n`;
}

/** The lines that customers get, with `+`, and those that they lose, with `-`; as they are written. */
export function listPublicChange(before: string, after: string): string[] {
  return diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value, added }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${added ? '+' : '-'} ${line}`.trimEnd()),
    );
}

/** Says what customers read of it otherwise than before, and what has to be done about it. */
export async function tellPublicChange(
  before: Known,
  after: Known,
  isEdited: (path: string) => boolean,
  terminal: Terminal,
): Promise<void> {
  const [old, texts] = [await renderPublicTexts(before, isEdited), await renderPublicTexts(after, isEdited)];
  for (const [path, text] of texts) {
    const known = old.get(path) ?? '';
    if (known === text) continue;
    const differs = after.diagnostics.some((one) => one.path === path && one.rule === 'public-text-differs');
    const shown = relative(terminal.cwd, resolve(after.project.root, path)) || path;
    terminal.note(
      `\nCustomers read this otherwise than before:\n${renderPublicChange(known, text).trimEnd()}\n`,
    );
    if (differs)
      terminal.note(
        `\`${printable(publishCommand(shown))}\` accepts it; until then \`check\` and \`build\` stop.\n`,
      );
  }
}
