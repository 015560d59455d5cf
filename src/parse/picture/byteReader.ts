/** Why a picture cannot be taken: words that complete "This picture …". Thrown within this folder, caught in `picture.ts`. */
export class PictureProblem extends Error {
  /** The way out, where it is another than to save the picture again. */
  readonly hint: string | undefined;

  constructor(message: string, hint?: string) {
    super(message);
    this.hint = hint;
  }
}

/** Goes through bytes from the first to the last. Reading beyond the end is a `PictureProblem`: lengths may lie. */
export interface ByteReader {
  readonly at: number;
  readonly left: number;
  take: (count: number) => Uint8Array;
  byte: () => number;
  /** Unsigned numbers, the greatest byte first (`big`) or last (`little`). */
  big: (count: 2 | 4) => number;
  little: (count: 2 | 3 | 4) => number;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const take = (count: number): Uint8Array => {
    if (count > bytes.length - at) throw new PictureProblem('ends before its end: a part of it is missing');
    const taken = bytes.subarray(at, at + count);
    at += count;
    return taken;
  };
  const add = (sum: number, byte: number): number => sum * 256 + byte;
  return {
    get at() {
      return at;
    },
    get left() {
      return bytes.length - at;
    },
    take,
    byte: () => take(1)[0] ?? 0,
    big: (count) => take(count).reduce(add, 0),
    little: (count) => take(count).reduceRight(add, 0),
  };
}

/** Four or so bytes as the letters that they stand for. */
export function readName(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}

/** Says that a picture is not as its format has it. `where` completes "in …". */
export function refuse(where: string): never {
  throw new PictureProblem(`is damaged: it is not as its format has it, in ${where}`);
}
