import { diffLines } from 'diff';
import { printable } from '../report/printable.js';

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
