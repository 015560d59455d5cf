import { createByteReader, readName, refuse, type ByteReader } from './byteReader.js';
import type { Picture } from './picture.js';
import { checkSize, createFrameCounter } from './pictureLimit.js';

/*
 * GIF 87a and 89a: https://www.w3.org/Graphics/GIF/spec-gif89a.txt. A screen, then blocks: pictures and extensions, whose
 * data stand in pieces of at most 255 bytes.
 */

/** Takes out comments, texts, what programs left, and what stands behind the end; how often it repeats stays. */
export function parseGif(bytes: Uint8Array): Omit<Picture, 'format'> {
  const reader = createByteReader(bytes);
  reader.take(6);
  const [width, height] = [reader.little(2), reader.little(2)];
  checkSize(width, height);
  const flags = reader.byte();
  reader.take(2);
  if (flags & 0x80) reader.take(3 << ((flags & 7) + 1));
  const parts: Uint8Array[] = [bytes.subarray(0, reader.at)];
  const count = createFrameCounter();
  // It holds for the next picture, or for the next text, with which it goes.
  let control: Uint8Array | undefined;
  let hasLoop = false;
  let pictures = 0;
  for (;;) {
    const start = reader.at;
    const kind = reader.byte();
    if (kind === 0x3b) break;
    if (kind === 0x2c) {
      const [left, top, wide, high] = [
        reader.little(2),
        reader.little(2),
        reader.little(2),
        reader.little(2),
      ];
      if (wide === 0 || high === 0 || left + wide > width || top + high > height) refuse('a picture of it');
      count(wide, high);
      const local = reader.byte();
      if (local & 0x80) reader.take(3 << ((local & 7) + 1));
      const size = reader.byte();
      if (size < 2 || size > 8) refuse('a picture of it');
      if (skipPieces(reader) === 0) refuse('a picture of it');
      parts.push(...(control ? [control] : []), bytes.subarray(start, reader.at));
      control = undefined;
      pictures++;
    } else if (kind === 0x21) {
      const label = reader.byte();
      const content = reader.at;
      skipPieces(reader);
      const data = bytes.subarray(content, reader.at);
      if (label === 0xf9) {
        if (data.length !== 6 || data[0] !== 4) refuse('a picture of it');
        control = bytes.subarray(start, reader.at);
      } else if (label === 0x01) {
        control = undefined;
      } else if (label === 0xff && isLoop(data) && !hasLoop) {
        parts.push(bytes.subarray(start, reader.at));
        hasLoop = true;
      }
    } else refuse('the kind of a block');
  }
  if (pictures === 0) refuse('its pixels, of which there are none');
  parts.push(new Uint8Array([0x3b]));
  return { width, height, bytes: Buffer.concat(parts) };
}

/** Goes over pieces to the empty one at their end; gives how many bytes they hold. */
function skipPieces(reader: ByteReader): number {
  let sum = 0;
  for (;;) {
    const length = reader.byte();
    if (length === 0) return sum;
    reader.take(length);
    sum += length;
  }
}

/** How often an animation repeats, as every browser knows it, and not a byte more. */
function isLoop(data: Uint8Array): boolean {
  return (
    data.length === 17 &&
    data[0] === 11 &&
    /^(?:NETSCAPE2\.0|ANIMEXTS1\.0)$/.test(readName(data.subarray(1, 12))) &&
    data[12] === 3 &&
    data[13] === 1 &&
    data[16] === 0
  );
}
