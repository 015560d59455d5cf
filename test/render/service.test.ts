import { describe, expect, it } from 'vitest';
import type { PublicHistory, PublicImpact, PublicIncident } from '../../src/audience/publicHistory.js';
import { spanBetween } from '../../src/time/span.js';
import { findAttribute, listElements } from '../sites/readPage.js';
import { commitment, day, impact, incident, lasted, minor, render, service, when } from './history.js';

/** An incident of checkout with impacts of its own. */
function hit(
  id: string,
  from: string,
  to: string,
  impacts: Partial<PublicImpact>[] = [{}],
  more: Partial<PublicIncident> = {},
): PublicIncident {
  // prettier-ignore
  const [started, mitigated] = [when(from), when(to)];
  return incident({
    id,
    title: `Incident ${id}`,
    started,
    mitigated,
    resolved: mitigated,
    duration: spanBetween(started, mitigated),
    year: Number(from.replace('~', '').slice(0, 4)),
    impact: impacts.map((changes) => impact({ from: started, to: mitigated, ...changes })),
    ...more,
  });
}

const checkout = 'services/checkout/';

/** A row of the table of months, as read: what was affected, what counts, what is left. */
function month(changes: Partial<PublicHistory>, name: string): string[] {
  const lines = render(changes).read(checkout);
  const at = lines.findIndex((line) => line === name || line === `${name} so far`);
  const end = lines.findIndex(
    (line, index) => index > at && /^\w+ 20\d\d( so far)?$|^Day by day$/.test(line),
  );
  return lines.slice(at + 1, end);
}

/** What the cells of the table of days say, without those in which nothing is published. */
function marks(changes: Partial<PublicHistory>, address = checkout): string[] {
  return listElements(render(changes).page(address)).flatMap((element) =>
    element.tagName === 'a' && findAttribute(element, 'class')?.startsWith('day-')
      ? (findAttribute(element, 'aria-label') ?? 'nothing')
      : [],
  );
}

describe('the months of a service', () => {
  it('count each instant once, with the heaviest weight', () => {
    // Two hours of outage; of the partial outage only the two hours after it, at 30 %: 2 h 36 min of 31 days.
    const both = hit('2026-05-06-a', '2026-05-06 10:00', '2026-05-06 12:00', [
      {},
      { level: 'partial', from: when('2026-05-06 11:00'), to: when('2026-05-06 14:00') },
    ]);
    expect(month({ incidents: [both] }, 'May 2026')).toEqual([
      'outage 2 hpartial outage 2 h',
      '2 h 36 min',
      '99.65 %',
    ]);
  });

  it('are as long as they were where the clocks change', () => {
    const whole = hit('2026-03-29-a', '2026-03-29 00:00', '2026-03-30 00:00');
    // 23 of 743 hours.
    expect(month({ incidents: [whole] }, 'March 2026')).toEqual(['outage 23 h', '23 h', '96.90 %']);
  });

  it('begin in mid-month with a service that did, and have no figure before', () => {
    const changes = {
      incidents: [hit('2026-03-14-a', '2026-03-14 09:05', '2026-03-14 14:02')],
      services: [service('checkout', { since: day('2026-03-14') })],
    };
    // 4 h 57 min of the 431 hours from 14 March on.
    expect(month(changes, 'March 2026')).toEqual([
      'outage 4 h 57 minfrom 14 March 2026',
      '4 h 57 min',
      '98.85 %',
    ]);
    expect(month(changes, 'February 2026')).toEqual(['no figure']);
    expect(render(changes).read(checkout).join('\n')).toContain('There is no figure before 14 March 2026.');
  });

  it('give a range where times are rough', () => {
    const rough = hit('2026-05-06-a', '~2026-05-06 09:00', '2026-05-06 12:00');
    expect(month({ incidents: [rough] }, 'May 2026')).toEqual([
      'outage about 3 h',
      'about 3 h',
      '99.52 to 99.67 %',
    ]);
  });

  it('say what is not counted, and then no more than at least and at most', () => {
    const open = hit('2026-05-06-a', '2026-05-06 09:05', 'after 2026-05-06 10:05');
    expect(month({ incidents: [open] }, 'May 2026')).toEqual([
      'outage 1 hone incident without a known end is not counted',
      'at least 1 h',
      'at most 99.87 %',
    ]);
    const unknown = hit('2026-05-06-a', '2026-05-06 09:05', 'unknown');
    expect(month({ incidents: [unknown] }, 'May 2026').slice(1)).toEqual(['not known', 'not known']);
  });

  it('are never rounded to a perfect one', () => {
    const short = hit('2026-05-06-a', '2026-05-06 09:05', '2026-05-06 09:06');
    expect(month({ incidents: [short] }, 'May 2026')).toEqual(['outage 1 min', '1 min', 'over 99.99 %']);
    expect(month({ incidents: [short] }, 'June 2026')).toEqual(['none', '100 %']);
  });

  it('are twelve, of which the last goes on', () => {
    const recent = render({ incidents: [hit('2026-05-06-a', '2026-05-06 09:05', '2026-05-06 10:05')] }).read(
      checkout,
    );
    const names = recent.filter((line) => /^[A-Z][a-z]+ 20\d\d( so far)?$/.test(line));
    expect(names.slice(0, 12)).toHaveLength(12);
    expect([names[0], names[11]]).toEqual(['November 2026 so far', 'December 2025']);
  });

  it('tell of a year without downtime in a sentence, and fold the years before', () => {
    const lines = render({ incidents: [hit('2024-05-06-a', '2024-05-06 09:05', '2024-05-06 10:05')] }).read(
      checkout,
    );
    expect(lines).toContain('No downtime is counted in these twelve months.');
    expect(lines).toContain('2024: 1 h of downtime, 1 incident');
    expect(lines).toContain('2025: no incident published');
  });

  it('are drawn with their figures in words', () => {
    const html = render({
      incidents: [
        hit('2026-05-06-a', '2026-05-06 09:05', '2026-05-06 10:05'),
        hit('2026-08-06-a', '2026-08-06 09:05', '2026-08-06 09:20'),
      ],
    }).page(checkout);
    expect(html).toContain('May 2026: 1 h; August 2026: 15 min; none in the other months');
    expect(html).toContain('Downtime of Checkout by month, December 2025 to November 2026');
  });
});

describe('the method', () => {
  const history = (weights: PublicHistory['site']['weights']) => ({
    incidents: [hit('2026-05-06-a', '2026-05-06 09:05', '2026-05-06 10:05')],
    site: {
      title: 'Example history',
      url: 'https://status.example.com/base/',
      language: 'en',
      zone: 'Europe/Dublin',
      totals: true,
      weights,
      brand: {},
    },
  });
  const read = (weights: PublicHistory['site']['weights']) =>
    render(history(weights)).read(checkout).join('\n');

  it('is said with the weights of the site', () => {
    expect(read({ outage: 1, partial: 0.3, degraded: 0 })).toContain(
      'an outage in full, a partial outage at 30 %, degraded service not at all.',
    );
    expect(read({ outage: 0.9, partial: 0.45, degraded: 0.125 })).toContain(
      'an outage at 90 %, a partial outage at 45 %, degraded service at 12.5 %.',
    );
    expect(read({ outage: 1, partial: 1, degraded: 0 })).toContain(
      'Days and months are those of Dublin time.',
    );
  });
});

describe('the days of a service', () => {
  it('each say what they were, and lead to their incident', () => {
    const night = hit('2026-05-06-a', '2026-05-06 23:00', '2026-05-07 01:30', [{ level: 'partial' }]);
    expect(marks({ incidents: [night] })).toEqual([
      '6 May 2026: partial outage, 1 h',
      '7 May 2026: partial outage, 1 h 30 min',
    ]);
    const html = render({ incidents: [night] }).page(checkout);
    expect(html.match(/<a class="day-partial" href="\.\.\/\.\.\/incidents\/2026-05-06-a\/"/g)).toHaveLength(
      2,
    );
  });

  it('differ in shape by what they were', () => {
    const shapes = (changes: Partial<PublicImpact>, more: Partial<PublicIncident> = {}) =>
      render({ incidents: [hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00', [changes], more)] })
        .page(checkout)
        .match(/<a class="(day-\w+)"[^>]*aria-label="([^"]*)"/)
        ?.slice(1);
    expect(shapes({})).toEqual(['day-outage', '6 May 2026: outage, 1 h']);
    expect(shapes({ level: 'degraded' })).toEqual(['day-degraded', '6 May 2026: degraded service, 1 h']);
    expect(shapes({ level: 'data-loss' })).toEqual([
      'day-aside',
      '6 May 2026: data lost or exposed, no downtime',
    ]);
    expect(shapes({}, { kind: 'maintenance' })).toEqual(['day-aside', '6 May 2026: maintenance']);
    expect(shapes({ to: when('unknown') })).toEqual([
      'day-perhaps',
      '6 May 2026: affected, nobody wrote down for how long',
    ]);
  });

  it('that are only possible are said to be that', () => {
    // One hour somewhere in three days.
    const somewhere = hit('2026-05-06-a', '2026-05-06', '2026-05-08 23:59', [
      { to: undefined, lasted: lasted('1h') },
    ]);
    expect(marks({ incidents: [somewhere] })).toEqual([
      '6 May 2026 to 8 May 2026, each day: perhaps outage, up to 1 h',
    ]);
  });

  it('of which the same is said are one cell', () => {
    const weeks = hit('2026-05-06-a', '2026-05-06 12:00', '2026-05-10 12:00');
    expect(marks({ incidents: [weeks] })).toEqual([
      '6 May 2026: outage, 12 h',
      '7 May 2026 to 9 May 2026, each day: outage, 24 h',
      '10 May 2026: outage, 12 h',
    ]);
  });

  it('with several incidents lead to all of them', () => {
    const changes = {
      incidents: [
        hit('2026-05-06-b', '2026-05-06 15:00', '2026-05-06 16:00', [{ level: 'degraded' }]),
        hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00'),
      ],
    };
    expect(marks(changes)).toEqual(['6 May 2026: outage, 1 h; 2 incidents']);
    const { page, read } = render(changes);
    expect(page(checkout)).toContain('href="#day-2026-05-06"');
    const lines = read(checkout);
    const at = lines.indexOf('Days with more than one incident');
    expect(lines.slice(at, at + 4)).toEqual([
      'Days with more than one incident',
      '6 May 2026',
      'Incident 2026-05-06-b',
      'Incident 2026-05-06-a',
    ]);
  });

  it('on which nothing is published say so, up to the day of the build', () => {
    const lines = render({ incidents: [hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00')] }).read(
      checkout,
    );
    // Days without any that follow one another are one cell, as is a month of them; those before May have no figure.
    expect(lines.filter((line) => line === 'No incident')).toHaveLength(2);
    expect(lines.filter((line) => line === 'No incident published')).toHaveLength(6);
    const html = render({ incidents: [hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00')] }).page(
      checkout,
    );
    expect(html).toContain('<td colspan="5" class="day-none span-5"><i>No incident</i></td><td><a ');
    expect(html).toContain('</td><td colspan="25" class="day-none span-25"><i>No incident</i></td></tr>');
    expect(html).toContain('<td colspan="22" class="day-none span-22">');
    expect(html.match(/<th scope="col">\d+<\/th>/g)).toHaveLength(31);
  });
});

describe('what a service’s page answers first', () => {
  it('is how it stood on the day of the build', () => {
    const over = [hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00')];
    const lines = render({ incidents: over }).read(checkout);
    const at = lines.indexOf('On 22 November 2026');
    expect(lines[at + 1]).toBe('No incident going on');
    const open = incident({
      title: 'Transfers arrive late',
      ongoing: true,
      started: when('2026-11-21 10:00'),
      impact: [
        impact({ level: 'partial', from: when('2026-11-21 10:00'), to: undefined }),
        impact({ service: service('search'), from: when('2026-11-21 10:00'), to: when('2026-11-21 11:00') }),
      ],
    });
    const site = render({ incidents: [open] });
    const now = site.read(checkout);
    expect(now.slice(now.indexOf('On 22 November 2026'), now.indexOf('On 22 November 2026') + 4)).toEqual([
      'On 22 November 2026',
      'Partial outage',
      'since 21 November 2026, 10:00',
      'Transfers arrive late',
    ]);
    // Its own degree: search was over it, though the incident goes on.
    expect(site.read('services/search/')).toContain('No incident going on');
    expect(site.read('services/').join('\n')).toContain('Still going on: Partial outage');
    expect(now.join('\n')).not.toMatch(/\bnow\b|currently/i);
  });

  it('is the figure of a year, the count and the promises', () => {
    const text = render({
      incidents: [
        hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00', [{}], {
          remediation: [commitment('R1', { state: 'done' }), commitment('R2')],
        }),
      ],
    })
      .read(checkout)
      .join('\n');
    // Counted from May on, when the record begins: 1 of some 5,000 hours.
    expect(text).toContain('Since 1 May 2026\n99.98 % available\n1 h counted as downtime');
    expect(text).toContain('Published incidents\n1\nthe latest: 6 May 2026');
    expect(text).toContain('What was promised after them\n1 of 2 promises kept');
  });

  it('is since when nothing was published, where nothing was', () => {
    const services = [service('checkout'), service('search', { since: day('2020-01-01') })];
    const { read } = render({ services });
    expect(read('services/search/')).toContain('No incident has been published since 1 January 2020');
    expect(read(checkout)).toContain('No incident of this service is published');
    expect(read(checkout).join('\n')).not.toMatch(/100 %/);
    expect(read('services/').join('\n')).toContain('Search\nNo incident is published');
  });
});

it('tells how a service was affected itself, and how long', () => {
  const { read } = render({
    incidents: [
      incident({
        impact: [
          impact(),
          impact({
            service: service('search'),
            level: 'degraded',
            from: when('2026-03-14 10:00'),
            to: when('2026-03-14 10:30'),
          }),
        ],
      }),
    ],
  });
  expect(read('services/search/')).toContain('Major outage, Degraded, 30 min');
  expect(read(checkout)).toContain('Major outage, Outage, 4 h 57 min');
  expect(read('services/').join('\n')).toContain('Search\n1 incident, 14 March 2026');
});

it('is not touched by an incident whose impact is not shown', () => {
  const { read } = render({ incidents: [incident({ impact: undefined })] });
  expect(read(checkout)).toContain('No incident of this service is published');
});

it('folds a long history, and tells a glance of twelve months in words', () => {
  const incidents = Array.from({ length: 15 }, (_, index) =>
    hit(`2026-05-${index + 10}-a`, `2026-05-${index + 10} 09:00`, `2026-05-${index + 10} 09:10`, [{}], {
      severity: minor,
    }),
  ).toReversed();
  const site = render({ incidents });
  expect(site.read(checkout)).toContain('All 7 before these');
  expect(site.page('services/')).toContain(
    'May 2026: outage, 2 h 30 min; 15 incidents; no incident in the other months',
  );
});

it('offers the feed of the service alone', () => {
  const site = render({ incidents: [hit('2026-05-06-a', '2026-05-06 09:00', '2026-05-06 10:00')] });
  expect(site.page(checkout)).toContain('href="../../feeds/service-checkout.atom"');
  expect(site.files.has('feeds/service-checkout.atom')).toBe(true);
});

it('speaks German', () => {
  const german = render({
    incidents: [hit('2026-05-06-a', '~2026-05-06 09:00', '2026-05-06 12:00')],
    site: {
      title: 'Vorfälle',
      url: 'https://status.example.com/base/',
      language: 'de',
      zone: 'Europe/Dublin',
      totals: true,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  });
  const text = german.read(checkout).join('\n');
  expect(text).toContain('99,52 bis 99,67 %');
  expect(text).toContain('ein Ausfall voll, ein Teilausfall zu 30 %, eine Beeinträchtigung gar nicht.');
  expect(text).toContain('Tag für Tag');
});
