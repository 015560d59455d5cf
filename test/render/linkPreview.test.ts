import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { png, pngChunk } from '../pictures/encode.js';
import { createWorkspace } from '../workspace.js';
import { findAttribute, listElements } from '../sites/readPage.js';
import { day, incident, inline, render } from './history.js';

/** What a page says to programs that show links, by name. */
function previewOf(html: string): Record<string, string> {
  const metas = listElements(html).filter(({ tagName }) => tagName === 'meta');
  return Object.fromEntries(
    metas.flatMap((meta) => {
      const name = findAttribute(meta, 'property') ?? findAttribute(meta, 'name');
      return name === undefined || !/^(?:og|article|twitter):/.test(name)
        ? []
        : [[name, findAttribute(meta, 'content') ?? '']];
    }),
  );
}

const site = {
  title: 'Example history',
  url: 'https://status.example.com/base/',
  language: 'en-IE',
  zone: 'Europe/Dublin',
  totals: true,
  weights: { outage: 1, partial: 0.3, degraded: 0 },
  brand: {},
};

describe('a link to a page', () => {
  it('is shown with what the page says of itself', () => {
    const shown = incident({
      title: 'A full "disk"',
      summary: inline('The disk of the *order database* was full.'),
      since: day('2026-03-18'),
      corrections: [{ date: day('2026-04-02'), text: inline('It was five hours.') }],
    });
    expect(previewOf(render({ incidents: [shown], site }).page('incidents/2026-03-14-disk/'))).toEqual({
      'og:title': 'A full "disk"',
      'og:description': 'The disk of the order database was full.',
      'og:type': 'article',
      'og:url': 'https://status.example.com/base/incidents/2026-03-14-disk/',
      'og:site_name': 'Example history',
      'og:locale': 'en_IE',
      'article:published_time': '2026-03-18',
      'article:modified_time': '2026-04-02',
      'twitter:card': 'summary',
    });
  });

  it('is one to a page of a site where it is no report', () => {
    const preview = previewOf(render({ site: { ...site, language: 'de' } }).page(''));
    expect(preview).toMatchObject({
      'og:title': 'Example history',
      'og:type': 'website',
      'og:url': 'https://status.example.com/base/',
      'og:locale': 'de_DE',
    });
    expect(Object.keys(preview).join(' ')).not.toContain('article:');
  });

  it('is not offered where there is no page', () => {
    expect(previewOf(render({ site }).file('404.html'))).toEqual({});
  });

  it('has the picture of the whole site, with its size, where there is one', () => {
    const brand = { card: { path: 'card.png', width: 1200, height: 630 } };
    for (const address of ['', 'services/', 'incidents/2026-03-14-disk/'])
      expect(
        previewOf(render({ incidents: [incident()], site: { ...site, brand } }).page(address)),
      ).toMatchObject({
        'og:image': 'https://status.example.com/base/card.png',
        'og:image:width': '1200',
        'og:image:height': '630',
        'og:image:alt': 'Example history',
        'twitter:card': 'summary_large_image',
      });
  });
});

describe('the card of a project', () => {
  const settings = readFileSync(join(import.meta.dirname, '../rules/site.yaml'), 'utf8');

  async function check(name: string, content: Uint8Array | string | undefined) {
    const { root, file, understand } = createWorkspace();
    mkdirSync(join(root, 'incidents'), { recursive: true });
    file('site/site.yaml', `${settings.replace(/^brand:.*\n(?: .*\n)*/m, '')}\nbrand: { card: ${name} }\n`);
    if (content !== undefined) file(`site/static/${name}`, content);
    const { history, documents, card, diagnostics } = await understand();
    const brand = history && createPublicHistory(history, documents, { card }).site.brand;
    return { brand, said: diagnostics.map(({ path, rule, message }) => `${path} ${rule}: ${message}`) };
  }

  it('is read with its size, and published without what one does not see of it', async () => {
    const hidden = pngChunk('tEXt', Buffer.from('Author\0Kim', 'latin1'));
    const { brand, said } = await check('card.png', png({ width: 600, height: 315, before: [hidden] }));
    expect(said).toEqual([]);
    expect(brand).toEqual({ card: { path: 'card.png', width: 600, height: 315 } });
  });

  it.each([
    ['missing', 'card.png', undefined, 'file-missing: There is no site/static/card.png'],
    [
      'too small',
      'card.png',
      png({ width: 300, height: 200 }),
      'card-picture: site/static/card.png has 300 × 200 pixels; of fewer than 600 × 315 others show a thumbnail or nothing',
    ],
    [
      'a drawing',
      'card.svg',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      'card-picture: site/static/card.svg is neither PNG nor JPEG, and others show no card of it',
    ],
  ])('is refused where it is %s', async (_name, file, content, said) => {
    expect(await check(file, content)).toEqual({ brand: {}, said: [`site/site.yaml ${said}`] });
  });
});
