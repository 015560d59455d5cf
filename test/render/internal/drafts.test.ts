import { expect, it } from 'vitest';
import { incident, renderProject } from './project.js';

const draft = (title: string, more = '') => incident(title, more).replace('status: final', 'status: draft');

it('says of each draft and review what it waits for', () => {
  const live = 'public:\n  since: 2026-03-18\n  show: [summary]';
  const pages = renderProject({
    '2026-03-14-a': draft('A draft', 'authors: [kim, lee]'),
    '2026-03-14-b': draft('A live one', live).replace(/resolved: .*\n/, ''),
    '2026-03-14-c': incident('In review').replace('status: final', 'status: review'),
    '2026-03-14-d': incident('Final'),
  });
  const rows = pages.rows('drafts/', 'drafts').slice(1);
  expect(rows.map(([title, status, , authors, waits]) => [title, status, authors, waits])).toEqual([
    [
      'A draft',
      'draft',
      'Kim Doe and Lee Roe',
      'its text: it is a draft a public block: without one nobody outside sees it',
    ],
    [
      'A live one',
      'draft',
      'nobody',
      'its end: it still goes on its text: it is a draft; its live parts are public already',
    ],
    ['In review', 'review', 'nobody', 'its review a public block: without one nobody outside sees it'],
  ]);
  expect(
    pages
      .rows('drafts/', 'internal')
      .slice(1)
      .map(([title]) => title),
  ).toEqual(['Final']);
});

it('lists what a draft owes, with its place', () => {
  const pages = renderProject({
    '2026-03-14-a': draft(
      'A draft',
      'remediation:\n  - id: R1\n    title: Do it\n    type: prevent\n    due: 2027-01-01',
    ),
  });
  const owed = pages.rows('drafts/', 'drafts')[1]?.at(-1);
  expect(owed).toMatch(/line \d+, owner-missing/);
});

it('lists what becomes public and when, the next first, with its parts and sections', () => {
  const coming = (since: string) =>
    `public:\n  since: ${since}\n  show: [summary, impact]\n  sections: [What happened]`;
  const pages = renderProject({
    '2026-03-14-later': incident('Later', coming('2027-01-15'), '## What happened\n\nIt broke.'),
    '2026-03-14-sooner': incident('Sooner', coming('2026-11-23'), '## What happened\n\nIt broke.'),
    '2026-03-14-now': incident('Public', coming('2026-11-22'), '## What happened\n\nIt broke.'),
  });
  expect(pages.rows('drafts/', 'coming').slice(1)).toEqual([
    ['Sooner', '23 November 2026', 'final', 'summary, impact', 'What happened', '– none'],
    ['Later', '15 January 2027', 'final', 'summary, impact', 'What happened', '– none'],
  ]);
});
