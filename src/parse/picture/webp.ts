import { createByteReader, PictureProblem, readName, refuse } from './byteReader.js';
import { readExifOrientation } from './exif.js';
import type { Picture } from './picture.js';
import { checkSize, createFrameCounter } from './pictureLimit.js';

/*
 * WebP, RFC 9649: a RIFF container of chunks: name, length, data, a zero to make it even. Either one chunk of pixels, or `VP8X`
 * and others behind it.
 */

interface Chunk {
  name: string;
  data: Uint8Array;
}

/** Bits of `VP8X`: what it says there is. Those for profile, EXIF and XMP are taken out with them. */
const alphaFlag = 0x10;
const animationFlag = 0x02;

/** Takes out EXIF, XMP, the colour profile, chunks that are not known, and what stands behind the end. */
export function parseWebp(bytes: Uint8Array): Omit<Picture, 'format'> {
  const reader = createByteReader(bytes);
  reader.take(4);
  const length = reader.little(4);
  const content = reader.take(length);
  if (readName(content.subarray(0, 4)) !== 'WEBP') refuse('its header');
  const chunks = readChunks(content.subarray(4));
  checkOrientation(chunks);
  const [first] = chunks;
  if (first?.name !== 'VP8X') {
    if (!first || !isPixels(first)) refuse('its first chunk');
    const { width, height } = readSize(first);
    checkSize(width, height);
    return { width, height, bytes: createFile([first]) };
  }
  if (first.data.length !== 10) refuse('its header');
  const header = createByteReader(first.data);
  const flags = header.byte();
  header.take(3);
  const [width, height] = [header.little(3) + 1, header.little(3) + 1];
  checkSize(width, height);
  const rest = chunks.slice(1);
  const isAnimated = (flags & animationFlag) !== 0;
  const shown = isAnimated ? readAnimation(rest, width, height) : readStill(rest, width, height);
  const canvas = new Uint8Array(first.data);
  canvas.set([flags & (alphaFlag | animationFlag), 0, 0, 0]);
  return { width, height, bytes: createFile([{ name: 'VP8X', data: canvas }, ...shown]) };
}

function readChunks(bytes: Uint8Array): Chunk[] {
  const reader = createByteReader(bytes);
  const chunks: Chunk[] = [];
  while (reader.left > 0) {
    const name = readName(reader.take(4));
    const data = reader.take(reader.little(4));
    if (data.length % 2 === 1 && reader.byte() !== 0) refuse('what stands between its chunks');
    chunks.push({ name, data });
  }
  return chunks;
}

function checkOrientation(chunks: readonly Chunk[]): void {
  const data = chunks.find(({ name }) => name === 'EXIF')?.data;
  if (!data) return;
  const exif = readName(data.subarray(0, 6)) === 'Exif\0\0' ? data.subarray(6) : data;
  if ((readExifOrientation(exif) ?? 1) !== 1)
    throw new PictureProblem('is to be turned when it is shown', 'Turn it in an editor, and save it again.');
}

/** One picture: its pixels, and how much one sees through them. */
function readStill(chunks: readonly Chunk[], width: number, height: number): Chunk[] {
  const alpha = chunks.filter(({ name }) => name === 'ALPH');
  const pixels = chunks.filter(isPixels);
  const [only] = pixels;
  if (!only || pixels.length > 1 || alpha.length > 1) refuse('its pixels');
  const [before] = alpha;
  if (before && (only.name !== 'VP8 ' || chunks.indexOf(before) > chunks.indexOf(only))) refuse('its pixels');
  const size = readSize(only);
  if (size.width !== width || size.height !== height) refuse('its size');
  return [...alpha, only];
}

function readAnimation(chunks: readonly Chunk[], width: number, height: number): Chunk[] {
  const [control, ...others] = chunks.filter(({ name }) => name === 'ANIM');
  if (control?.data.length !== 6 || others.length > 0) refuse('its animation');
  const count = createFrameCounter();
  const frames = chunks
    .filter(({ name }) => name === 'ANMF')
    .map(({ name, data }): Chunk => {
      const reader = createByteReader(data);
      const [left, top] = [reader.little(3) * 2, reader.little(3) * 2];
      const [wide, high] = [reader.little(3) + 1, reader.little(3) + 1];
      reader.take(4);
      if (left + wide > width || top + high > height) refuse('its animation');
      count(wide, high);
      const shown = readStill(readChunks(reader.take(reader.left)), wide, high);
      return { name, data: Buffer.concat([data.subarray(0, 16), ...shown.map(createChunk)]) };
    });
  if (frames.length === 0) refuse('its animation');
  return [control, ...frames];
}

function isPixels({ name }: Chunk): boolean {
  return name === 'VP8 ' || name === 'VP8L';
}

/** The size as the pixels themselves have it: RFC 6386, section 9.1, and RFC 9649, section 3.4. */
function readSize({ name, data }: Chunk): { width: number; height: number } {
  const reader = createByteReader(data);
  if (name === 'VP8L') {
    if (reader.byte() !== 0x2f) refuse('its pixels');
    const bits = reader.little(4);
    if (bits >>> 29 !== 0) refuse('its pixels');
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  const isKeyFrame = (reader.little(3) & 1) === 0;
  if (!isKeyFrame || reader.byte() !== 0x9d || reader.byte() !== 0x01 || reader.byte() !== 0x2a)
    refuse('its pixels');
  return { width: reader.little(2) & 0x3fff, height: reader.little(2) & 0x3fff };
}

function createFile(chunks: readonly Chunk[]): Uint8Array {
  const content = Buffer.concat([Buffer.from('WEBP'), ...chunks.map(createChunk)]);
  return Buffer.concat([Buffer.from('RIFF'), createLength(content.length), content]);
}

function createChunk({ name, data }: Chunk): Uint8Array {
  const padding = new Uint8Array(data.length % 2);
  return Buffer.concat([Buffer.from(name, 'latin1'), createLength(data.length), data, padding]);
}

function createLength(length: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(length);
  return bytes;
}
