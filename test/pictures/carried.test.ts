import { deflateSync } from 'node:zlib';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  exif,
  jpeg,
  jpegSegment,
  png,
  pngChunk,
  secretiveGif,
  secretiveJpeg,
  secretivePng,
  token,
} from './encode.js';
import { createPictureProject, page } from './site.js';

/* What goes into the public site beside the incidents: `site/static`, `site/theme.css`, the words of `site.yaml`. */

const settings = `format: 1
title: Example incident history
url: https://status.example.com/
timezone: Europe/Dublin
severities: [{ id: minor, label: Minor disruption }]
services:
  - { id: checkout, name: Checkout }
  - { id: ledger-db, name: Acme database, internal: true }
teams: [{ id: storage, name: Storage }]
people: [{ id: kim, name: Kim Doe, email: kim@example.com, handles: { github: kimdoe7 } }]
forbidden: [Acme Ltd, '*.corp.example.com']
`;

// In pieces, so that nothing that looks for secrets finds one here.
const secret = ['ghp', 'x7Kq92mZpL4vTnR8sWbY3cJdF6gH1aQeU5oI'].join('_');

async function judge(files: Record<string, string | Uint8Array>, shown = 'Nothing.') {
  const project = createPictureProject(shown, { 'site/site.yaml': settings, ...files });
  const { diagnostics } = await project.understand();
  const found = diagnostics.filter(({ level }) => level === 'error');
  const built = await project.build();
  expect(built.code, 'build refuses what check refuses').toBe(found.length === 0 ? 0 : 1);
  for (const { message } of found) expect(built.printed).toContain(message);
  expect(built.printed).not.toContain(secret);
  return {
    built,
    found: found.map((one) => `${one.path}:${one.place?.start.line ?? 0} ${one.rule} ${one.message}`),
  };
}

const wide = (text: string): Uint8Array => Buffer.from(text, 'utf16le');

it.each([
  ['a name in a page', 'a.html', '<p>By\n<b>Kim</b> Doe', ':0 person-name “Kim Doe”'],
  ['a name spelt as entities', 'a.html', '<p>K&#105;m&nbsp;D&#x6f;e', ':0 person-name'],
  ['a name in a comment of a script', 'a.js', 'let a;\n// kim doe', ':2 person-name “kim doe”'],
  ['an e-mail address', 'a.json', '{"to":"kim@example.com"}', ':1 person-name “kim@example.com”'],
  ['a handle', 'a.md', 'Ask\nkimdoe7', ':2 person-name “kimdoe7”'],
  ['a forbidden word', 'a.css', '/* for ACME Ltd */', ':1 forbidden-text “ACME Ltd”'],
  [
    'a forbidden host in a drawing',
    'a.svg',
    '<svg><a href="https://x.corp.example.com/"/></svg>',
    ':1 forbidden-text',
  ],
  ['a forbidden word in UTF-16', 'a.txt', wide('\uFEFFAcme Ltd'), ':1 forbidden-text'],
  ['a name among bytes', 'a.pdf', Buffer.from('%PDF\0\xFF/Author (Kim Doe)', 'latin1'), ':0 person-name'],
  [
    'a name among bytes, wide',
    'a.ico',
    Buffer.concat([Buffer.from([0xff, 0]), wide('Kim Doe')]),
    ':0 person-name',
  ],
  ['a token', 'a.js', `\nfetch("${secret}")`, ':2 secret Here stands a token'],
  ['a name as its name', 'team/kim-doe.png', png(), ':0 person-name In the name of this file'],
  ['a forbidden word as its name', 'for_acme_ltd.txt', 'hello', ':0 forbidden-text In the name'],
  [
    'a picture that breaks off',
    'a.png',
    png().subarray(0, 50),
    ':0 static-file This picture ends before its end',
  ],
  [
    'a photo of a phone',
    'a.heic',
    Buffer.from('\0\0\0\x18ftypheic', 'latin1'),
    ':0 static-file This is HEIC',
  ],
  [
    'an AVIF by another name',
    'a.png',
    Buffer.from('\0\0\0\x18ftypavif', 'latin1'),
    ':0 static-file This is AVIF',
  ],
  [
    'too many bytes',
    'a.bin',
    new Uint8Array(20 * 1024 * 1024 + 1),
    ':0 static-file The file has 20971521 bytes, at most',
  ],
  ['the place of a page', 'index.html', 'hello', ':0 static-collision'],
  ['the place of a folder', page.slice(0, -11), 'hello', ':0 static-collision'],
])('a file of site/static with %s is refused by check and build', async (_, path, content, message) => {
  const { found } = await judge({ [`site/static/${path}`]: content });
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(`site/static/${path}${message}`);
});

it('files that differ in case alone are one on many machines', async () => {
  const { found } = await judge({ 'site/static/Logo.svg': '<svg/>', 'site/static/logo.svg': '<svg/>' });
  expect(found).toEqual([expect.stringContaining('static-collision The name of `Logo.svg` differs')]);
});

it('the redirect of an alias is a page too', async () => {
  const project = createPictureProject('Nothing.', { 'site/static/old/Page.html': 'x' });
  project.file(
    'incidents/2026-03-15-search.md',
    '---\ntitle: Search\nseverity: minor\nstatus: final\nstarted: 2026-03-15 09:05\nresolved: 2026-03-15 10:05\nsummary: It was slow.\naliases: [/old/page.html]\npublic: { since: 2026-03-20, show: [summary] }\n---\n',
  );
  expect(await project.check()).toContain('site/static/old/Page.html error static-collision');
});

it('a symbolic link in site/static is not followed', async () => {
  const project = createPictureProject('Nothing.', { 'site/static/a.txt': 'a' });
  symlinkSync('/etc/hostname', join(project.root, 'site/static/b.txt'));
  expect(await project.check()).toContain('site/static/b.txt error static-file');
});

it('static files are carried as they are, and pictures without what one does not see', async () => {
  const font = Buffer.from(deflateSync(Buffer.from('a font')));
  const { built, found } = await judge({
    'site/static/logo.svg': '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    'site/static/a.woff2': font,
    'site/static/.well-known/security.txt': 'Contact: mailto:security@example.com',
    'site/static/.hidden': 'Kim Doe',
    'site/static/one.png': secretivePng(),
    'site/static/two.jpg': secretiveJpeg(3),
    'site/static/three.bin': secretiveGif(),
    'site/static/thumbs.png': png(),
  });
  expect(found).toEqual([]);
  const { files } = built;
  expect(files.get('public/logo.svg')).toContain('<script>1</script>');
  expect(files.get('public/a.woff2')).toBe(font.toString('latin1'));
  expect(files.has('public/.well-known/security.txt')).toBe(true);
  expect(files.has('public/.hidden')).toBe(false);
  expect(files.get('public/thumbs.png')).toBe(Buffer.from(png()).toString('latin1'));
  for (const name of ['one.png', 'two.jpg', 'three.bin']) {
    expect(files.get(`public/${name}`)?.length).toBeGreaterThan(20);
    expect(files.get(`public/${name}`)).not.toContain('TOK');
  }
  expect([...files.values()].join('')).not.toContain(token);
});

describe('site/theme.css', () => {
  it('comes after our own rules, on the public site alone', async () => {
    const theme = `@charset-free { }
:root { --accent: #0a5; }
/* it's "ours" @import */
.a::before { content: "\\201C it's"; background: url("../logo.svg") url(#x) url( ../logo.svg ); scroll-behavior: smooth }
a[href^="https://"] { color: red }
@media (width > 30em) { a:not(:hover) { color: color-mix(in oklab, red 50%, blue) } }`;
    const { built, found } = await judge({ 'site/theme.css': theme, 'site/static/logo.svg': '<svg/>' });
    expect(found).toEqual([]);
    const sheets = [...built.files].filter(([path]) => path.endsWith('.css'));
    const own = sheets.filter(([, text]) => text === Buffer.from(theme).toString('latin1'));
    expect(own.map(([path]) => path)).toEqual([expect.stringMatching(/^public\/assets\/theme-\w+\.css$/)]);
    expect(sheets.filter(([path, text]) => path.startsWith('internal/') && text.includes('#0a5'))).toEqual(
      [],
    );
    const last = built.files.get('public/index.html')?.matchAll(/<link rel="stylesheet" href="([^"]+)"/g);
    expect([...(last ?? [])].at(-1)?.[1]).toBe(own[0]?.[0].replace('public/', ''));
    expect(built.files.get('public/index.html')).not.toContain('font-src');
  });

  it('may bring fonts of site/static, which pages are then allowed to load', async () => {
    const theme = '@font-face { font-family: Own; src: url(../own.woff2) format("woff2") }';
    const { built, found } = await judge({ 'site/theme.css': theme, 'site/static/own.woff2': 'x' });
    expect(found).toEqual([]);
    expect(built.files.get('public/index.html')).toContain(
      'font-src &#39;self&#39;'.replaceAll('&#39;', "'"),
    );
    expect(built.files.get('public/_headers')).toContain("font-src 'self'");
    expect(built.files.get('internal/index.html')).not.toContain('font-src');
  });

  it.each([
    ['@import "other.css";'],
    ['@IMPORT url(other.css);'],
    ['@namespace svg url(http://www.w3.org/2000/svg);'],
    ['a { background: url(https://example.com/a.png) }'],
    ['a { background: url( "//example.com/a.png" ) }'],
    ["a { background: URL('\\68ttps://example.com/a.png') }"],
    ['a { background: \\75rl(https://example.com/a.png) }'],
    ['a { background: u\\72l(a.png) }'],
    ['a { background: url(ht\\74ps://example.com) }'],
    ['a { background: url(data:image/png;base64,AA==) }'],
    ['a { background: url(/logo.svg) }'],
    ['a { background: url(logo.svg) }'],
    ['a { background: url(../../../site.yaml) }'],
    ['a { background: image-set("https://example.com/a.png" 1x) }'],
    ['a { background: -webkit-image-set("//example.com/a.png" 1x) }'],
    ['a { background: src("https://example.com/a.png") }'],
    ['a { background: src(var(--x)) }'],
    ['a { --x: "https://example.com/a.png" }'],
    ['@font-face { font-family: a; src: url(https://example.com/a.woff2) }'],
    ['a { width: expression(alert(1)) }'],
    ['a { behavior : url(../logo.svg) }'],
    ['a { -moz-binding: none }'],
    ['a { content: "no end }\n@import "x";'],
    ['/* no end @import "x";'],
    ['a { color: red\0 }'],
    ['a { background: url(\n"https://example.com/a.png"\n) }'],
    ['a{background:url(https://example.com/a'],
  ])('loads nothing from other places, nor what is not there: %j', async (theme) => {
    const { found } = await judge({ 'site/theme.css': theme, 'site/static/logo.svg': '<svg/>' });
    expect(found.join('\n')).toMatch(/site\/theme\.css.*(?:theme-css|file-encoding)/);
  });

  it('is read like any text that customers get', async () => {
    const { found } = await judge({ 'site/theme.css': '/* by\nKim Doe */' });
    expect(found).toEqual([expect.stringContaining('site/theme.css:2 person-name')]);
  });
});

it('the words of site.yaml that customers read are read as well', async () => {
  const { found } = await judge({
    'site/site.yaml': settings
      .replace('title: Example', 'title: Acme Ltd')
      .replace('label: Minor', 'label: Kim Doe’s')
      .replace('name: Checkout', 'name: Checkout, group: x.corp.example.com')
      .concat(
        `categories: [acme-ltd]\nbrand: { contact: 'mailto:kim@example.com', footer: "By *Acme Ltd*, ${secret}" }\n`,
      ),
  });
  expect(found.map((one) => one.replace(/ [“H].*/, ''))).toEqual([
    'site/site.yaml:2 forbidden-text',
    'site/site.yaml:5 person-name',
    'site/site.yaml:7 forbidden-text',
    'site/site.yaml:12 forbidden-text',
    'site/site.yaml:13 person-name',
    'site/site.yaml:13 forbidden-text',
    'site/site.yaml:13 secret',
  ]);
});

it('a photo that lies on its side is shown upright in site/static too', async () => {
  const photo = jpeg({ before: [jpegSegment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif(8)]))] });
  const { built } = await judge({
    'site/static/photo.jpg': photo,
    'site/static/x.png': png({ after: [pngChunk('tEXt')] }),
  });
  expect(built.files.get('public/photo.jpg')).toContain('Exif\0\0MM\0*');
});
