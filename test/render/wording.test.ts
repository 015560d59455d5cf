import { describe, expect, it } from 'vitest';
import { english } from '../../src/render/wording/english.js';
import { german } from '../../src/render/wording/german.js';
import { findWording } from '../../src/render/wording/wording.js';
import { pageLanguages } from '../../src/settings/language.js';
import { body, inline, render, renderIncident } from './history.js';

it('the languages that the settings promise are those that have words', () => {
  const spoken = pageLanguages.map((tag) => findWording(tag).language.split('-')[0]);
  expect(spoken).toEqual([...pageLanguages]);
  expect(['de-AT', 'DE', 'en-US', 'fr', 'den'].map((tag) => findWording(tag).language)).toEqual([
    'de',
    'de',
    'en-GB',
    'en-GB',
    'en-GB',
  ]);
});

describe('a page in German', () => {
  const site = { site: { title: 'Vorfälle', url: 'https://status.example.com/', language: 'de-AT', zone: 'Europe/Vienna', totals: true, weights: { outage: 1, partial: 0.3, degraded: 0 }, brand: {} } }; // prettier-ignore

  it('says in German what it says by itself', () => {
    const { html, lines } = renderIncident({}, site);
    expect(html).toContain('<html lang="de-AT" dir="ltr">');
    expect(lines).toContain('Zum Inhalt springen');
    expect(lines).toContain('Zusagen');
    expect(lines.join('\n')).toMatch(/14\. März 2026, 09:05 bis 14:02/);
    expect(lines.join('\n')).toContain('4 h 57 min');
    expect(lines.join('\n')).toContain('Ortszeit Dublin');
    expect(html).not.toMatch(/ lang="en/);
  });

  it('has feeds in German', () => {
    const { site: made } = renderIncident({}, site);
    expect(made.file('feeds/all.atom')).toContain(
      '<title>Neuer Vorfall: A full disk stopped checkout</title>',
    );
    expect(made.file('feeds/kept.atom')).toContain('<title>Vorfälle: erfüllte Zusagen</title>');
    expect(made.file('feeds/all.atom')).toContain('xml:lang="de-AT"');
  });
});

describe('a page in a language that it does not speak', () => {
  const site = (language: string) => ({
    site: { title: 'تاريخ', url: 'https://status.example.com/', language, zone: 'Asia/Riyadh', totals: true, weights: { outage: 1, partial: 0.3, degraded: 0 }, brand: { contact: 'mailto:help@example.com' } }, // prettier-ignore
  });

  it('is in the language of its authors, and marks its own words as English', () => {
    const { page } = render(site('ar'));
    // Its sentences are English, so they run as English does; `16 open, 6 late` would come out as `open, 6 late 16`.
    expect(page('')).toContain('<html lang="ar" dir="ltr">');
    expect(page('')).toContain('<a class="skip" href="#content" lang="en-GB">Skip to the content</a>');
    expect(page('')).toMatch(/<nav [^>]*lang="en-GB"/);
    expect(page('')).toMatch(/<ul lang="en-GB"><li><a href="mailto:help@example.com">Contact/);
  });

  it('says of what it holds which words are its own, and which are of its authors', () => {
    const { html } = renderIncident(
      {
        title: 'Le paiement était en panne',
        summary: inline('Le disque était plein.'),
        numbers: [{ label: 'Commandes perdues', value: 'environ 1200' }],
        body: body('## Ce qui s’est passé\n\nLe disque était plein.'),
      },
      site('fr'),
    );
    expect(html).toContain('<main id="content" tabindex="-1" lang="en-GB">');
    for (const text of [
      'Le paiement était en panne</h1>',
      'Commandes perdues</dt>',
      'Le disque était plein.</p>',
    ])
      expect(html).toMatch(new RegExp(`<(h1|dt|p)[^>]* lang="fr"[^>]*>${text}`));
    expect(html).toMatch(/<div class="prose" dir="auto" lang="fr">/);
    expect(html).toMatch(/<bdi lang="fr">Major outage<\/bdi>/);
  });

  it('marks nothing where they are the same', () => {
    expect(render(site('en-US')).page('')).not.toMatch(/<(?!html)\w+[^>]* lang=/);
  });
});

/** Texts that are the same in both languages, and meant to be. */
const same = new Set([
  'direction: ltr',
  'text.code: Code',
  'incident.categories.hardware: Hardware',
  'incident.categories.software: Software',
  // The signs of units are the same in every language.
  ...[1, 3].flatMap((count) => [`time.minutes(${count}): 7 min`]),
]);

describe('German', () => {
  const pairs = listTexts(english, german, '');

  it('has no text that English has, but those that are meant', () => {
    expect(pairs.length).toBeGreaterThan(400);
    const equal = pairs.filter(({ one, other }) => one === other).map(({ path, one }) => `${path}: ${one}`);
    expect(equal.filter((line) => !same.has(line))).toEqual([]);
  });

  it('has no word of English in it', () => {
    const words =
      /\b(?:the|and|of|were|is|are|this|that|what|with|from|incidents?|services?|promises?|commitments?|until|since)\b/i;
    const mixed = pairs
      .filter(({ other }) => words.test(other))
      .map(({ path, other }) => `${path}: ${other}`);
    expect(mixed).toEqual([]);
  });
});

interface Pair {
  path: string;
  one: string;
  other: string;
}

/** Every text of two catalogues, those of functions as they come out for values that could be anything. */
function listTexts(one: unknown, other: unknown, path: string): Pair[] {
  if (typeof one === 'string' && typeof other === 'string')
    return /\p{L}{2}/u.test(one) ? [{ path, one, other }] : [];
  if (typeof one === 'function' && typeof other === 'function') {
    return [1, 3].flatMap((count) => {
      const given = Array.from({ length: 6 }, () => createAnything(count));
      try {
        return listTexts(one(...given), other(...given), `${path}(${count})`);
      } catch {
        return [];
      }
    });
  }
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return [];
  const entries: Record<string, unknown> = { ...other };
  return Object.entries(one).flatMap(([name, entry]) =>
    listTexts(entry, entries[name], path === '' ? name : `${path}.${name}`),
  );
}

/** A value that is a number where a number is wanted, a list of one where a list is, and else a name. */
function createAnything(count: number): unknown {
  const value: unknown = new Proxy(['x'], {
    get(target, key) {
      if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'string' ? '7' : count);
      return key in target ? Reflect.get(target, key) : value;
    },
  });
  return value;
}
