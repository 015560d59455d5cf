/*
 * EXIF is a TIFF file: an order of bytes, then a list of entries of 12 bytes each. Of all that it may say one entry
 * matters for how a picture is shown.
 */

const orientationTag = 0x0112;

/** How a picture is to be turned, 1 (not at all) to 8; undefined where the data do not say so in a way that can be read. */
export function readExifOrientation(exif: Uint8Array): number | undefined {
  const data = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  if (data.byteLength < 8) return undefined;
  const order = data.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const little = order === 0x4949;
  if (data.getUint16(2, little) !== 42) return undefined;
  const start = data.getUint32(4, little);
  if (start + 2 > data.byteLength) return undefined;
  const count = data.getUint16(start, little);
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12;
    if (at + 12 > data.byteLength) return undefined;
    if (data.getUint16(at, little) !== orientationTag) continue;
    if (data.getUint16(at + 2, little) !== 3 || data.getUint32(at + 4, little) !== 1) return undefined;
    const value = data.getUint16(at + 8, little);
    return value >= 1 && value <= 8 ? value : undefined;
  }
  return undefined;
}

/** The shortest EXIF that says how to turn a picture, and nothing else. */
export function createExifOrientation(value: number): Uint8Array {
  const exif = new DataView(new ArrayBuffer(26));
  exif.setUint16(0, 0x4d4d);
  exif.setUint16(2, 42);
  exif.setUint32(4, 8);
  exif.setUint16(8, 1);
  exif.setUint16(10, orientationTag);
  exif.setUint16(12, 3);
  exif.setUint32(14, 1);
  exif.setUint16(18, value);
  return new Uint8Array(exif.buffer);
}
