import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { listFiles } from '../sites/afterword.js';

/** What a browser gets of a page by itself, before pictures: the page, its style sheets, its scripts; in bytes. */
async function weigh(folder: string, file: string): Promise<{ whole: number; compressed: number }> {
  const html = await readFile(path.join(folder, file));
  const loaded = [
    ...html.toString().matchAll(/<(?:link rel="stylesheet"[^>]*href|script[^>]*src)="([^"]+)"/g),
  ];
  expect(loaded.length, `${file} loads a style sheet`).toBeGreaterThan(0);
  const files = loaded.map(([, href = '']) =>
    readFile(
      /^https?:/.test(href)
        ? path.join(folder, new URL(href).pathname)
        : path.join(folder, path.dirname(file), href),
    ),
  );
  const parts = [html, ...(await Promise.all(files))];
  return {
    whole: parts.reduce((sum, part) => sum + part.length, 0),
    compressed: parts.reduce((sum, part) => sum + gzipSync(part).length, 0),
  };
}

/** In bytes; a quarter of it is styles, which a reader has from the second page of a kind on. */
const most = 60 * 1024;

describe.each(inject('builtSites').filter(({ audience }) => audience === 'public'))('$name', ({ folder }) => {
  it('has no page that weighs more than 60 KB with its styles and scripts, nor one whose first view takes more than 20 KB to get', async () => {
    const pages = (await listFiles(folder)).filter((file) => file.endsWith('.html') && file !== '404.html');
    const weights = await Promise.all(pages.map(async (page) => ({ page, ...(await weigh(folder, page)) })));
    const tooHeavy = weights.filter(({ whole, compressed }) => whole > most || compressed > 20_000);
    expect(weights.length).toBeGreaterThan(5);
    expect(tooHeavy).toEqual([]);
  });
});
