import { inflateSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { PublicIncident } from '../../src/audience/publicHistory.js';
import { block, commitment, day, impact, incident, inline, render, when } from '../render/history.js';
import { launch, readBuiltStyles } from './browser.js';

let browser: Browser;
let styleOf: (address: string) => string;
beforeAll(async () => {
  browser = await launch();
  styleOf = await readBuiltStyles(inject('builtSites'));
});
afterAll(() => browser.close());

const base = 'https://status.example.com/base/';

/** The page of an incident, served from what was rendered, in a browser of somewhere. */
async function open(
  changes: Partial<PublicIncident>,
  options: BrowserContextOptions & { language?: string } = {},
): Promise<Page> {
  const { language = 'en', ...contextOptions } = options;
  const shown = incident(changes);
  const { files } = render({
    incidents: [shown],
    site: {
      title: 'Example history',
      url: base,
      language,
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  });
  const context = await browser.newContext(contextOptions);
  await context.route('**/*', (route) => {
    const address = route.request().url().slice(base.length).replace(/#.*/, '');
    const isSheet = address.endsWith('.css');
    const body = isSheet
      ? styleOf(address)
      : files.get(address.endsWith('/') ? `${address}index.html` : address);
    const contentType = isSheet ? 'text/css' : address.endsWith('.js') ? 'text/javascript' : 'text/html; charset=utf-8'; // prettier-ignore
    return body === undefined ? route.fulfill({ status: 404 }) : route.fulfill({ body, contentType });
  });
  const page = await context.newPage();
  await page.goto(`${base}incidents/${shown.id}/`);
  return page;
}

/** The text of an element as it is seen, a line for each of its lines. */
const read = async (page: Page, selector: string): Promise<string> =>
  (await page.locator(selector).first().innerText()).replace(/\s+/g, ' ').trim();

/** The times in the margin of the timeline, with the days above them. */
const readMargin = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(
    `[...document.querySelectorAll('.entry-time')].map((entry) => entry.textContent.replace(/\\s+/g, ' ').trim())`,
  );

const entry = (at: string, until?: string) => ({
  at: when(at),
  until: until === undefined ? undefined : when(until),
  kind: 'note' as const,
  text: inline('Something.'),
});

const late: Partial<PublicIncident> = {
  started: when('2026-06-14 22:10'),
  mitigated: when('2026-06-14 23:30'),
  resolved: when('2026-06-14 23:30'),
  impact: [impact({ from: when('2026-06-14 22:10'), to: when('2026-06-14 23:30') })],
  timeline: [
    entry('2026-06-14 22:10'),
    entry('2026-06-14 22:40', '2026-06-14 23:20'),
    entry('~2026-06-14 23:30'),
    entry('2026-06-15 morning'),
    entry('2026-06-16'),
    entry('2026-06-16 09:00'),
  ],
};

describe('the switch of zones', () => {
  it('shows every time in the reader’s own zone, says days that change, and goes back', async () => {
    const page = await open(late, { timezoneId: 'Europe/Berlin' });
    const before = await read(page, 'main');
    expect(await read(page, '.zone-switch')).toBe(
      'Show times as Dublin time your time, Central European Summer Time',
    );
    const [own, yours] = [
      page.locator('.zone-switch button').nth(0),
      page.locator('.zone-switch button').nth(1),
    ];
    expect(await own.getAttribute('aria-pressed')).toBe('true');
    await yours.click();
    expect(await yours.getAttribute('aria-pressed')).toBe('true');
    expect(await own.getAttribute('aria-pressed')).toBe('false');
    expect(await read(page, '.facts .fact:nth-child(3)')).toContain(
      '14 June 2026, 23:10 to 15 June 2026, 00:30, your time, UTC+2',
    );
    expect(await read(page, '.impact td:nth-child(3)')).toBe('14 June 2026, 23:10 to 15 June 2026, 00:30');
    expect(await readMargin(page)).toEqual([
      '14 June 2026, 23:10',
      '23:40 to 15 June 2026, 00:20',
      '15 June 2026, about 00:30',
      'morning (Dublin time)',
      '16 June 2026',
      '10:00',
    ]);
    expect(await read(page, '#what-happened + .margin-note')).toBe('In your time, UTC+2');
    expect(await page.evaluate('document.querySelector(".windows-tick text").textContent')).toMatch(
      /^23:\d\d$/,
    );
    await own.click();
    expect(await read(page, 'main')).toBe(before);
    await page.context().close();
  });

  it('is remembered for the tab', async () => {
    const page = await open(late, { timezoneId: 'America/New_York' });
    await page.locator('.zone-switch button').nth(1).click();
    await page.reload();
    expect(await page.locator('.zone-switch button').nth(1).getAttribute('aria-pressed')).toBe('true');
    expect((await readMargin(page))[0]).toBe('14 June 2026, 17:10');
    await page.context().close();
  });

  it('works where nothing may be kept', async () => {
    const page = await open(late, { timezoneId: 'America/New_York' });
    await page.addInitScript(
      `Object.defineProperty(window, 'sessionStorage', { get() { throw new Error('no'); } });`,
    );
    await page.reload();
    await page.locator('.zone-switch button').nth(1).click();
    expect((await readMargin(page))[0]).toBe('14 June 2026, 17:10');
    await page.context().close();
  });

  it('is not there for a reader whose clocks show the same, nor where no clock is read', async () => {
    for (const [changes, timezoneId] of [
      [late, 'Europe/London'],
      [
        { started: when('2026-06-14'), mitigated: when('2026-06-15'), resolved: when('2026-06-15') },
        'Asia/Tokyo',
      ],
    ] as const) {
      const page = await open(changes, { timezoneId });
      expect(await page.locator('button').count()).toBe(0);
      expect(await page.locator('.zone-switch').innerText()).toBe('');
      await page.context().close();
    }
  });

  it('names an hour that the reader’s clock showed twice by its offset', async () => {
    const page = await open(
      {
        timeline: [entry('2026-10-25T00:30Z'), entry('2026-10-25T01:30Z')],
        started: when('2026-10-25T00:30Z'),
      },
      { timezoneId: 'Europe/Berlin' },
    );
    await page.locator('.zone-switch button').nth(1).click();
    expect(await readMargin(page)).toEqual(['25 October 2026, 02:30 (UTC+2)', '02:30 (UTC+1)']);
    await page.context().close();
  });

  it('speaks German on a German site', async () => {
    const page = await open(late, { timezoneId: 'America/New_York', language: 'de' });
    expect(await read(page, '.zone-switch')).toBe(
      'Zeiten zeigen als Ortszeit Dublin Ihre Zeit, Nordamerikanische Ostküsten-Sommerzeit',
    );
    await page.locator('.zone-switch button').nth(1).click();
    expect(await read(page, '.facts .fact:nth-child(3)')).toContain(
      '14. Juni 2026, 17:10 bis 18:30, Ihre Zeit, UTC−4',
    );
    expect((await readMargin(page)).slice(0, 4)).toEqual([
      '14. Juni 2026, 17:10',
      '17:40 bis 18:20',
      'gegen 18:30',
      '15. Juni 2026, vormittags (Ortszeit Dublin)',
    ]);
    await page.context().close();
  });
});

const whole: Partial<PublicIncident> = {
  ...late,
  summary: inline('The disk was full.'),
  causes: [
    {
      id: 'C1',
      kind: 'root',
      category: 'capacity',
      text: inline('See [the manual](https://docs.example/disk).'),
    },
  ],
  remediation: [commitment('R1'), commitment('R2'), commitment('R3')],
  questions: [{ date: day('2026-06-20'), question: inline('Again?'), answer: block('No.') }],
  signed: 'Ada Byrne, Head of Operations',
};

describe('a phone', () => {
  it('answers in its first view: what, for whom, how long, and where the fixes stand', async () => {
    for (const title of [
      'A full disk stopped checkout',
      'Checkout answered with errors '.repeat(7).slice(0, 200),
    ]) {
      const page = await open({ ...whole, title }, { viewport: { width: 360, height: 740 } });
      const bottoms = await page.evaluate<number[]>(
        `[...document.querySelectorAll('.fact-value')].map((fact) => fact.getBoundingClientRect().bottom)`,
      );
      expect(bottoms).toHaveLength(4);
      expect(Math.max(...bottoms), title).toBeLessThan(740);
      await page.context().close();
    }
  });

  it('never scrolls sideways, whatever it is shown, in either direction of writing', async () => {
    const extremes: Partial<PublicIncident>[] = [
      {},
      { ...whole, title: 'Donaudampfschifffahrtsgesellschaft'.repeat(6).slice(0, 200) },
      { ...whole, title: 'توقف الدفع لساعات', summary: inline('امتلأ القرص، فتوقفت الطلبات.') },
      {
        timeline: Array.from({ length: 120 }, (_, index) => ({
          ...entry('2026-06-14 22:10'),
          text: inline(`Step ${index} ${'x'.repeat(90)}`),
        })),
      },
    ];
    for (const changes of extremes) {
      for (const language of ['en', 'ar']) {
        const page = await open(changes, {
          viewport: { width: 320, height: 740 },
          language,
          timezoneId: 'Asia/Tokyo',
        });
        await page.locator('.zone-switch button').nth(1).click();
        expect(
          await page.evaluate<number>('document.documentElement.scrollWidth'),
          `${language}: ${JSON.stringify(changes).slice(0, 80)}`,
        ).toBe(320);
        await page.context().close();
      }
    }
  });
});

describe('on paper', () => {
  it('is ink on white from a dark screen too, without navigation or controls, and reads in its order', async () => {
    const page = await open(whole, { colorScheme: 'dark', timezoneId: 'Asia/Tokyo' });
    const pages = readPdf(await page.pdf({ format: 'A4', printBackground: true }));
    await page.emulateMedia({ media: 'print' });
    const colours = await page.evaluate<string[]>(
      `[getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]`,
    );
    expect(colours).toEqual(['rgb(255, 255, 255)', 'rgb(0, 0, 0)']);
    const text = pages.join(' ');
    const order = [
      'A full disk stopped checkout',
      // Beside each other.
      'What For whom How long Where the fixes stand',
      'Outage',
      'The disk was full.',
      'Impact by service',
      '14 June 2026, 22:10 to 23:30',
      'What happened',
      'Why it happened',
      'https://docs.example/disk',
      'What was promised',
      'Promise R3',
      'Questions and answers',
      'Ada Byrne, Head of Operations',
      'https://status.example.com/base/incidents/2026-03-14-disk/',
    ];
    let at = 0;
    for (const words of order) {
      const found = text.indexOf(words.replaceAll(' ', ''), at);
      expect(found, words).toBeGreaterThanOrEqual(at);
      at = found;
    }
    for (const words of [
      'Skip to',
      'Services',
      'Commitments',
      'Search',
      'Show times as',
      'On this page',
      'as Markdown',
    ])
      expect(text).not.toContain(words.replaceAll(' ', ''));
    await page.context().close();
  });

  it('tears no entry and no promise in two', async () => {
    const long = Array.from({ length: 60 }, (_, index) => ({
      ...entry('2026-06-14 22:10'),
      text: inline(`[begin${index}] ${'A long sentence that takes its room. '.repeat(6)} [end${index}]`),
    }));
    const page = await open({ ...late, timeline: long }, { timezoneId: 'Europe/Dublin' });
    const pages = readPdf(await page.pdf({ format: 'A4' }));
    expect(pages.length).toBeGreaterThan(3);
    for (let index = 0; index < 60; index++)
      expect(
        pages.filter((text) => text.includes(`[begin${index}]`) && text.includes(`[end${index}]`)),
        `entry ${index}`,
      ).toHaveLength(1);
    await page.context().close();
  });
});

/**
 * The text of each page of a PDF of Chromium, from its top to its bottom; without spaces, since those are often none there. Boxes are
 * painted in an order of their own.
 */
function readPdf(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map((found) => [
      found[1] ?? '',
      found[2] ?? '',
    ]),
  );
  const readStream = (id: string): string => {
    const object = objects.get(id) ?? '';
    const data = /stream\r?\n([\s\S]*?)\r?\nendstream/.exec(object)?.[1] ?? '';
    return /FlateDecode/.test(object) ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data;
  };
  const readFont = (id: string): Map<number, string> => {
    const map = readStream(/\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '');
    const letters = new Map<number, string>();
    const say = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
    for (const [, part = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
      for (const [, glyph = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)>/g))
        letters.set(Number.parseInt(glyph, 16), say(hex));
    for (const [, part = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
      for (const [, from = '', to = '', hex = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
        for (let glyph = Number.parseInt(from, 16); glyph <= Number.parseInt(to, 16); glyph++)
          letters.set(
            glyph,
            String.fromCharCode(Number.parseInt(hex, 16) + glyph - Number.parseInt(from, 16)),
          );
    return letters;
  };
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((object) => {
      const fonts = new Map(
        [...object.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((found) => [
          found[1] ?? '',
          readFont(found[2] ?? ''),
        ]),
      );
      const content = readStream(/\/Contents (\d+) 0 R/.exec(object)?.[1] ?? '');
      const runs: { y: number; text: string }[] = [];
      let font: Map<number, string> | undefined;
      // Of each matrix only what moves and scales from top to bottom.
      let [scale, shift, y] = [1, 0, 0];
      const stack: [number, number][] = [];
      const operators =
        /(?<=^|\n)(q|Q)(?=\n)|([-\d.]+) [-\d.]+ ([-\d.]+) (cm|Tm)|\/(F\d+) [\d.]+ Tf|<([\dA-F]+)> Tj/g;
      for (const [, mark, fourth = '', last = '', matrix, name, glyphs = ''] of content.matchAll(operators)) {
        if (mark === 'q') stack.push([scale, shift]);
        else if (mark === 'Q') [scale, shift] = stack.pop() ?? [1, 0];
        else if (matrix === 'Tm') y = scale * Number(last) + shift;
        else if (matrix === 'cm') {
          [scale, shift] = [scale * Number(fourth), scale * Number(last) + shift];
        } else if (name !== undefined) font = fonts.get(name);
        else {
          const letters = glyphs.match(/.{4}/g) ?? [];
          runs.push({
            y,
            text: letters.map((glyph) => font?.get(Number.parseInt(glyph, 16)) ?? '').join(''),
          });
        }
      }
      const text = runs
        .toSorted((one, other) => Math.round(other.y) - Math.round(one.y))
        .map((run) => run.text);
      return text.join('').normalize('NFKC').replace(/\s+/g, '');
    });
}
