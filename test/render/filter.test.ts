import { describe, expect, it } from 'vitest';
import type { PublicIncident } from '../../src/audience/publicHistory.js';
import { findAttribute, listElements } from '../sites/readPage.js';
import { impact, incident, inline, major, minor, render, service, when } from './history.js';

const cause = (category: string | undefined, kind: 'root' | 'mitigating' = 'root') => ({
  id: 'C1',
  kind,
  category,
  text: inline('Something.'),
});

const at = (date: string, changes: Partial<PublicIncident>) =>
  incident({ id: `${date}-x`, year: Number(date.slice(0, 4)), started: when(date), ...changes });

const incidents = [
  at('2026-05-01', { title: 'Late change', causes: [cause('change')], impact: [impact()] }),
  at('2026-04-01', { title: 'Kept small', severity: minor, causes: [cause('change', 'mitigating')] }),
  at('2025-03-01', { title: 'Early change', severity: minor, causes: [cause('change'), cause('my-own')] }),
  at('2024-02-01', { title: 'No cause told' }),
];

/** The links of a page by their text. */
function linksOf(html: string): Map<string, string> {
  const links = listElements(html).filter(({ tagName }) => tagName === 'a');
  return new Map(links.map((link) => [textOf(link), findAttribute(link, 'href') ?? '']));
}

function textOf(node: { childNodes: readonly object[] }): string {
  return node.childNodes
    .map((child) =>
      'value' in child ? String(child.value) : 'childNodes' in child ? textOf(child as typeof node) : '',
    )
    .join('');
}

describe('the pages of a severity', () => {
  const site = render({ incidents });

  it('list all its incidents and no other, by year', () => {
    const lines = site.read('severities/1/');
    const order = ['Major outage', '2026', 'Late change', '2024', 'No cause told'].map((line) => lines.lastIndexOf(line)); // prettier-ignore
    expect(order).not.toContain(-1);
    expect(lines).not.toContain('Early change');
    expect(lines).not.toContain('Kept small');
    expect(lines.join('\n')).toContain('Every incident published here whose severity is “Major outage”.');
  });

  it('lead to the feed of major incidents where there is one', () => {
    expect(site.page('severities/1/')).toContain('href="../../feeds/major.atom"');
    expect(site.page('severities/3/')).not.toContain('href="../../feeds/major.atom"');
  });

  it('name the earlier years where there are hundreds, and lead to their pages', () => {
    const hundreds = Array.from({ length: 400 }, (_, index) =>
      at(`${2017 + Math.floor(index / 40)}-0${1 + (index % 9)}-1${Math.floor(index / 9) % 9}`, {
        id: `i${index}`,
        title: `Incident ${index}`,
      }),
    );
    const many = render({ incidents: hundreds.toReversed() });
    const lines = many.read('severities/1/');
    expect(lines.filter((line) => /^Incident \d+$/.test(line))).toHaveLength(40);
    expect(lines).toContain('Incident 399');
    expect(lines).toContain('2017 40 incidents');
    expect(linksOf(many.page('severities/1/')).get('2017')).toBe('../../history/2017/');
    expect(many.read('history/2017/')).toContain('Incident 0');
    const earlier = lines.join('\n');
    expect(earlier).toContain('The pages of these years list them, and the other incidents of the year.');
    expect(many.read('').join('\n')).not.toContain('the other incidents of the year');
    for (const address of ['', 'severities/1/'])
      expect(many.page(address).length, address).toBeLessThan(60_000);
  });

  it('say so while there is none', () => {
    const lines = site.read('severities/2/');
    expect(lines).toContain('None is published');
    expect(lines.join('\n')).toContain('If there ever is one, its report will stand here.');
  });
});

describe('the pages of a cause', () => {
  const site = render({ incidents });

  it('list all incidents that it caused, and not those that it kept small', () => {
    const lines = site.read('causes/change/');
    expect(lines).toContain('Change');
    expect(lines).toContain('Late change');
    expect(lines).toContain('Early change');
    expect(lines).not.toContain('Kept small');
    expect(lines).not.toContain('No cause told');
  });

  it('are there for what some incident had, in its own words where the language has none', () => {
    const causes = [...site.files.keys()].filter((path) => path.startsWith('causes/'));
    expect(causes.toSorted()).toEqual(['causes/change/index.html', 'causes/my-own/index.html']);
    expect(site.read('causes/my-own/')).toContain('My-own');
    const german = render({
      incidents,
      site: { title: 'x', url: 'https://x.example/', language: 'de', zone: 'Europe/Dublin', totals: true, weights: { outage: 1, partial: 0.3, degraded: 0 }, brand: {} }, // prettier-ignore
    });
    expect(german.read('causes/change/')).toContain('Änderung');
    expect(german.read('causes/my-own/')).toContain('My-own');
  });
});

describe('the ways to an incident', () => {
  const site = render({ incidents });

  it.each(['', 'search/', 'severities/1/', 'causes/change/'])(
    'stand on /%s as plain links with counts',
    (address) => {
      const lines = site.read(address);
      for (const line of [
        'Service',
        'Checkout 1 incident',
        'Severity',
        'Major outage 2 incidents',
        'Partial outage 0 incidents',
        'Minor disruption 2 incidents',
        'Cause',
        'Change 2 incidents',
        'My-own 1 incident',
        'Year',
        '2026 2 incidents',
        '2025 1 incident',
        '2024 1 incident',
      ])
        expect(lines, address).toContain(line);
    },
  );

  it('lead to the plain pages', () => {
    const links = linksOf(site.page(''));
    expect(links.get('Checkout')).toBe('services/checkout/');
    expect(links.get('Minor disruption')).toBe('severities/3/');
    expect(links.get('My-own')).toBe('causes/my-own/');
    expect(links.get('Search')).toBe('search/');
  });

  it('leave out services that no incident touched, and are folded away, so that sixty are no wall', () => {
    const services = Array.from({ length: 60 }, (_, index) => service(`s${index}`));
    const many = render({
      services,
      incidents: [incident({ impact: services.slice(0, 50).map((one) => impact({ service: one })) })],
    });
    const lists = listElements(many.page('')).filter(({ tagName }) => tagName === 'details');
    expect(lists).toHaveLength(3);
    expect(lists.map((list) => findAttribute(list, 'open'))).toEqual([undefined, undefined, undefined]);
    const lines = many.read('');
    expect(lines).toContain('S49 1 incident');
    expect(lines.join('\n')).not.toContain('S50');
  });

  it('are not there while nothing is published', () => {
    expect(render().read('')).not.toContain('Find an incident');
  });

  it('count neither what is planned nor list it', () => {
    const planned = at('2026-12-06', {
      title: 'Not yet',
      severity: minor,
      mitigated: undefined,
      resolved: undefined,
      duration: undefined,
      scheduled: { from: when('2026-12-06 05:00'), to: undefined, announced: undefined },
    });
    const with1 = render({ incidents: [planned, ...incidents] });
    expect(with1.read('')).toContain('Minor disruption 2 incidents');
    expect(with1.read('severities/3/')).not.toContain('Not yet');
  });

  it('count what stands on the page of each', () => {
    for (const [name, address] of linksOf(site.page(''))) {
      const told = site.read('').find((line) => line.startsWith(`${name} `) && /\d incidents?$/.test(line));
      if (told === undefined) continue;
      const shown = listElements(site.page(address)).filter((one) => findAttribute(one, 'class') === 'incident-line'); // prettier-ignore
      expect(`${name} ${shown.length} incident${shown.length === 1 ? '' : 's'}`).toBe(told);
    }
  });
});

it('an incident leads to all of its severity and of its causes, but not of what kept it small', () => {
  const { page } = render({ incidents });
  const [late, small] = ['2026-05-01-x', '2026-04-01-x'].map((id) => linksOf(page(`incidents/${id}/`)));
  expect(late?.get('Major outage')).toBe('../../severities/1/');
  expect(late?.get('Change')).toBe('../../causes/change/');
  expect(small?.get('Minor disruption')).toBe('../../severities/3/');
  expect(small?.has('Change')).toBe(false);
});

it('a severity and its title are what their author wrote, and nothing more', () => {
  const label = '<img src=x onerror=alert(1)>"\'&';
  const hostile = { ...major, label };
  const site = render({
    severities: [hostile],
    incidents: [incident({ severity: hostile, title: '</a><script>alert(1)</script>' })],
  });
  for (const address of ['', 'search/', 'severities/1/']) {
    expect(site.read(address).join('\n'), address).toContain(label);
    expect(listElements(site.page(address)).some(({ tagName }) => tagName === 'img')).toBe(false);
    expect(
      listElements(site.page(address)).filter(({ tagName }) => tagName === 'script').length,
    ).toBeLessThan(2);
  }
});
