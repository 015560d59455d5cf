import { describe, expect, it } from 'vitest';
import { createSettings } from '../../src/settings/createSettings.js';

const create = (language: string) =>
  createSettings({
    path: 'site/site.yaml',
    text: `format: 1
title: Example
url: https://status.example.com/base
language: ${language}
timezone: Europe/Dublin
severities:
  - { id: major, label: Major outage }
`,
  });

describe('the language of a site', () => {
  it.each([
    ['en', 'en'],
    ['de', 'de'],
    ['de-at', 'de-AT'],
    ['EN-us', 'en-US'],
  ])('%s is %s, and its pages speak it', (written, language) => {
    const { settings, diagnostics } = create(written);
    expect(settings?.language).toBe(language);
    expect(diagnostics).toEqual([]);
  });

  it.each(['fr', 'ar-EG', 'gsw', 'no'])('%s has no words, so the pages are English and say so', (written) => {
    const { settings, diagnostics } = create(written);
    expect(settings?.language).toBe(written);
    expect(
      diagnostics.map(({ level, blocks, rule, place }) => [level, blocks, rule, place?.start.line]),
    ).toEqual([['info', false, 'language-untranslated', 4]]);
  });

  it.each(['german', 'English', 'en_US', 'de-', '"en us"', 'x-klingon', '"<b>"'])(
    '%s is no language',
    (written) => {
      const { settings, diagnostics } = create(written);
      expect(diagnostics.map(({ level, rule, place }) => [level, rule, place?.start.line])).toEqual([
        ['error', 'invalid-value', 4],
      ]);
      // What could not be read is left out, and nothing else is said of it.
      expect(settings?.language).toBe('en');
    },
  );
});
