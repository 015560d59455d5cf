import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parsePicture } from '../../src/parse/picture/picture.js';
import * as made from '../pictures/encode.js';
import { launch } from './browser.js';

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  page = await browser.newPage();
});
afterAll(() => browser.close());

/** What Chromium shows of a picture: its size and its pixels. */
async function show(bytes: Uint8Array, type: string): Promise<string> {
  const url = `data:image/${type};base64,${Buffer.from(bytes).toString('base64')}`;
  return page.evaluate<string>(`(async () => {
    const image = new Image();
    image.src = '${url}';
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return canvas.width + ' × ' + canvas.height + ': ' + data.join(' ');
  })()`);
}

/** Wider than high, and held upright. */
const turned = made.jpeg({
  width: 16,
  before: [made.jpegSegment(0xe1, made.join(Buffer.from('Exif\0\0'), made.exif(6)))],
});

it.each([
  ['png', made.secretivePng(), '3 × 2'],
  ['jpeg', made.secretiveJpeg(), '8 × 8'],
  ['jpeg', made.secretiveJpeg(6), '8 × 8'],
  ['jpeg', turned, '8 × 16'],
  ['gif', made.secretiveGif(), '1 × 1'],
  ['webp', made.webp(), '1 × 1'],
  ['webp', made.secretiveWebp(), '1 × 1'],
  ['webp', made.secretiveWebp(true), '1 × 1'],
])(
  'Chromium shows a picture (%s) as it did before it was freed of what one does not see',
  async (type, bytes, size) => {
    const parsed = parsePicture(bytes);
    if (!parsed.ok) throw new Error(parsed.message);
    const { picture } = parsed;
    const shown = await show(picture.bytes, type);
    expect(shown).toBe(await show(bytes, type));
    expect(shown.startsWith(`${size}: `)).toBe(true);
    expect(`${picture.width} × ${picture.height}`).toBe(size);
  },
);
