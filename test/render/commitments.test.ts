import { describe, expect, it } from 'vitest';
import { commitment, day, impact, incident, inline, render, service, when } from './history.js';
import { findAttribute, listElements, readPage } from '../sites/readPage.js';

/** Promises of an incident that was over on 14 March 2026, as the ledger of the site tells them. */
function ledgerOf(remediation: ReturnType<typeof commitment>[], language = 'en') {
  const shown = incident({ impact: [impact()], remediation });
  const site = {
    title: 'Example history',
    url: 'https://status.example.com/base/',
    language,
    zone: 'Europe/Dublin',
    totals: true,
    weights: { outage: 1, partial: 0.3, degraded: 0 },
    brand: {},
  };
  const html = render({ incidents: [shown], site }).page('commitments/');
  return { html, lines: readPage(html), text: readPage(html).join('\n') };
}

const done = (id: string, due: string, on: string, daysLate = 0) =>
  commitment(id, { state: 'done', due: day(due), done: day(on), daysLate });
const late = (id: string, due: string, daysLate: number) =>
  commitment(id, { due: day(due), overdue: true, daysLate });

describe('what the ledger says first', () => {
  it('is how many promises there are and where they stand', () => {
    const { text } = ledgerOf([
      done('R1', '2026-03-31', '2026-03-29'),
      done('R2', '2026-04-01', '2026-04-10', 9),
      late('R3', '2026-11-10', 12),
      commitment('R4', { due: day('2026-12-01') }),
      commitment('R5', { state: 'wont-do', reason: inline('It costs more than it saves.') }),
      commitment('R6', { state: 'superseded', supersededBy: { incident: '2026-03-14-disk', id: 'R4' } }),
    ]);
    expect(text).toContain(
      '6 promises were made after 1 incident: 2 are done; 2 are open, 1 of them late; 1 was dropped, with the reason; 1 was replaced by another.',
    );
    expect(text).toContain('Late\n1\nby 12 days');
    expect(text).toContain('Open\n1\nThe next is due 1 December 2026');
    expect(text).toContain('Done\n2\n1 in time, 1 late');
  });

  it('is, where there is none, what will stand there', () => {
    const { lines } = ledgerOf([]);
    expect(lines).toContain('Nothing has been promised yet');
    expect(lines.join('\n')).not.toMatch(/\bLate\b|How promises were kept/);
  });
});

describe('the lists', () => {
  it('begin with what is late the longest, then what is due next, then what was done last', () => {
    const { lines } = ledgerOf([
      done('R1', '2026-03-31', '2026-03-29'),
      done('R2', '2026-05-01', '2026-04-10'),
      commitment('R3', {}),
      commitment('R4', { due: day('2027-02-01') }),
      commitment('R5', { due: day('2026-12-01') }),
      late('R6', '2026-11-20', 2),
      late('R7', '2026-11-10', 12),
    ]);
    expect(lines.filter((line) => line.startsWith('Promise R'))).toEqual(
      ['R7', 'R6', 'R5', 'R4', 'R3', 'R2', 'R1'].map((id) => `Promise ${id}`),
    );
  });

  it('tell a date that was moved with the first one', () => {
    const { text } = ledgerOf([
      commitment('R1', {
        due: day('2026-12-01'),
        moved: [
          { from: day('2026-05-01'), date: undefined },
          { from: day('2026-08-01'), date: undefined },
        ],
      }),
    ]);
    expect(text).toContain('Due 1 December 2026\nFirst promised for 1 May 2026, moved twice\nPromise R1');
  });

  it('tell how long it took, and whether it works', () => {
    const { text } = ledgerOf([
      commitment('R1', {
        state: 'done',
        due: day('2026-03-31'),
        done: day('2026-03-29'),
        verified: { date: day('2026-06-01'), result: 'ineffective' },
      }),
    ]);
    expect(text).toContain('Done on 29 March 2026, in time; it took 15 days');
    expect(text).toContain('Checked on 1 June 2026: it does not do what it was meant to');
  });

  it('keep what was dropped with the reason, and what was replaced with what replaced it', () => {
    const { html, text } = ledgerOf([
      commitment('R1', { state: 'wont-do', reason: inline('It costs more than it saves.') }),
      commitment('R2', { state: 'superseded', supersededBy: { incident: '2026-03-14-disk', id: 'R3' } }),
      commitment('R3', {}),
    ]);
    expect(text).toContain('The reason: It costs more than it saves.');
    expect(text).toContain('Replaced by Promise R3');
    expect(html).toContain('href="../incidents/2026-03-14-disk/#R3"');
  });

  it('let each promise be linked to, and lead to its incident', () => {
    const { html } = ledgerOf([commitment('R1', {})]);
    const ids = listElements(html).map((element) => findAttribute(element, 'id'));
    expect(ids).toContain('2026-03-14-disk-R1');
    expect(html).toContain('href="../incidents/2026-03-14-disk/#R1"');
  });

  it('say nothing worse of what nobody follows than that', () => {
    const lastTold = day('2014-06-12');
    const { text } = ledgerOf([
      commitment('R1', { lastTold, due: day('2014-07-01') }),
      commitment('R2', { lastTold, state: 'done' }),
    ]);
    expect(text).toContain('1 of 2 promises done when last told, on 12 June 2014.');
    expect(text).toContain('Not followed since the report 2 promises');
    expect(text).toContain('Open when last told, on 12 June 2014');
    expect(text).not.toMatch(/\blate by|none of|How promises were kept/i);
  });

  it('fold by year where they are long, the newest open, and lose nothing', () => {
    const many = Array.from({ length: 24 }, (_, index) =>
      done(`R${index + 1}`, `${2024 + (index % 3)}-06-30`, `${2024 + (index % 3)}-06-01`),
    );
    const { html, lines } = ledgerOf(many);
    const folds = listElements(html).filter(({ tagName }) => tagName === 'details');
    expect(folds.map((fold) => findAttribute(fold, 'open') !== undefined)).toEqual([true, false, false]);
    expect(lines).toEqual(expect.arrayContaining(['2026 8 promises', '2025 8 promises', '2024 8 promises']));
    expect(lines.filter((line) => line.startsWith('Promise R'))).toHaveLength(24);
    expect(ledgerOf(many.slice(0, 6)).html).not.toContain('<details');
  });

  it('lead to the years before for what was done in them, where these have pages', () => {
    const incidentOf = (year: number) =>
      incident({
        id: `${year}-x`,
        year,
        started: when(`${year}-01-10`),
        remediation: Array.from({ length: 6 }, (_, index) =>
          commitment(`R${index + 1}`, {
            title: `Promise ${index + 1} of ${year}`,
            state: 'done',
            due: day(`${year}-06-30`),
            done: day(`${year}-06-01`),
          }),
        ),
      });
    const built = render({ incidents: [incidentOf(2026), incidentOf(2025)] });
    const lines = built.read('commitments/');
    expect(lines).toContain('2025 6 promises');
    expect(lines).toContain('Promise 6 of 2026');
    expect(lines).not.toContain('Promise 6 of 2025');
    expect(built.page('commitments/')).toContain('href="../history/2025/#done"');
    expect(built.page('history/2025/')).toContain('id="done"');
    for (let index = 1; index <= 6; index++)
      expect(built.read('history/2025/')).toContain(`Promise ${index} of 2025`);
  });
});

describe('how promises were kept', () => {
  /** Two a quarter, from the first of 2025 on: each second one late, and the last still open. */
  const two = [
    ['2025-02-01', '2025-02-01'],
    ['2025-02-10', '2025-04-02'],
    ['2025-05-01', '2025-04-30'],
    ['2025-06-01', '2025-06-11'],
    ['2025-08-01', '2025-07-01'],
    ['2025-08-01', '2025-07-01'],
    ['2025-11-01', '2025-10-01'],
  ] as const;
  const made = [
    ...two.map(([due, on], index) =>
      done(`R${index + 1}`, due, on, on > due ? (Date.parse(on) - Date.parse(due)) / 86_400_000 : 0),
    ),
    late('R8', '2025-12-01', 356),
  ];

  it('is told with its basis', () => {
    const { text } = ledgerOf(made);
    expect(text).toContain(
      'Of 8 promises that were due before 22 November 2026, 5 were kept in time, 2 late and 1 is still open.',
    );
  });

  it('owns up to dates that were moved', () => {
    const moved = commitment('R1', {
      state: 'done',
      due: day('2026-05-01'),
      done: day('2026-04-30'),
      moved: [{ from: day('2026-04-01'), date: undefined }],
    });
    expect(ledgerOf([moved]).text).toContain('Of one that was kept in time the date had been moved before.');
  });

  it('stands over time in a table and a drawing, each promise with what became of it by now', () => {
    const { html, lines } = ledgerOf(made);
    const row = (name: string) => lines.slice(lines.indexOf(name), lines.indexOf(name) + 6);
    // What was late in its quarter and has been done since is late, not open; the share is as it was at the end of the quarter.
    expect(row('Q1 2025')).toEqual(['Q1 2025', '2', '1', '1', '0', '50%']);
    expect(row('Q2 2025')).toEqual(['Q2 2025', '2', '1', '1', '0', '50%']);
    expect(row('Q3 2025')).toEqual(['Q3 2025', '2', '2', '0', '0', '67%']);
    expect(row('Q4 2025')).toEqual(['Q4 2025', '2', '1', '0', '1', '63%']);
    const drawings = listElements(html).filter((element) => findAttribute(element, 'role') === 'img');
    expect(drawings).toHaveLength(2);
    const squares = (standing: string) =>
      [...html.matchAll(new RegExp(`<path class="kept-${standing}" d="([^"]+)"`, 'g'))].flatMap(
        ([, path = '']) => path.match(/h9v9/g) ?? [],
      ).length;
    expect({ inTime: squares('in-time'), late: squares('done-late'), open: squares('late') }).toEqual({
      inTime: 5,
      late: 2,
      open: 1,
    });
    expect(html).toContain('>in time 63%</text>');
    expect(html).toContain('>done 88%</text>');
  });

  it('is not drawn of a few promises: the sentence is enough', () => {
    const { html, text } = ledgerOf(made.slice(0, 3));
    expect(text).toContain(
      'Of 3 promises that were due before 22 November 2026, 2 were kept in time and 1 late.',
    );
    expect(html).not.toContain('role="img"');
  });

  it('goes by year where the quarters would be too many', () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      done(`R${index + 1}`, `${2017 + Math.floor(index / 4)}-0${1 + (index % 4) * 2}-01`, '2017-01-02', 0),
    );
    const { lines } = ledgerOf(many);
    expect(lines).toContain('2017');
    expect(lines).toContain('2026, so far');
    expect(lines.join('\n')).not.toContain('Q1 2017');
  });
});

describe('how long it took', () => {
  it('names each of a few', () => {
    const { text } = ledgerOf([
      done('R1', '2026-03-31', '2026-03-15'),
      done('R2', '2026-03-31', '2026-03-29'),
      commitment('R3', { state: 'done', done: 'unknown' }),
    ]);
    expect(text).toContain(
      'Counted from the day on which the incident was over: 1 day and 15 days. Of one more the day is not written down.',
    );
  });

  it('tells of many the middle, the slowest, and how they are spread; never a mean', () => {
    const taken = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
    const { lines, text } = ledgerOf(
      taken.map((days, index) =>
        done(
          `R${index + 1}`,
          '2026-12-31',
          new Date(Date.UTC(2026, 2, 14 + days)).toISOString().slice(0, 10),
        ),
      ),
    );
    expect(text).toContain('half took no longer than');
    expect(text).toContain('the slowest took 89 days. Nine of ten took no longer than 55 days.');
    const within = (name: string) => lines[lines.indexOf(name) + 1];
    expect(within('Within a week')).toBe('4 of 10');
    expect(within('Within 30 days')).toBe('7 of 10');
    expect(within('Within 90 days')).toBe('10 of 10');
    expect(text).not.toMatch(/mean|average/);
  });
});

it('adds nothing up over different companies', () => {
  const groups = [service('checkout', { group: 'Aalto' }), service('mail', { group: 'Brandt' })];
  const [first, second] = groups.map((one, index) =>
    incident({
      id: `2026-0${index + 3}-14-disk`,
      started: when(`2026-0${index + 3}-14 09:05`),
      impact: [impact({ service: one })],
      remediation: [
        {
          ...done(`R${index + 1}`, '2026-06-30', '2026-06-01'),
          incident: { id: `2026-0${index + 3}-14-disk`, title: 'A full disk' },
        },
      ],
    }),
  );
  const site = render({
    incidents: [second, first].filter((one) => one !== undefined),
    services: groups,
    site: {
      title: 'Two companies',
      url: 'https://status.example.com/base/',
      language: 'en',
      zone: 'Europe/Dublin',
      totals: false,
      weights: { outage: 1, partial: 0.3, degraded: 0 },
      brand: {},
    },
  });
  const lines = site.read('commitments/');
  expect(lines.filter((line) => /^(?:Aalto|Brandt|1 promise was|2 promises)/.test(line))).toEqual([
    'Aalto',
    '1 promise was made after 1 incident: 1 is done.',
    'Brandt',
    '1 promise was made after 1 incident: 1 is done.',
  ]);
});

it('is written in German where the site is', () => {
  const { text } = ledgerOf(
    [
      done('R1', '2026-03-31', '2026-03-29'),
      done('R2', '2026-04-01', '2026-04-10', 9),
      late('R3', '2026-11-10', 12),
      commitment('R4', { state: 'wont-do', reason: inline('Zu teuer.') }),
    ],
    'de',
  );
  for (const words of [
    '4 Zusagen nach einem Vorfall: 2 sind erledigt; 1 ist offen und überfällig; 1 wurde mit Begründung aufgegeben.',
    'Von 3 Zusagen, die vor dem 22. November 2026 fällig waren: 1 rechtzeitig erfüllt, 1 verspätet und 1 noch offen.',
    'Erledigt am 29. März 2026, rechtzeitig; Dauer: 15 Tage',
    'Erledigt am 10. April 2026, 9 Tage zu spät',
    'Fällig am 10. November 2026',
    'Offen, 12 Tage überfällig',
    'Der Grund: Zu teuer.',
  ])
    expect(text).toContain(words);
});

it('stays light where there are many promises', () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    done(`R${index + 1}`, `${2020 + (index % 7)}-06-30`, `${2020 + (index % 7)}-06-01`),
  );
  const { html } = ledgerOf(many);
  expect(html.length / many.length).toBeLessThan(700);
});
