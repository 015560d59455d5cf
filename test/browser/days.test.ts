import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, serve } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** The page of a service of the imaginary company, at some width. */
async function open(width: number): Promise<Page> {
  const site = inject('builtSites').find(({ name }) => name === 'northwind public');
  if (!site) throw new Error('northwind was not built');
  const { base, page } = await serve(browser, site, { viewport: { width, height: 900 } });
  await page.goto(`${base}services/checkout/`);
  return page;
}

/** The middle of what has a role and a name, and its size. */
async function find(page: Page, role: 'link' | 'columnheader' | 'rowheader', name: string) {
  const table = page.getByRole('table', { name: 'Days of Checkout, December 2025 to November 2026' });
  const box = await table.getByRole(role, { name, exact: true }).boundingBox();
  if (!box) throw new Error(`${name} is nowhere`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, width: box.width, height: box.height };
}

const september = '3 September 2026: outage, 22 min';

describe('the days of a service', () => {
  it('stand below their numbers and beside their months on a wide screen', async () => {
    const page = await open(1440);
    const [day, number, month] = [
      await find(page, 'link', september),
      await find(page, 'columnheader', '3'),
      await find(page, 'rowheader', 'September 2026'),
    ];
    expect(Math.abs(day.x - number.x)).toBeLessThan(3);
    expect(Math.abs(day.y - month.y)).toBeLessThan(3);
    await page.context().close();
  });

  it('go down the page on a phone, whose twelve months are its columns, and stay a table', async () => {
    const page = await open(360);
    const [day, number, month] = [
      await find(page, 'link', september),
      await find(page, 'columnheader', '3'),
      await find(page, 'rowheader', 'September 2026'),
    ];
    expect(Math.abs(day.y - number.y)).toBeLessThan(3);
    expect(Math.abs(day.x - month.x)).toBeLessThan(3);
    // All of it is in view, and a finger hits it.
    const last = await find(page, 'rowheader', 'November 2026');
    expect(last.x + last.width / 2).toBeLessThanOrEqual(360);
    expect(Math.min(day.width, day.height)).toBeGreaterThanOrEqual(24);
    await page.context().close();
  });

  it('lead to their incident by the keyboard alone', async () => {
    const page = await open(1440);
    await page.getByRole('link', { name: september, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/incidents\//);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Some cards were charged twice');
    await page.context().close();
  });
});
