import { HtmlValidate } from 'html-validate';
import { expect, it } from 'vitest';
import { listElements, findAttribute } from '../../sites/readPage.js';
import { incident, renderProject } from './project.js';

const project = {
  '2026-03-14-disk': incident(
    'A full disk stopped checkout',
    `remediation:
  - id: R1
    title: Alert on the volume
    type: detect
    owner: kim
    opened: 2026-03-16
    due: 2026-04-01
public:
  since: 2026-03-18
  show: [summary, impact, remediation]
  sections: [What happened]`,
    '## What happened\n\nIt broke. See `x`.\n\n### In detail\n\n| a | b |\n| - | -: |\n| 1 | 2 |\n\n- [ ] not yet\n\n```sh\nls\n```',
  ),
  'undated-switch': incident('A switch')
    .replace('2026-03-14 09:05', 'day 1 ~21:00')
    .replace('2026-03-14 14:02', 'day 2'),
};

it('says on every page that it is internal, and keeps search engines out', () => {
  const pages = renderProject(project);
  expect(pages.addresses.toSorted()).toEqual([
    '',
    'causes/',
    ...['capacity', 'change', 'hardware', 'process', 'provider', 'security', 'software'].map(
      (category) => `causes/${category}/`,
    ),
    'drafts/',
    'incidents/',
    'incidents/2026-03-14-disk/',
    'incidents/undated-switch/',
    'insights/',
    'items/',
    'owners/',
    'owners/kim/',
    'services/',
    'services/checkout/',
    'services/ledger/',
    'teams/',
    'teams/storage/',
  ]);
  for (const address of pages.addresses) {
    expect(pages.read(address)).toContain('Internal: not for publication');
    const robots = listElements(pages.html(address)).find(
      (element) => findAttribute(element, 'name') === 'robots',
    );
    expect(robots && findAttribute(robots, 'content')).toContain('noindex');
    expect(pages.html(address)).not.toContain('rel="canonical"');
  }
  expect(pages.files.get('robots.txt')).toBe('User-agent: *\nDisallow: /\n');
});

it('says as of when, never "now"', () => {
  const pages = renderProject(project);
  for (const address of pages.addresses.filter((one) => !/^incidents\/./.test(one))) {
    expect(pages.read(address, 'content').join(' ')).toMatch(/as of 22 November 2026/i);
  }
});

it('leads nowhere that is not there', () => {
  const pages = renderProject(project);
  for (const address of pages.addresses) {
    for (const { href } of pages.links(address).filter((link) => !/^(https?|mailto):/.test(link.href))) {
      const target = new URL(href, `https://x.example/${address}`);
      const path = decodeURIComponent(target.pathname.slice(1));
      const file = pages.files.get(path.replace(/(^|\/)$/, '$1index.html'));
      const id = `id="${decodeURIComponent(target.hash.slice(1))}"`;
      const found = file !== undefined && (target.hash === '' || file.includes(id));
      expect(found, `${address} leads to ${href}`).toBe(true);
    }
  }
});

it('is valid and accessible HTML, with one heading of the first level a page', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:document', 'html-validate:a11y'],
    // The stylesheet comes from the same place as the page.
    rules: { 'require-sri': ['error', { target: 'crossorigin' }] },
  });
  for (const pages of [renderProject(project), renderProject({})]) {
    for (const address of pages.addresses) {
      const report = await validator.validateString(pages.html(address));
      expect(
        report.results.flatMap(({ messages }) => messages.map(({ message }) => `${address}: ${message}`)),
      ).toEqual([]);
      expect(listElements(pages.html(address)).filter(({ tagName }) => tagName === 'h1')).toHaveLength(1);
    }
  }
}, 60_000);
