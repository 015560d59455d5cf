import { expect, it } from 'vitest';
import { incident, renderProject } from './project.js';

const everything = `detected: 2026-03-14 09:40
detection:
  by: customer
  note: The alert watched the *wrong* volume.
  public: Our alert did not fire.
causes:
  - id: C1
    kind: root
    text: The log was never rotated.
  - id: C2
    kind: contributing
    text: The guide names Kim.
    internal: true
timeline:
  - at: 2026-03-14 09:05
    kind: started
    text: It fails.
    evidence: https://graphs.example.com/d/1
  - at: "09:40"
    text: Kim is called.
    internal: true
  - text: We look at the network.
    public: We look for the cause.
remediation:
  - id: R1
    title: Alert on the volume
    type: detect
    owner: kim
    opened: 2026-03-16
    due: 2027-01-01
    addresses: [C1]
  - id: R2
    title: Think of something
    type: investigate
    state: proposed
numbers:
  - label: Orders lost
    value: about 1,200
roles: { commander: kim }
review: { date: 2026-03-16, notes: 'https://notes.example.com/1', attended: [kim, lee] }
links: [{ title: Dashboard, url: 'https://graphs.example.com/d/2' }]
tags: [storage]
origin: { from: statuspage, id: 69sb0f8lydp4 }
authors: [lee]
waive:
  - rule: some-rule
    reason: Because.
    by: kim`;
const published = (since: string, status = 'final'): string => `
public:
  since: ${since}
  title: Orders could not be placed
  show: [summary, detection, causes, timeline, remediation]
  sections: [What happened]
  withheld: [Notes for ourselves]
x-status: ${status}`;
const body = `Before everything.

## What happened

The disk was full.[^1] See [the other][other].

## Notes for ourselves

Call **Kim** first.[^1]

<!-- nobody sees this comment -->

[^1]: A footnote for both.

[other]: 2026-03-15-other.md
`;
const address = 'incidents/2026-03-14-disk/';

const render = (more: string) =>
  renderProject({
    '2026-03-14-disk': incident('A full disk', everything + more, body),
    '2026-03-15-other': incident('Another one').replaceAll('2026-03-14', '2026-03-15'),
  });

it('shows everything that a file says, also what nobody outside sees', () => {
  const pages = render('');
  const text = pages.read(address, 'content').join('\n');
  for (const words of [
    'The alert watched the wrong volume.',
    'The guide names Kim.',
    'Kim is called.',
    'Before everything.',
    'Call Kim first.',
    'about 1,200',
    'Role: commander\nKim Doe',
    '16 March 2026 with Kim Doe and Lee Roe Notes of the review',
    'Dashboard',
    'statuspage 69sb0f8lydp4',
    'incidents/2026-03-14-disk.md',
    'Authors\nLee Roe',
    'storage',
  ]) {
    expect(text).toContain(words);
  }
  expect(text).not.toContain('nobody sees this comment');
  expect(pages.links(address)).toContainEqual({
    text: 'graphs.example.com',
    href: 'https://graphs.example.com/d/1',
  });
});

it('says of an incident without a public block that it is internal, and marks nothing in it', () => {
  const pages = render('');
  const text = pages.read(address, 'content').join('\n');
  expect(text).toContain(
    'Internal. Nobody outside sees anything of this incident: its file has no public block.',
  );
  expect(text).not.toMatch(/\b(public|withheld)$/m);
  expect(text).not.toContain('Who sees it');
});

it('says of each part, entry and section of a public incident whether customers see it', () => {
  const pages = render(published('2026-03-18'));
  const text = pages.read(address, 'content').join('\n');
  expect(text).toContain(
    'public Customers see it since 18 March 2026. They read the title Orders could not be placed.',
  );
  expect(pages.headings(address).filter((heading) => heading !== 'Notes')).toEqual([
    'Summary public',
    'Impact withheld',
    'Causes public',
    'Timeline public',
    'Remediation public',
    'Detection public',
    'Numbers withheld',
    'Postmortem',
    'Outside of the sections withheld',
    'What happened public',
    'Notes for ourselves withheld',
    'Owed',
    'Waived',
  ]);
  const who = (id: string) =>
    pages
      .rows(address, id)
      .slice(1)
      .map((row) => row.at(-1));
  expect(who('causes')).toEqual(['public', 'withheld']);
  expect(who('timeline')).toEqual(['public', 'withheld', 'public in other words: We look for the cause.']);
  expect(who('remediation')).toEqual(['public', 'withheld']);
  expect(who('impact')).toEqual(['withheld']);
  expect(who('detection')).toEqual(['public in other words: Our alert did not fire.']);
});

it('says from which day on customers will see what they do not see yet', () => {
  const pages = render(published('2026-12-01'));
  expect(pages.read(address, 'content').join('\n')).toContain(
    'from 1 December 2026 Customers will see it from 1 December 2026 on.',
  );
  expect(pages.headings(address)).toContain('Causes from 1 December 2026');
  expect(pages.headings(address)).toContain('What happened from 1 December 2026');
  expect(pages.headings(address)).toContain('Impact withheld');
});

it('shows a draft that is public with its live parts only', () => {
  const pages = renderProject({
    '2026-03-14-disk': incident('A full disk', everything + published('2026-03-18'), body).replace(
      'status: final',
      'status: draft',
    ),
    '2026-03-15-other': incident('Another one').replaceAll('2026-03-14', '2026-03-15'),
  });
  expect(pages.read(address, 'content').join('\n')).toContain(
    'While it is a draft they see its live parts only',
  );
  expect(pages.headings(address)).toContain('Summary public');
  expect(pages.headings(address)).toContain('Causes withheld');
  expect(pages.headings(address)).toContain('What happened withheld');
});

it('withholds impact on a service that customers do not know', () => {
  const pages = renderProject({
    '2026-03-14-disk': incident(
      'A full disk',
      '  - service: ledger\n    level: degraded\npublic:\n  since: 2026-03-18\n  show: [impact]',
    ),
  });
  expect(
    pages
      .rows(address, 'impact')
      .slice(1)
      .map((row) => [row[0], row.at(-1)]),
  ).toEqual([
    ['Checkout', 'public'],
    ['Ledger database', 'withheld'],
  ]);
});

it('resolves footnotes and links of one section that another defines, without using an id twice', () => {
  const pages = render(published('2026-03-18'));
  const text = pages.read(address, 'body').join('\n');
  expect(text.match(/A footnote for both\./g)).toHaveLength(2);
  expect(pages.links(address, 'body')).toContainEqual({ text: 'the other', href: '../2026-03-15-other/' });
  const ids = [...pages.html(address).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

it('shows what an attacker writes as the text that it is', () => {
  const attack = '<script>alert(1)</script> "onload=" </style> &amp;';
  const pages = renderProject({
    '2026-03-14-disk': incident(
      JSON.stringify(attack),
      `numbers:
  - label: ${JSON.stringify(attack)}
    value: ${JSON.stringify(attack)}
remediation:
  - id: R1
    title: ${JSON.stringify(attack)}
    type: detect
    owner: kim
    opened: 2026-03-16
    due: 2026-04-01
    done_when: "[now](javascript:alert(1)) <img src=x onerror=alert(1)>"`,
      '## Heading <b>\n\n<script>alert(2)</script>\n\n[x](javascript:alert(3))',
    ),
  });
  for (const page of ['', 'items/', 'owners/kim/', 'incidents/', address]) {
    // Scripts of ours lie in files of their own.
    const html = pages.html(page).replaceAll(/<script defer src="[\w./-]+"><\/script>/g, '');
    expect(html).not.toMatch(/<(script|style|img|b)[\s>]/);
    expect(pages.html(page)).not.toMatch(/href="javascript:/);
    expect(pages.read(page, 'content').join('\n')).toContain(attack);
  }
});

it('names relations in both directions', () => {
  const pages = renderProject({
    '2026-03-14-disk': incident('A full disk'),
    '2026-05-01-again': incident(
      'Full again',
      'related:\n  - id: 2026-03-14-disk\n    how: recurrence-of',
    ).replaceAll('2026-03-14 ', '2026-05-01 '),
  });
  expect(pages.rows('incidents/2026-05-01-again/', 'related').slice(1)).toEqual([
    ['recurrence of', 'A full disk'],
  ]);
  expect(pages.rows(address, 'related').slice(1)).toEqual([['recurred as', 'Full again']]);
});
