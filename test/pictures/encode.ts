import { crc32, deflateSync } from 'node:zlib';

/* Pictures as small as they can be, of parts, so that a test can put anything between them. */

/** What must be in no published byte. */
export const token = 'TOKEN-Kim-Doe-51.50N';

const ascii = (text: string): Uint8Array => Buffer.from(text, 'latin1');
export const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
const big = (value: number, bytes = 4): Uint8Array => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntBE(value, 0, bytes);
  return buffer;
};
const little = (value: number, bytes = 4): Uint8Array => {
  const buffer = Buffer.alloc(bytes);
  buffer.writeUIntLE(value, 0, bytes);
  return buffer;
};

/* PNG */

export function pngChunk(name: string, data: Uint8Array = new Uint8Array()): Uint8Array {
  const body = join(ascii(name), data);
  return join(big(data.length), body, big(crc32(body)));
}

export const pngSignature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function pngHeader(width: number, height: number, depth = 8, color = 2, interlace = 0): Uint8Array {
  return pngChunk('IHDR', join(big(width), big(height), new Uint8Array([depth, color, 0, 0, interlace])));
}

/** Rows of red, each a little other than the one before. */
export function pngRows(width: number, height: number): Uint8Array {
  const row = (y: number): Uint8Array => {
    const pixels = new Uint8Array(1 + width * 3);
    for (let x = 0; x < width; x++) pixels.set([200, y, x], 1 + x * 3);
    return pixels;
  };
  return join(...Array.from({ length: height }, (_, y) => row(y)));
}

/** `before` and `after` are chunks around the pixels; `behind` stands behind the end. */
export function png({
  width = 3,
  height = 2,
  before = [] as Uint8Array[],
  pixels = [pngChunk('IDAT', deflateSync(pngRows(width, height)))],
  after = [] as Uint8Array[],
  behind = '',
} = {}): Uint8Array {
  return join(
    pngSignature,
    pngHeader(width, height),
    ...before,
    ...pixels,
    ...after,
    pngChunk('IEND'),
    ascii(behind),
  );
}

/** Of an animation: where, how large, how long. */
export function pngControl(sequence: number, width: number, height: number, left = 0): Uint8Array {
  return pngChunk(
    'fcTL',
    join(big(sequence), big(width), big(height), big(left), big(0), big(1, 2), big(10, 2), new Uint8Array(2)),
  );
}

export function pngFrame(sequence: number, width: number, height: number): Uint8Array {
  return pngChunk('fdAT', join(big(sequence), deflateSync(pngRows(width, height))));
}

/** A picture with a token in every kind of chunk that is not its picture, and behind its end. */
export function secretivePng(): Uint8Array {
  const text = (name: string): Uint8Array => pngChunk(name, ascii(`Author\0${token}`));
  const packed = pngChunk('zTXt', join(ascii('Comment\0\0'), deflateSync(ascii(token))));
  const profile = pngChunk('iCCP', join(ascii(`${token}\0\0`), deflateSync(ascii(token))));
  const names = ['tEXt', 'iTXt', 'zTXt', 'eXIf', 'sPLT', 'hIST', 'caBX', 'prVw', 'tIME', 'dSIG', 'iDOT'];
  return png({
    before: [
      pngChunk('gAMA', big(45455)),
      pngChunk('pHYs', join(big(2835), big(2835), new Uint8Array([1]))),
      profile,
      packed,
      ...names.map(text),
    ],
    after: names.map(text),
    behind: `<script>${token}</script>`,
  });
}

/* JPEG: grey, 8 × 8, one block. */

export function jpegSegment(code: number, data: Uint8Array): Uint8Array {
  return join(new Uint8Array([0xff, code]), big(data.length + 2, 2), data);
}

const table = (kind: number): Uint8Array =>
  join(new Uint8Array([kind, 1]), new Uint8Array(15), new Uint8Array([0]));

/** One code for "no difference", one for "nothing more": two bits, filled up with ones. */
export const jpegPixels = new Uint8Array([0x3f]);

export function jpeg({
  width = 8,
  height = 8,
  before = [] as Uint8Array[],
  between = [] as Uint8Array[],
  components = 1,
  behind = '',
} = {}): Uint8Array {
  const parts = Array.from({ length: components }, (_, index) => new Uint8Array([index + 1, 0x11, 0]));
  const scan = Array.from({ length: components }, (_, index) => new Uint8Array([index + 1, 0]));
  return join(
    new Uint8Array([0xff, 0xd8]),
    ...before,
    jpegSegment(0xdb, join(new Uint8Array([0]), new Uint8Array(64).fill(1))),
    jpegSegment(
      0xc0,
      join(new Uint8Array([8]), big(height, 2), big(width, 2), new Uint8Array([components]), ...parts),
    ),
    jpegSegment(0xc4, table(0x00)),
    jpegSegment(0xc4, table(0x10)),
    ...between,
    jpegSegment(0xda, join(new Uint8Array([components]), ...scan, new Uint8Array([0, 63, 0]))),
    jpegPixels,
    new Uint8Array([0xff, 0xd9]),
    ascii(behind),
  );
}

/** JFIF, with a thumbnail of one pixel whose colour says something. */
function jfif(): Uint8Array {
  return jpegSegment(0xe0, join(ascii('JFIF\0'), new Uint8Array([1, 1, 0, 0, 1, 0, 1, 1, 1]), ascii('TOK')));
}

/** EXIF with an orientation and, behind it, a place. */
export function exif(orientation: number): Uint8Array {
  return join(
    ascii('II*\0'),
    little(8),
    little(2, 2),
    join(little(0x010e, 2), little(2, 2), little(token.length), little(100)),
    join(little(0x0112, 2), little(3, 2), little(1), little(orientation)),
    little(0),
    ascii(`GPS ${token}`),
  );
}

export function secretiveJpeg(orientation = 1): Uint8Array {
  return jpeg({
    before: [
      jfif(),
      jpegSegment(0xe0, ascii(`JFXX\0\x13${token}`)),
      jpegSegment(0xe1, join(ascii('Exif\0\0'), exif(orientation))),
      jpegSegment(0xe1, ascii(`http://ns.adobe.com/xap/1.0/\0<x>${token}</x>`)),
      ...[0xe2, 0xe3, 0xe4, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9, 0xea, 0xeb, 0xec, 0xed, 0xef].map((code) =>
        jpegSegment(code, ascii(`ICC_PROFILE\0${token}`)),
      ),
      jpegSegment(0xee, ascii(`Adobe\0\x64\0\0\0\0\0${token}`)),
      jpegSegment(0xfe, ascii(token)),
    ],
    between: [jpegSegment(0xfe, ascii(token)), new Uint8Array([0xff, 0xff, 0xff])],
    // The second picture that cameras put behind the first.
    behind: `\xFF\xD8${token}\xFF\xD9`,
  });
}

/* GIF */

const pieces = (text: string): Uint8Array =>
  join(new Uint8Array([text.length]), ascii(text), new Uint8Array([0]));

export const gifPicture = join(
  new Uint8Array([0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0]),
  new Uint8Array([2, 2, 0x44, 1, 0]),
);

export const gifLoop = join(
  new Uint8Array([0x21, 0xff, 11]),
  ascii('NETSCAPE2.0'),
  new Uint8Array([3, 1, 0, 0, 0]),
);

export const gifControl = new Uint8Array([0x21, 0xf9, 4, 4, 10, 0, 0, 0]);

export function gif({ width = 1, height = 1, blocks = [gifPicture], behind = '' } = {}): Uint8Array {
  const colors = new Uint8Array([200, 0, 0, 0, 0, 200]);
  const screen = join(little(width, 2), little(height, 2), new Uint8Array([0x80, 0, 0]));
  return join(ascii('GIF89a'), screen, colors, ...blocks, ascii(`;${behind}`));
}

export function secretiveGif(): Uint8Array {
  const comment = join(new Uint8Array([0x21, 0xfe]), pieces(token));
  const xmp = join(new Uint8Array([0x21, 0xff, 11]), ascii('XMP DataXMP'), pieces(token));
  // As if it were the loop, with more in it.
  const loop = join(new Uint8Array([0x21, 0xff, 11]), ascii('NETSCAPE2.0'), pieces(`\x01\0\0${token}`));
  const text = join(new Uint8Array([0x21, 0x01, 12]), new Uint8Array(12), pieces(token));
  const unknown = join(new Uint8Array([0x21, 0x77]), pieces(token));
  const blocks = [comment, xmp, loop, unknown, gifLoop, gifControl, gifPicture, gifControl, text, gifPicture];
  return gif({ blocks: [...blocks, comment], behind: token });
}

/* WebP: one pixel, lossless and lossy, as an encoder made them. */

export function webpChunk(name: string, data: Uint8Array): Uint8Array {
  return join(ascii(name), little(data.length), data, new Uint8Array(data.length % 2));
}

export const webpLossless = Buffer.from('LwAAABAHEBERiIj+BwA=', 'base64').subarray(0, 13);
export const webpLossy = Buffer.from('MAEAnQEqAQABAA7A/iWkAANwAAAAAA==', 'base64');

export function webp(
  chunks: readonly Uint8Array[] = [webpChunk('VP8L', webpLossless)],
  behind = '',
): Uint8Array {
  const content = join(ascii('WEBP'), ...chunks);
  return join(ascii('RIFF'), little(content.length), content, ascii(behind));
}

export function webpHeader(flags: number, width = 1, height = 1): Uint8Array {
  return webpChunk(
    'VP8X',
    join(new Uint8Array([flags, 0, 0, 0]), little(width - 1, 3), little(height - 1, 3)),
  );
}

export function webpFrame(...chunks: readonly Uint8Array[]): Uint8Array {
  return webpChunk('ANMF', join(new Uint8Array(12), little(100, 3), new Uint8Array([0]), ...chunks));
}

export function secretiveWebp(animated = false): Uint8Array {
  const secret = (name: string): Uint8Array => webpChunk(name, ascii(token));
  const pixels = webpChunk('VP8 ', webpLossy);
  const shown = animated
    ? [
        webpChunk('ANIM', new Uint8Array(6)),
        webpFrame(pixels, secret('XMP ')),
        webpFrame(pixels, secret('abcd')),
      ]
    : [pixels];
  const flags = 0x2c | (animated ? 2 : 0);
  return webp(
    [webpHeader(flags), secret('ICCP'), ...shown, secret('EXIF'), secret('XMP '), secret('TOKN')],
    token,
  );
}
