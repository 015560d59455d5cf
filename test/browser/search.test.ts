import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { body, impact, incident, inline, major, minor, render, service, when } from '../render/history.js';
import { launch } from './browser.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const base = 'https://status.example.com/base/';

const site = {
  title: 'Example history',
  url: base,
  language: 'en',
  zone: 'Europe/Dublin',
  totals: true,
  weights: { outage: 1, partial: 0.3, degraded: 0 },
  brand: {},
};

const [checkout, search] = [service('checkout'), service('search')];

const cause = (category: string) => ({
  id: 'C1',
  kind: 'root' as const,
  category,
  text: inline('It was that.'),
});

const incidents = [
  incident({
    id: '2026-05-01-a',
    title: 'Baskets were empty',
    started: when('2026-05-01 10:00'),
    severity: major,
    impact: [impact({ service: checkout })],
    causes: [cause('change')],
    timeline: [
      {
        at: when('2026-05-01 10:05'),
        until: undefined,
        kind: 'note',
        text: inline('A cormorant sits on the mast.'),
      },
    ],
  }),
  incident({
    id: '2026-04-01-b',
    title: 'Payment was slow',
    started: when('2026-04-01 10:00'),
    severity: minor,
    impact: [impact({ service: checkout, level: 'degraded' })],
    causes: [cause('capacity')],
  }),
  incident({
    id: '2025-03-01-c',
    title: 'No results for <b>anything</b>',
    year: 2025,
    started: when('2025-03-01 10:00'),
    severity: major,
    impact: [impact({ service: search })],
    causes: [cause('change')],
  }),
  incident({
    id: '2024-02-01-d',
    title: 'A day without letters',
    year: 2024,
    started: when('2024-02-01 10:00'),
    severity: minor,
    impact: [impact({ service: search })],
    body: body('## Was geschah\n\nDie Störung begann mit einem Übertragungsfehler.\n'),
  }),
];

interface Visit {
  page: Page;
  /** The files that were asked for, below the base. */
  requests: string[];
  complaints: string[];
}

const pages: Page[] = [];
afterEach(async () => {
  for (const page of pages.splice(0)) await page.context().close();
});

/** A page of the site in a browser of its own; `broken` are files that are not there. */
async function visit(address: string, { language = 'en', broken = /^$/ } = {}): Promise<Visit> {
  const { files } = render({ incidents, services: [checkout, search], site: { ...site, language } });
  const page = await browser.newPage();
  pages.push(page);
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push('a dialog');
    void dialog.dismiss();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 404/.test(message.text())) complaints.push(message.text());
  });
  await page.route('**/*', async (route) => {
    const url = route.request().url();
    const file = url.slice(base.length).replace(/[?#].*$/, '').replace(/(^|\/)$/, '$1index.html'); // prettier-ignore
    requests.push(file);
    const found = url.startsWith(base) && !broken.test(file) ? files.get(file) : undefined;
    const type = { '.html': 'text/html', '.css': 'text/css', '.js': 'text/javascript' }[path.extname(file)];
    await (found === undefined
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body: found, contentType: `${type ?? 'application/json'}; charset=utf-8` }));
  });
  await page.goto(base + address);
  return { page, requests, complaints };
}

const titles = (page: Page): Promise<string[]> =>
  page.locator('.incident-title').filter({ visible: true }).allInnerTexts();

const status = (page: Page) => page.getByRole('status');

const all = incidents.map(({ title }) => title);

async function waitForStatus(page: Page, text: string): Promise<void> {
  await expect.poll(() => status(page).innerText(), { timeout: 20_000 }).toBe(text);
}

describe('filters', () => {
  it('together leave exactly what has all of them, at once, and stand in the URL', async () => {
    const { page, requests, complaints } = await visit('');
    expect(await titles(page)).toEqual(all);
    expect(requests.filter((file) => file.startsWith('search/'))).toEqual([]);
    await page.getByLabel('Service').selectOption('checkout');
    await waitForStatus(page, '2 incidents');
    expect(await titles(page)).toEqual(['Baskets were empty', 'Payment was slow']);
    await page.getByLabel('Severity').selectOption('1');
    await waitForStatus(page, '1 incident');
    expect(await titles(page)).toEqual(['Baskets were empty']);
    expect(new URL(page.url()).search).toBe('?service=checkout&severity=1');
    expect(await page.locator('.finder-results .incident-line').innerText()).toMatch(
      /1 May 2026\s+Baskets were empty\s+Major outage/,
    );
    // No text was needed for that.
    expect(requests.filter((file) => file.startsWith('search/'))).toEqual(['search/incidents.json']);
    expect(complaints).toEqual([]);
  });

  it('lead to the plain page where there is only one, and back to everything', async () => {
    const { page } = await visit('');
    await page.getByLabel('Cause').selectOption('change');
    await waitForStatus(page, '2 incidents');
    const own = page.getByRole('link', { name: 'This list has a page of its own' });
    expect(await own.getAttribute('href')).toBe(`${base}causes/change/`);
    await page.getByRole('button', { name: 'Clear all' }).click();
    await expect.poll(() => titles(page)).toEqual(all);
    expect(page.url()).toBe(base);
  });

  it('come back from the URL, on a reload and on the way back', async () => {
    const { page } = await visit('?severity=1&year=2026');
    await waitForStatus(page, '1 incident');
    expect(await page.getByLabel('Year').inputValue()).toBe('2026');
    await page.reload();
    await waitForStatus(page, '1 incident');
    await page.getByRole('link', { name: 'Baskets were empty' }).last().click();
    await page.waitForURL(`${base}incidents/2026-05-01-a/`);
    await page.goBack();
    await waitForStatus(page, '1 incident');
    expect(await titles(page)).toEqual(['Baskets were empty']);
  });

  it('say so when nothing is left, and show the way out', async () => {
    const { page } = await visit('?service=search&year=2026');
    await waitForStatus(page, 'No published incident fits all of this.');
    expect(await titles(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show all incidents' }).click();
    await expect.poll(() => titles(page)).toEqual(all);
  });

  it('take nothing from a URL that is none of theirs', async () => {
    const { page, complaints } = await visit(
      '?service=__proto__&severity=constructor&cause=toString&year=../..&utm=x',
    );
    expect(await titles(page)).toEqual(all);
    expect(await page.getByLabel('Service').inputValue()).toBe('');
    await page.getByLabel('Severity').selectOption('3');
    await waitForStatus(page, '2 incidents');
    expect(new URL(page.url()).search).toBe('?severity=3&utm=x');
    expect(complaints).toEqual([]);
  });
});

describe('the search', () => {
  it('finds a word that stands in a timeline alone, by its beginning, and marks it', async () => {
    const { page, requests } = await visit('search/');
    await page.getByLabel('Words in the reports').fill('cormor');
    await waitForStatus(page, '1 incident');
    expect(await titles(page)).toEqual(['Baskets were empty']);
    expect(await page.locator('.fragment').innerText()).toBe('A cormorant sits on the mast.');
    expect(await page.locator('mark').allInnerTexts()).toEqual(['cormorant']);
    expect(new URL(page.url()).search).toBe('?q=cormor');
    expect(requests).toEqual(
      expect.arrayContaining(['search/2026.json', 'search/2025.json', 'search/2024.json']),
    );
    await page.getByRole('link', { name: 'Baskets were empty' }).click();
    await page.waitForURL(`${base}incidents/2026-05-01-a/`);
  });

  it('loads no more than the years that can have it', async () => {
    const { page, requests } = await visit('search/?year=2024&q=letters');
    await waitForStatus(page, '1 incident');
    expect(requests.filter((file) => /\d{4}\.json$/.test(file))).toEqual(['search/2024.json']);
  });

  it('finds words with umlauts however they are written, and names', async () => {
    const { page } = await visit('search/');
    for (const [words, title] of [
      ['STÖRUNG', 'A day without letters'],
      ['stoerung', 'A day without letters'],
      ['storung ubertragungs', 'A day without letters'],
      ['payment checkout degraded', 'Payment was slow'],
    ] as const) {
      await page.getByLabel('Words in the reports').fill(words);
      await expect.poll(() => titles(page), { timeout: 20_000, message: words }).toEqual([title]);
    }
  });

  it('takes similar words only where nothing has the very words, and says so', async () => {
    const { page } = await visit('search/?q=cormoramt');
    await waitForStatus(page, 'Nothing has exactly these words; 1 incident has similar ones');
    expect(await page.locator('mark').allInnerTexts()).toEqual(['cormorant']);
  });

  it('shows what is asked and what is found as text, whatever it is', async () => {
    const words = '<img src=x onerror=alert(1)>"\'';
    const { page, complaints } = await visit(`search/?q=${encodeURIComponent(words)}`);
    await waitForStatus(page, 'No published incident fits all of this.');
    expect(await page.getByLabel('Words in the reports').inputValue()).toBe(words);
    expect(await page.locator('main img').count()).toBe(0);
    await page.getByLabel('Words in the reports').fill('anything');
    await waitForStatus(page, '1 incident');
    expect(await titles(page)).toEqual(['No results for <b>anything</b>']);
    expect(await page.locator('.finder-results b').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('works with the keyboard alone', async () => {
    const { page } = await visit('search/');
    for (let step = 0; step < 20; step++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate<boolean>("document.activeElement.id === 'finder-q'")) break;
    }
    await page.keyboard.type('slow');
    await page.keyboard.press('Enter');
    await waitForStatus(page, '1 incident');
    for (const name of ['service', 'severity', 'cause', 'year']) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate<string>('document.activeElement.name')).toBe(name);
    }
    await page.keyboard.press('Tab');
    expect(await page.evaluate<string>('document.activeElement.textContent')).toBe('Clear all');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${base}incidents/2026-04-01-b/`);
  });

  it('speaks the language of the pages', async () => {
    const { page } = await visit('search/', { language: 'de' });
    await page.getByLabel('Wörter in den Berichten').fill('störung');
    await waitForStatus(page, '1 Vorfall');
    await page.getByLabel('Schweregrad').selectOption('1');
    await waitForStatus(page, 'Kein veröffentlichter Vorfall passt dazu.');
    expect(await page.getByRole('link', { name: 'Alle Vorfälle zeigen' }).getAttribute('href')).toBe('../');
    expect(await page.locator('main').innerText()).not.toMatch(/\b(?:incidents?|all|show|year)\b/i);
  });
});

describe('without what it needs', () => {
  it.each([
    ['the facts', /incidents\.json$/, '?service=checkout'],
    ['the texts', /2025\.json$/, '?q=slow'],
    ['the script', /assets\/search-/, '?q=slow'],
  ])('of %s it says so, and the plain lists are there', async (_, broken, query) => {
    const { page } = await visit(query, { broken });
    await waitForStatus(
      page,
      'The search could not be loaded. These lists lead to every incident without it.',
    );
    expect(await titles(page)).toEqual(all);
    await page.locator('summary', { hasText: 'Year' }).click();
    expect(await page.getByRole('link', { name: '2025' }).first().isVisible()).toBe(true);
  });

  it('from a disk leaves the plain lists, and says why on its own page', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'afterword-search-'));
    const { files } = render({ incidents });
    for (const [file, content] of files) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), content);
    }
    const page = await browser.newPage();
    pages.push(page);
    await page.goto(`${pathToFileURL(path.join(folder, 'search/index.html')).href}?q=slow`);
    expect(await page.locator('input, select').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('a page that was opened from the web');
    await page.locator('summary', { hasText: 'Severity' }).click();
    expect(await page.getByRole('link', { name: 'Minor disruption' }).isVisible()).toBe(true);
    await rm(folder, { recursive: true });
  });
});
