import { expect, it } from 'vitest';
import { createPlacer } from '../../src/diagnostic/place.js';
import { renderCodeFrame } from '../../src/report/codeFrame.js';
import { printable } from '../../src/report/printable.js';
import { renderText } from '../../src/report/text.js';

/** The frame for the first occurrence of a piece of a text. */
function frame(text: string, piece: string): string {
  const start = text.indexOf(piece);
  return renderCodeFrame(text, createPlacer(text)([start, start + piece.length]));
}

it('marks what is meant', () => {
  expect(frame('---\nseverity: majr\n', 'majr')).toBe('    2 │ severity: majr\n      │           ^^^^');
});

it('marks a place of several lines to the end of its first', () => {
  expect(frame('a: b\nc: d', 'b\nc')).toBe('    1 │ a: b\n      │    ^');
});

it('keeps the mark under wide characters, emoji and combining marks', () => {
  expect(frame('障害: majr', 'majr')).toBe('    1 │ 障害: majr\n      │       ^^^^');
  expect(frame('🔥 e\u0301: x', 'x')).toBe('    1 │ 🔥 e\u0301: x\n      │       ^');
});

it('keeps tabs, so that the mark stands where the terminal puts the text', () => {
  expect(frame('\tkey: x', 'x')).toBe('    1 │ \tkey: x\n      │ \t     ^');
});

it('cuts a long line around the mark', () => {
  const [line = '', marks = ''] = frame(
    `text: ${'word '.repeat(100)}HERE ${'word '.repeat(100)}`,
    'HERE',
  ).split('\n');
  expect(line.length).toBeLessThan(120);
  expect(line.indexOf('HERE')).toBe(marks.indexOf('^^^^'));
});

it('shows the last line of a file that does not end in a line break', () => {
  expect(frame('a: 1\rb: x', 'x')).toBe('    2 │ b: x\n      │    ^');
});

it('prints what would drive the terminal as code points', () => {
  const text = 'title: \u001b[31mred\u202e\u200b';
  const printed = renderText(
    [
      {
        path: 'incidents/\u001b[2J.md',
        place: createPlacer(text)([7, 15]),
        level: 'error',
        blocks: true,
        rule: 'invalid-value',
        message: 'Unexpected \u001b]0;x\u0007',
        hint: 'no\nline break',
      },
    ],
    { color: false, textOf: () => text, showPath: (path) => path },
  );
  expect(printed).not.toMatch(/[\u001b\u0007\u202e\u200b]/);
  expect(printed).toContain(String.raw`\u{1B}[31mred\u{202E}`);
  expect(printed.split('\n').filter((line) => line.startsWith('line break'))).toEqual([]);
});

it('leaves ordinary text of any script alone', () => {
  for (const text of ['ação', '障害', 'تعطل', '🔥 fire', 'C# and tabs\t']) expect(printable(text)).toBe(text);
});

it('shows soft hyphens and tags, which nobody sees, as what they are', () => {
  const hidden = `a\u00AD${String.fromCodePoint(0xe0041, 0xe007f)}b\u180E`;
  expect(printable(hidden)).toBe('a\\u{AD}\\u{E0041}\\u{E007F}b\\u{180E}');
  expect(printable('葛\u{E0100}🔥é')).toBe('葛\u{E0100}🔥é');
  expect(frame('x: a\u00ADb majr', 'majr')).toBe('    1 │ x: a\\u{AD}b majr\n      │             ^^^^');
});
