import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { applyDelta } from './delta.js';
import { maxBytes, type GitObject, type ReadObject } from './gitObject.js';

/** Reads `length` bytes of a file from a position on; fewer at its end. */
type ReadAt = (position: number, length: number) => Buffer;

const types = new Map([
  [1, 'commit'],
  [2, 'tree'],
  [3, 'blob'],
  [4, 'tag'],
] as const);

/** Git itself makes chains of fifty. */
const maxChain = 250;

/**
 * Reads objects out of the packs of a folder. `readOther` reads an object wherever it is, for those that are kept as a
 * difference from another. https://git-scm.com/docs/pack-format, the index in version 2.
 */
export function createPackReader(folder: string, readOther: ReadObject): ReadObject {
  let packs: string[] | undefined;
  return (id) => {
    try {
      packs ??= readdirSync(folder).flatMap((name) => (name.endsWith('.idx') ? [name.slice(0, -4)] : []));
      for (const pack of packs) {
        const offset = withFile(join(folder, `${pack}.idx`), (readAt) => findOffset(readAt, id));
        if (offset === undefined) continue;
        return withFile(join(folder, `${pack}.pack`), (readAt) => readEntry(readAt, offset, readOther, 0));
      }
    } catch {
      // A folder without packs, or a pack that is damaged or was replaced while we read.
    }
    return undefined;
  };
}

function withFile<T>(path: string, use: (readAt: ReadAt) => T): T {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    return use((position, length) => {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - position)));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, position));
    });
  } finally {
    closeSync(file);
  }
}

/** Where in its pack an object begins: the index is a sorted list of names, and for each first byte where its names end. */
function findOffset(readAt: ReadAt, id: string): number | undefined {
  const head = readAt(0, 8 + 256 * 4);
  if (head.readUInt32BE(0) !== 0xff744f63 || head.readUInt32BE(4) !== 2) return undefined;
  const name = Buffer.from(id, 'hex');
  const first = name[0] ?? 0;
  const count = head.readUInt32BE(8 + 255 * 4);
  const names = 8 + 256 * 4;
  let from = first === 0 ? 0 : head.readUInt32BE(8 + (first - 1) * 4);
  let to = head.readUInt32BE(8 + first * 4);
  while (from < to) {
    const middle = (from + to) >> 1;
    const order = readAt(names + middle * 20, 20).compare(name);
    if (order === 0) {
      const offset = readAt(names + count * 24 + middle * 4, 4).readUInt32BE(0);
      if (offset < 2 ** 31) return offset;
      return Number(readAt(names + count * 28 + (offset - 2 ** 31) * 8, 8).readBigUInt64BE(0));
    }
    if (order < 0) from = middle + 1;
    else to = middle;
  }
  return undefined;
}

function readEntry(
  readAt: ReadAt,
  offset: number,
  readOther: ReadObject,
  depth: number,
): GitObject | undefined {
  if (depth > maxChain || offset <= 0) return undefined;
  const head = readAt(offset, 64);
  const kind = ((head[0] ?? 0) >> 4) & 7;
  let at = 0;
  let size = (head[0] ?? 0) & 15;
  for (let factor = 16; (head[at++] ?? 0) & 128; factor *= 128) size += ((head[at] ?? 0) & 127) * factor;
  if (size > maxBytes) return undefined;
  // Compressed, no data grows by more than this.
  const inflate = (): Buffer =>
    inflateSync(readAt(offset + at, size + (size >> 8) + 128), { maxOutputLength: size || 1 });

  const type = types.get(kind as 1);
  if (type !== undefined) return { type, bytes: inflate() };
  let base: GitObject | undefined;
  if (kind === 6) {
    let back = (head[at] ?? 0) & 127;
    while ((head[at++] ?? 0) & 128) back = (back + 1) * 128 + ((head[at] ?? 0) & 127);
    base = back > 0 ? readEntry(readAt, offset - back, readOther, depth + 1) : undefined;
  } else if (kind === 7) {
    base = readOther(head.toString('hex', at, at + 20));
    at += 20;
  }
  const bytes = base && applyDelta(base.bytes, inflate(), maxBytes);
  return base && bytes && { type: base.type, bytes };
}
