import { describe, expect, it } from 'vitest';
import { findAttribute, listElements } from '../sites/readPage.js';
import { commitment, day, impact, incident, inline, major, render, when } from './history.js';

describe('the ledger', () => {
  it('has the late first, the longest late at the top, and leaves nothing out', () => {
    const { read } = render({
      incidents: [
        incident({
          remediation: [
            commitment('R1', { title: 'Was done', state: 'done', done: day('2026-04-01') }),
            commitment('R2', {
              title: 'A bit late',
              overdue: true,
              daysLate: 2,
              due: day('2026-11-20'),
            }),
            commitment('R3', {
              title: 'Very late',
              overdue: true,
              daysLate: 40,
              due: day('2026-10-13'),
            }),
            commitment('R4', { title: 'Some day' }),
            commitment('R5', { title: 'Next', due: day('2026-12-01') }),
            commitment('R6', { title: 'Never', state: 'wont-do' }),
            commitment('R7', { title: 'Otherwise', state: 'superseded' }),
          ],
        }),
      ],
    });
    const lines = read('commitments/');
    const titles = ['Very late', 'A bit late', 'Next', 'Some day', 'Was done', 'Never', 'Otherwise'];
    expect(lines.filter((line) => titles.includes(line))).toEqual(titles);
    expect(lines.join('\n')).toContain('Late\n2\nby up to 40 days');
    expect(lines.filter((line) => line === 'After A full disk stopped checkout')).toHaveLength(7);
  });

  it('keeps apart what was open when it was last told', () => {
    const { read } = render({
      incidents: [
        incident({
          remediation: [
            commitment('R1', { title: 'Is open' }),
            commitment('R2', { title: 'Was open', lastTold: 'unknown' }),
          ],
        }),
      ],
    });
    const lines = read('commitments/');
    const title = lines.indexOf('Not followed since the report 1 promise');
    expect(lines.indexOf('Is open')).toBeLessThan(title);
    expect(title).toBeLessThan(lines.indexOf('Was open'));
    expect(lines).toContain('Open 1 promise');
    expect(lines).toContain(
      '2 promises were made after 1 incident: 1 is open and not late; 1 has not been followed since the report.',
    );
    expect(read('').join('\n')).toContain('1 open\n1 promise, not yet kept');
  });

  it('says what it is for while it is empty', () => {
    expect(render().read('commitments/')).toContain('Nothing has been promised yet');
  });
});

describe('the files beside the pages', () => {
  const site = render({
    incidents: [incident({ corrections: [{ date: day('2026-03-22'), text: inline('x') }] })],
    redirects: [{ from: '/news/disk.html', incident: '2026-03-14-disk' }],
  });

  it('lead from an old address to the new one', () => {
    const html = site.file('news/disk.html');
    const links = listElements(html).map((element) => findAttribute(element, 'content'));
    expect(links).toContain('0; url=../incidents/2026-03-14-disk/');
    expect(links).toContain('noindex');
    expect(html).toContain(
      '<link rel="canonical" href="https://status.example.com/base/incidents/2026-03-14-disk/"',
    );
  });

  it('never put a redirect in the place of a page', () => {
    const { page } = render({
      incidents: [incident()],
      redirects: [
        { from: '/commitments/', incident: '2026-03-14-disk' },
        { from: '/', incident: '2026-03-14-disk' },
      ],
    });
    expect(page('commitments/')).not.toContain('http-equiv="refresh"');
    expect(page('')).not.toContain('http-equiv="refresh"');
  });

  it('answer at any depth with 404.html', () => {
    const links = listElements(site.file('404.html')).flatMap(
      (element) => findAttribute(element, 'href') ?? [],
    );
    expect(links.filter((link) => !link.startsWith('https://') && link !== '#content')).toEqual([]);
  });

  it('name every page in the sitemap, and no other', () => {
    const named = [...site.file('sitemap.xml').matchAll(/<loc>(.*?)<\/loc>/g)].map((found) => found[1]);
    const pages = [...site.files.keys()].filter((path) => path.endsWith('index.html'));
    const expected = pages.map((path) => `https://status.example.com/base/${path.slice(0, -10)}`);
    expect(new Set(named)).toEqual(new Set(expected));
    expect(named).toHaveLength(pages.length);
    expect(site.file('sitemap.xml')).toContain('<lastmod>2026-03-22</lastmod>');
    expect(site.file('robots.txt')).toContain('Sitemap: https://status.example.com/base/sitemap.xml');
  });

  it('allow no script and no stranger', () => {
    expect(site.file('_headers')).toContain("Content-Security-Policy: default-src 'none'");
    for (const [path, content] of site.files) {
      if (!path.endsWith('.html')) continue;
      expect(content).not.toMatch(/<script(?! defer src="(?:\.\.\/)*assets\/[a-z]+-[\da-f]{12}\.js"><\/script>)|<style|\sstyle=|\son[a-z]+=/); // prettier-ignore
      expect(content).toContain('http-equiv="Content-Security-Policy" content="default-src \'none\';');
    }
  });

  it('are the same for the same history', () => {
    const changes = { incidents: [incident({ summary: inline('*One*.'), severity: major })] };
    expect(render(changes).outputs).toEqual(render(changes).outputs);
  });
});

it('links every page to others that exist, at every depth', () => {
  const site = render({
    incidents: [
      incident({
        impact: [impact()],
        remediation: [commitment('R1')],
        summary: inline('See [the first](2025-11-02-disk.md).'),
      }),
      incident({ id: '2025-11-02-disk', year: 2025, started: when('2025-11-02') }),
    ],
    redirects: [{ from: '/a/b/c/', incident: '2026-03-14-disk' }],
  });
  const dead: string[] = [];
  for (const [path, html] of site.files) {
    if (!path.endsWith('.html')) continue;
    for (const element of listElements(html)) {
      const link = findAttribute(element, 'href');
      if (link === undefined || element.tagName === 'base') continue;
      const { pathname, hash, origin } = new URL(link, `https://status.example.com/base/${path}`);
      if (origin !== 'https://status.example.com') continue;
      const target = `${pathname.slice('/base/'.length)}${pathname.endsWith('/') ? 'index.html' : ''}`;
      const found = site.files.get(target);
      const hasTarget = hash === '' || found?.includes(`id="${hash.slice(1)}"`);
      if (found === undefined || !hasTarget) dead.push(`${path}: ${link}`);
    }
  }
  expect(dead).toEqual([]);
  expect(site.page('incidents/2026-03-14-disk/')).toContain('href="../2025-11-02-disk/"');
});
