import { crc32, inflateSync } from 'node:zlib';
import { createByteReader, PictureProblem, readName, refuse } from './byteReader.js';
import { readExifOrientation } from './exif.js';
import type { Picture } from './picture.js';
import { checkSize, createFrameCounter } from './pictureLimit.js';

/*
 * PNG, third edition: https://www.w3.org/TR/png-3/. A signature, then chunks: length, name, data, CRC.
 */

interface Chunk {
  name: string;
  data: Uint8Array;
  /** All of it: length, name, data and CRC. */
  whole: Uint8Array;
}

/** What the header says. */
interface Header {
  width: number;
  height: number;
  bitsPerPixel: number;
  colorType: number;
  interlaced: boolean;
}

/** Chunks that say how the picture looks, with the lengths that they may have; `undefined`: checked apart. */
const kept: Readonly<Record<string, readonly number[] | undefined>> = {
  IHDR: [13],
  PLTE: undefined,
  IDAT: undefined,
  IEND: [0],
  tRNS: undefined,
  gAMA: [4],
  cHRM: [32],
  sRGB: [1],
  cICP: [4],
  sBIT: [1, 2, 3, 4],
  bKGD: [1, 2, 6],
  pHYs: [9],
  acTL: [8],
  fcTL: [26],
  fdAT: undefined,
};

/** Takes out every chunk that is not needed to show the picture, and what stands behind its end. */
export function parsePng(bytes: Uint8Array): Omit<Picture, 'format'> {
  const chunks = readChunks(bytes);
  const [first] = chunks;
  if (first?.name !== 'IHDR') refuse('its first chunk');
  const header = readHeader(first.data);
  checkSize(header.width, header.height);
  checkOrientation(chunks);
  const shown = chunks.filter(({ name }) => Object.hasOwn(kept, name));
  checkOrder(shown, header);
  checkFrames(shown, header);
  return {
    width: header.width,
    height: header.height,
    bytes: Buffer.concat([bytes.subarray(0, 8), ...shown.map(({ whole }) => whole)]),
  };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const reader = createByteReader(bytes);
  reader.take(8);
  const chunks: Chunk[] = [];
  for (;;) {
    const start = reader.at;
    const length = reader.big(4);
    const body = reader.take(4 + length);
    const name = readName(body.subarray(0, 4));
    if (!/^[A-Za-z]{4}$/.test(name)) refuse('the name of a chunk');
    if (reader.big(4) !== crc32(body)) refuse(`the sum of its chunk ${name}`);
    const data = body.subarray(4);
    if (Object.hasOwn(kept, name)) {
      if (kept[name]?.includes(length) === false) refuse(`the length of its chunk ${name}`);
    } else if (/^[A-Z]/.test(name)) {
      throw new PictureProblem(
        `holds \`${name}\`, which is no part of PNG, so that browsers may not show it`,
      );
    }
    chunks.push({ name, data, whole: bytes.subarray(start, reader.at) });
    if (name === 'IEND') return chunks;
  }
}

const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

function readHeader(data: Uint8Array): Header {
  const reader = createByteReader(data);
  const [width, height] = [reader.big(4), reader.big(4)];
  const [depth, colorType, compression, filter, interlace] = reader.take(5);
  const known = depth !== undefined && colorType !== undefined && depths[colorType]?.includes(depth);
  if (!known || compression !== 0 || filter !== 0 || interlace === undefined || interlace > 1)
    refuse('its header');
  const bitsPerPixel = depth * (channels[colorType] ?? 0);
  return { width, height, bitsPerPixel, colorType, interlaced: interlace === 1 };
}

/** Browsers turn a picture as its EXIF says, and we take that out. */
function checkOrientation(chunks: readonly Chunk[]): void {
  const exif = chunks.find(({ name }) => name === 'eXIf');
  if (exif && (readExifOrientation(exif.data) ?? 1) !== 1) {
    throw new PictureProblem('is to be turned when it is shown', 'Turn it in an editor, and save it again.');
  }
}

/** Each chunk at most once and where it belongs; so nothing hides in one that no reader looks at. */
function checkOrder(shown: readonly Chunk[], { colorType }: Header): void {
  const names = shown.map(({ name }) => name);
  const at = (name: string): number => names.indexOf(name);
  const data = at('IDAT');
  if (data < 0) refuse('its pixels, of which there are none');
  for (const [index, name] of names.entries()) {
    const isRepeated = name === 'IDAT' || name === 'fcTL' || name === 'fdAT';
    if (!isRepeated && at(name) !== index) refuse(`its chunk ${name}, which stands there twice`);
    if (name === 'IDAT' && index > data && names[index - 1] !== 'IDAT') refuse('the order of its chunks');
    const isLate = /^(?:PLTE|tRNS|gAMA|cHRM|sRGB|cICP|sBIT|bKGD|pHYs|acTL)$/.test(name) && index > data;
    if (isLate || (name === 'fdAT' && index < data)) refuse('the order of its chunks');
  }
  const palette = shown.find(({ name }) => name === 'PLTE')?.data.length;
  if (colorType === 3 && palette === undefined) refuse('its palette, which is missing');
  if (palette !== undefined && (palette % 3 !== 0 || palette === 0 || palette > 768)) refuse('its palette');
  if (palette !== undefined && (colorType === 0 || colorType === 4)) refuse('its palette');
  const transparent = shown.find(({ name }) => name === 'tRNS')?.data.length;
  if (transparent === undefined) return;
  const fits =
    colorType === 0
      ? transparent === 2
      : colorType === 2
        ? transparent === 6
        : colorType === 3 && transparent <= (palette ?? 0) / 3 && at('tRNS') > at('PLTE');
  if (!fits) refuse('its chunk tRNS');
}

/** The pixels of the picture, and of each picture of an animation, are there and nothing behind them. */
function checkFrames(shown: readonly Chunk[], header: Header): void {
  const dataOf = (name: string): Uint8Array[] =>
    shown.filter((chunk) => chunk.name === name).map(({ data }) => data);
  checkPixels(dataOf('IDAT'), header, header.width, header.height);
  const [control] = dataOf('acTL');
  if (!control) {
    if (dataOf('fcTL').length + dataOf('fdAT').length > 0) refuse('its animation');
    return;
  }
  const count = createFrameCounter();
  let frame: { width: number; height: number; data: Uint8Array[]; isFirst: boolean } | undefined;
  let frames = 0;
  let sequence = 0;
  let seenData = false;
  const finish = (): void => {
    if (!frame || frame.isFirst) return;
    if (frame.data.length === 0) refuse('its animation');
    checkPixels(frame.data, header, frame.width, frame.height);
  };
  for (const { name, data } of shown) {
    if (name === 'IDAT') seenData = true;
    if (name !== 'fcTL' && name !== 'fdAT') continue;
    const reader = createByteReader(data);
    if (reader.big(4) !== sequence++) refuse('the order of its animation');
    if (name === 'fdAT') {
      if (!frame || frame.isFirst) refuse('its animation');
      frame.data.push(data.subarray(4));
      continue;
    }
    finish();
    const [width, height, left, top] = [reader.big(4), reader.big(4), reader.big(4), reader.big(4)];
    const isInside = width > 0 && height > 0 && left + width <= header.width && top + height <= header.height;
    const isFirst = !seenData;
    if (!isInside || (isFirst && (frames > 0 || width !== header.width || height !== header.height)))
      refuse('its animation');
    frames++;
    count(width, height);
    frame = { width, height, data: [], isFirst };
  }
  finish();
  if (createByteReader(control).big(4) !== frames || frames === 0) refuse('its animation');
}

/**
 * The data unpack to as many bytes as there are pixels, and nothing stands behind them: the rest of a picture that was
 * cropped, say. What would unpack to more is stopped there.
 */
function checkPixels(data: readonly Uint8Array[], header: Header, width: number, height: number): void {
  const expected = countBytes(header, width, height);
  const packed = data.length === 1 ? (data[0] ?? new Uint8Array()) : Buffer.concat(data);
  let used: number;
  let unpacked: number;
  try {
    const { buffer, engine } = inflateSync(packed, {
      info: true,
      maxOutputLength: expected,
      chunkSize: Math.max(64, Math.min(expected + 1, 1 << 20)),
    }) as unknown as { buffer: Buffer; engine: { bytesWritten: number } };
    unpacked = buffer.length;
    used = engine.bytesWritten;
  } catch {
    return refuse('its pixels');
  }
  if (unpacked !== expected || used !== packed.length) refuse('its pixels');
}

/** Where the pixels of each of the seven passes of an interlaced picture begin, and how far they are apart. */
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Unpacked, each row has a byte for its filter and its pixels in whole bytes. */
function countBytes({ bitsPerPixel, interlaced }: Header, width: number, height: number): number {
  const count = (columns: number, rows: number): number =>
    columns === 0 || rows === 0 ? 0 : rows * (1 + Math.ceil((columns * bitsPerPixel) / 8));
  if (!interlaced) return count(width, height);
  return passes.reduce(
    (sum, [x, y, right, down]) => sum + count(Math.ceil((width - x) / right), Math.ceil((height - y) / down)),
    0,
  );
}
