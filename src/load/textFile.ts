import { isUtf8 } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer, type Place } from '../diagnostic/place.js';
import type { SourceFile } from './sourceFile.js';

/** A postmortem of this size is a mistake; real ones have some 12 KB. */
export const maxTextBytes = 2 * 1024 * 1024;

/** Reads a file of the project as text; why that cannot be done is told as a diagnostic. */
export function readTextFile(root: string, path: string, diagnostics: Diagnostic[]): SourceFile | undefined {
  const refuse = (rule: string, message: string, hint: string, place?: Place): undefined => {
    diagnostics.push(createFileProblem(path, rule, message, hint, place));
  };
  try {
    const absolute = join(root, path);
    // Looked at before it is opened: a pipe would never end, and a device may give for ever.
    const stat = statSync(absolute);
    if (!stat.isFile()) return refuse('file-kind', 'This is not a file', 'Put a Markdown file in its place.');
    if (stat.size > maxTextBytes) {
      return refuse(
        'file-size',
        `The file has ${stat.size} bytes, at most ${maxTextBytes} are read`,
        'Move data and logs elsewhere and link to them.',
      );
    }
    // In one step where all is well, which is nearly always.
    const text = readFileSync(absolute, 'utf8');
    if (!/[\0\uFFFD]/.test(text)) return createSourceFile(path, text);
    const decoded = decodeText(readFileSync(absolute));
    if (decoded.ok) return createSourceFile(path, decoded.text);
    return refuse('file-encoding', decoded.message, 'Save the file as UTF-8.', decoded.place);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    return refuse(
      'file-unreadable',
      `The file cannot be read (${code})`,
      'Check that it exists and that you may read it.',
    );
  }
}

/** Bytes of a file as text; undefined where they are none that is read. */
export function decodeTextFile(path: string, bytes: Buffer): SourceFile | undefined {
  if (bytes.length > maxBytes) return undefined;
  const decoded = decodeText(bytes);
  return decoded.ok ? createSourceFile(path, decoded.text) : undefined;
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
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    const message = 'The file holds NUL bytes, the first of them here, so it is not text';
    return { ok: false, message, place: placeOfByte(bytes, nul) };
  }
  return { ok: true, text: bytes.toString('utf8') };
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
