import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHollowHistory } from '../../src/audience/hollowHistory.js';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import type { PublicHistory } from '../../src/audience/publicHistory.js';
import { understandProject } from '../../src/commands/project.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { findAttribute, listElements, readPage } from '../sites/readPage.js';
import { mirrorText, pseudo } from './pseudoLocale.js';

/*
 * Every word that pages say by themselves comes out of the catalogue: the example without a word of its authors, in a language
 * that is English in Hebrew letters, has no Latin letter left but those that are listed here.
 */

/** What authors' texts become in a hollow history, and names of things that are the same in every language. */
const meant = new Set(['x', 'X', 'UTC', 'Afterword']);

/** Attributes that somebody hears or reads, or that a script shows. */
const shown = /^(?:aria-label|aria-description|aria-roledescription|title|alt|placeholder|data-.+)$/;
/** What scripts read, and nobody else. */
const codes = new Set(
  'data-form data-home data-instant data-language data-manifest data-name data-search data-unfiltered data-value data-zone-id'.split(
    ' ',
  ),
);

let files: ReadonlyMap<string, string>;

beforeAll(async () => {
  const root = path.join(import.meta.dirname, '../sites/northwind');
  const { history, documents } = await understandProject(root, () => '2026-11-22');
  if (!history) throw new Error('northwind was not understood');
  const hollow: PublicHistory = createHollowHistory(createPublicHistory(history, documents));
  const outputs = renderPublicSite({ ...hollow, site: { ...hollow.site, language: 'he' } }, pseudo);
  files = new Map(outputs.map((output) => [output.path, String(output.content)]));
}, 60_000);

/** What is left in Latin letters of texts, each word once. */
function findLatin(texts: readonly string[]): string[] {
  const words = texts.flatMap(
    (text) =>
      text
        .replace(/https?:\/\/\S+|\b[\w/-]+\.(?:html|md|json|atom|ics|rss|invalid)\b|\bx-\d+\b|\{\w+\}/g, ' ')
        .match(/[A-Za-z]+/g) ?? [],
  );
  return [...new Set(words)].filter((word) => !meant.has(word));
}

function listTexts(html: string): string[] {
  const elements = listElements(html);
  const attributes = elements.flatMap(({ tagName, attrs }) =>
    tagName === 'meta'
      ? attrs.filter(({ name }) => name === 'content' && isWords(attrs)).map(({ value }) => value)
      : attrs
          .filter(({ name, value }) => shown.test(name) && !codes.has(name) && value !== 'true')
          .map(({ value }) => value),
  );
  const drawn = elements.filter(({ tagName }) => /^(?:title|desc|text|tspan)$/.test(tagName));
  return [...readPage(html), ...attributes, ...drawn.flatMap(readText)];
}

/** Of what a page says of itself in its head, that which people are shown. */
function isWords(attributes: readonly { name: string; value: string }[]): boolean {
  const name = attributes.find((one) => one.name === 'name' || one.name === 'property')?.value ?? '';
  return /^(?:description|(?:og|twitter):(?:title|description|image:alt))$/.test(name);
}

function readText({ childNodes }: ReturnType<typeof listElements>[number]): string[] {
  return childNodes.flatMap((node) => ('value' in node ? [node.value] : []));
}

/** Which words are left, each with the first file that has it. */
function findLeft(told: Iterable<readonly [string, readonly string[]]>): Record<string, string> {
  const left: Record<string, string> = {};
  for (const [file, texts] of told) for (const word of findLatin(texts)) left[word] ??= file;
  return left;
}

describe('in a language in other letters', () => {
  it('no page has an English word of ours', () => {
    const pages = [...files].filter(([file]) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(40);
    expect(findLeft(pages.map(([file, html]) => [file, listTexts(html)]))).toEqual({});
  });

  it('nor has a report as Markdown', () => {
    const reports = [...files].filter(([file]) => file.endsWith('.md'));
    expect(reports.length).toBeGreaterThan(20);
    // Where a link leads is not said, nor the name of a footnote.
    expect(
      findLeft(reports.map(([file, text]) => [file, [text.replace(/\]\([^)]*\)|\[\^[^\]]*\]/g, ']')]])),
    ).toEqual({});
  });

  it('nor has a feed', () => {
    const feeds = [...files].filter(([file]) => file.startsWith('feeds/') && file.endsWith('.atom'));
    expect(feeds.length).toBeGreaterThan(4);
    const told = feeds.map(([file, xml]): [string, string[]] => [
      file,
      [...xml.matchAll(/<(?:title|summary|content)[^>]*>([^<]*)</g)].map((found) =>
        (found[1] ?? '').replace(/&#x3C;[^>]*>/g, ' '),
      ),
    ]);
    expect(told.filter(([, texts]) => texts.length === 0)).toEqual([]);
    expect(findLeft(told)).toEqual({});
  });

  it('nor has the calendar', () => {
    const calendar = (files.get('calendar.ics') ?? '').replace(/\r\n /g, '');
    const told = [...calendar.matchAll(/^(?:SUMMARY|DESCRIPTION):(.*)$/gm)];
    expect(told.length).toBeGreaterThan(5);
    expect(findLatin(told.map((found) => (found[1] ?? '').replaceAll('\\n', ' ')))).toEqual([]);
  });

  it('every page says its language and runs from right to left', () => {
    for (const [file, html] of files) {
      if (!file.endsWith('.html')) continue;
      const [root] = listElements(html);
      expect(root && [findAttribute(root, 'lang'), findAttribute(root, 'dir')], file).toEqual(['he', 'rtl']);
    }
    expect(files.get('index.html')).toContain(`>${mirrorText('Skip to the content')}<`);
  });
});
