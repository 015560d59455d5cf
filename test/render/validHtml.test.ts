import { HtmlValidate } from 'html-validate';
import { describe, expect, it } from 'vitest';
import { block, body, commitment, day, impact, incident, inline, lasted, minor, render, service, when } from './history.js'; // prettier-ignore

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:document', 'html-validate:a11y'],
  rules: { 'require-sri': 'off', 'no-inline-style': 'error' },
});

const long = 'Every customer of every region could sign in but not pay, and '.repeat(4).slice(0, 200);
const hostile = `"><script>alert(1)</script>' & <b onload="x"> \u2028`;
const arabic = 'انقطعت الخدمة عن الدفع لمدة خمس ساعات';

const everything = incident({
  title: hostile,
  signed: hostile,
  summary: inline(hostile),
  impact: [
    impact({ affected: inline(hostile), share: '34%', where: ['eu-west', hostile], note: inline('*note*') }),
    impact({
      service: service('search', { name: hostile }),
      level: 'data-loss',
      from: when('~2026-03-14 08:00'),
    }),
    impact({ level: 'degraded', to: undefined, lasted: lasted('5m') }),
    impact({ level: 'exposure', to: undefined }),
  ],
  detection: {
    detected: when('2026-03-14 09:40'),
    by: 'customer',
    note: inline(hostile),
    delay: { min: 1, max: 9e6 },
  },
  numbers: [{ label: hostile, value: hostile }],
  provider: { name: hostile, url: 'https://provider.example/' },
  causes: [{ id: 'C1', kind: 'trigger', category: 'capacity', text: inline(hostile) }],
  timeline: Array.from({ length: 120 }, (_, index) => ({
    at: index % 7 === 3 ? undefined : when(`2026-03-14 ${String(9 + Math.floor(index / 10)).padStart(2, '0')}:${String((index % 10) * 5).padStart(2, '0')}`), // prettier-ignore
    until: index === 5 ? when('2026-03-14 21:00') : undefined,
    kind: (['note', 'started', 'detected', 'communicated', 'resolved'] as const)[index % 5] ?? 'note',
    text: inline(index === 0 ? hostile : `Entry ${index}.`),
  })),
  updates: [{ at: when('2026-03-14 10:00'), state: 'investigating', text: inline(hostile) }],
  remediation: (['open', 'in-progress', 'blocked', 'done', 'wont-do', 'superseded'] as const).map(
    (state, index) =>
      commitment(`R${index + 1}`, {
        title: hostile,
        state,
        due: day('2025-Q4'),
        moved: [{ from: day('2025-01'), date: day('2025-01-05') }],
        done: state === 'done' ? day('2026') : undefined,
        overdue: index < 3,
        daysLate: index < 3 ? 300 : 0,
        doneWhen: inline(hostile),
        reason: inline(hostile),
        verified: { date: day('2026-06-01'), result: 'unclear' },
        addresses: ['C1'],
      }),
  ),
  questions: [
    { date: day('2026-03-20'), question: inline(hostile), answer: block('# A\n\nx[^1]\n\n[^1]: y\n') },
    { date: undefined, question: undefined, answer: block('# A\n\nx[^1]\n\n[^1]: y\n') },
  ],
  corrections: [{ date: day('2026-03-22'), text: inline(hostile) }],
  related: [
    { how: 'follows', incident: { id: '2026-b', title: hostile, started: when('2026'), year: 2026 } },
  ],
  body: body('## One\n\n| a |  |\n| -: | - |\n| 1 | 2 |\n\n- [x] a\n- [ ] b\n\n```js\nlet a = "</script>";\n```\n\n#### Two\n\n> a\n\n---\n\n## One\n\nx[^1] https://example.com\n\n[^1]: note\n'), // prettier-ignore
});

const sites: Record<string, Parameters<typeof render>[0]> = {
  'without anything': { services: [], severities: [] },
  'with one incident': { incidents: [incident()] },
  'with everything at once': {
    incidents: [
      everything,
      incident({ id: '2026-b', severity: minor, title: long, year: 2026, ongoing: true, preliminary: true }),
      incident({
        id: '2026-c',
        title: arabic,
        summary: inline(arabic),
        severity: undefined,
        kind: 'security',
      }),
      incident({ id: '2026-d', retracted: { date: day('2026-05'), text: inline(hostile) } }),
      incident({ id: 'undated-e', year: undefined, started: when('day 1 09:00'), mitigated: undefined, resolved: when('unknown') }), // prettier-ignore
    ],
    services: [
      service('checkout', { group: hostile }),
      service('search', { name: long, since: day('2020') }),
    ],
    redirects: [{ from: '/old/', incident: '2026-b' }],
    site: {
      title: hostile,
      url: 'https://status.example.com/base/',
      language: 'en',
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {
        logo: 'logo.svg',
        home: 'https://example.com/?a&b',
        contact: 'mailto:a@b.example',
        footer: inline(hostile),
      },
    },
  },
  'of several companies': {
    incidents: [
      everything,
      incident({ id: '2026-b', impact: [impact({ service: service('b', { group: 'Beta' }) })] }),
    ],
    services: [service('checkout', { group: 'Alpha' }), service('b', { group: 'Beta' })],
    site: {
      title: 'Reports',
      url: 'https://example.com/',
      language: 'en',
      zone: 'UTC',
      totals: false,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  },
};

describe.each(Object.entries(sites))('a site %s', (_, changes) => {
  const site = render(changes);
  const pages = [...site.files].filter(([path]) => path.endsWith('.html'));

  it('is valid HTML, and accessible as far as that can be read off it', async () => {
    const faults: string[] = [];
    for (const [path, html] of pages) {
      const { results } = await validator.validateString(html, path);
      for (const { message, ruleId, line, column } of results.flatMap((result) => result.messages)) {
        faults.push(`${path}:${line}:${column} ${message} (${ruleId})`);
      }
    }
    expect(pages.length).toBeGreaterThan(3);
    expect(faults).toEqual([]);
  });

  it('runs and fetches nothing of what its authors wrote', () => {
    for (const [, html] of pages) {
      expect(html).not.toMatch(
        /<(?:script(?! defer src="[\w./-]+"><\/script>)|iframe|object|style|b)\b|<[^>]*\son(?:load|error)=|javascript:/i,
      );
    }
  });
});
