import { expect, it } from 'vitest';
import { createRecurrences } from '../../../src/model/figures/recurrence.js';
import { frontMatter, readHistory } from './history.js';

const earlier = '2026-03-14-first';
const later = '2026-06-10-again';
const again = (how = 'recurrence-of', more = '', started = '2026-06-10 09:00') =>
  frontMatter(`related:\n  - id: ${earlier}\n    how: ${how}\n${more}`, {
    started,
    resolved: '2026-06-10 10:00',
  });
const promise = (lines: string, id = 'R1', type = 'prevent'): string =>
  `  - id: ${id}\n    title: Do it\n    type: ${type}\n    opened: 2026-03-16\n${lines
    .split('; ')
    .filter((line) => line !== '')
    .map((line) => `    ${line}\n`)
    .join('')}`;
const first = (items: string, more = ''): string => frontMatter(`${more}\nremediation:\n${items}`);

function find(files: Record<string, string>) {
  return createRecurrences(readHistory(files)).map((one) => [
    one.later.id,
    one.earlier.id,
    ...one.fixes.map(({ item, wasOpen }) => `${item.globalId} ${item.state} ${wasOpen}`),
  ]);
}

const one = (lines: string, more = '') => find({ [earlier]: first(promise(lines), more), [later]: again() });

it.each([
  ['is still open', 'state: blocked', 'blocked certain'],
  ['was done after it came again', 'state: done; done: 2026-06-11', 'done certain'],
  ['was done on the day itself', 'state: done; done: 2026-06-10', 'done possible'],
  ['was done in that month', 'state: done; done: 2026-06', 'done possible'],
  ['was done, nobody knows when', 'state: done; done: unknown', 'done possible'],
  ['was dropped, nobody writes when', 'state: wont-do; reason: No.', 'wont-do possible'],
])('tells what %s', (_, lines, told) => {
  expect(one(lines)).toEqual([[later, earlier, `${earlier}#R1 ${told}`]]);
});

it.each([
  ['was done before it came again', 'state: done; done: 2026-06-09'],
  ['nobody had promised', 'state: proposed'],
])('does not tell what %s', (_, lines) => {
  expect(one(lines)).toEqual([]);
});

it('does not tell what was only promised after it came again', () => {
  const text = first(promise('').replace('2026-03-16', '2026-06-11'));
  expect(find({ [earlier]: text, [later]: again() })).toEqual([]);
});

it('tells only what was against a cause, or prevents', () => {
  const causes = 'causes:\n  - id: C1\n    kind: root\n    text: A log.';
  const items = promise('', 'R1', 'detect') + promise('addresses: [C1]', 'R2', 'detect');
  expect(find({ [earlier]: first(items, causes), [later]: again() })).toEqual([
    [later, earlier, `${earlier}#R2 open certain`],
  ]);
});

it('follows what took its place, and takes a promise of the later report for its end', () => {
  const other = '2026-04-01-other';
  const superseded = (by: string) => first(promise(`state: superseded; superseded_by: ${by}`));
  const there = (lines: string) =>
    frontMatter(`remediation:\n${promise(lines).replace('2026-03-16', '2026-04-02')}`, {
      started: '2026-04-01 09:00',
      resolved: '2026-04-01 10:00',
    });
  expect(find({ [earlier]: superseded(`'${other}#R1'`), [other]: there(''), [later]: again() })).toEqual([
    [later, earlier, `${other}#R1 open certain`],
  ]);
  const own = `remediation:\n${promise('').replace('2026-03-16', '2026-06-12')}`;
  expect(find({ [earlier]: superseded(`'${later}#R1'`), [later]: again('recurrence-of', own) })).toEqual([
    [later, earlier, `${later}#R1 open certain`],
  ]);
});

it('hears of the same cause from either side, and of nothing else', () => {
  const open = first(promise(''));
  expect(find({ [earlier]: open, [later]: again('same-cause') })).toHaveLength(1);
  const told = `${open}\nrelated:\n  - id: ${later}\n    how: same-cause\n`;
  const plain = frontMatter('', { started: '2026-06-10 09:00', resolved: '2026-06-10 10:00' });
  expect(find({ [earlier]: told, [later]: plain })).toEqual([[later, earlier, `${earlier}#R1 open certain`]]);
  expect(find({ [earlier]: open, [later]: again('follows') })).toEqual([]);
  const wrongWay = `${open}\nrelated:\n  - id: ${later}\n    how: recurrence-of\n`;
  expect(find({ [earlier]: wrongWay, [later]: plain })).toEqual([]);
});

it('is not certain of what was open when it was last told', () => {
  expect(one('', 'last_told: 2026-05-01')).toEqual([[later, earlier, `${earlier}#R1 open possible`]]);
  expect(one('', 'last_told: 2026-07-01')).toEqual([[later, earlier, `${earlier}#R1 open certain`]]);
});
