import { PictureProblem } from './byteReader.js';
import { parseGif } from './gif.js';
import { parseJpeg } from './jpeg.js';
import { pictureLimit } from './pictureLimit.js';
import { parsePng } from './png.js';
import { parseWebp } from './webp.js';

/** A picture without anything that one does not see of it: no text, place, device, thumbnail, colour profile, or bytes behind its end. */
export interface Picture {
  /** Also the ending of its name. */
  format: 'png' | 'jpg' | 'webp' | 'gif';
  /** In pixels, as it is shown. */
  width: number;
  height: number;
  /** The file to publish. Its pixels are those of the file as it was read, byte by byte. */
  bytes: Uint8Array;
}

export type ParsedPicture =
  | { ok: true; picture: Picture }
  /** `message` completes "This picture …", without a full stop. */
  | { ok: false; message: string; hint: string };

/**
 * Reads a picture by its content, whatever it is called, and takes everything out of it that rendering does not need. Only
 * what is understood to its last byte is kept; what cannot be understood is refused. Nothing that is taken out is ever
 * unpacked.
 */
export function parsePicture(bytes: Uint8Array): ParsedPicture {
  try {
    if (bytes.length === 0) throw new PictureProblem('is an empty file', 'Save it again.');
    if (bytes.length > pictureLimit.bytes) {
      throw new PictureProblem(
        `has ${bytes.length} bytes, at most ${pictureLimit.bytes} are published`,
        'Make it smaller: pages are some 1,000 pixels wide.',
      );
    }
    const format = findFormat(bytes);
    if (format === undefined) throw new PictureProblem(...describeOther(bytes));
    return { ok: true, picture: { format, ...parsers[format](bytes) } };
  } catch (error) {
    if (!(error instanceof PictureProblem)) throw error;
    return { ok: false, message: error.message, hint: error.hint ?? 'Save it again, as PNG or JPEG.' };
  }
}

const parsers = { png: parsePng, jpg: parseJpeg, webp: parseWebp, gif: parseGif };

/** What the first bytes of a file say that it is. */
export function findFormat(bytes: Uint8Array): Picture['format'] | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  if (start.startsWith('\x89PNG\r\n\x1A\n')) return 'png';
  if (start.startsWith('\xFF\xD8\xFF')) return 'jpg';
  if (/^GIF8[79]a/.test(start)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(start)) return 'webp';
  return undefined;
}

function describeOther(bytes: Uint8Array): [message: string, hint: string] {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (/^(?:\xEF\xBB\xBF)?\s*<(?:\?xml|!--|!doctype svg|svg)/i.test(start)) {
    return ['is an SVG, which may hold scripts, links and hidden words', 'Save it as PNG.'];
  }
  const name = nameOther(start);
  return [
    name === undefined ? 'is neither PNG, JPEG, WebP nor GIF' : `is ${name}, not PNG, JPEG, WebP or GIF`,
    'Save it as PNG or JPEG; another ending of its name is not enough.',
  ];
}

/** Formats of pictures that hold what one does not see and that we cannot free of it; undefined for all others. */
export function nameOther(start: string): string | undefined {
  if (/^[^]{4}ftypavi[fs]/.test(start)) return 'AVIF';
  if (/^[^]{4}ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)/.test(start)) return 'HEIC';
  if (/^(?:II\*\0|MM\0\*)/.test(start)) return 'TIFF';
  if (/^(?:\xFF\x0A|\0\0\0\x0CJXL )/.test(start)) return 'JPEG XL';
  if (start.startsWith('8BPS')) return 'a file of Photoshop';
  return undefined;
}
