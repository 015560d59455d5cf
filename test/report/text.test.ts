import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { wantsColor } from '../../src/commands/terminal.js';
import { createPlacer } from '../../src/diagnostic/place.js';
import { renderCodeFrame } from '../../src/report/codeFrame.js';
import { renderSummary, renderText, type TextOptions } from '../../src/report/text.js';
import { attack, diagnostics, file } from './diagnostics.js';

const options: TextOptions = {
  color: false,
  textOf: (path) => (path === file.path ? file.text : undefined),
  showPath: (path) => path,
};

it('says where, what, which rule, where else, and the way out', () => {
  expect(renderText(diagnostics, options))
    .toBe(`incidents/2026-03-14 a#b%é.md:3:1: error There is no key \`sevrity\` here unknown-key
    3 │ sevrity: major
      │ ^^^^^^^
  site/site.yaml: The severities are here
  incidents/2026-03-14 a#b%é.md:2:8: It burns [here](https://evil.example)
  → Did you mean \`severity\`?

incidents/x.md: info The file is odd no-such-rule
`);
});

it('is the same in colour, but for the colours', () => {
  const colored = renderText(diagnostics, { ...options, color: true });
  expect(colored).toContain('\u001b[31merror\u001b[39m');
  expect(stripVTControlCharacters(colored)).toBe(renderText(diagnostics, options));
});

it('breaks the way out at the width of the terminal, under itself', () => {
  const hint = 'Write how many were affected, or what was counted; an estimate will do.';
  const lines = renderText([{ ...attack, message: 'x', hint }], { ...options, columns: 40 })
    .trimEnd()
    .split('\n');
  expect(lines.slice(-3)).toEqual([
    '  → Write how many were affected, or',
    '    what was counted; an estimate will',
    '    do.',
  ]);
  expect(renderText([{ ...attack, hint }], options)).toContain(`  → ${hint}\n`);
});

it('never shows a line that holds a secret', () => {
  const printed = renderText(
    diagnostics.map((diagnostic) => ({ ...diagnostic, secret: true as const })),
    options,
  );
  expect(printed).not.toContain('sevrity: major');
  expect(printed).toContain('    3 │ (a line with a secret, not shown)\n');
});

describe('a frame on a narrow terminal', () => {
  const long = `text: ${'word '.repeat(30)}🔥🔥🔥 HERE ${'🔥'.repeat(60)}`;
  const frame = (piece: string, columns: number): string[] => {
    const start = long.indexOf(piece);
    return renderCodeFrame(long, createPlacer(long)([start, start + piece.length]), columns).split('\n');
  };

  it.each([40, 60, 80, 100])('of %i columns fits, with the mark under its word', (columns) => {
    for (const piece of ['text', 'word word word', 'HERE']) {
      const [line = '', marks = ''] = frame(piece, columns);
      expect(cells(line), line).toBeLessThanOrEqual(columns);
      expect(cells(marks), marks).toBeLessThanOrEqual(columns);
      const at = cells(line.slice(0, line.indexOf(piece)));
      expect(marks.indexOf('^')).toBe(at);
      expect(marks.slice(at)).toBe('^'.repeat(piece.length));
    }
  });

  it('cuts no character in two', () => {
    for (let columns = 30; columns < 60; columns++)
      expect(frame('HERE', columns)[0]).not.toMatch(
        /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/,
      );
  });

  /** The test's own count: in these lines only the fires are wide. */
  function cells(text: string): number {
    return [...text].reduce((sum, one) => sum + (one === '🔥' ? 2 : 1), 0);
  }
});

it('finds the line of a place in a huge file at once', () => {
  const text = 'a: b\n'.repeat(400_000);
  const place = createPlacer(text)([1_999_995, 1_999_996]);
  const before = process.cpuUsage().user;
  for (let index = 0; index < 200; index++) renderCodeFrame(text, place);
  expect(process.cpuUsage(undefined).user - before).toBeLessThan(2_000_000);
  expect(renderCodeFrame(text, place)).toContain('400000 │ a: b');
});

it.each([
  ['text of Windows', 'a: 1\r\nb: x\r\n', 'x', '    2 │ b: x\n      │    ^'],
  ['nothing at the end of a line', 'a: 1\nb:\n', '', '    1 │ a: 1\n      │ ^'],
  ['a word behind tabs', '\t\tkey: x', 'x', '    1 │ \t\tkey: x\n      │ \t\t     ^'],
])('shows %s', (_, text, piece, expected) => {
  const start = text.indexOf(piece);
  expect(renderCodeFrame(text, createPlacer(text)([start, start + piece.length]), 80)).toBe(expected);
});

it('sums up by level', () => {
  expect(renderSummary([], 1)).toBe('1 file checked: nothing to mend.');
  expect(renderSummary(diagnostics, 3)).toBe(
    '3 files checked: 1 error, 1 remark; 1 of them would stop a build.',
  );
  expect(renderSummary([attack, attack], 3)).toBe('3 files checked: 2 warnings.');
});

it.each([
  [true, {}, true],
  [false, {}, false],
  [true, { TERM: 'dumb' }, false],
  [true, { NO_COLOR: '1' }, false],
  [true, { NO_COLOR: '' }, true],
  [false, { FORCE_COLOR: '1' }, true],
  [true, { FORCE_COLOR: '0' }, false],
  [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
])('on a terminal: %s, with %j: colour %s', (isTerminal, env, expected) => {
  expect(wantsColor(isTerminal, env)).toBe(expected);
});
