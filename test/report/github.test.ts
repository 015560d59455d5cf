import { expect, it } from 'vitest';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';
import { describeHidden, renderGithub } from '../../src/report/github.js';
import { attack, diagnostics } from './diagnostics.js';

const render = (...list: Diagnostic[]): string => renderGithub(list, (path) => `sub/${path}`);

/** A line of a log as the runner reads it: an optional command, its properties and its data, decoded. */
function readCommand(line: string) {
  const [, name, list = '', data = ''] = /^::([\w-]+) (.*?)::(.*)$/.exec(line) ?? [];
  const decode = (text: string): string =>
    text
      .replaceAll('%0A', '\n')
      .replaceAll('%0D', '\r')
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%25', '%');
  const properties = Object.fromEntries(
    list.split(',').map((one) => {
      const [key = '', ...value] = one.split('=');
      return [key, decode(value.join('='))];
    }),
  );
  return { name, properties, data: decode(data) };
}

it('puts a finding on its line, with the way out', () => {
  const [first, second] = render(...diagnostics)
    .trimEnd()
    .split('\n')
    .map(readCommand);
  expect(first).toEqual({
    name: 'error',
    properties: {
      file: 'sub/incidents/2026-03-14 a#b%é.md',
      line: '3',
      endLine: '3',
      col: '1',
      endColumn: '8',
      title: 'unknown-key',
    },
    data: [
      'There is no key `sevrity` here',
      'sub/site/site.yaml: The severities are here',
      'sub/incidents/2026-03-14 a#b%é.md:2:8: It burns [here](https://evil.example)',
      '→ Did you mean `severity`?',
    ].join('\n'),
  });
  // What is about a whole file stands at its beginning.
  expect(second).toEqual({
    name: 'notice',
    properties: { file: 'sub/incidents/x.md', line: '1', title: 'no-such-rule' },
    data: 'The file is odd',
  });
});

it('gives no columns to what spans lines, which GitHub refuses', () => {
  const place = { start: { line: 2, column: 3, offset: 9 }, end: { line: 4, column: 1, offset: 30 } };
  const line = render({ ...attack, path: 'a.md', place }).trimEnd();
  expect(readCommand(line).properties).toEqual({
    file: 'sub/a.md',
    line: '2',
    endLine: '4',
    title: 'open-long',
  });
});

it('lets no text of a file or its name begin a command of its own', () => {
  const output = render(attack);
  expect(output.match(/\n/g)).toHaveLength(1);
  expect(output).not.toMatch(/[\r\u001b\u202e\u2028]/);
  expect(output.slice(2)).not.toMatch(/^::/m);
  const { name, properties, data } = readCommand(output.trimEnd());
  expect(name).toBe('warning');
  expect(Object.keys(properties)).toEqual(['file', 'line', 'endLine', 'col', 'endColumn', 'title']);
  expect(properties['file']).toBe('sub/incidents/a,b:c%0A\n::set-output name=x::y\r::stop-commands::z.md');
  // Its own line breaks are blanks, and what looked like an escaped one is still that.
  expect(data.split('\n')).toHaveLength(2);
  expect(data).toContain('odd %0A::error:: ::set-output name=x::y  ::stop-commands::z \\u{1B}[2J');
});

it('says how many annotations GitHub leaves out', () => {
  const many = Array.from({ length: 23 }, () => attack);
  expect(describeHidden(many)).toMatch(/^GitHub shows 10 of 23 warnings /);
  expect(describeHidden([...many, ...many.map((one) => ({ ...one, level: 'error' as const }))])).toMatch(
    /^GitHub shows 10 of 23 errors and 10 of 23 warnings /,
  );
  expect(describeHidden(many.slice(0, 10))).toBeUndefined();
});

it('prints nothing when nothing was found', () => {
  expect(render()).toBe('');
});
