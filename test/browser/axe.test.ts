import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, listKinds, serve } from './browser.js';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

describe.each(inject('builtSites'))('$name', (site) => {
  it.each([320, 1280])('has nothing that axe objects to at %i px, in light and dark', async (width) => {
    const { base, page } = await serve(browser, site, {
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    });
    const found: string[] = [];
    for (const address of await listKinds(site)) {
      await page.goto(base + address);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
        // Dark pages differ from light ones in nothing but colour.
        const asked = colorScheme === 'light' ? axe.withTags(tags) : axe.withRules('color-contrast');
        const { violations, passes } = await asked.analyze();
        expect(passes.map(({ id }) => id)).toContain('color-contrast');
        for (const { id, nodes } of violations) {
          const [first] = nodes;
          found.push(
            `${address || '/'} (${colorScheme}) ${id}, ${nodes.length} times: ${first?.html.slice(0, 160)}\n${first?.failureSummary}`,
          );
        }
      }
    }
    await page.context().close();
    expect(found.join('\n\n')).toBe('');
  });
});
