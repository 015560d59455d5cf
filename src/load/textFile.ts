import { isAscii, isUtf8 } from 'node:buffer';
import { closeSync, constants, openSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer, type Place } from '../diagnostic/place.js';
import type { SourceFile } from './sourceFile.js';

/** A postmortem of this size is a mistake; real ones have some 12 KB. */
const maxTextBytes = 2 * 1024 * 1024;

/** Reads a file of the project as text; why that cannot be done is told as a diagnostic. */
export function readTextFile(root: string, path: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  const refuse = (rule: string, message: string, hint: string, place?: Place): undefined => {
    diagnostics.push(createFileProblem(path, rule, message, hint, place));
  };
  const absolute = join(root, path);
  const refuseKind = (): undefined =>
    refuse('file-kind', 'This is not a file', 'Put a Markdown file in its place.');
  try {
    const bytes = readBytes(absolute);
    // What gives nothing, or more than it may, is not always a file: a pipe, a device.
    const isUsual = bytes.length > 0 && bytes.length <= maxTextBytes;
    if (!isUsual && !statSync(absolute).isFile()) return refuseKind();
    if (bytes.length > maxTextBytes) {
      return refuse(
        'file-size',
        `The file has ${statSync(absolute).size} bytes, at most ${maxTextBytes} are read`,
        'Move data and logs elsewhere and link to them.',
      );
    }
    const decoded = decodeText(bytes);
    if (decoded.ok) return createSourceFile(path, decoded.text);
    return refuse('file-encoding', decoded.message, 'Save the file as UTF-8.', decoded.place);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    // A folder, a socket, a pipe that somebody holds open.
    if (/^(?:EISDIR|ENXIO|EAGAIN)$/.test(code)) return refuseKind();
    return refuse(
      'file-unreadable',
      `The file cannot be read (${code})`,
      'Check that it exists and that you may read it.',
    );
  }
}

/** Bytes of a file as text; undefined where they are none that is read. */
export function decodeTextFile(path: string, bytes: Buffer): SourceFile | undefined {
  if (bytes.length > maxTextBytes) return undefined;
  const decoded = decodeText(bytes);
  return decoded.ok ? createSourceFile(path, decoded.text) : undefined;
}

/** Where one file after the other is read into: a byte more than is allowed tells what is too large. */
let space: Buffer | undefined;

/**
 * The bytes of a file, or its first ones where it is too large; they stand until the next file is read. To ask first how
 * large each is would take as long again as to read it.
 */
function readBytes(absolute: string): Buffer {
  space ??= Buffer.allocUnsafeSlow(maxTextBytes + 1);
  // A pipe would never end: opened so, it does not wait for somebody who writes into it.
  const file = openSync(absolute, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    let length = 0;
    for (let read = -1; read !== 0 && length < space.length; length += read) {
      read = readSync(file, space, length, space.length - length, null);
    }
    return space.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

/** What is wrong with a file itself. It blocks: nobody knows what the file says. */
export function createFileProblem(
  path: string,
  rule: string,
  message: string,
  hint: string,
  place?: Place,
): Diagnostic {
  return { path, ...(place ? { place } : {}), level: 'error', blocks: true, rule, message, hint };
}

type Decoded = { ok: true; text: string } | { ok: false; message: string; place?: Place };

/** A byte order mark is no part of the text: editors do not show it, and so do not count it. */
function createSourceFile(path: string, text: string): SourceFile {
  return text.startsWith('\uFEFF') ? { path, text: text.slice(1), isMarked: true } : { path, text };
}

/** Bytes as UTF-8, or what is wrong with them. */
function decodeText(bytes: Buffer): Decoded {
  const nul = bytes.indexOf(0);
  // Nearly always all is well.
  if (nul < 0 && isUtf8(bytes)) {
    return { ok: true, text: bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8') };
  }
  const [first, second] = bytes;
  const isMarked = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  // Without a mark, every other byte of plain letters is NUL, the first or the second.
  if (isMarked || (bytes.length > 1 && (first === 0) !== (second === 0))) {
    return { ok: false, message: 'The file is UTF-16, not UTF-8' };
  }
  const valid = countValid(bytes);
  if (valid < bytes.length) {
    const byte = (bytes[valid] ?? 0).toString(16).toUpperCase().padStart(2, '0');
    const message = `The file is not UTF-8: the byte ${byte} that stands here is no character`;
    return { ok: false, message, place: placeOfByte(bytes, valid) };
  }
  const message = 'The file holds NUL bytes, the first of them here, so it is not text';
  return { ok: false, message, place: placeOfByte(bytes, nul) };
}

/** How many bytes there are before the first that cannot be UTF-8; all of them where there is none. */
function countValid(bytes: Uint8Array): number {
  if (isUtf8(bytes)) return bytes.length;
  let low = 0;
  let high = bytes.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (isValid(bytes.subarray(0, middle), true)) low = middle;
    else high = middle;
  }
  // What is well begun and never ends is wrong where it begins.
  while (low > 0 && !isValid(bytes.subarray(0, low), false)) low--;
  return low;
}

/** `open`: the last character may want more bytes. */
function isValid(bytes: Uint8Array, open: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: open });
    return true;
  } catch {
    return false;
  }
}

function placeOfByte(bytes: Uint8Array, at: number): Place {
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, at));
  const { start } = createPlacer(before)([before.length, before.length]);
  return { start, end: { line: start.line, column: start.column + 1, offset: start.offset + 1 } };
}
