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
      .links('', id)
      .filter(({ href }) => href.includes('#R'))
      .map(({ text }) => text);
  expect(what('blocked')).toEqual(['R1 Do R1']);
  expect(what('unowned')).toEqual(['R2 Do R2']);
  expect(what('undated')).toEqual(['R3 Do R3']);
  expect(pages.read('', 'blocked').join(' ')).toContain('in 40 days, Kim Doe');
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

/** Twelve items that are late by 1 to 12 days, in one incident. */
const twelve = withItems(
  'X',
  ...Array.from({ length: 12 }, (_, at) =>
    item(`R${at + 1}`, `due: 2026-11-${String(21 - at).padStart(2, '0')}\n    team: storage`),
  ),
);

it('shows the worst of what is overdue, and leads to the others as a view of all items', () => {
  const pages = renderProject({ '2026-03-14-x': twelve });
  const rows = pages.rows('', 'overdue').slice(1);
  expect(rows.map(([when]) => when)).toEqual(
    [12, 11, 10, 9, 8, 7, 6, 5].map((days) => `late by ${days} days`),
  );
  expect(pages.links('', 'overdue').at(-1)).toEqual({
    text: 'All 12 items: Overdue',
    href: 'items/?overdue=1#overdue',
  });
  expect(pages.links('', 'unowned').at(-1)?.href).toBe('items/?open=1&unowned=1#overdue');
  // Without a script it leads to where they stand in the whole table.
  expect(pages.rows('items/', 'overdue').length).toBeGreaterThanOrEqual(12);
});

it('counts by team what is open, late, due soon, blocked, unowned and undated; each number is a link', () => {
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      item('R1', 'owner: kim\n    due: 2026-11-01'),
      item('R2', 'owner: storage\n    due: 2026-11-25\n    state: blocked'),
      item('R3', 'team: storage'),
      item('R4', 'owner: kim\n    state: done\n    done: 2026-11-01'),
      item('R5', 'owner: lee\n    due: 2027-01-01'),
    ),
  });
  expect(pages.rows('', 'by-team').slice(1)).toEqual([
    ['Storage', '3', '1', '1', '1', '1', '1'],
    ['No team', '1', '0', '0', '0', '0', '0'],
  ]);
  const hrefs = pages.links('', 'by-team').map(({ href }) => href);
  expect(hrefs).toContain('items/?open=1&team=storage#overdue');
  expect(hrefs).toContain('items/?due-within=14d&team=storage#due');
  expect(hrefs).toContain('items/?open=1&unowned=1&team=storage#undue');
});

it('says by name what changed in the last seven days', () => {
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      item('R1', 'owner: kim\n    due: 2026-11-20'),
      item('R2', 'owner: kim\n    due: 2026-11-10'),
      item('R3', 'owner: lee\n    state: done\n    done: 2026-11-15'),
      item('R4', 'owner: lee\n    state: done\n    done: 2026-11-14'),
      item('R5', 'due: 2026-12-20\n    moved:\n      - from: 2026-11-30\n        date: 2026-11-18'),
      item('R6', 'owner: kim').replace('2026-03-16', '2026-11-22'),
    ),
  });
  const told = (id: string) => pages.read('', `changes-${id}`).join(' ');
  expect(told('overdue')).toMatch(/^Became overdue 1 R1 Do R1 2026-11-21, Kim Doe$/);
  expect(told('done')).toMatch(/^Done 1 R3 Do R3 2026-11-15, Lee Roe$/);
  expect(told('moved')).toContain('2026-11-18, from 2026-11-30 to 2026-12-20 (20 days later), nobody');
  expect(told('opened')).toMatch(/^Opened 1 R6 Do R6 /);
  expect(pages.headings('')).toContain('Changed since 15 November 2026 4');
});

it('says whether the pile grows, with the table that the chart is drawn from', () => {
  const pages = renderProject({
    '2026-03-14-x': withItems(
      'X',
      item('R1', 'owner: kim').replace('2026-03-16', '2026-08-01'),
      item('R2', 'state: done\n    done: 2026-10-02').replace('2026-03-16', '2026-08-02'),
      item('R3', 'owner: kim').replace('2026-03-16', '2026-09-02'),
      item('R4', 'owner: kim').replace('2026-03-16', '2026-10-02'),
      item('R5', 'state: wont-do\n    reason: No.').replace('2026-03-16', '2026-10-03'),
    ),
  });
  expect(pages.rows('', 'pile').slice(1)).toEqual([
    ['November 2026', '0', '0', '0', '3', '3'],
    ['October 2026', '2', '1', '1', '3', '4'],
    ['September 2026', '1', '0', '0', '3', '3'],
    ['August 2026', '2', '0', '0', '2', '2'],
    ['before August 2026', '0', '0', '0', '0', '0'],
  ]);
  const text = pages.read('', 'pile').join(' ');
  expect(text).toContain(
    'The pile grew by 1 since the end of August 2026: 3 opened (1 of them ended since, undated), 1 done.',
  );
  expect(pages.html('')).toContain(
    '0 were open when August 2026 began; since then 4 opened, 1 done; 3 open now.',
  );
  expect(text).toContain('1 item was dropped, superseded or done on a day that nobody wrote');
  expect(text).toMatch(/less than 30 days 0 30 to 89 days 2 .* 90 to 179 days 1 /);
});

it('names the incidents that came again while a fix was open, and what has become of it', () => {
  const again = (day: string, more = '') =>
    incident('Again', `related:\n  - id: 2026-03-14-first\n    how: recurrence-of\n${more}`).replaceAll(
      '2026-03-14 ',
      `${day} `,
    );
  const pages = renderProject({
    '2026-03-14-first': withItems('First', item('R1', 'owner: kim\n    state: done\n    done: 2026-06-20')),
    '2026-06-10-again': again('2026-06-10'),
    '2026-07-10-again': again('2026-07-10'),
  });
  expect(pages.rows('', 'recurrences').slice(1)).toEqual([
    ['Again 2026-06-10', 'First 2026-03-14', 'R1 Do R1 done 10 days after, Kim Doe'],
  ]);
  expect(pages.links('')).toContainEqual({
    text: '1 came again before a fix was done',
    href: '#recurrences',
  });
});

it('agrees with a count of the lines of the files', () => {
  // Deterministic, and in no order that the page might share.
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, at) => {
      const month = String(((at * 5) % 9) + 1).padStart(2, '0');
      const items = Array.from({ length: (at % 4) + 1 }, (_unused, index) => {
        const kind = (at * 3 + index * 7) % 5;
        const day = String(((at * 7 + index * 3) % 27) + 1).padStart(2, '0');
        const state = ['open', 'done', 'blocked', 'wont-do', 'in-progress'][kind] ?? 'open';
        return item(
          `R${index + 1}`,
          [
            `state: ${state}`,
            `due: 2026-${kind === 0 ? '12' : '11'}-${day}`,
            ...(index % 2 === 0 ? ['owner: kim'] : []),
            ...(state === 'done' ? [`done: 2026-10-${day}`] : []),
            ...(state === 'wont-do' ? ['reason: No.'] : []),
          ].join('\n    '),
        ).replace('2026-03-16', `2026-${month}-${day}`);
      });
      return [`2026-03-14-n${at}`, withItems(`N${at}`, ...items)];
    }),
  );
  const pages = renderProject(files);
  const blocks = Object.values(files)
    .flatMap((text) => text.split(/\n {2}- id: R/).slice(1))
    .map((block) =>
      Object.fromEntries([...block.matchAll(/^ {4}(\w+): (.+)$/gm)].map((line) => line.slice(1))),
    );
  const open = blocks.filter(({ state }) => /^(?:open|in-progress|blocked)$/.test(String(state)));
  const figure = (words: string): number =>
    Number(
      pages
        .links('')
        .find(({ text }) => text.endsWith(` ${words}`))
        ?.text.split(' ')[0],
    );
  expect(figure('overdue')).toBe(open.filter(({ due }) => String(due) < '2026-11-22').length);
  expect(figure('due by 6 December 2026')).toBe(
    open.filter(({ due }) => String(due) >= '2026-11-22' && String(due) <= '2026-12-06').length,
  );
  expect(figure('blocked')).toBe(open.filter(({ state }) => state === 'blocked').length);
  expect(figure('without an owner')).toBe(open.filter(({ owner }) => owner === undefined).length);
  expect(figure(`open, of ${blocks.length} items`)).toBe(open.length);
  const months = pages.rows('', 'pile').slice(1, -1);
  expect(months).toHaveLength(11);
  for (const [name, opened, dropped, done, left] of months) {
    const month = new Date(`1 ${name} UTC`).toISOString().slice(0, 7);
    const own = blocks.filter((block) => String(block.opened).startsWith(month));
    expect([name, opened]).toEqual([name, String(own.length)]);
    expect([name, dropped]).toEqual([name, String(own.filter(({ state }) => state === 'wont-do').length)]);
    expect([name, done]).toEqual([
      name,
      String(blocks.filter((block) => String(block.done).startsWith(month)).length),
    ]);
    const still = blocks.filter(
      (block) =>
        block.state !== 'wont-do' &&
        String(block.opened).slice(0, 7) <= month &&
        !(block.done && String(block.done).slice(0, 7) <= month),
    );
    expect([name, left]).toEqual([name, String(still.length)]);
  }
});

it('names the policies that are broken, the incidents that break them, and what it is too late to mend', () => {
  const policies = `
policies:
  - id: lasting-fixes
    require:
      remediation: { min: 1 }
  - id: soon-final
    require:
      finished_within: 5bd
  - id: owned
    require:
      remediation: { each: [owner] }
`;
  const pages = renderProject(
    {
      '2026-03-14-a': incident('Nothing promised', 'finished: 2026-03-15'),
      '2026-03-15-b': withItems('Late text', item('R1', 'owner: kim\n    due: 2026-12-24')).replace(
        'summary:',
        'finished: 2026-06-01\nsummary:',
      ),
    },
    [],
    policies,
  );
  const told = (id: string) => pages.read('', `policy-${id}`).join(' ');
  expect(told('lasting-fixes')).toMatch(
    /^lasting-fixes 1 incident to mend Nothing promised lasting-fixes asks for at least 1 remediation item/,
  );
  expect(told('soon-final')).toMatch(/^soon-final 1 incident too late Late text This text became final on/);
  expect(pages.read('', 'policies').at(-1)).toBe('Kept by every incident: owned.');
  expect(pages.links('')).toContainEqual({ text: '2 policies broken', href: '#policies' });
});
