import { createByteReader, PictureProblem, readName, refuse } from './byteReader.js';
import { createExifOrientation, readExifOrientation } from './exif.js';
import type { Picture } from './picture.js';
import { checkSize } from './pictureLimit.js';

/*
 * JPEG, ITU-T T.81, as browsers show it: baseline and progressive, grey or in three colours. Segments: FF, a marker, a
 * length that counts itself, data; the pixels stand behind SOS, without a length.
 */

const marker = { sof0: 0xc0, sof2: 0xc2, dht: 0xc4, soi: 0xd8, eoi: 0xd9, sos: 0xda, dqt: 0xdb, dri: 0xdd, app0: 0xe0, app1: 0xe1, app14: 0xee, app15: 0xef, com: 0xfe }; // prettier-ignore

/** A progressive picture has some ten; each of many would cost a reader's browser the whole picture again. */
const maxScans = 100;

/** Takes out comments and what programs say of the picture, thumbnails too, and what stands behind its end. */
export function parseJpeg(bytes: Uint8Array): Omit<Picture, 'format'> {
  const reader = createByteReader(bytes);
  reader.take(2);
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let size: { width: number; height: number; components: number } | undefined;
  let orientation = 1;
  let isMarked = false;
  let scans = 0;
  for (;;) {
    const code = readMarker(bytes, reader);
    if (code === marker.eoi) break;
    const length = reader.big(2);
    if (length < 2) refuse('the length of a segment');
    const data = reader.take(length - 2);
    const keep = (): void => void parts.push(createSegment(code, data));
    if (code === marker.app0) {
      // Once, and without its thumbnail.
      if (!isMarked && readName(data.subarray(0, 5)) === 'JFIF\0' && data.length >= 14) {
        parts.push(createSegment(code, new Uint8Array([...data.subarray(0, 12), 0, 0])));
        isMarked = true;
      }
    } else if (code === marker.app1) {
      if (readName(data.subarray(0, 6)) === 'Exif\0\0' && orientation === 1)
        orientation = readExifOrientation(data.subarray(6)) ?? 1;
    } else if (code === marker.app14) {
      // It says how colours are written, in exactly twelve bytes.
      if (readName(data.subarray(0, 5)) === 'Adobe' && data.length >= 12)
        parts.push(createSegment(code, data.subarray(0, 12)));
    } else if ((code > marker.app0 && code <= marker.app15) || code === marker.com) {
      continue;
    } else if (code >= marker.sof0 && code <= marker.sof2) {
      if (size) refuse('its header, which stands there twice');
      size = readHeader(data);
      checkSize(size.width, size.height);
      keep();
    } else if (code === marker.dqt) {
      checkQuantization(data);
      keep();
    } else if (code === marker.dht) {
      checkHuffman(data);
      keep();
    } else if (code === marker.dri) {
      if (data.length !== 2) refuse('the length of a segment');
      keep();
    } else if (code === marker.sos) {
      if (!size || data.length !== 4 + 2 * (data[0] ?? 0)) refuse('the header of its pixels');
      if (++scans > maxScans)
        throw new PictureProblem(`is drawn in more than ${maxScans} passes, at most so many are published`);
      keep();
      parts.push(readScan(bytes, reader));
    } else {
      throw new PictureProblem('is a kind of JPEG that browsers do not show');
    }
  }
  if (!size || scans === 0) refuse('its pixels, of which there are none');
  parts.push(new Uint8Array([0xff, marker.eoi]));
  if (orientation !== 1) parts.splice(isMarked ? 2 : 1, 0, createOrientation(orientation));
  const { width, height } = size;
  // From 5 on it lies on its side.
  return {
    ...(orientation >= 5 ? { width: height, height: width } : { width, height }),
    bytes: Buffer.concat(parts),
  };
}

/** Between segments stand markers and nothing else; only FF may fill the space before one. */
function readMarker(bytes: Uint8Array, reader: ReturnType<typeof createByteReader>): number {
  if (reader.byte() !== 0xff) refuse('what stands between its segments');
  let code = reader.byte();
  while (code === 0xff) code = reader.byte();
  if (code === 0 || code === marker.soi || (code >= 0xd0 && code <= 0xd7))
    refuse('what stands between its segments');
  return code;
}

/** The pixels: up to the next marker, but for those that only part them. */
function readScan(bytes: Uint8Array, reader: ReturnType<typeof createByteReader>): Uint8Array {
  const start = reader.at;
  let at = start;
  for (;;) {
    at = bytes.indexOf(0xff, at);
    if (at < 0 || at + 1 >= bytes.length) return reader.take(bytes.length - start + 1);
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && (next < 0xd0 || next > 0xd7)) break;
    at += 2;
  }
  return reader.take(at - start);
}

function readHeader(data: Uint8Array): { width: number; height: number; components: number } {
  const reader = createByteReader(data);
  const depth = reader.byte();
  const [height, width] = [reader.big(2), reader.big(2)];
  const components = reader.byte();
  if (data.length !== 6 + 3 * components) refuse('its header');
  if (components === 4)
    throw new PictureProblem(
      'has the colours of print (CMYK), which look wrong on a screen',
      'Save it in RGB.',
    );
  if (depth !== 8 || (components !== 1 && components !== 3))
    throw new PictureProblem('is a kind of JPEG that browsers do not show');
  return { width, height, components };
}

/** Tables of 64 values of one or two bytes, one after the other to the last byte. */
function checkQuantization(data: Uint8Array): void {
  const reader = createByteReader(data);
  while (reader.left > 0) {
    const kind = reader.byte();
    if (kind >> 4 > 1 || (kind & 15) > 3) refuse('a table');
    reader.take(kind >> 4 === 0 ? 64 : 128);
  }
}

/** Tables of sixteen counts and as many values as these say, one after the other to the last byte. */
function checkHuffman(data: Uint8Array): void {
  const reader = createByteReader(data);
  while (reader.left > 0) {
    const kind = reader.byte();
    if (kind >> 4 > 1 || (kind & 15) > 3) refuse('a table');
    const count = reader.take(16).reduce((sum, one) => sum + one, 0);
    if (count > 256) refuse('a table');
    reader.take(count);
  }
}

function createSegment(code: number, data: Uint8Array): Uint8Array {
  const length = data.length + 2;
  return Buffer.concat([new Uint8Array([0xff, code, length >> 8, length & 255]), data]);
}

function createOrientation(value: number): Uint8Array {
  return createSegment(marker.app1, Buffer.concat([Buffer.from('Exif\0\0'), createExifOrientation(value)]));
}
