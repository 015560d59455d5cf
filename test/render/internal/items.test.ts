import { expect, it } from 'vitest';
import { incident, renderProject } from './project.js';

const items = `causes:
  - id: C1
    kind: root
    category: capacity
    text: The volume was small.
remediation:
  - id: R1
    title: Alert on the volume
    type: detect
    addresses: [C1]
    priority: P1
    state: in-progress
    owner: kim
    opened: 2026-03-16
    due: 2026-11-10
    moved:
      - from: 2026-09-30
        date: 2026-09-28
        reason: The part was late.
      - from: 2026-10-31
    ticket: [PAY-42, 'gh:o/r#7', 'https://tickets.example.com/x']
  - id: R2
    title: Rotate the log
    type: prevent
    state: done
    owner: storage
    opened: 2026-03-16
    due: 2026-04-30
    done: 2026-05-09
    verified: { date: 2026-06-01, result: effective }
  - id: R3
    title: Write the guide
    type: process
    state: done
    owner: kim
    opened: 2026-03-16
    due: 2026-04-30
    done: 2026-04-30
  - id: R4
    title: Ask the others
    type: investigate
    state: proposed
  - id: R5
    title: Buy another disk
    type: mitigate
    state: wont-do
    reason: Retired in May.
    opened: 2026-03-16
    ticket: BAD-1
  - id: R6
    title: Test the alert
    type: detect
    opened: 2026-03-16
    owner: lee
  - id: R7
    title: Count the orders
    type: detect
    state: done
    owner: lee
    opened: 2026-03-16
    due: 2026-04-30
    done: unknown`;

it('shows every item once, what is overdue first, then open, proposed, done and dropped', () => {
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', items) });
  const rows = pages.rows('items/', 'content');
  expect(rows.filter((row) => row.length === 1).flat()).toEqual([
    'Overdue 1',
    'Open, without a due date 1',
    'Proposed: nobody has promised it 1',
    'Done 3',
    'Dropped or superseded 1',
  ]);
  expect(rows.filter((row) => row.length > 1).map(([title]) => title)).toEqual([
    'Item',
    'R1 Alert on the volume',
    'R6 Test the alert',
    'R4 Ask the others',
    'R2 Rotate the log',
    'R3 Write the guide',
    'R7 Count the orders',
    'R5 Buy another disk',
  ]);
});

it('gives everything that is known of an item', () => {
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', items) });
  const [head = [], ...rows] = pages.rows('items/', 'content').filter((row) => row.length > 1);
  const cells = (title: string) =>
    Object.fromEntries(head.map((column, at) => [column, rows.find(([first]) => first === title)?.[at]]));
  expect(cells('R1 Alert on the volume')).toEqual({
    Item: 'R1 Alert on the volume',
    Incident: 'The disk was full',
    Severity: 'Major outage',
    Priority: 'P1',
    State: 'in progress',
    Owner: 'Kim Doe',
    Team: 'Storage',
    Due: '2026-11-10',
    'Days late': '12',
    'Age in days': '251',
    Moved: '2 times, by 41 days',
    Ticket: 'PAY-42, o/r#7, tickets.example.com/x',
    Type: 'detect',
    Services: 'Checkout',
    Causes: 'capacity',
    Opened: '2026-03-16',
    Done: '',
    Verified: '',
  });
  expect(cells('R2 Rotate the log')).toMatchObject({
    State: 'done',
    Owner: 'Storage',
    Done: '2026-05-09',
    'Days late': '9',
    'Age in days': '54',
    Verified: 'effective',
  });
  expect(cells('R3 Write the guide')).toMatchObject({ Done: '2026-04-30', 'Days late': 'in time' });
  // Done at an unknown time is never counted as in time.
  expect(cells('R7 Count the orders')).toMatchObject({ Done: 'unknown', 'Days late': '', 'Age in days': '' });
  expect(cells('R6 Test the alert')).toMatchObject({ State: 'open', Due: '', 'Days late': '' });
});

it('links items, incidents, owners and tickets; a ticket that would run a script is only text', () => {
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', items) });
  const links = pages.links('items/', 'content');
  expect(links).toContainEqual({ text: 'R1 Alert on the volume', href: '../incidents/2026-03-14-disk/#R1' });
  expect(links).toContainEqual({ text: 'The disk was full', href: '../incidents/2026-03-14-disk/' });
  expect(links).toContainEqual({ text: 'Storage', href: '../owners/storage/' });
  expect(links).toContainEqual({ text: 'PAY-42', href: 'https://tickets.example.com/browse/PAY-42' });
  expect(links).toContainEqual({ text: 'o/r#7', href: 'https://github.com/o/r/issues/7' });
  expect(pages.read('items/')).toContain('BAD-1');
  expect(pages.html('items/')).not.toContain('javascript:');
});

it('gives each owner a page with what they own, and nobody else', () => {
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', items) });
  expect(pages.addresses.filter((address) => /^owners\/./.test(address)).toSorted()).toEqual([
    'owners/kim/',
    'owners/lee/',
    'owners/storage/',
  ]);
  const text = pages.read('owners/kim/');
  expect(text).toContain('Person, team Storage. As of 22 November 2026: 2 items in all, 1 open, 1 overdue.');
  expect(text.filter((line) => /^R\d/.test(line))).toEqual(['R1 Alert on the volume', 'R3 Write the guide']);
});

it('keeps each item in the page of its incident, with what is said of it', () => {
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', items) });
  const text = pages.read('incidents/2026-03-14-disk/', 'R1').join(' ');
  expect(text).toContain('Was due 30 September 2026, moved on 28 September 2026: The part was late.');
  expect(text).toContain('Was due 31 October 2026');
  expect(pages.read('incidents/2026-03-14-disk/', 'R5').join(' ')).toContain('Why not: Retired in May.');
});

it('asks nothing of anybody for what was open when last told', () => {
  const told = `last_told: 2014-06-12
remediation:
  - id: R1
    title: Research restoring
    type: investigate
    due: 2014-12-31`;
  const pages = renderProject({ '2026-03-14-disk': incident('The disk was full', told) });
  expect(pages.rows('items/', 'told')).toEqual([
    ['Open when last told, not followed up 1'],
    expect.arrayContaining(['R1 Research restoring', 'open, as told on 12 June 2014', '2014-12-31']),
  ]);
  const figures = pages.links('').filter(({ text }) => /^\d/.test(text));
  expect(figures).toContainEqual({ text: '0 overdue', href: '#overdue' });
  expect(figures).toContainEqual({ text: '0 without an owner', href: '#unowned' });
  expect(figures).toContainEqual({ text: '1 open when last told', href: 'items/#told' });
});
