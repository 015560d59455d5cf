import { diffLines } from 'diff';
import { printable } from '../report/printable.js';

/** The address, then every line that customers get, and with \`-\` those that they lose. */
export function renderPublicChange(before: string, after: string): string {
  const address = after.split('\n', 1)[0] ?? '';
  const changes = diffLines(before, after)
    .filter(({ added, removed }) => added || removed)
    .flatMap(({ value, added }) =>
      value
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `${added ? '+' : '-'} ${printable(line)}`.trimEnd()),
    );
  // Among the changes it stands already where it is new.
  const head = before.split('\n', 1)[0] === address ? [printable(address)] : [];
  return `${[...head, ...changes].join('\n')}\n\n`;
}
