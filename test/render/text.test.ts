import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPageContext, type Frame } from '../../src/render/frame.js';
import { plainInline, renderBlock, renderBody, renderInline } from '../../src/render/text.js';
import { english } from '../../src/render/wording/english.js';
import { findAttribute, listElements, readPage } from '../sites/readPage.js';
import { body } from './history.js';

const pages = new Set(['', 'commitments/', 'incidents/2026-03-14-disk/', 'incidents/2025-11-02-other/']);

const frame: Frame = {
  site: 'public',
  title: 'Example history',
  language: 'en',
  wording: english,
  url: 'https://status.example.com/',
  asOf: '2026-11-22',
  navigation: [],
  stylesheet: 'assets/style.css',
  brand: {},
  severityCount: 3,
  hasPage: (address) => pages.has(address),
};

const context = createPageContext(frame, 'incidents/2026-03-14-disk/');
const inline = (text: string): string => renderInline(text, context);
const block = (text: string): string => renderBlock(text, context, { top: 3, prefix: '' });
const hrefOf = (text: string): string | undefined =>
  listElements(inline(text)).flatMap((element) => findAttribute(element, 'href') ?? [])[0];

describe('an Inline text', () => {
  it.each([
    ['plain words', 'plain words'],
    ['*stressed* and `code`', '<em>stressed</em> and <code>code</code>'],
    ['# no heading', '# no heading'],
    ['- no list', '- no list'],
    ['1. no list', '1. no list'],
    ['> no quote', '> no quote'],
    ['two\nlines', 'two lines'],
    ['two\n---', 'two ---'],
    ['a | b', 'a | b'],
    ['    no code', 'no code'],
    ['AT&T &amp; co', 'AT&#x26;T &#x26; co'],
  ])('%j is one line: %j', (text, html) => {
    expect(inline(text)).toBe(html);
  });

  it('reads the same whether it is parsed or not', () => {
    // An empty comment changes nothing and makes sure that the text is parsed.
    const words = fc.stringMatching(/^[\p{L}\p{N} ,.;:!?'"’“”()–—+%=#|/{}^$-]{0,40}$/u);
    fc.assert(
      fc.property(words, (text) => {
        expect(readPage(inline(text))).toEqual(readPage(inline(`${text}<!---->`)));
        expect(plainInline(text)).toBe(plainInline(`${text}<!---->`));
      }),
    );
  });

  it('is plain where it must be', () => {
    expect(plainInline('The *disk* of [checkout](https://example.com) `sda` was\nfull.')).toBe(
      'The disk of checkout sda was full.',
    );
  });
});

describe('an author who means harm', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<svg/onload=alert(1)>',
    '</p></div></style><script>alert(1)</script>',
    '<!-- <script>alert(1)</script> -->',
    '<!-- --><script>alert(1)</script>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:x)',
    '<javascript:alert(1)>',
    '![x](https://evil.example/pixel.gif)',
    '[x](https://example.com "\\"onload=alert(1)")',
    '[x]( "onmouseover=alert(1)" )',
    '`</code><script>alert(1)</script>`',
    '```html\n</code></pre><script>alert(1)</script>\n```',
    '| a |\n| - |\n| <script>alert(1)</script> |',
    '[^a]: <script>alert(1)</script>\n\nx[^a]',
    '<style>*{display:none}</style>',
    '<iframe src="https://evil.example"></iframe>',
  ])('gets nothing by %j', (text) => {
    for (const html of [block(text), inline(text)]) {
      for (const element of listElements(html)) {
        expect(element.tagName).not.toMatch(/^(?:script|style|img|svg|iframe|object|embed|form|base|meta)$/);
        for (const { name, value } of element.attrs) {
          expect(name).not.toMatch(/^(?:on|style|src)/);
          if (name === 'href') expect(value).toMatch(/^(?:https?:|mailto:|#|\.)/);
        }
      }
    }
  });

  it('gets nothing by any text', () => {
    const pieces = fc.constantFrom(
      ...'< > " & ` [ ] ( ) ! a * _ ~ | - \\ <script> </p> <!-- --> onload= &#x3c; [^1] [^1]:'.split(' '),
      ' ',
      '\n',
      "'",
      'javascript:',
      'https://e.x/',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        for (const element of listElements(block(parts.join('')))) {
          expect(element.tagName).not.toMatch(/^(?:script|img|style)$/);
          for (const { name, value } of element.attrs) {
            expect(name).not.toMatch(/^on/);
            if (name === 'href') expect(value).not.toMatch(/^\s*javascript:/i);
          }
        }
      }),
    );
  });

  it('reads what was typed where raw HTML stood, but never a comment', () => {
    expect(readPage(inline('Restart <name> twice'))).toEqual(['Restart <name> twice']);
    expect(readPage(block('Before\n\n<!-- secret -->\n\nAfter'))).toEqual(['Before', 'After']);
    expect(block('<!-- secret')).not.toContain('secret');
    expect(inline('a <!-- secret --> b')).not.toContain('secret');
  });
});

describe('a link', () => {
  it.each([
    ['[x](https://example.com/a?b#c)', 'https://example.com/a?b#c'],
    ['<mailto:help@example.com>', 'mailto:help@example.com'],
    ['www.example.com', 'http://www.example.com'],
    ['[x](2025-11-02-other.md)', '../2025-11-02-other/'],
    ['[x](./2025-11-02-other.md)', '../2025-11-02-other/'],
    ['[x](../2025/2025-11-02-other.md)', '../2025-11-02-other/'],
    ['[x](/incidents/2025-11-02-other/)', '../2025-11-02-other/'],
    ['[x](../2025-11-02-other/)', '../2025-11-02-other/'],
    ['[x](2025-11-02-other.md#What-we-saw)', '../2025-11-02-other/#section-what-we-saw'],
    ['[x](/commitments/)', '../../commitments/'],
    ['[x](#What-we-saw)', '#section-what-we-saw'],
  ])('%s leads to %s', (text, target) => {
    expect(hrefOf(text)).toBe(target);
  });

  it.each([
    '[x](2026-01-01-internal.md)',
    '[x](../secret/plan.md)',
    '[x](/admin/)',
    '[x](//evil.example/)',
    '[x](/\\evil.example/)',
    '[x](https://user:pass@example.com/)',
    '[x](https:\\\\example.com)',
    '[x](ftp://example.com/)',
    '[x](file:///etc/passwd)',
    '[x](?q)',
    '[x](%00)',
  ])('%s leads nowhere, and its word stays', (text) => {
    expect(hrefOf(text)).toBeUndefined();
    expect(readPage(inline(text))).toEqual(['x']);
  });
});

describe('a body', () => {
  it('has headings below the page’s own, without a gap, with ids that hide nothing', () => {
    const html = renderBody(
      body('## Location\n\n#### Deep\n\n## Location\n\n### <b>\n\n## 日本 (2)\n\n## !\n'),
      context,
      3,
    );
    const headings = listElements(html)
      .filter(({ tagName }) => /^h\d$/.test(tagName))
      .map((element) => `${element.tagName} ${findAttribute(element, 'id')}`);
    expect(headings).toEqual([
      'h3 section-location',
      'h4 section-deep',
      'h3 section-location-1',
      'h4 section-b',
      'h3 section-日本-2',
      'h3 section-untitled',
    ]);
  });

  it.each([
    ['What we don’t know', '#what-we-dont-know'],
    ['What we don\'t know: C++ & "more"', '#what-we-dont-know-c--more'],
    ['A  --  B', '#a------b'],
    ['🔥 Fire', '#-fire'],
    ['Café', '#cafe%CC%81'],
    ['ما حدث', '#ما-حدث'],
    ['日本 の', '#%E6%97%A5%E6%9C%AC-%E3%81%AE'],
    ['__proto__', '#__proto__'],
    ['constructor', '#constructor'],
  ])('is linked at “%s” as GitHub links it: %s', (heading, href) => {
    const written = heading.replaceAll('_', '\\_');
    const elements = listElements(renderBody(body(`## ${written}\n\n[x](${href})\n`), context, 3));
    const id = elements.flatMap((element) => findAttribute(element, 'id') ?? [])[0];
    const target = elements.flatMap((element) => findAttribute(element, 'href') ?? [])[0];
    expect(id).toMatch(/^section-./);
    expect(decodeURIComponent(target ?? '')).toBe(`#${id ?? 'none'}`);
  });

  it('has footnotes that lead there and back, apart from those of another text', () => {
    const text = 'One[^a] and[^b].\n\n[^a]: First.\n[^b]: Second.\n';
    const both =
      renderBlock(text, context, { top: 3, prefix: 'answer-1-' }) +
      renderBlock(text, context, { top: 3, prefix: 'answer-2-' });
    const elements = listElements(both);
    const ids = elements.flatMap((element) => findAttribute(element, 'id') ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = elements.flatMap((element) => findAttribute(element, 'href') ?? []);
    expect(links).toHaveLength(8);
    for (const link of links) expect(ids).toContain(link.slice(1));
    for (const element of elements) {
      const label = findAttribute(element, 'aria-describedby');
      if (label !== undefined) expect(ids).toContain(label);
    }
  });

  it('has tables that say what a column is, and lists of tasks in words', () => {
    const html = block('| a |  |\n| -: | :-: |\n| 1 | 2 |\n\n- [x] shut\n- [ ] open\n');
    expect(html).toContain('<th class="align-right" scope="col">a</th>');
    expect(html).not.toMatch(/<th[^>]*><\/th>|<input|align="/);
    expect(readPage(html)).toEqual(['a', '1', '2', 'Done: shut', 'Not done: open']);
  });

  it('can be scrolled by keyboard where it is wide', () => {
    const html = block('```sh\necho "a" # why\n```\n');
    const region = listElements(html).find((element) => findAttribute(element, 'tabindex') === '0');
    expect(region && findAttribute(region, 'aria-label')).toBe('Code');
    expect(html).toContain('<span class="hljs-comment"># why</span>');
    expect(readPage(html)).toEqual(['echo "a" # why']);
  });

  // An answer that began with two rules was taken for front matter, and vanished.
  it('loses nothing of a text that begins with a rule', () => {
    expect(readPage(block('---\nIt was the disk.\n\n---\n\nAnd the fan.\n'))).toEqual([
      'It was the disk.',
      'And the fan.',
    ]);
  });
});
