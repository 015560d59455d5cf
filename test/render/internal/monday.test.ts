import { expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/diagnostic/diagnostic.js';
import { incident, renderProject } from './project.js';

const item = (id: string, more: string): string => `
  - id: ${id}
    title: Do ${id}
    type: prevent
    opened: 2026-03-16
    ${more}`;
const withItems = (title: string, ...items: string[]): string =>
  incident(title, `remediation:${items.join('')}`);

it('says how late each overdue item is, worst first: severity × priority × days late', () => {
  const pages = renderProject({
    '2026-03-14-grave': withItems(
      'Grave',
      item('R1', 'due: 2026-11-12\n    owner: kim\n    priority: P3'),
      item('R2', 'due: 2026-11-21\n    owner: kim\n    priority: P1'),
      item('R3', 'due: 2026-11-22\n    owner: kim'),
    ),
    '2026-03-15-slight': withItems(
      'Slight',
      item('R1', 'due: 2026-10-13\n    owner: lee\n    priority: P1'),
      item('R2', 'due: 2026-Q3\n    owner: lee\n    state: in-progress'),
    )
      .replace('severity: major', 'severity: minor')
      .replaceAll('2026-03-14', '2026-03-15'),
  });
  // 1×3×40 = 120, 1×1×53 = 53, 3×1×10 = 30, 3×3×1 = 9; what is due on the day itself is not late.
  expect(pages.rows('', 'overdue').slice(1)).toEqual([
    ['late by 40 days', 'R1 Do R1 Slight', 'open', 'P1', 'Lee Roe', '2026-10-13'],
    ['late by 53 days', 'R2 Do R2 Slight', 'in progress', '– none', 'Lee Roe', 'Q3 2026'],
    ['late by 10 days', 'R1 Do R1 Grave', 'open', 'P3', 'Kim Doe', '2026-11-12'],
    ['late by 1 day', 'R2 Do R2 Grave', 'open', 'P1', 'Kim Doe', '2026-11-21'],
  ]);
  expect(pages.read('', 'overdue').at(-1)).toBe(
    'Worst first: severity of the incident (Major outage 3 … Minor disruption 1) × priority (P1 3 … P3 1; none 1) × days late.',
  );
});

it('lists what is due within two weeks, the day itself and the fourteenth after it included', () => {
  const due = (id: string, day: string) => item(id, `due: ${day}\n    owner: kim`);
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      due('R1', '2026-12-06'),
      due('R2', '2026-12-07'),
      due('R3', '2026-11-22'),
      due('R4', '2026-11-21'),
      `${due('R5', '2026-11-23')}\n    state: done\n    done: 2026-11-01`,
      `${due('R6', '2026-11-23')}\n    state: proposed`,
      due('R7', '2026-11'),
    ),
  });
  expect(
    pages
      .rows('', 'due-soon')
      .slice(1)
      .map(([when, what]) => [when, what]),
  ).toEqual([
    ['last day', 'R3 Do R3 X'],
    ['in 8 days', 'R7 Do R7 X'],
    ['in 14 days', 'R1 Do R1 X'],
  ]);
});

it('lists what is blocked, unowned and without a due date, and counts each in a number that leads there', () => {
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      item('R1', 'state: blocked\n    owner: kim\n    due: 2027-01-01'),
      item('R2', 'due: 2027-01-02'),
      item('R3', 'owner: lee'),
      item('R4', 'state: done\n    done: unknown'),
      item('R5', 'state: wont-do\n    reason: No.'),
    ),
  });
  const what = (id: string) =>
    pages
      .rows('', id)
      .slice(1)
      .map(([, cell]) => cell);
  expect(what('blocked')).toEqual(['R1 Do R1 X']);
  expect(what('unowned')).toEqual(['R2 Do R2 X']);
  expect(what('undated')).toEqual(['R3 Do R3 X']);
  const figures = pages.links('').filter(({ text }) => /^\d/.test(text));
  expect(figures.slice(0, 6)).toEqual([
    { text: '0 overdue', href: '#overdue' },
    { text: '0 due by 6 December 2026', href: '#due-soon' },
    { text: '1 blocked', href: '#blocked' },
    { text: '1 without an owner', href: '#unowned' },
    { text: '1 without a due date', href: '#undated' },
    { text: '3 open, of 5 items', href: 'items/' },
  ]);
});

it('counts open items by owner and by incident; each number leads to its items', () => {
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      item('R1', 'owner: kim\n    due: 2026-01-01'),
      item('R2', 'owner: kim\n    due: 2026-11-30'),
      item('R3', 'owner: storage\n    due: 2026-01-01'),
      item('R4', 'owner: storage\n    due: 2026-01-01\n    state: done\n    done: 2026-02-01'),
      item('R5', 'due: 2027-01-01'),
    ),
    '2026-03-14-y': withItems(
      'Y',
      item('R1', 'owner: lee\n    due: 2027-01-01\n    state: done\n    done: 2026-10-01'),
    ),
  });
  const [owners, incidents] = ['Owner', 'Incident'].map((head) => {
    const rows = pages.rows('', 'content');
    const start = rows.findIndex((row) => row[0] === head && row[1] === 'Open');
    return rows.slice(
      start + 1,
      start + 1 + rows.slice(start + 1).findIndex((row) => row.length !== 4 || row[1] === 'Open'),
    );
  });
  expect(owners).toEqual([
    ['Kim Doe', '2', '1', '1'],
    ['Storage', '1', '1', '0'],
    ['Nobody', '1', '0', '0'],
  ]);
  expect(incidents?.[0]).toEqual(['X', '4', '2', '1']);
  const links = pages.links('');
  expect(links).toContainEqual({ text: '2', href: 'owners/kim/' });
  expect(links).toContainEqual({ text: '1', href: 'owners/kim/#overdue' });
  expect(links).toContainEqual({ text: '4', href: 'incidents/2026-03-14-x/#remediation' });
});

it('lists what is owed by rule and by incident, with its place, and nothing that blocks', () => {
  const diagnostic = (rule: string, line: number, blocks = false): Diagnostic => ({
    path: 'incidents/2026-03-14-x.md',
    place: { start: { line, column: 3, offset: line * 10 }, end: { line, column: 5, offset: line * 10 + 2 } },
    level: 'warning',
    blocks,
    rule,
    message: `Something about line ${line}`,
    hint: 'Mend it.',
  });
  const pages = renderProject(
    { '2026-03-14-x': incident('X').replace('severity: major', 'severity: minor') },
    [
      diagnostic('vague-item', 12),
      diagnostic('prose', 7),
      diagnostic('vague-item', 9),
      diagnostic('leak', 3, true),
      { ...diagnostic('policy', 2), path: 'site/site.yaml' },
    ],
  );
  expect(pages.rows('', 'owed-vague-item')).toEqual([
    ['vague-item 2'],
    ['incidents/2026-03-14-x.md:9:3', 'warning', 'Something about line 9. Mend it.'],
    ['incidents/2026-03-14-x.md:12:3', 'warning', 'Something about line 12. Mend it.'],
  ]);
  expect(pages.rows('', 'owed')).toContainEqual(['X', '3']);
  expect(pages.rows('', 'owed')).toContainEqual(['site/site.yaml', '1']);
  expect(pages.html('')).not.toContain('leak');
  expect(pages.rows('incidents/2026-03-14-x/', 'owed').filter((row) => row.length === 3)).toHaveLength(4);
});

it('lists what was waived, and says which waivers have lapsed', () => {
  const pages = renderProject({
    '2026-03-14-x': incident(
      'X',
      `remediation:
  - id: R1
    title: Do R1
    type: prevent
waive:
  - rule: due-missing
    at: R1
    reason: The *report* names none.
    by: kim
    until: 2026-11-22
  - rule: owner-missing
    reason: Nobody.
    by: storage
    until: 2026-11-21`,
    ),
  });
  expect(pages.rows('', 'waived')).toEqual([
    ['Rule', 'Incident', 'For', 'Reason', 'By', 'Until'],
    ['due-missing', 'X', 'R1', 'The report names none.', 'Kim Doe', '22 November 2026'],
    ['owner-missing', 'X', 'the whole file', 'Nobody.', 'Storage', 'lapsed after 21 November 2026'],
  ]);
});

it('says on an empty site what will be here and how it gets here', () => {
  const pages = renderProject({});
  const text = pages.read('').join(' ');
  expect(text).toContain('No incident promises anything yet.');
  expect(text).toContain('Nothing is owed.');
  expect(text).toContain('Nothing is waived.');
  expect(pages.read('items/').join(' ')).toContain(
    'An item appears here as soon as an incident file lists it under remediation.',
  );
  expect(pages.read('incidents/').join(' ')).toContain('Each Markdown file in incidents/ is one');
  expect(pages.read('drafts/').join(' ')).toContain('Every report is final.');
});
