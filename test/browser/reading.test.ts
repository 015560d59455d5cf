import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, listKinds, serve } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 320, height: 800 } };

describe.each(inject('builtSites'))('$name', (site) => {
  it('asks nobody else for anything, and keeps to its own policy', async () => {
    const { base, page, strayRequests, complaints } = await serve(browser, site);
    for (const address of await listKinds(site)) {
      const response = await page.goto(base + address);
      expect(response?.status(), address).toBe(200);
    }
    await page.context().close();
    expect(strayRequests).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('fits a phone of 320 px without scrolling sideways', async () => {
    const { base, page } = await serve(browser, site, phone);
    const wide: string[] = [];
    for (const address of await listKinds(site)) {
      await page.goto(base + address);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      if (width > 320) wide.push(`${address || '/'}: ${width} px`);
    }
    await page.context().close();
    expect(wide).toEqual([]);
  });

  it('says everything without JavaScript, too', async () => {
    const [withScripts, without] = [
      await serve(browser, site),
      await serve(browser, site, { javaScriptEnabled: false }),
    ];
    for (const address of await listKinds(site)) {
      await withScripts.page.goto(withScripts.base + address);
      await without.page.goto(without.base + address);
      const text = await without.page.locator('main').innerText();
      expect(text.length, address).toBeGreaterThan(20);
      // A script may add controls. It takes nothing away but what is said of its absence.
      const excused = await without.page.locator('[data-without-script]').allInnerTexts();
      // Of a table it may show fewer columns until more are wanted.
      const cells = await withScripts.page.locator('main :is(td, th)').allTextContents();
      const lines = (await withScripts.page.locator('main').innerText()).split('\n');
      const said = new Set([...lines, ...cells.map((cell) => cell.trim())]);
      const missing = text.split('\n').filter((line) => !said.has(line) && !excused.includes(line));
      expect(missing, address).toEqual([]);
    }
    await withScripts.page.context().close();
    await without.page.context().close();
  });

  it('shows every page whole from a disk', async () => {
    const page = await browser.newPage();
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    // 404.html alone needs its address: it is shown at any depth.
    for (const address of (await listKinds(site)).filter((one) => one !== '404.html')) {
      const file = path.join(
        site.folder,
        address,
        address === '' || address.endsWith('/') ? 'index.html' : '',
      );
      await page.goto(pathToFileURL(file).href);
      expect(await page.locator('h1').count(), address).toBe(1);
      const unstyled = `[...document.querySelectorAll('link[rel=stylesheet]')].filter((link) => !link.sheet).length`;
      expect(await page.evaluate<number>(unstyled), address).toBe(0);
    }
    await page.close();
    expect(failed).toEqual([]);
  });

  it('can be read with the keyboard: a way past the header first, and focus that can be seen', async () => {
    const { base, page } = await serve(browser, site);
    for (const address of await listKinds(site)) {
      await page.goto(base + address);
      await page.keyboard.press('Tab');
      const first = await describeFocus(page);
      expect(first, address).toMatchObject({ href: expect.stringMatching(/^#/) as string, visible: true });
      await page.keyboard.press('Enter');
      // The address follows the key when the browser comes to it.
      await expect
        .poll(() => new URL(page.url()).hash, { message: address, timeout: 10_000 })
        .toBe(first.href);
      await page.goto(base + address);
      for (let step = 0; step < 12; step++) {
        await page.keyboard.press('Tab');
        const focus = await describeFocus(page);
        if (focus.tag === 'BODY') break;
        expect(focus, `${address}: focus ${step + 1}`).toMatchObject({ outlined: true, visible: true });
      }
    }
    await page.context().close();
  });
});

interface Focus {
  tag: string;
  href: string | null;
  /** Whether something is drawn around it. */
  outlined: boolean;
  /** Whether it stands within the window. */
  visible: boolean;
}

/** What has the focus, as the one who presses the key sees it. */
function describeFocus(page: Page): Promise<Focus> {
  // A text, since it runs in the browser, whose types the rest of the house does not know.
  return page.evaluate<Focus>(`(() => {
    const element = document.activeElement;
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    return {
      tag: element.tagName,
      href: element.getAttribute('href'),
      outlined: (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none',
      visible: box.width > 1 && box.height > 1 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth,
    };
  })()`);
}
