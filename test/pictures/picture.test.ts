import { inflateSync, deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { parsePicture, type Picture } from '../../src/parse/picture/picture.js';
import {
  exif,
  gif,
  gifControl,
  gifLoop,
  gifPicture,
  jpeg,
  jpegPixels,
  jpegSegment,
  join,
  png,
  pngChunk,
  pngControl,
  pngFrame,
  pngHeader,
  pngRows,
  pngSignature,
  secretiveGif,
  secretiveJpeg,
  secretivePng,
  secretiveWebp,
  token,
  webp,
  webpChunk,
  webpFrame,
  webpHeader,
  webpLossless,
  webpLossy,
} from './encode.js';

/* What is left of a picture, as somebody would look for it with an editor of bytes. */

function read(bytes: Uint8Array): Picture {
  const parsed = parsePicture(bytes);
  if (!parsed.ok) throw new Error(parsed.message);
  return parsed.picture;
}

function refusal(bytes: Uint8Array): string {
  const parsed = parsePicture(bytes);
  expect(parsed.ok, 'it is refused').toBe(false);
  return parsed.ok ? '' : parsed.message;
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

/** What is left of that which was planted. */
function findSecrets(bytes: Uint8Array): string[] {
  const found = text(bytes);
  const planted = [token, 'TOK', 'Kim', 'GPS', 'd\0\0\0\0\0T', 'XMP', '<script', 'JFXX', 'ICC'];
  return planted.filter((piece) => found.includes(piece));
}

const plain = {
  png: png(),
  jpg: jpeg(),
  gif: gif({ blocks: [gifLoop, gifControl, gifPicture] }),
  webp: webp(),
};

const secretive = {
  png: secretivePng(),
  jpg: secretiveJpeg(),
  gif: secretiveGif(),
  webp: secretiveWebp(),
  'animated webp': secretiveWebp(true),
};

describe.each(Object.entries(plain))('a plain picture (%s)', (format, bytes) => {
  it('stays as it is, to the byte', () => {
    const picture = read(bytes);
    expect(picture.format).toBe(format);
    expect(Buffer.from(picture.bytes).equals(bytes)).toBe(true);
  });
  it('is refused wherever it breaks off', () => {
    for (let length = 0; length < bytes.length; length++)
      expect(parsePicture(bytes.subarray(0, length)).ok, `${length} bytes`).toBe(false);
  });
  it('loses what stands behind its end', () => {
    const longer = join(bytes, Buffer.from(`PK\x03\x04<html>${token}`));
    expect(Buffer.from(read(longer).bytes).equals(bytes)).toBe(true);
  });
});

describe.each(Object.entries(secretive))(
  'a picture with something in every place for it (%s)',
  (_, bytes) => {
    it('loses all of it', () => {
      expect(text(bytes)).toContain(token);
      expect(findSecrets(read(bytes).bytes)).toEqual([]);
    });
    it('is then as it stays', () => {
      const once = read(bytes).bytes;
      expect(Buffer.from(read(once).bytes).equals(once)).toBe(true);
    });
    it('keeps its secrets whatever byte of it is another', () => {
      const told: string[] = [];
      for (let at = 0; at < bytes.length; at++) {
        for (const flip of [0x01, 0x20, 0x80]) {
          const damaged = new Uint8Array(bytes);
          damaged[at] = (damaged[at] ?? 0) ^ flip;
          const parsed = parsePicture(damaged);
          if (parsed.ok && text(parsed.picture.bytes).includes('Kim')) told.push(`byte ${at} ^ ${flip}`);
        }
      }
      expect(told).toEqual([]);
    });
  },
);

describe('PNG', () => {
  const chunksOf = (bytes: Uint8Array): { name: string; data: Buffer }[] => {
    const chunks = [];
    for (let at = 8; at < bytes.length;) {
      const length = Buffer.from(bytes).readUInt32BE(at);
      chunks.push({
        name: text(bytes.subarray(at + 4, at + 8)),
        data: Buffer.from(bytes.subarray(at + 8, at + 8 + length)),
      });
      at += 12 + length;
    }
    return chunks;
  };

  it('keeps its pixels, and how bright and how large they are', () => {
    const picture = read(secretivePng());
    expect(picture).toMatchObject({ width: 3, height: 2 });
    const chunks = chunksOf(picture.bytes);
    expect(chunks.map(({ name }) => name)).toEqual(['IHDR', 'gAMA', 'pHYs', 'IDAT', 'IEND']);
    expect(inflateSync(chunks[3]?.data ?? '').equals(pngRows(3, 2))).toBe(true);
  });

  it('may come in pieces, with a palette, with other depths, interlaced', () => {
    const packed = deflateSync(pngRows(3, 2));
    const halves = [pngChunk('IDAT', packed.subarray(0, 5)), pngChunk('IDAT', packed.subarray(5))];
    expect(parsePicture(png({ pixels: halves })).ok).toBe(true);
    const gray = (header: Uint8Array, bytes: number, extra: Uint8Array[] = []): Uint8Array =>
      join(
        pngSignature,
        header,
        ...extra,
        pngChunk('IDAT', deflateSync(new Uint8Array(bytes))),
        pngChunk('IEND'),
      );
    expect(parsePicture(gray(pngHeader(9, 2, 1, 0), 6)).ok).toBe(true);
    // 5 × 5 in seven passes, each row with its filter.
    const interlaced = [1 + 1, 1 + 1, 1 + 2, 2 * (1 + 1), 1 + 3, 3 * (1 + 2), 2 * (1 + 5)];
    expect(
      parsePicture(
        gray(
          pngHeader(5, 5, 8, 0, 1),
          interlaced.reduce((a, b) => a + b),
        ),
      ).ok,
    ).toBe(true);
    expect(refusal(gray(pngHeader(5, 5, 8, 0, 1), 5 * 6))).toContain('pixels');
    const palette = pngChunk('PLTE', new Uint8Array(6));
    expect(parsePicture(gray(pngHeader(2, 1, 8, 3), 3, [palette])).ok).toBe(true);
    expect(refusal(gray(pngHeader(2, 1, 8, 3), 3))).toContain('palette');
  });

  it('may be an animation', () => {
    const animated = png({
      before: [pngChunk('acTL', new Uint8Array([0, 0, 0, 2, 0, 0, 0, 0])), pngControl(0, 3, 2)],
      after: [pngControl(1, 2, 1, 1), pngFrame(2, 2, 1)],
    });
    expect(Buffer.from(read(animated).bytes).equals(animated)).toBe(true);
    const [outside, unordered, toldWrong] = [
      [pngControl(1, 2, 1, 2), pngFrame(2, 2, 1)],
      [pngControl(2, 2, 1, 1), pngFrame(1, 2, 1)],
      [],
    ].map((after) =>
      png({
        before: [pngChunk('acTL', new Uint8Array([0, 0, 0, 2, 0, 0, 0, 0])), pngControl(0, 3, 2)],
        after,
      }),
    );
    for (const wrong of [outside, unordered, toldWrong])
      expect(refusal(wrong ?? new Uint8Array())).toContain('animation');
  });

  it.each([
    [
      'pixels behind its pixels, as of a picture that was cropped',
      png({ pixels: [pngChunk('IDAT', join(deflateSync(pngRows(3, 2)), Buffer.from(token)))] }),
      'in its pixels',
    ],
    [
      'more rows than it says',
      png({ pixels: [pngChunk('IDAT', deflateSync(pngRows(3, 3)))] }),
      'in its pixels',
    ],
    [
      'fewer rows than it says',
      png({ pixels: [pngChunk('IDAT', deflateSync(pngRows(3, 1)))] }),
      'in its pixels',
    ],
    [
      'pixels that unpack for ever',
      png({ pixels: [pngChunk('IDAT', deflateSync(new Uint8Array(50_000_000)))] }),
      'in its pixels',
    ],
    ['no pixels', png({ pixels: [] }), 'there are none'],
    [
      '10 billion pixels',
      join(pngSignature, pngHeader(100_000, 100_000), pngChunk('IDAT'), pngChunk('IEND')),
      '100000 × 100000 pixels, at most 25000000',
    ],
    ['a width of nothing', png({ width: 0 }), 'no pixels'],
    ['a sum that is wrong', ((one) => (one.set([1], 30), one))(png()), 'sum of its chunk IHDR'],
    ['a length that lies', ((one) => (one.set([0x7f], 8), one))(png()), 'a part of it is missing'],
    [
      'a chunk that must be understood and is not',
      png({ before: [pngChunk('CgBI', new Uint8Array(4))] }),
      '`CgBI`',
    ],
    [
      'a chunk with too much in it',
      png({ before: [pngChunk('gAMA', Buffer.from(token))] }),
      'length of its chunk gAMA',
    ],
    [
      'a chunk that stands there twice',
      png({ before: [pngChunk('sRGB', new Uint8Array(1)), pngChunk('sRGB', new Uint8Array(1))] }),
      'twice',
    ],
    ['an orientation', png({ before: [pngChunk('eXIf', exif(6))] }), 'to be turned'],
  ])('is refused with %s', (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });

  it('does not unpack what it throws away', () => {
    // 64 MB of nothing in each of some texts.
    const bomb = pngChunk('zTXt', join(Buffer.from('a\0\0'), deflateSync(new Uint8Array(64_000_000))));
    const before = process.memoryUsage().arrayBuffers;
    expect(parsePicture(png({ before: Array.from({ length: 20 }, () => bomb) })).ok).toBe(true);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64_000_000);
  });

  it('is refused when it has more than 300 pictures', () => {
    const frames = Array.from({ length: 301 }, (_, at) => [
      pngControl(at * 2, 1, 1),
      pngFrame(at * 2 + 1, 1, 1),
    ]).flat();
    const control = pngChunk('acTL', new Uint8Array([0, 0, 1, 45, 0, 0, 0, 0]));
    expect(refusal(png({ before: [control], after: frames }))).toContain('300');
  });
});

describe('JPEG', () => {
  it('keeps its pixels and its tables', () => {
    const { bytes, width, height } = read(secretiveJpeg());
    expect([width, height]).toEqual([8, 8]);
    const tail = (all: Uint8Array): Uint8Array => all.subarray(text(all).indexOf('\xFF\xDB'));
    expect(text(tail(bytes))).toBe(text(tail(jpeg())));
    expect(text(bytes)).toContain(text(jpegPixels));
  });

  it('is shown as it is held, and tells nothing else of it', () => {
    const turned = jpeg({ width: 16, before: [jpegSegment(0xe1, join(Buffer.from('Exif\0\0'), exif(6)))] });
    const { bytes, width, height } = read(turned);
    expect([width, height]).toEqual([8, 16]);
    expect(findSecrets(bytes)).toEqual([]);
    expect(text(bytes.subarray(2, 38))).toBe(
      '\xFF\xE1\0\x22Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0',
    );
    expect(text(bytes.subarray(38))).toBe(text(jpeg({ width: 16 }).subarray(2)));
  });

  it.each([
    ['bytes between its segments', jpeg({ between: [Buffer.from(token)] }), 'between its segments'],
    [
      'a segment shorter than its length',
      jpeg({ between: [new Uint8Array([0xff, 0xfe, 0, 1])] }),
      'length of a segment',
    ],
    [
      'a segment longer than the file',
      jpeg({ between: [new Uint8Array([0xff, 0xfe, 0xff, 0xff])] }),
      'a part of it is missing',
    ],
    [
      'a table with something behind it',
      jpeg({ between: [jpegSegment(0xdb, Buffer.from(token))] }),
      'a table',
    ],
    [
      'codes with something behind them',
      jpeg({ between: [jpegSegment(0xc4, Buffer.from(token))] }),
      'a table',
    ],
    ['two headers', jpeg({ before: [jpeg().subarray(71, 71 + 13)] }), 'twice'],
    ['the colours of print', jpeg({ components: 4 }), 'CMYK'],
    ['too many pixels', jpeg({ width: 65_000, height: 65_000 }), 'at most 25000000'],
    [
      'a kind that browsers do not show',
      jpeg({ between: [jpegSegment(0xc9, new Uint8Array(9))] }),
      'browsers do not show',
    ],
  ])('is refused with %s', (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });
});

describe('GIF', () => {
  it('keeps its pictures, how long each is shown and how often all are', () => {
    expect(text(read(secretiveGif()).bytes)).toBe(
      text(gif({ blocks: [gifLoop, gifControl, gifPicture, gifPicture] })),
    );
  });

  it.each([
    [
      'a picture outside of its screen',
      gif({ blocks: [join(gifPicture.subarray(0, 5), new Uint8Array([2]), gifPicture.subarray(6))] }),
      'a picture of it',
    ],
    ['no picture', gif({ blocks: [] }), 'there are none'],
    ['a block of no kind', gif({ blocks: [new Uint8Array([0x77])] }), 'the kind of a block'],
    ['301 pictures', gif({ blocks: Array.from({ length: 301 }, () => gifPicture) }), 'more than 300'],
    ['too many pixels', gif({ width: 60_000, height: 60_000 }), 'at most 25000000'],
  ])('is refused with %s', (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });
});

describe('WebP', () => {
  it('keeps its pixels, and says no more of what is gone', () => {
    expect(text(read(secretiveWebp()).bytes)).toBe(text(webp([webpHeader(0), webpChunk('VP8 ', webpLossy)])));
    const frame = webpFrame(webpChunk('VP8 ', webpLossy));
    expect(text(read(secretiveWebp(true)).bytes)).toBe(
      text(webp([webpHeader(2), webpChunk('ANIM', new Uint8Array(6)), frame, frame])),
    );
  });

  it.each([
    [
      'a size other than that of its pixels',
      webp([webpHeader(0, 2, 1), webpChunk('VP8L', webpLossless)]),
      'its size',
    ],
    [
      'two pictures',
      webp([webpHeader(0), webpChunk('VP8L', webpLossless), webpChunk('VP8L', webpLossless)]),
      'its pixels',
    ],
    [
      'a chunk that is filled up with something',
      ((one) => (one.set([65], one.length - 1), one))(webp()),
      'between its chunks',
    ],
    [
      'an orientation',
      webp([webpHeader(8), webpChunk('VP8L', webpLossless), webpChunk('EXIF', exif(8))]),
      'to be turned',
    ],
    [
      'too many pixels',
      webp([webpHeader(0, 16_000_000, 16_000_000), webpChunk('VP8L', webpLossless)]),
      'at most 25000000',
    ],
    [
      'a chunk longer than the file',
      webp([Buffer.from('VP8L\xff\xff\xff\x7f', 'latin1')]),
      'a part of it is missing',
    ],
  ])('is refused with %s', (_, bytes, message) => {
    expect(refusal(bytes)).toContain(message);
  });
});

it.each([
  ['an empty file', '', 'is an empty file'],
  ['a page', '<!doctype html><p>hello', 'neither PNG, JPEG, WebP nor GIF'],
  ['an SVG', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', 'is an SVG'],
  ['a photo of a phone', '\0\0\0\x18ftypheic', 'is HEIC'],
  ['an AVIF', '\0\0\0\x18ftypavif', 'is AVIF'],
  ['a TIFF', 'II*\0', 'is TIFF'],
])('%s is no picture that can be published', (_, content, message) => {
  expect(refusal(Buffer.from(content, 'latin1'))).toContain(message);
});
