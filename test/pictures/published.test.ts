import { createHash } from 'node:crypto';
import { symlinkSync, truncateSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPublicHistory } from '../../src/audience/createPublicHistory.js';
import { compareText } from '../../src/diagnostic/diagnostic.js';
import { renderPublicSite, listPublicFiles } from '../../src/render/public/publicSite.js';
import { check } from '../../src/commands/check.js';
import { gif, jpeg, png, secretiveGif, secretiveJpeg, secretivePng, secretiveWebp, token } from './encode.js';
import { createPictureProject, page, type Built } from './site.js';

const pictures = ({ files }: Built, site: 'public' | 'internal'): string[] =>
  [...files.keys()].filter((path) => path.startsWith(site) && /\.(?:png|jpg|gif|webp)$/.test(path));

const imagesOf = ({ files }: Built, path: string): string[] => files.get(path)?.match(/<img[^>]*>/g) ?? [];

it('pictures of shown sections are published, named by content, without anything else', async () => {
  const shown = `![The *disk* "fills" & stops](Kim-Files/graph.png "Made by us")

| a | b |
| - | - |
| ![Two \\| three](Kim-Files/photo.jpg) | [![Linked](Kim-Files/loop.gif)](https://example.com/) |

> ![In a
> quote][shot]

[shot]: <Kim-Files/a shot.webp>`;
  const project = createPictureProject(shown, {
    'incidents/Kim-Files/graph.png': secretivePng(),
    'incidents/Kim-Files/photo.jpg': secretiveJpeg(6),
    'incidents/Kim-Files/loop.gif': secretiveGif(),
    'incidents/Kim-Files/a shot.webp': secretiveWebp(),
  });
  const built = await project.build();
  expect(built.printed).not.toContain('picture');
  expect(built.code).toBe(0);
  expect(pictures(built, 'public')).toHaveLength(4);
  for (const path of pictures(built, 'public')) {
    const hash = createHash('sha256')
      .update(built.files.get(path) ?? '', 'latin1')
      .digest('hex');
    expect(path).toMatch(new RegExp(`^public/assets/${hash.slice(0, 16)}\\.`));
  }
  for (const [path, content] of built.files) {
    if (path.startsWith('public/')) expect(content, path).not.toMatch(/TOKEN|Kim-Files|a shot|Made by us/);
  }
  const images = imagesOf(built, `public/${page}`);
  const alts = images.map((image) => /alt="([^"]*)"/.exec(image)?.[1]);
  expect(alts).toEqual(['The disk &#x22;fills&#x22; &#x26; stops', 'Two | three', 'Linked', 'In a quote']);
  for (const image of images) {
    expect(image).toMatch(/ src="\.\.\/\.\.\/assets\/[\da-f]{16}\.(?:png|jpg|gif|webp)"/);
    expect(image).toMatch(/ loading="lazy"/);
  }
  expect(images[0]).toMatch(/ width="3" height="2"/);
  // The internal site shows the same.
  expect(imagesOf(built, `internal/${page}`)).toHaveLength(4);
  expect(pictures(built, 'internal').map((path) => path.slice(9))).toEqual(
    pictures(built, 'public').map((path) => path.slice(7)),
  );
});

it('a picture of a withheld section stays inside, also where another shows the same', async () => {
  const files = {
    'incidents/a.png': png(),
    'incidents/b.gif': gif(),
    'incidents/c.png': png({ behind: 'x' }),
  };
  const built = await createPictureProject(
    '![A graph](a.png)',
    files,
    '![B graph](b.gif) ![C graph](c.png)',
  ).build();
  expect(built.code).toBe(0);
  expect(pictures(built, 'public')).toHaveLength(1);
  expect(pictures(built, 'public')[0]).toMatch(/\.png$/);
  expect(pictures(built, 'internal')).toHaveLength(2);
  expect(imagesOf(built, `public/${page}`)).toHaveLength(1);
  expect(imagesOf(built, `internal/${page}`)).toHaveLength(3);
});

it('what withheld sections show changes nothing in public', async () => {
  const [one, other] = await Promise.all(
    ['![B](b.gif)', '![B](c.png)\n\n![B](b.gif)'].map((withheld) =>
      createPictureProject(
        '![A graph](a.png)',
        { 'incidents/a.png': png(), 'incidents/b.gif': gif(), 'incidents/c.png': png({ width: 9 }) },
        withheld,
      ).build(),
    ),
  );
  const publicOf = (built: Built | undefined): [string, string][] =>
    [...(built?.files ?? [])]
      .filter(([path]) => path.startsWith('public/'))
      .toSorted(([a], [b]) => compareText(a, b));
  expect(publicOf(one)).toEqual(publicOf(other));
  expect(one?.files.get(`internal/${page}`)).not.toBe(other?.files.get(`internal/${page}`));
});

it('a draft publishes no picture, and is told what would not be published', async () => {
  const {
    build,
    check: checkAll,
    file,
    root,
  } = createPictureProject('![A graph](a.png)', {
    'incidents/a.png': png(),
  });
  file(
    'incidents/2026-03-14-checkout-down.md',
    `---
title: Checkout was down
severity: minor
status: draft
started: 2026-03-14 09:05
summary: Checkout was down.
public: { since: 2026-03-20, show: [summary], sections: [What happened] }
---

## What happened

![A graph](a.png)
`,
  );
  const built = await build();
  expect([built.code, pictures(built, 'public'), pictures(built, 'internal').length]).toEqual([0, [], 1]);
  writeFileSync(join(root, 'incidents/a.png'), 'none');
  expect(await checkAll()).toContain('incidents/2026-03-14-checkout-down.md:12 error picture-public');
});

/** What is said of the picture of line 29, by `check` of everything, by `check` of the file, and by `build`. */
async function judge(shown: string, files: Record<string, string | Uint8Array>): Promise<string[]> {
  const project = createPictureProject(shown, files);
  const { diagnostics } = await project.understand();
  const found = diagnostics.filter(({ level, rule }) => level === 'error' && rule !== 'picture-orphaned');
  const built = await project.build();
  expect(built.code, 'build refuses what check refuses').toBe(found.some(({ blocks }) => blocks) ? 1 : 0);
  let printed = '';
  await check(
    {
      root: project.root,
      files: [join(project.root, 'incidents/2026-03-14-checkout-down.md')],
      format: 'text',
      maxWarnings: undefined,
    },
    {
      print: (text) => (printed += text),
      note: () => undefined,
      color: false,
      cwd: project.root,
      version: '0',
      findAsOf: () => '2026-11-22',
    },
  );
  for (const { message } of found) expect(printed, 'check of the file alone').toContain(message);
  return found.map(({ rule, place, message }) => `${place?.start.column ?? 0} ${rule} ${message}`);
}

const graph = { 'incidents/graph.png': png() };

it.each([
  [
    'of another place',
    '![A graph](https://example.com/graph.png)',
    graph,
    '1 picture-public This picture would be loaded from another place',
  ],
  [
    'of another place, without a scheme',
    '![A graph](//example.com/graph.png)',
    graph,
    '1 picture-public This picture would be loaded from another place',
  ],
  [
    'in the text itself',
    'See ![a graph](data:image/png;base64,iVBORw0KGgo=)',
    graph,
    '5 picture-public This picture stands in the text itself',
  ],
  ['without an address', '![A graph]()', graph, '1 picture-public This picture has no address'],
  [
    'that is not there',
    '![A graph](grahp.png)',
    graph,
    '1 link-broken This picture leads to `grahp.png`, which does not exist',
  ],
  [
    'whose name is written otherwise',
    '![A graph](Graph.png)',
    graph,
    '1 link-broken This picture leads to `Graph.png`',
  ],
  ['outside of the project', '![A graph](../../../../../etc/passwd)', graph, '1 link-broken'],
  [
    'outside of the folder of incidents',
    '![A graph](../site/static/logo.png)',
    { 'site/static/logo.png': png() },
    '1 picture-public This picture does not lie below `incidents`',
  ],
  [
    'that is hidden',
    '![A graph](.git/graph.png)',
    { 'incidents/.git/graph.png': png() },
    '1 picture-public This picture does not lie below',
  ],
  [
    'that is a folder',
    '![A graph](graph.png)',
    { 'incidents/graph.png/a.png': png() },
    '1 picture-public This picture is a folder',
  ],
  [
    'of no bytes',
    '![A graph](graph.png)',
    { 'incidents/graph.png': '' },
    '1 picture-public This picture is an empty file',
  ],
  [
    'that is a page',
    '![A graph](graph.png)',
    { 'incidents/graph.png': '<!doctype html>' },
    '1 picture-public This picture is neither PNG',
  ],
  [
    'that is an SVG',
    '![A graph](graph.svg)',
    { 'incidents/graph.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    '1 picture-public This picture is an SVG',
  ],
  [
    'that breaks off',
    '![A graph](graph.png)',
    { 'incidents/graph.png': png().subarray(0, 40) },
    '1 picture-public This picture ends before its end',
  ],
  [
    'of too many bytes',
    '![A graph](graph.png)',
    { 'incidents/graph.png': png({ behind: 'x'.repeat(6e6) }) },
    'at most 5242880 are published',
  ],
  [
    'by a name, of another place',
    '![A graph][g]\n\n[g]: https://example.com/g.png',
    graph,
    '1 picture-public This picture would be loaded',
  ],
  [
    'that is linked to',
    '![A graph](graph.png), [larger](graph.png)',
    graph,
    '24 public-link This link leads to `graph.png`, a file of the repository',
  ],
  [
    'whose name is also a link',
    '![A graph][g], [larger][g]\n\n[g]: graph.png',
    graph,
    '1 public-link This link leads to `graph.png`',
  ],
  ['without a description', '![](graph.png)', graph, '1 picture-undescribed This picture has no description'],
  ['described by a program', '![image](graph.png)', graph, '1 picture-undescribed “image” does not say'],
])('a picture %s is refused, and where it stands is told', async (_, shown, files, message) => {
  const found = await judge(shown, files);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain(message);
});

it.each([
  ['with spaces', '![A graph](<a graph.png>)', 'incidents/a graph.png'],
  ['with its spaces as percent signs', '![A graph](a%20graph.png)', 'incidents/a graph.png'],
  ['with a percent sign', '![A graph](50%25.png)', 'incidents/50%.png'],
  ['with a percent sign as it is', '![A graph](50%.png)', 'incidents/50%.png'],
  ['with a number sign', '![A graph](a%231.png)', 'incidents/a#1.png'],
  ['of letters with accents', '![A graph](grafik-für-α.png)', 'incidents/grafik-für-α.png'],
  [
    'in a folder of its own',
    '![A graph](2026-03-14-checkout-down/graph.png)',
    'incidents/2026-03-14-checkout-down/graph.png',
  ],
  ['from the root', '![A graph](/incidents/graph.png)', 'incidents/graph.png'],
  ['with a question behind it', '![A graph](graph.png?raw=true)', 'incidents/graph.png'],
  ['whose ending lies', '![A graph](graph.txt)', 'incidents/graph.txt'],
])('a picture %s is found', async (_, shown, path) => {
  expect(await judge(shown, { [path]: png() })).toEqual([]);
});

it('symbolic links are no pictures, wherever they lead', async () => {
  for (const target of ['real.png', '/etc/hostname']) {
    const project = createPictureProject('![A graph](graph.png)', { 'incidents/real.png': png() });
    symlinkSync(target, join(project.root, 'incidents/graph.png'));
    const found = (await project.understand()).diagnostics.filter(({ blocks }) => blocks);
    expect(found.map(({ rule }) => rule)).toContain(target === 'real.png' ? 'picture-public' : 'link-broken');
    expect((await project.build()).code).toBe(1);
  }
});

it('pictures stand in sections of the body alone', async () => {
  const project = createPictureProject('Nothing.', graph);
  const path = 'incidents/2026-03-15-search.md';
  project.file(
    path,
    `---
title: Search was slow
severity: minor
status: final
started: 2026-03-15 09:05
mitigated: 2026-03-15 09:30
resolved: 2026-03-15 10:05
summary: It was ![a graph](graph.png) slow.
questions:
  - question: How slow?
    answer: "![a graph](graph.png)"
public: { since: 2026-03-20, show: [summary, questions] }
---
`,
  );
  const found = (await project.check()).filter((one) => one.includes('picture-public'));
  expect(found).toEqual([`${path}:8 error picture-public`, `${path}:11 error picture-public`]);
});

it('no more than 40 pictures and 20 MiB go with an incident, and the one too many is named', async () => {
  const many = Array.from({ length: 41 }, (_, at) => `![Graph ${at} of it](${at}.png)`).join('\n');
  const files = Object.fromEntries(
    Array.from({ length: 41 }, (_, at) => [`incidents/${at}.png`, png({ width: at + 1 })]),
  );
  const [found, ...others] = await judge(many, files);
  expect(others).toEqual([]);
  expect(found).toContain('the picture after the 40th');
  // The same picture again is no other.
  const again = Array.from({ length: 50 }, () => '![Graph](0.png)').join('\n');
  expect(await judge(again, files)).toEqual([]);

  const large = jpeg({ between: [] });
  const scan = large.length - 3;
  const fill = (size: number, seed: number): Uint8Array =>
    new Uint8Array(Buffer.concat([large.subarray(0, scan), Buffer.alloc(size, seed), large.subarray(scan)]));
  const heavy = Object.fromEntries([1, 2, 3, 4, 5].map((at) => [`incidents/${at}.jpg`, fill(4.5e6, at)]));
  const five = [1, 2, 3, 4, 5].map((at) => `![Photo ${at} of it](${at}.jpg)`).join('\n');
  const over = await judge(five, heavy);
  expect(over).toHaveLength(1);
  expect(over[0]).toContain('more than 20971520 bytes together');
});

it('the pictures of a project have 200 MiB at most', async () => {
  const project = createPictureProject('![A graph](graph.png)', graph);
  // Files with nothing in them but their length.
  for (const name of ['x.png', 'y.png', 'z.png']) {
    project.file(`incidents/${name}`, '');
    truncateSync(join(project.root, 'incidents', name), 90 * 1024 * 1024);
  }
  const found = (await project.check()).filter((one) => one.includes('error'));
  expect(found).toEqual(['incidents/z.png error picture-bytes']);
});

it('a picture that changes between check and build stops the build', async () => {
  const { understand, root } = createPictureProject('![A graph](graph.png)', graph);
  const { history, documents, pictures: found } = await understand();
  if (!history) throw new Error('it can be read');
  writeFileSync(join(root, 'incidents/graph.png'), png({ width: 4 }));
  const publicHistory = createPublicHistory(history, documents, { pictures: found });
  expect(() => renderPublicSite(publicHistory)).toThrow('has changed since it was checked');
  unlinkSync(join(root, 'incidents/graph.png'));
  expect(() => renderPublicSite(publicHistory)).toThrow('has changed since it was checked');
});

it('what is not looked up is not shown: a history made without pictures has none, nor their names', async () => {
  const { understand } = createPictureProject('![A graph](my-secret-name.png)', {
    'incidents/my-secret-name.png': png(),
  });
  const { history, documents } = await understand();
  if (!history) throw new Error('it can be read');
  const outputs = renderPublicSite(createPublicHistory(history, documents));
  const all = outputs.map(({ content }) => String(content)).join('');
  expect(all).toContain('[picture: A graph]');
  expect(all).not.toContain('my-secret-name');
});

it('check knows every file that a build writes, so that none can be taken', async () => {
  const { understand } = createPictureProject('![A graph](graph.png)', graph);
  const { history, documents, pictures: found } = await understand();
  if (!history) throw new Error('it can be read');
  const publicHistory = createPublicHistory(history, documents, { pictures: found });
  const written = renderPublicSite(publicHistory).map(({ path }) => path);
  expect(listPublicFiles(publicHistory).toSorted()).toEqual(written.toSorted());
});

it('the internal site shows what it can, and says in words what it cannot', async () => {
  const withheld =
    '![The shelf](shelf.svg) ![The rack](https://example.com/rack.png) ![The graph](graph.png)';
  const built = await createPictureProject(
    'Nothing.',
    { ...graph, 'incidents/shelf.svg': '<svg onload="alert(1)"/>' },
    withheld,
  ).build();
  const html = built.files.get(`internal/${page}`) ?? '';
  expect(built.code).toBe(0);
  expect(html).toContain('[picture: The shelf]');
  expect(html).toContain('[picture: The rack]');
  expect(imagesOf(built, `internal/${page}`)).toHaveLength(1);
  expect([...built.files.keys()].filter((path) => path.endsWith('.svg'))).toEqual([]);
  expect([...built.files.values()].join('')).not.toContain(token);
});
