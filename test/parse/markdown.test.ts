import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { parseMarkdownFile } from '../../src/parse/markdown.js';

/** The reference: everything of GFM always, and the front matter read as a part of the Markdown. */
const reference = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']).use(remarkGfm).freeze();

/** Trees are compared with every place. */
const expectSame = (text: string) =>
  expect(JSON.stringify(parseMarkdownFile(text))).toBe(JSON.stringify(reference.parse(text)));

function listTypes(node: Nodes): Set<string> {
  const below = 'children' in node ? node.children.flatMap((child) => [...listTypes(child)]) : [];
  return new Set([node.type, ...below]);
}

describe('what GFM adds is found in its smallest and its strangest spelling', () => {
  it.each([
    ['link', 'a www.a.example'],
    ['link', 'WwW.A'],
    ['link', 'http://a.example'],
    ['link', 'HTTPS://a.example'],
    ['link', 'http:\\//a.example'],
    ['link', 'http\\://a.example'],
    ['link', 'https:&#47;/a.example'],
    ['link', 'https&colon;//a.example'],
    ['link', 'www\\.a.example'],
    ['link', '&#119;ww.a.example'],
    ['link', 'www&period;a.example'],
    ['link', 'a@b.example'],
    ['link', 'a\\@b.example'],
    ['link', 'a&commat;b.example'],
    ['link', '| www.a.example |\n| - |'],
    ['footnoteDefinition', '[^a]: b'],
    ['footnoteReference', 'b[^a]\n\n> [^a]: b'],
    ['footnoteReference', '![^a]\n\n[^a]: b'],
    ['footnoteReference', '![[^a]]\n\n[^a]: b'],
    ['delete', '~a~'],
    ['delete', '*~~a~~*'],
    ['table', 'a\n:-'],
    ['table', 'a\n-:'],
    ['table', '> - a\n>   :-:'],
    ['table', 'a|b\n-|-'],
    ['table', '|a\n|-'],
    ['table', '|\ta\t|\n\t|\t-\t|'.replace('\n\t', '\n')],
    ['table', '1. a\r\n   -|'],
    ['checked', '- [ ] a'],
    ['checked', '1) [X] a'],
    ['checked', '* [\t] a'],
    ['checked', '- [\n  ] a'],
    ['checked', '> + [x]\n>   a'],
  ])('%s: %j', (type, text) => {
    const found = parseMarkdownFile(text);
    if (type === 'checked') expect(JSON.stringify(found)).toMatch(/"checked":(?:true|false)/);
    else expect(listTypes(found)).toContain(type);
    expectSame(text);
  });
});

describe('front matter', () => {
  it.each([
    ['---\na: 1\n---\n## H\n'],
    ['---\r\na: 1\r\n\r\n---\r\n\r\n## H\r\n'],
    ['---\ra: 1\r---\r- b'],
    ['---\n---\n- b'],
    ['---\n\n---\n> b'],
    ['---\na: 1\n---'],
    ['---\na: 1\n---\n'],
    ['--- \t\na: 1\n---\t  \n    code\n'],
    ['---\na: 😀\n---  \n\t- é 😀 *b*\n'],
    ['---\na: |\n  ---\n---x\n--- -\n----\n---\n# H'],
    ['---\na: 1\n---\n---\nb: 2\n---\n'],
    ['---\na: \u2028---\n---\n\u2028---\nb\n'],
    ['---\na: 1\n---\n\uFEFF# no heading\n'],
    ['\uFEFF---\na: 1\n---\n# H\n'],
    ['\uFEFF---\na: 1\n---'],
    ['---\na: 1\n---\n[a]: /b\n[a] www.c.example\n'],
  ])('is told from the body, whose places count in the file: %j', (text) => {
    expect(parseMarkdownFile(text).children[0]?.type).toBe('yaml');
    expectSame(text);
  });

  it.each([
    ['\n---\na: 1\n---\n'],
    [' ---\na: 1\n---\n'],
    ['----\na: 1\n---\n'],
    ['---a\n---\n'],
    ['---'],
    [''],
  ])('is not what only looks like it: %j', (text) => {
    expect(listTypes(parseMarkdownFile(text))).not.toContain('yaml');
    expectSame(text);
  });

  it('that never ends is none, and does not change how the second line is read', () => {
    // The only known difference: looking for an end, the reference takes this line for one of a paragraph that goes on.
    expect(parseMarkdownFile('---\n-\n').children.map(({ type }) => type)).toEqual(['thematicBreak', 'list']);
    expect(parseMarkdownFile('---\n-\n')).toEqual(unified().use(remarkParse).parse('---\n-\n'));
  });
});

describe('the reference', { timeout: 60_000 }, () => {
  const root = join(import.meta.dirname, '../..');
  const folders = ['incidents', 'templates', 'test/gate', 'test/sites/northwind'];
  it.each(folders)('reads every file of %s the same', (folder) => {
    const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => /\.(?:md|txt)$/.test(name));
    expect(files).not.toEqual([]);
    for (const name of files) expectSame(readFileSync(join(root, folder, name), 'utf8'));
  });

  const pieces = [
    ['a', 'b c', '1', ' ', '  ', '    ', '\t', '\n', '\n', '\n\n', '\r\n', '\r', '\u2028', '\0', '\uFEFF'],
    ['#', '## H', '=', '-', '---', '- ', '* ', '1. ', '2)', '>', '> ', '```', '~~~', '`', '*', '**', '_'],
    ['~', '~~', '[', ']', '![', '[x]', '[ ] ', '[x]: /u', '[^', '[^1]', '[^1]: ', '](/u)', '(', ')', '^'],
    ['<', '>', '<b>', '</b>', '<div>', '<!--', '-->', '<?', '<script>', '&amp;', '&#64;', '&colon;', '&'],
    ['\\', '\\.', '|', '|-', '-|', ':-', ':', '/', '.', '@', 'www', 'www.a', 'http:', '://', 'a@b.c', '"'],
    ['é', '中', '😀', '\uD83D', '\u00A0', '\u3000'],
  ].flat();
  // Few different pieces, often: so some extensions are needed and others are not.
  const bodies = fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 })
    .chain((few) => fc.array(fc.constantFrom(...few), { maxLength: 24 }))
    .map((parts) => parts.join(''));
  const fronts = fc.constantFrom(
    '',
    '',
    'x\n',
    '\n',
    '---\n---\n',
    '---\r\na: 1\r\n---\r\n',
    '---\na: 😀\n---',
  );

  it('reads generated documents the same', () => {
    fc.assert(
      fc.property(fronts, bodies, (front, body) => {
        const text = front + body;
        // A first line `---` without a second: see above.
        fc.pre(!/^\uFEFF?---[ \t]*[\r\n]/.test(text) || parseMarkdownFile(text).children[0]?.type === 'yaml');
        expectSame(text);
      }),
      { numRuns: 1500 },
    );
  });
});
