import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPublicHistory } from '../../../src/audience/createPublicHistory.js';
import { understandProject } from '../../../src/commands/project.js';
import { renderInternalSite } from '../../../src/render/internal/internalSite.js';
import { readPage } from '../../sites/readPage.js';
import { createWorkspace } from '../../workspace.js';
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
  expect(rows.map(([title, status, , authors]) => [title, status, authors])).toEqual([
    ['In review', 'review', 'nobody'],
    ['A live one', 'draft', 'nobody'],
    ['A draft', 'draft', 'Kim Doe and Lee Roe'],
  ]);
  const [review, going, begun] = rows.map((row) => row[5] ?? '');
  expect(review).toMatch(/its review a public block: without one nobody outside sees it$/);
  expect(going).toMatch(
    /^its end: it still goes on its text: it is a draft; its live parts are public already/,
  );
  expect(begun).toMatch(/^its text: it is a draft .*a public block: without one nobody outside sees it$/);
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

it('says what a draft still lacks that a final report of its severity has, and of a lesser one nothing', () => {
  const pages = renderProject({
    '2026-03-14-a': draft('A draft', 'authors: [kim]'),
    '2026-03-14-b': draft('A lesser one').replace('severity: major', 'severity: minor'),
    '2026-03-14-c': draft('With causes', 'causes:\n  - id: C1\n    kind: root\n    text: The disk.'),
  });
  const waits = new Map(pages.rows('drafts/', 'drafts').map((row) => [row[0], row[5] ?? '']));
  expect(waits.get('A draft')).toMatch(/what a final report of it has:.*causes-missing/);
  expect(waits.get('With causes')).toMatch(/what a final report of it has:.*timeline-missing/);
  expect(waits.get('With causes')).not.toMatch(/causes-missing/);
  expect(waits.get('A lesser one')).not.toMatch(/causes-missing|timeline-missing/);
});

it('puts first what a policy asks for the earliest day, and says how long that is', async () => {
  const { root, file } = createWorkspace();
  const report = (title: string, resolved: string, more = '') =>
    incident(title, more)
      .replace(/resolved: .*/, `resolved: ${resolved} 14:00`)
      .replace('status: final', 'status: draft');
  file(
    'site/site.yaml',
    `${readFileSync(join(root, 'site/site.yaml'), 'utf8')}policies:
  - id: soon
    require: { finished_within: 10d, public_within: 20d }
`,
  );
  file('incidents/2026-03-14-late.md', report('Late', '2026-11-10'));
  file('incidents/2026-03-14-later.md', report('In time', '2026-11-20'));
  file('incidents/2026-03-14-ends.md', report('No end yet', '2026-11-20').replace(/resolved: .*\n/, ''));
  file(
    'incidents/2026-03-14-final.md',
    report('Done', '2026-11-01').replace('status: draft', 'status: final'),
  );
  const { history, documents, diagnostics } = await understandProject(root, () => '2026-11-22');
  if (!history) throw new Error('unreachable');
  const publicHistory = createPublicHistory(history, documents);
  const page = renderInternalSite({ history, documents, diagnostics, publicHistory }).find(
    ({ path }) => path === 'drafts/index.html',
  );
  const words = readPage(String(page?.content)).join(' ');
  const places = ['Late draft', 'final by 20 November 2026, late by 2 days (soon)', 'public by 30 November 2026, in 8 days', 'In time draft', 'final by 30 November 2026, in 8 days', 'No end yet draft', 'Done', 'public by 21 November 2026, late by 1 day'].map((one) => [one, words.indexOf(one)] as const); // prettier-ignore
  expect(places.filter(([, at]) => at < 0)).toEqual([]);
  expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).toSorted((a, b) => a - b));
});
