import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../diagnostic/failure.js';

/** A file that another tool wrote. */
export interface ExportFile {
  /** Its name, without its folder. */
  name: string;
  text: string;
}

/** More than this is no record of one incident. */
const maxBytes = 32 * 1024 * 1024;

/**
 * Reads another tool's export: a file, a folder with one JSON file a day as Slack has them, or with `-` standard input. Throws a
 * `Failure` when that cannot be read, is no UTF-8, or is too large.
 */
export function readExport(path: string): ExportFile[] {
  if (path === '-') return [{ name: 'standard input', text: decode('standard input', readBytes(0, '-')) }];
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) throw new Failure(`There is no ${path}`);
  if (!stat.isDirectory()) return [readFile(path)];
  const days = readdirSync(path).filter((name) => /^\d{4}-\d{2}-\d{2}\.json$/.test(name));
  if (days.length === 0) throw new Failure(`There is no YYYY-MM-DD.json in ${path}; name the folder of one channel, or a file`);
  return days.toSorted().map((name) => readFile(join(path, name)));
} // prettier-ignore

/** The list of people that lies beside the channels of Slack's export, where there is one. */
export function readPeopleBeside(path: string): ExportFile[] {
  if (path === '-') return [];
  const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : dirname(path);
  const file = join(folder, '..', 'users.json');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? [readFile(file)] : [];
}

function readFile(path: string): ExportFile {
  const name = basename(path);
  const file = openSync(path, 'r');
  try {
    return { name, text: decode(name, readBytes(file, path)) };
  } finally {
    closeSync(file);
  }
}

/** By pieces: a pipe does not say how long it is. */
function readBytes(file: number, path: string): Buffer {
  const pieces: Buffer[] = [];
  let length = 0;
  for (;;) {
    const piece = Buffer.alloc(1024 * 1024);
    const read = readSync(file, piece);
    if (read === 0) return Buffer.concat(pieces);
    length += read;
    if (length > maxBytes)
      throw new Failure(`${path} has more than ${maxBytes} bytes; export less of it, e.g. one day`);
    pieces.push(piece.subarray(0, read));
  }
}

function decode(name: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Failure(`${name} is not UTF-8`);
  }
}
