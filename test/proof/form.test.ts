import { describe, expect, it } from 'vitest';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { proveForm } from '../../src/proof/prove.js';
import { createPageContext, type Frame } from '../../src/render/frame.js';
import { renderJson } from '../../src/render/json.js';
import { renderInternalSite } from '../../src/render/internal/internalSite.js';
import { renderPage } from '../../src/render/page.js';
import { renderPublicSite } from '../../src/render/public/publicSite.js';
import { renderInline } from '../../src/render/text.js';
import { english } from '../../src/render/wording/english.js';
import { createWorkspace } from '../workspace.js';

const frame = (site: 'public' | 'internal'): Frame => ({
  site,
  title: 'Example history',
  language: 'en',
  wording: english,
  url: 'https://status.example.com/',
  asOf: '2026-11-22',
  navigation: [],
  stylesheet: 'assets/style.css',
  brand: {},
  severityCount: 3,
  hasPage: () => false,
});

const page = renderPage(frame('public'), { address: 'x/', title: 'A & B' }, 'Words < "words"')
  .content as string;
const inside = renderPage(frame('internal'), { address: 'x/', title: 'A' }, 'Words').content as string;

function prove(path: string, content: string | Uint8Array, site: 'public' | 'internal' = 'public'): string {
  try {
    proveForm([{ path, content }], site);
    return 'fine';
  } catch (error) {
    return (error as Error).message;
  }
}

const put = (html: string): string => page.replace('Words', () => html);

describe('a page', () => {
  it('is as we write it', () => {
    expect(prove('x/index.html', page)).toBe('fine');
    expect(prove('x/index.html', inside, 'internal')).toBe('fine');
  });

  it.each([
    '<script>alert(1)</script>',
    '<script src="https://evil.example/x.js"></script>',
    '<SCRIPT></SCRIPT>',
    '<style>*{}</style>',
    '<p style="color: red">x</p>',
    '<p onclick="alert(1)">x</p>',
    '<p OnClick="alert(1)">x</p>',
    '<svg onload="x"></svg>',
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JavaScript:alert(1)">x</a>',
    '<a href="java&#x73;cript:alert(1)">x</a>',
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="//evil.example/">x</a>',
    '<a href="https:evil.example">x</a>',
    '<a href="https://good.example@evil.example/">x</a>',
    '<a href="\\\\evil.example">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<img src="data:image/png;base64,AAAA" alt=""/>',
    '<img src="x.png" srcset="https://evil.example/x 2x" alt=""/>',
    '<iframe src="x"></iframe>',
    '<iframe srcdoc="x"></iframe>',
    '<object data="x"></object>',
    '<embed src="x"/>',
    '<form action="https://evil.example/"><p>x</p></form>',
    '<base href="https://evil.example/"/>',
    '<meta http-equiv="refresh" content="0; url=https://evil.example/"/>',
    '<meta http-equiv="Content-Security-Policy" content="default-src *"/>',
    '<link rel="stylesheet" href="javascript:x"/>',
    '<video src="x"></video>',
    '<svg><use href="x"></use></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<template><p>x</p></template>',
    '<math><mi>x</mi></math>',
    '<!-- a comment -->',
    '<![CDATA[x]]>',
    '<?php x ?>',
    '<p>never ends',
    '</p>',
    '<p><b>crossed</p></b>',
    '<p title=bare>x</p>',
    "<p title='single'>x</p>",
    '<p title="a" title="b">x</p>',
    '<p id="content">x</p>',
    '<p id="">x</p>',
    'a < b',
    'AT&T',
    '&bogus;',
    'x\u0000y',
    'x\u001by',
    'x\ud800y',
    '<h1>x</h1><h1>y</h1>',
  ])('with %j is refused', (html) => {
    expect(prove('x/index.html', put(html))).toMatch(/came out with .*This is a mistake of Afterword/);
    // In what feeds carry, likewise.
    const feed = `<?xml version="1.0" encoding="utf-8"?>\n<feed><content type="html">${escape(html)}</content></feed>\n`;
    if (!/id="|refresh|Content-Security|<h1>/.test(html))
      expect(prove('feeds/all.atom', feed)).toMatch(/came out with/);
  });

  it('says for whom it is', () => {
    expect(prove('x/index.html', inside)).toMatch(/the face of the other site/);
    expect(prove('x/index.html', page, 'internal')).toMatch(/nothing that says it is internal/);
    expect(prove('x/index.html', inside.replace('noindex', 'index'), 'internal')).toMatch(
      /nothing that says/,
    );
    expect(prove('x/index.html', inside.replace('Internal: not for publication', 'x'), 'internal')).toMatch(
      /nothing/,
    );
    expect(prove('x/index.html', page.replace("default-src 'none'", "default-src 'self'"))).toMatch(
      /another content/,
    );
    expect(prove('x/index.html', page.replace(/<meta http-equiv[^>]*>/, ''))).toMatch(/another content/);
  });
});

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

describe('other files', () => {
  it.each([
    ['a.xml', '<a/>', 'another beginning'],
    [
      'a.xml',
      '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>\n',
      'begins nothing',
    ],
    ['a.xml', '<?xml version="1.0" encoding="utf-8"?>\n<a><b></a></b>\n', 'ends nothing'],
    ['a.atom', '<?xml version="1.0" encoding="utf-8"?>\n<a>\u0007</a>\n', 'no page may hold'],
    ['a.json', '{"a": 1,}\n', 'no JSON'],
    ['a.json', '{"a": "</script>"}\n', 'not escaped'],
    ['a.json', '{"a": "\u2028"}\n', 'not escaped'],
    ['a.png', new Uint8Array(Buffer.from('<html>')), 'text in it'],
  ])('%s: %j is refused', (path, content, why) => {
    expect(prove(path, content)).toContain(why);
  });

  it('JSON ends no script and no line, and holds what was meant', () => {
    const value = { '</script>': ['<!--', '\u2028\u2029', '\ud800', '\u0000', '"', '\\'] };
    const { path, content } = renderJson('a.json', value);
    expect(prove(path, content)).toBe('fine');
    expect(content).not.toMatch(/[<\u2028\u2029]/);
    expect(JSON.parse(content as string)).toEqual(value);
  });
});

describe('whatever authors write', () => {
  it('comes out as it should', () => {
    const texts = ['<script>', '&amp;', ']]>', '"><b>', '\u0001\u001b[31m', '&#0;', '<!--', "'", '${x}', '{{x}}', '\u202e', '\ud83d\ude00', '<svg/onload=x>']; // prettier-ignore
    const all = texts.join(' ');
    const context = createPageContext(frame('public'), 'x/');
    for (const text of [...texts, all]) expect(prove('x/index.html', put(renderInline(text.replace(/[\0-\x1f]/g, ''), context)))).toBe('fine'); // prettier-ignore
  });

  it('is never taken for a mistake of ours', async () => {
    const { file, understand } = createWorkspace();
    file('incidents/2026-03-14-odd.md', odd('"Bell \\x07, \\uD800 and \\uFFFE"'));
    file('incidents/2026-03-15-odd.md', odd('Plain', 'public: { since: 2026-03-20, show: [summary, impact, causes, remediation, questions], sections: [A] }')); // prettier-ignore
    const { history, documents, diagnostics, pictures } = await understand();
    if (!history) throw new Error('nothing was understood');
    const publicHistory = createPublicHistory(history, documents);
    expect(publicHistory.incidents).toHaveLength(1);
    const tracker = renderInternalSite({ history, diagnostics, documents, publicHistory, pictures });
    expect(() => proveForm(tracker, 'internal')).not.toThrow();
    expect(() => proveForm(renderPublicSite(publicHistory), 'public')).not.toThrow();
  });
});

/** Ids and headings that are near to be the same, and characters that no page may hold. */
function odd(title: string, more = ''): string {
  return `---
title: ${title}
severity: major
started: 2026-03-14 09:00
resolved: 2026-03-14 10:00
status: final
summary: ${title}
impact: [{ service: checkout, level: outage }]
causes: [{ id: R1, kind: root, text: a }, { id: A1, kind: root, text: a }]
questions:
  - { question: Why?, answer: "a[^1]\\n\\n## A\\n\\n## A 2\\n\\n## A\\n\\n[^1]: b" }
  - { question: How?, answer: "a[^1]\\n\\n## A\\n\\n## A 2\\n\\n## A\\n\\n[^1]: b" }
remediation: [{ id: R1, title: a, type: prevent, addresses: [R1] }, { id: A1, title: b, type: prevent }]
${more}
---

## A

x[^1]

### A 2

### A

### a

[^1]: y
`;
}
