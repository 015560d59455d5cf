import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { understandProject } from '../../src/commands/project.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { pseudo } from '../render/pseudoLocale.js';
import type { BuiltSite } from '../sites/builtSites.js';
import { launch, listKinds, readBuiltStyles, serve } from './browser.js';

/* The example in a language that runs from right to left: what holds for it will hold for those to come. */

let browser: Browser;
let site: BuiltSite;
beforeAll(async () => {
  browser = await launch();
  const folder = await mkdtemp(path.join(tmpdir(), 'afterword-rtl-'));
  site = { name: 'northwind from right to left', audience: 'public', folder };
  const root = path.join(import.meta.dirname, '../sites/northwind');
  const { history, documents, pictures } = await understandProject(root, () => '2026-11-22');
  if (!history) throw new Error('northwind was not understood');
  const styleOf = await readBuiltStyles(inject('builtSites'));
  const shown = createPublicHistory(history, documents, { pictures });
  for (const output of renderPublicSite({ ...shown, site: { ...shown.site, language: 'he' } }, pseudo)) {
    const file = path.join(folder, output.path);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, output.path.endsWith('.css') ? styleOf(output.path) : output.content);
  }
});
afterAll(async () => {
  await browser.close();
  await rm(site.folder, { recursive: true, force: true });
});

describe('from right to left', () => {
  it.each([360, 1440])('no page of any kind is wider than a window of %i px', async (width) => {
    const { base, page } = await serve(browser, site, { viewport: { width, height: 800 } });
    const wide: string[] = [];
    for (const address of await listKinds(site)) {
      await page.goto(base + address);
      const found = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (found > width) wide.push(`${address || '/'}: ${found} px`);
    }
    await page.context().close();
    expect(wide).toEqual([]);
  });

  it('the margin stands at the right of the text, and the name of the site at the right of the way to its pages', async () => {
    const { base, page } = await serve(browser, site, { viewport: { width: 1440, height: 900 } });
    const longest = (await listKinds(site)).find((address) => address.startsWith('incidents/')) ?? '';
    await page.goto(base + longest);
    const [times, texts, name, navigation, main] = [
      await page.evaluate<Places>(placesOf('.entry-time')),
      await page.evaluate<Places>(placesOf('.entry-text')),
      await page.evaluate<Places>(placesOf('.site-name')),
      await page.evaluate<Places>(placesOf('.site-navigation')),
      await page.evaluate<Places>(placesOf('main')),
    ];
    await page.context().close();
    expect(times.count).toBeGreaterThan(3);
    expect(times.left).toBeGreaterThanOrEqual(texts.right);
    expect(times.right).toBeLessThanOrEqual(main.right);
    expect(name.left).toBeGreaterThan(navigation.right);
  });
});

/** Where elements stand, together, in px from the left of the window. */
interface Places {
  count: number;
  left: number;
  right: number;
}

/** A text, since it runs in the browser, whose types the rest of the house does not know. */
function placesOf(selector: string): string {
  return `(() => {
    const boxes = [...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => one.getBoundingClientRect()).filter((box) => box.width > 0);
    return { count: boxes.length, left: Math.min(...boxes.map((box) => box.left)), right: Math.max(...boxes.map((box) => box.right)) };
  })()`;
}
