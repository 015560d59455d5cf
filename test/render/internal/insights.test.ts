import { describe, expect, it } from 'vitest';
import { incident, renderProject } from './project.js';

const project = {
  '2026-03-14-disk': incident(
    'A full disk stopped checkout',
    `causes:
  - { id: C1, kind: root, category: capacity, text: The log was never rotated. }
  - { id: C2, kind: contributing, category: process, text: Nobody watched the volume. }
remediation:
  - id: R1
    title: Alert on the volume
    type: detect
    priority: P1
    owner: kim
    opened: 2026-03-16
    due: 2026-09-01
    moved: [{ from: 2026-04-01, date: 2026-03-30 }, { from: 2026-05-01 }]
    addresses: [C1]
  - id: R2
    title: Rotate the log
    type: prevent
    state: done
    owner: storage
    opened: 2026-03-16
    due: 2026-04-30
    done: 2026-04-08
    verified: { date: 2026-06-01, result: effective }
    addresses: [C1]
  - id: R3
    title: Ask the others
    type: investigate
    state: done
    owner: lee
    opened: 2026-03-16
    done: unknown
waive:
  - { rule: cause-unaddressed, at: C2, reason: The volume is gone., by: kim }
public:
  since: 2026-03-18
  show: [summary, impact, causes, remediation]`,
  ),
  '2026-05-02-again': incident(
    'The disk was full again',
    `causes:
  - { id: C1, kind: root, category: capacity, text: The log was rotated once a day. }
related:
  - { id: 2026-03-14-disk, how: recurrence-of }`,
  )
    .replace('2026-03-14 09:05', '2026-05-02 09:00')
    .replace('2026-03-14 14:02', '2026-05-02 10:00')
    .replace('severity: major', 'severity: minor'),
};

describe('insights', () => {
  const pages = renderProject(project);
  const answers = (id: string): string => pages.read('insights/', id).join(' ');

  it('tells how old what is open is, and how long what is done took', () => {
    expect(answers('open-age')).toContain('1 item is open, for 251 days.');
    expect(answers('taken')).toContain('2 items are done, after 23 days. Of 1 of them no day is known.');
    const [head = [], ...rows] = pages.rows('insights/', 'taken');
    expect(head[0]).toBe('Priority');
    expect(rows[0]).toEqual(['All', '2', '0', '1', '0', '0', '0', '0', '0', '1', '23 days', '– none']);
  });

  it('tells what was done in time, by the present date and by the first', () => {
    expect(answers('in-time')).toContain('2 items were due: 1 of 2 done in time.');
    const rows = pages.rows('insights/', 'in-time').map((row) => row.slice(0, 4));
    expect(rows).toEqual([
      ['Counted', 'Due', 'In time', 'Open, late'],
      ['By the date that stands there', '2', '1', '1'],
      ['By the first date', '2', '1', '1'],
      ['Of those moved: by the date that stands there', '1', '0', '1'],
      ['Of those moved: by the first date', '1', '0', '1'],
    ]);
  });

  it('tells what slipped, and how what customers read was kept by the first date', () => {
    expect(answers('slips')).toContain(
      '1 of 3 items had the due date moved, 2 times in all and by 153 days together. 1 of them more than once.',
    );
    expect(answers('promises')).toContain(
      '2 promises were due: 1 of 2 kept in time, 0 done late, 1 still open. What is open is late by up to 235 days so far.',
    );
  });

  it('tells what helped, what has no fix, and what is owed and waived', () => {
    expect(answers('effect')).toContain(
      '2 items are done: 1 of 2 verified and effective, 0 without effect, 0 unclear, 1 not verified.',
    );
    expect(answers('cover')).toContain('2 of 3 causes have no fix that is done or open.');
    expect(answers('cover')).toContain('1 item that is open or done is about no cause.');
    const waived = pages.rows('insights/', 'debt').filter(([rule]) => rule === 'cause-unaddressed');
    expect(waived).toEqual([['cause-unaddressed', '0', '1', '1']]);
  });

  it('warns against reading duration from severity', () => {
    expect(answers('severity')).toContain('2 incidents: too few to say whether the worse ones take longer.');
    expect(answers('severity')).toContain('do not read the one from the other');
    expect(pages.rows('insights/', 'severity')[1]).toEqual(['Major outage', '1', '4 h 57 min', '4 h 57 min', '– none', '4 h 57 min']); // prettier-ignore
  });

  it('leads to the items that it counts, in the words of the command line', () => {
    expect(pages.links('insights/', 'open-age')).toContainEqual({
      text: 'P1',
      href: '../items/?open=1&priority=P1',
    });
    expect(pages.links('insights/', 'taken')).toContainEqual({
      text: 'prevent',
      href: '../items/?state=done&type=prevent',
    });
  });

  it('stands in the navigation', () => {
    expect(pages.links('items/')).toContainEqual({ text: 'Insights', href: '../insights/' });
  });

  it('says what will be there where there is nothing yet', () => {
    const empty = renderProject({});
    for (const id of ['open-age', 'taken', 'in-time', 'slips', 'promises', 'effect', 'severity', 'debt'])
      expect(empty.read('insights/', id).join(' '), id).toMatch(
        /\bstands? here|is counted here|stands how|stands which|the item stands/i,
      );
  });

  it('leaves what nobody follows out of every figure of time', () => {
    const told = renderProject({
      '2014-06-28-told': incident(
        'Another company',
        `last_told: 2026-04-01
remediation:
  - { id: R1, title: One, type: detect, due: 2026-05-01, moved: [{ from: 2026-04-01 }] }
  - { id: R2, title: Two, type: detect, state: done, due: 2026-05-01, done: 2026-06-01 }`,
      ),
    });
    const read = (id: string): string => told.read('insights/', id).join(' ');
    expect(told.read('insights/').join(' ')).toContain('2 items are as the report told it');
    for (const id of ['open-age', 'taken', 'in-time']) expect(read(id), id).not.toMatch(/\blate\b|\d days/);
  });
});

describe('the pages by team, owner, service and cause', () => {
  const pages = renderProject(project);
  const items = (address: string): string[] =>
    pages.links(address, 'items').flatMap(({ text }) => (/^R\d/.test(text) ? [text] : []));

  it('exist for all that the settings name, and for people who own something', () => {
    expect(
      pages.addresses.filter((address) => /^(teams|owners|services|causes)\//.test(address)).toSorted(),
    ).toEqual([
      'causes/',
      ...['capacity', 'change', 'hardware', 'process', 'provider', 'security', 'software'].map(
        (id) => `causes/${id}/`,
      ),
      'owners/',
      ...['kim', 'lee', 'storage'].map((id) => `owners/${id}/`),
      'services/',
      ...['checkout', 'ledger'].map((id) => `services/${id}/`),
      'teams/',
      'teams/storage/',
    ]);
  });

  it('gives a team its items and those of its members, what is overdue first', () => {
    expect(items('teams/storage/')).toEqual(['R1 Alert on the volume', 'R2 Rotate the log']);
    expect(items('owners/storage/')).toEqual(['R2 Rotate the log']);
    const [, ...rows] = pages.rows('teams/storage/', 'members');
    expect(rows).toEqual([
      ['Kim Doe', '1', '1', '1', '0', '0 of 1'],
      ['Storage', '1', '0', '0', '0', '1 of 1'],
    ]);
    expect(pages.read('teams/storage/').join(' ')).toContain('2 items, 1 open, 1 overdue');
  });

  it('gives a service what comes again, and what was promised after its incidents', () => {
    const again = pages.read('services/checkout/', 'again').join(' ');
    expect(again).toContain('The disk was full again is a recurrence of');
    expect(again).toContain('1 item of that one is still open');
    expect(pages.rows('services/checkout/', 'again')[1]).toEqual(['capacity', '2', '2', '1', '1', '1']);
    expect(items('services/checkout/')).toHaveLength(3);
    expect(pages.rows('services/checkout/', 'incidents').map(([title]) => title)).toEqual([
      'Incident',
      'The disk was full again',
      'A full disk stopped checkout',
    ]);
  });

  it('gives a category which kinds of fix are done, and what has none', () => {
    const [head = [], ...rows] = pages.rows('causes/capacity/', 'fixes');
    expect(head.slice(0, 4)).toEqual(['Type', 'Items', 'Done, effective', 'Overdue']);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['prevent', '1', '1', '0'],
      ['detect', '1', '0', '1'],
    ]);
    expect(pages.rows('causes/capacity/', 'without').map((row) => row.slice(0, 2))).toEqual([
      ['Cause', 'Incident'],
      ['C1 The log was rotated once a day.', 'The disk was full again'],
    ]);
    expect(items('causes/capacity/')).toEqual(['R1 Alert on the volume']);
  });

  it('says what will stand where nothing is', () => {
    expect(pages.read('services/ledger/').join(' ')).toContain('No incident has affected it.');
    expect(pages.read('causes/provider/').join(' ')).toContain('No incident names such a cause.');
    const empty = renderProject({});
    expect(empty.read('owners/').join(' ')).toContain('nobody owns an item');
    expect(empty.read('teams/storage/').join(' ')).toContain('Nothing was promised yet by this team');
  });

  it('escapes what authors write', () => {
    const hostile = renderProject({
      '2026-03-14-disk': incident(
        "'<img src=x onerror=alert(1)>'",
        `causes:
  - { id: C1, kind: root, category: capacity, text: "**<script>alert(1)</script>**" }`,
      ),
    });
    for (const address of ['services/checkout/', 'causes/capacity/', 'insights/'])
      expect(hostile.html(address)).not.toMatch(/<img src=x|<script>alert/);
  });
});
