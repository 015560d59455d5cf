import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRange, parseYaml } from '../../src/parse/yaml.js';
import { splitFrontMatter } from '../../src/parse/frontMatter.js';

/** What YAML is read as, and the texts in which something is wrong. */
function read(text: string) {
  const { data, problems } = parseYaml(text, [0, text.length]);
  return { data, problems: problems.map(({ rule, range }) => `${rule}: ${text.slice(...range)}`) };
}

describe('scalars', () => {
  it.each([
    ['0123', '0123'],
    ['99.90', '99.90'],
    ['14:03', '14:03'],
    ['2014', '2014'],
    ['12e4567', '12e4567'],
    ['2026-02-30', '2026-02-30'],
    ['yes', 'yes'],
    ['~', '~'],
    ['null', 'null'],
    ['"~09:40"', '~09:40'],
    ["'it''s'", "it's"],
    ['', null],
    ['""', ''],
  ])('%s is read as it is written', (written, value) => {
    expect(read(`key: ${written}`)).toEqual({ data: { key: value }, problems: [] });
  });
});

describe('prose that YAML would cut or break', () => {
  it.each([
    '@kim saw it',
    '`df` is full',
    '%d errors',
    '*all* of them',
    '&c. and so on',
    '!important notice',
    'the cause: a disk',
    '"Done" it says',
    '> 80 % full',
    '| none',
    'a: b: c',
    'at 14:03: errors',
  ])('is found: %s', (prose) => {
    const { problems, data } = read(`one: 1\ntext: ${prose}\ntwo: 2\n`);
    expect(problems).toEqual([`yaml-prose: ${prose}`]);
    expect(data).toMatchObject({ one: '1', two: '2' });
  });

  it.each([
    'a (b) c',
    'it’s 5 % of 3',
    'C# is fine',
    'https://example.com/#x',
    'a - b',
    'what? yes!',
    '14:03 errors',
    'a:b',
    '[a] b'.slice(4),
  ])('is left alone where YAML reads it whole: %s', (prose) => {
    expect(read(`text: ${prose}\n`)).toEqual({ data: { text: prose }, problems: [] });
  });

  it('does not hide the mistakes behind it', () => {
    expect(read('a: x: y\nb: @z\nc: "open\nd: 1\nd: 2\n').problems).toEqual([
      'yaml-prose: x: y',
      'yaml-prose: @z',
      'yaml-syntax: "open',
      'duplicate-key: d',
    ]);
  });
});

it('finds the place of every value', () => {
  const text = 'a:\n  - b: one\n    c: [x, "y z"]\n  - b: >\n      two\n      three\n';
  const at = (...path: (string | number)[]) => text.slice(...(findRange(text, 0, path, 'value') ?? [0, 0]));
  expect([at('a', 0, 'b'), at('a', 0, 'c', 1), at('a', 1, 'b')]).toEqual([
    'one',
    '"y z"',
    '>\n      two\n      three',
  ]);
  expect(findRange(text, 0, ['a', 7], 'value')).toBeUndefined();
  expect(text.slice(...(findRange(text, 0, ['a', 0, 'c'], 'key') ?? [0, 0]))).toBe('c');
});

it('a key like __proto__ is a key', () => {
  const { data } = read('__proto__: { polluted: yes }\nconstructor: x\n');
  expect(Object.keys(data as object)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

it('never throws, and never points outside the file', () => {
  const piece = fc.constantFrom(
    'a: ',
    '- ',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '\n',
    '  ',
    '\t',
    '#',
    '&x',
    '*x',
    '!',
    '|',
    '>',
    ': ',
    ',',
    '---',
    '?',
    '%',
    'é',
    '\r\n',
    'text',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
      (text) => {
        const yaml = parseYaml(text, [0, text.length]);
        for (const { range, message, hint } of yaml.problems) {
          expect(range[0]).toBeGreaterThanOrEqual(0);
          expect(range[1]).toBeLessThanOrEqual(text.length + 1);
          expect(range[0]).toBeLessThanOrEqual(range[1]);
          expect(message + hint).not.toMatch(/undefined|\[object/);
        }
      },
    ),
    { numRuns: 500 },
  );
});

describe('the front matter', () => {
  it.each([
    '---js\n1\n---\n',
    '---javascript\n1\n---\n',
    '--- js\n1\n---\n',
    '---JS\n1\n---\n',
    '\uFEFF---js\n1\n---\n',
    '---constructor\na\n---\n',
    '---toString\na\n---\n',
    '--- \na: 1\n---\n',
    '\n---\na: 1\n---\n',
  ])('is refused, and nothing is run, where it begins with anything but ---: %j', (text) => {
    expect(splitFrontMatter(text)).toMatchObject({ ok: false });
  });

  it.each([
    ['---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['---\r\na: 1\r\n---\r\nbody', 'a: 1\r\n', 'body'],
    ['\uFEFF---\na: 1\n---\nbody', 'a: 1\n', 'body'],
    ['---\n---\n', '', ''],
    ['---\n# only a comment\n---\nbody', '# only a comment\n', 'body'],
    ['---\na: 1\n---', 'a: 1\n', ''],
  ])('%j is split where its fences are', (text, yaml, body) => {
    const split = splitFrontMatter(text);
    expect(split.ok && [text.slice(...split.frontMatter), text.slice(...split.body)]).toEqual([yaml, body]);
  });

  it.each(['---\na: 1\n', '---\na: 1\n----\n', '---\na: 1\n---x\nb\n', '---\na: 1\n--- \nb\n', '---'])(
    'is refused where it does not end with ---: %j',
    (text) => {
      expect(splitFrontMatter(text)).toMatchObject({ ok: false });
    },
  );
});
