/**
 * Reads a file for spreadsheets as strictly as ours are written (RFC 4180: lines end in CRLF, a cell with a mark in it stands in quotes).
 * Gives its cells, or undefined where a program could take it for anything else: rows of different lengths, stray quotes, or a cell
 * that a spreadsheet would run as a formula.
 */
export function readCsv(content: string): string[] | undefined {
  const cells: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let width: number | undefined;
  let count = 0;
  let at = 0;
  while (at < content.length) {
    cell.lastIndex = at;
    const match = cell.exec(content);
    if (!match) return undefined;
    const [whole, quoted, plain = '', end] = match;
    const value = quoted?.replaceAll('""', '"') ?? plain;
    if (/^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(value)) return undefined;
    cells.push(value);
    count += 1;
    at += whole.length;
    if (end === ',') continue;
    width ??= count;
    if (count !== width) return undefined;
    count = 0;
  }
  return count === 0 && width !== undefined ? cells : undefined;
}
