import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { incident, renderProject } from '../render/internal/project.js';
import { launch } from './browser.js';

const hostile = '<img src=x onerror=alert(1)>';
const long = 'Very'.repeat(50);

const files = {
  '2026-03-14-disk': incident(
    `The disk ${hostile}`,
    `remediation:
  - { id: R1, title: 'Alert ${hostile}', type: detect, priority: P1, state: in-progress, owner: kim, opened: 2026-03-16, due: 2026-11-10 }
  - { id: R2, title: '=cmd|calc', type: prevent, priority: P2, state: done, owner: storage, opened: 2026-03-16, due: 2026-04-30, done: 2026-05-09 }
  - { id: R3, title: أضف تنبيهاً, type: detect, priority: P1, owner: lee, opened: 2026-03-16, due: 2026-11-24 }
  - { id: R4, title: ${long}, type: process, opened: 2026-03-17 }`,
  ),
  '2026-04-14-pay': incident(
    'Payment was slow',
    `remediation:
  - { id: R1, title: Zebra, type: repair, priority: P3, owner: lee, opened: 2026-04-20, due: 2026-11-22 }
  - { id: R2, title: Anchor, type: repair, priority: P1, owner: kim, opened: 2026-04-20, due: 2026-09-30 }`,
  ).replace('severity: major', 'severity: minor'),
};

const project = renderProject(files);
/** The test runner leaves style sheets empty; these are those that the table has to do with. */
const style = await Promise.all(
  ['base', 'mark', 'table', 'commitment', 'prose', 'code', 'tracker', 'items'].map((name) =>
    readFile(path.resolve(import.meta.dirname, `../../src/render/style/${name}.css`), 'utf8'),
  ),
);
const base = 'https://tracker.internal.example/afterword/';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const pages: Page[] = [];
const complaints: string[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
  const told = complaints.splice(0);
  if (told.length > 0) throw new Error(`The browser complained: ${told.join(', ')}`);
});

/** A page of the tracker in a browser of its own, on a day. */
async function open(
  query = '',
  { now = '2026-11-22T12:00:00Z', from = base, scripts = true, width = 1280 } = {},
): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: scripts, viewport: { width, height: 800 } });
  const page = await context.newPage();
  pages.push(page);
  await page.clock.setFixedTime(new Date(now));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push('a dialog');
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route(`${base}**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname.replace('/afterword/', '').replace(/(^|\/)$/, '$1index.html');
    const body = file.endsWith('.css') ? style.join('\n') : project.files.get(file);
    const type = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }[path.extname(file)];
    await (body === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: `${type ?? 'text/plain'}; charset=utf-8` }));
  });
  await page.goto(`${from}items/${from === base ? '' : 'index.html'}${query}`);
  return page;
}

/** The items that can be seen, as they stand. */
const seen = (page: Page): Promise<string[]> =>
  page
    .locator('.item-table tr[data-state]:visible')
    .evaluateAll((rows) =>
      rows.map(
        (row) => `${(row as HTMLElement).dataset['incident']?.slice(11)} ${row.textContent?.slice(0, 2)}`,
      ),
    );
const groups = (page: Page): Promise<string[]> =>
  page.locator('.item-table tr.group:visible').allInnerTexts();
const status = (page: Page): Promise<string | null> => page.locator('.item-status').textContent();
const search = (page: Page): Promise<string> => page.evaluate(() => location.search);

const all = ['pay R2', 'disk R1', 'pay R1', 'disk R3', 'disk R4', 'disk R2'];

describe('the table of items', () => {
  it('is complete in its groups, and changes nothing by itself', async () => {
    const page = await open();
    expect((await seen(page)).toSorted()).toEqual(all.toSorted());
    expect(await groups(page)).toEqual([
      'Overdue 2',
      'Open, not yet due 2',
      'Open, without a due date 1',
      'Done 1',
    ]);
    expect(await status(page)).toBe('All 6 items.');
    expect(await search(page)).toBe('');
  });

  it('filters by keyboard alone, keeps the focus, and the view in its address', async () => {
    const page = await open();
    await page.keyboard.press('/');
    await page.keyboard.type('zeb');
    await expect.poll(() => seen(page)).toEqual(['pay R1']);
    expect(await status(page)).toBe('1 of 6 items.');
    expect(await search(page)).toBe('?q=zeb');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('items-q');
    for (let count = 0; count < 3; count += 1) await page.keyboard.press('Backspace');
    await expect.poll(() => search(page)).toBe('');

    const owner = page.locator('.item-facet summary', { hasText: 'Owner' });
    await owner.focus();
    await page.keyboard.press('Enter');
    await page.locator('.item-facet[open] input').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    expect(await search(page)).toBe('?owner=kim');
    expect((await seen(page)).toSorted()).toEqual(['disk R1', 'pay R2']);
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('kim');
    await page.keyboard.press('Escape');
    expect(await owner.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.getByRole('button', { name: 'Leave out Owner: Kim Doe' }).focus();
    await page.keyboard.press('Enter');
    expect(await search(page)).toBe('');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('items-q');
  });

  it('takes a press on the words of a choice for the choice, and leaves its list open', async () => {
    const page = await open();
    await page.click('summary:has-text("State")');
    const words = page.locator('.item-facet[open] label', { hasText: 'done' });
    const { x, y, width, height } = (await words.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.click(x + width / 2, y + height / 2);
    expect(await search(page)).toBe('?state=done');
    expect(await page.locator('.item-facet[open]').count()).toBe(1);
    await page.mouse.click(4, 4);
    expect(await page.locator('.item-facet[open]').count()).toBe(0);
  });

  it('sorts both ways at a press of a head, and says so', async () => {
    const page = await open('?group=none');
    const head = page.locator('th[data-column="item"]');
    const press = head.getByRole('button');
    await press.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect((await seen(page)).filter((name) => name.startsWith('pay'))).toEqual(['pay R2', 'pay R1']);
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await seen(page)).filter((name) => name.startsWith('pay'))).toEqual(['pay R1', 'pay R2']);
    expect(await search(page)).toBe('?sort=-item&group=none');
    expect(await page.locator('[aria-sort]').count()).toBe(1);
  });

  it('groups, and gives back what was before on the way back', async () => {
    const page = await open();
    await page.getByLabel('Group by').selectOption('owner');
    expect(await groups(page)).toEqual(['Kim Doe 2', 'Lee Roe 2', 'Storage 1', 'Nobody’s 1']);
    await page.getByRole('checkbox', { name: /^Overdue/ }).check();
    expect(await groups(page)).toEqual(['Kim Doe 2']);
    expect(await search(page)).toBe('?overdue=1&group=owner');
    await page.goBack();
    expect(await groups(page)).toHaveLength(4);
    expect(await page.getByRole('checkbox', { name: /^Overdue/ }).isChecked()).toBe(false);
    await page.goBack();
    expect(await groups(page)).toEqual([
      'Overdue 2',
      'Open, not yet due 2',
      'Open, without a due date 1',
      'Done 1',
    ]);
    // The row in which somebody is moves, and keeps the focus.
    const link = page.locator('.item-table a', { hasText: 'Zebra' });
    await link.focus();
    await page.goForward();
    expect(await search(page)).toBe('?group=owner');
    expect(await groups(page)).toHaveLength(4);
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
    // One that goes leaves it to the field for words.
    await page.goForward();
    expect(await seen(page)).not.toContain('pay R1');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('items-q');
  });

  it('opens the view of an address, and counts what each other choice would leave', async () => {
    const page = await open('?open=1&priority=P1&sort=due&columns=item,due#overdue');
    expect(await seen(page)).toEqual(['pay R2', 'disk R1', 'disk R3']);
    expect(await page.locator('.item-table thead th:visible').allInnerTexts()).toEqual(['Item', 'Due']);
    await page.locator('.item-facet summary', { hasText: 'Priority' }).click();
    const counts = await page.locator('.item-facet[open] label').allInnerTexts();
    expect(counts.map((text) => text.replace(/\s+/g, ' ').trim())).toEqual(['P1 3', 'P2 0', 'P3 1']);
    expect(await page.getByRole('checkbox', { name: /^Overdue/ }).isChecked()).toBe(false);
    expect(await page.locator('.item-flags').innerText()).toMatch(/Overdue\s+2/);
    // Who follows a link to a view sees first what was asked for.
    const inSight = () =>
      page.locator('.item-view').evaluate((view) => Math.round(view.getBoundingClientRect().top) >= 0);
    await expect.poll(inSight).toBe(true);
  });

  it.each([
    ['an order', '?sort=__proto__'],
    ['an owner', '?owner=%3Cscript%3Ealert(1)%3C/script%3E'],
    ['words', `?q=${encodeURIComponent(hostile)}`],
    ['columns', '?columns=__proto__,x'],
    ['a group', '?group=constructor&team=__proto__'],
    ['a length', `?type=${'x'.repeat(5000)}`],
    ['days', '?due-after=%00&due-within=-1d'],
  ])('takes no harm from %s that nobody meant', async (_, query) => {
    const page = await open(query);
    expect(await status(page)).toMatch(/6 items\./);
    expect(await page.locator('.item-view img, .item-view script').count()).toBe(0);
    if (/owner|team|type|due/.test(query)) expect(await seen(page)).toEqual([]);
    expect((await status(page))?.length).toBeLessThan(250);
  });

  it('works from a disk', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'afterword items '));
    try {
      for (const [file, content] of project.files) {
        await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
        await writeFile(path.join(folder, file), content);
      }
      const page = await open('?owner=kim', { from: pathToFileURL(`${folder}/`).href });
      expect((await seen(page)).toSorted()).toEqual(['disk R1', 'pay R2']);
      await page.getByRole('checkbox', { name: /^Overdue/ }).check();
      expect(await search(page)).toBe('?owner=kim&overdue=1');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('shows everything without a script, and leads to the groups', async () => {
    const page = await open('?overdue=1#overdue', { scripts: false });
    expect((await seen(page)).toSorted()).toEqual(all.toSorted());
    expect(await page.locator('.item-groups a').allInnerTexts()).toContain('Overdue');
    expect(await page.locator('th:visible').allInnerTexts()).toEqual(
      expect.arrayContaining(['Verified', 'Causes']),
    );
  });

  it.each([1440, 360])('has nothing that axe finds, at %i px', async (width) => {
    const page = await open('?open=1', { width });
    if (width < 400) await page.getByText('More filters').click();
    await page.locator('.item-facet summary', { hasText: 'Owner' }).click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
});

describe('days late', () => {
  it('are counted on to today, and what has become late is marked', async () => {
    const page = await open('', { now: '2026-11-25T12:00:00Z' });
    const late = (item: string) =>
      page.locator('tr[data-state]', { hasText: item }).locator('[data-late-after]').innerText();
    expect(await late('Anchor')).toBe('56');
    expect(await late('Zebra')).toBe('3 since the build');
    expect(await page.locator('.freshness').innerText()).toMatch(/out of date.*22 November 2026, 3 days ago/);
    await page.goto(base);
    expect(await page.locator('main').innerText()).toMatch(/late by 56 days|56/);
  });

  it.each(['2026-11-22T12:00:00Z', '2020-01-01T00:00:00Z'])('stay as they are on %s', async (now) => {
    const page = await open('', { now });
    expect(await page.locator('tr[data-state]', { hasText: 'Anchor' }).locator('[data-late-after]').innerText()).toBe('53'); // prettier-ignore
    expect(await page.locator('.freshness').innerText()).toBe('');
  });
});
