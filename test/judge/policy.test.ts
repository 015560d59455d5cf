import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../workspace.js';
import { understandProject } from '../../src/commands/project.js';
import type { Diagnostic } from '../../src/diagnostic/diagnostic.js';

/*
 * As of 2026-11-22, a Sunday. The plain incident was resolved on 2026-11-05, a Thursday: five business days end on
 * 2026-11-12, three days on 2026-11-08, fifteen on 2026-11-20, thirty on 2026-12-05, four weeks on 2026-12-03.
 */
const settings = `format: 1
title: Example
url: https://status.example.com/
timezone: Europe/Dublin
severities:
  - { id: critical, label: Critical, major: true }
  - { id: major, label: Major, major: true }
  - { id: minor, label: Minor }
services:
  - { id: checkout, name: Checkout }
  - { id: search, name: Search }
people:
  - { id: kim, name: Kim Doe }
`;

const plain: Record<string, string> = {
  title: 'Checkout was down',
  severity: 'major',
  status: 'final',
  started: '2026-11-05 09:05',
  resolved: '2026-11-05 14:02',
  finished: '2026-11-09',
  summary: 'The disk of the order database was full.',
  detection: '{ by: monitoring }',
  impact: '[{ service: checkout, level: outage, affected: "All; 1,200 orders were lost." }]',
  causes: '[{ id: C1, kind: root, text: The log was never rotated. }]',
};

/** An open item that lacks nothing, with other words for some of its fields. */
const item = (fields: Record<string, string> = {}): string => {
  const all = {
    id: 'R1',
    title: 'Rotate the debug log',
    type: 'prevent',
    owner: 'kim',
    due: '2026-12-01',
    addresses: '[C1]',
    ...fields,
  };
  return `{ ${Object.entries(all)
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join(', ')} }`;
};
const items = (...all: string[]): string => `[${all.join(', ')}]`;

/** What the policies find in one incident, given as settings and as what differs from the plain one; '' leaves a key out. */
async function find(site: string, front: Record<string, string> = {}): Promise<string[]> {
  return (await judge(site, front)).map(({ level, rule, message }) => `${level} ${rule}: ${message}`);
}

async function judge(site: string, front: Record<string, string>): Promise<Diagnostic[]> {
  const workspace = createWorkspace();
  workspace.file('site/site.yaml', `${settings}${site}\n`);
  const lines = Object.entries({ ...plain, ...front }).filter(([, value]) => value !== '');
  workspace.file(
    'incidents/2026-11-05-checkout-down.md',
    `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n`,
  );
  const { diagnostics } = await understandProject(workspace.root, () => '2026-11-22');
  expect(diagnostics.filter((one) => one.blocks)).toEqual([]);
  return diagnostics.filter((one) => /^(?:policy|waiver|owner-missing|due-missing)/.test(one.rule));
}

const own = (require: string, rest = ''): string =>
  `policies:\n  - { id: fixes, require: { ${require} }${rest && `, ${rest}`} }`;

describe('which incidents a policy is for', () => {
  const policy = (when: string): string => own('remediation: { min: 1 }', `when: { ${when} }`);
  it.each([
    ['severity: [critical, major]', {}, true],
    ['severity: [critical]', {}, false],
    ['kind: [incident]', {}, true],
    ['kind: [security]', {}, false],
    ['service: [search, checkout]', {}, true],
    ['service: [search]', {}, false],
    [
      'service: [search]',
      { impact: '[{ service: checkout, level: outage }, { service: search, level: degraded }]' },
      true,
    ],
    ['tag: [storage]', { tags: '[disk, storage]' }, true],
    ['tag: [storage]', {}, false],
    ['since: 2026-11-05', {}, true],
    ['since: 2026-11-06', {}, false],
    ['since: 2026-11-05', { started: '2026-11', resolved: 'unknown' }, false],
    ['since: 2026-11-01', { started: '2026-11', resolved: 'unknown' }, true],
    ['since: 2026-11-01', { started: 'unknown', resolved: 'unknown' }, false],
    ['severity: [major], service: [search]', {}, false],
    ['', { kind: 'maintenance' }, true],
    ['', { last_told: '2026-11-09' }, false],
  ])('{ %s } for %o: %s', async (when, front, expected) => {
    expect(await find(policy(when), front)).toEqual(
      expected ? ['warning policy-items: `fixes` asks for at least 1 remediation item; there is none'] : [],
    );
  });
});

describe('its level', () => {
  it.each(['error', 'warning', 'info'])('is its own: %s', async (level) => {
    expect(await find(own('remediation: { min: 1 }', `level: ${level}`))).toEqual([
      expect.stringMatching(`^${level} policy-items`),
    ]);
  });
  it('off asks for nothing', async () => {
    expect(await find(own('remediation: { min: 1 }', 'level: off'))).toEqual([]);
  });
  it('gives way to what the settings say of the rule', async () => {
    const site = own('remediation: { min: 1 }', 'level: error');
    expect(await find(`${site}\nrules: { policy-items: off }`)).toEqual([]);
    expect(await find(`${site}\nrules: { policy-items: info }`)).toEqual([
      expect.stringMatching(/^info policy-items/),
    ]);
  });
  it('of two that ask for the same the worse one is told', async () => {
    const site = `policies:
  - { id: mild, require: { remediation: { min: 1, each: [ticket], due_within: 3w }, finished_within: 2d } }
  - { id: stern, level: error, require: { remediation: { min: 1, each: [ticket], due_within: 2w }, finished_within: 3d } }`;
    const front = { status: 'review', finished: '', remediation: items(item()) };
    expect(
      (await find(site, { ...front, remediation: '' })).filter((one) => one.includes('policy-items')),
    ).toEqual([expect.stringMatching(/^error policy-items: `stern`/)]);
    const found = await find(site, front);
    expect(found.map((one) => one.split(':')[0])).toEqual([
      'error policy-finished',
      'error policy-fields',
      'error policy-due',
    ]);
    expect(found.every((one) => one.includes('`stern`') && !one.includes('`mild`'))).toBe(true);
  });
});

describe('what the author is told', () => {
  /** The words of the file that are meant, and the way out. */
  const tell = async (require: string, front: Record<string, string>): Promise<string[]> => {
    const lines = Object.entries({ ...plain, ...front }).filter(([, value]) => value !== '');
    const text = `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---\n`;
    return (await judge(own(require), front)).map(
      ({ place, hint }) => `${text.slice(place?.start.offset, place?.end.offset)} → ${hint ?? ''}`,
    );
  };
  it('is where it is, and the way out', async () => {
    expect(await tell('remediation: { min: 2 }', { remediation: items(item()) })).toEqual([
      'remediation → Add what will be done, or waive this with a reason. Items that are proposed, dropped or superseded do not count.',
    ]);
    expect(await tell('remediation: { due_within: 21d }', { remediation: items(item()) })).toEqual([
      '2026-12-01 → Bring it forward, or waive this with a reason.',
    ]);
    expect(
      await tell('remediation: { due_within: 30d }', { remediation: items(item({ due: '2026-12' })) }),
    ).toEqual([
      '2026-12 → Bring it forward, or waive this with a reason. 2026-12 counts by its last day, 2026-12-31.',
    ]);
    expect(await tell('remediation: { due_within: 5d }', { remediation: items(item()) })).toEqual([
      '2026-12-01 → That day has passed: finish it, or waive this with a reason.',
    ]);
    expect(await tell('finished_within: 5d', { status: 'review', finished: '' })).toEqual([
      'review → Finish it, and write `status: final` and `finished:` with the day; or waive this with a reason.',
    ]);
    expect(await tell('finished_within: 3d', {})).toEqual([
      '2026-11-09 → Nothing mends this any more; if there was a reason, waive it with that.',
    ]);
    expect(await tell('public_within: 1d', { public: '{ since: 2026-12-01, show: [summary] }' })).toEqual([
      '2026-12-01 → Bring `since` forward, or waive this with a reason.',
    ]);
  });
});

describe('items', () => {
  const asks = own('remediation: { min: 2, types: [prevent, detect] }');
  it('are counted, and their types', async () => {
    expect(await find(asks, { remediation: items(item(), item({ id: 'R2', type: 'detect' })) })).toEqual([]);
    expect(await find(asks, { remediation: items(item(), item({ id: 'R2' })) })).toEqual([
      'warning policy-items: `fixes` asks for a remediation item of type `detect`; none of the 2 here is',
    ]);
    expect(await find(asks, { remediation: items(item()) })).toEqual([
      'warning policy-items: `fixes` asks for at least 2 remediation items, and one of type `detect`; there is 1',
    ]);
    expect(await find(asks)).toEqual([
      'warning policy-items: `fixes` asks for at least 2 remediation items, and one of each of the types `prevent` and `detect`; there is none',
    ]);
  });
  it('that are done count; those that are proposed, dropped or replaced here do not', async () => {
    const one = own('remediation: { min: 1 }');
    const done = item({ state: 'done', done: '2026-11-20' });
    expect(await find(one, { remediation: items(done) })).toEqual([]);
    for (const state of ['state: proposed', 'state: wont-do, reason: The service is retired.'])
      expect(await find(one, { remediation: items(item().replace(' }', `, ${state} }`)) })).toHaveLength(1);
    const replaced = item({ state: 'superseded', superseded_by: 'R2' });
    expect(await find(asks, { remediation: items(replaced, item({ id: 'R2', type: 'detect' })) })).toEqual([
      'warning policy-items: `fixes` asks for at least 2 remediation items, and one of type `prevent`; there is 1',
    ]);
  });
  it('are not asked of a draft, nor while it goes on', async () => {
    expect(await find(asks, { status: 'draft', finished: '' })).toEqual([]);
    expect(await find(asks, { status: 'review', finished: '', resolved: '' })).toEqual([]);
    expect(await find(asks, { status: 'review', finished: '' })).toHaveLength(1);
  });
  it('of another incident that took their place are promises too', async () => {
    const workspace = createWorkspace();
    workspace.file(
      'site/site.yaml',
      settings + own('remediation: { min: 1, each: [ticket] }', 'when: { tag: [first] }'),
    );
    const text = (front: string): string =>
      `---\n${Object.entries(plain)
        .map(([key, value]) => `${key}: ${value}\n`)
        .join('')}${front}\n---\n`;
    const replaced = item({ state: 'superseded', superseded_by: '2026-11-05-again#R1' });
    workspace.file('incidents/2026-11-05-first.md', text(`tags: [first]\nremediation: ${items(replaced)}`));
    workspace.file('incidents/2026-11-05-again.md', text(`remediation: ${items(item())}`));
    expect((await workspace.check()).filter((one) => one.includes('policy'))).toEqual([]);
  });
});

describe('fields', () => {
  const each = own('remediation: { each: [owner, due, addresses, priority, ticket, done_when] }');
  const full = { priority: 'P1', ticket: 'PAY-42', done_when: 'An alert fires.' };
  it('are asked of each item that is open', async () => {
    expect(await find(each, { remediation: items(item(full)) })).toEqual([]);
    for (const name of ['addresses', 'priority', 'ticket', 'done_when'])
      expect(await find(each, { remediation: items(item({ ...full, [name]: '' })) })).toEqual([
        `warning policy-fields: \`R1\` has no \`${name}\`, which \`fixes\` asks of each item`,
      ]);
  });
  it('are not said to be missing twice, unless the policy is sterner than the rule', async () => {
    const remediation = items(item({ ...full, owner: '', due: '' }));
    const general = ['warning due-missing: `R1` has no due date', 'warning owner-missing: `R1` has no owner'];
    expect((await find(each, { remediation })).toSorted()).toEqual(general);
    const stern = own('remediation: { each: [owner, due] }', 'level: error');
    expect((await find(stern, { remediation })).toSorted()).toEqual([
      'error policy-fields: `R1` has no `due`, which `fixes` asks of each item',
      'error policy-fields: `R1` has no `owner`, which `fixes` asks of each item',
      ...general,
    ]);
    expect(await find(`${each}\nrules: { due-missing: off, owner-missing: info }`, { remediation })).toEqual(
      expect.arrayContaining([
        'warning policy-fields: `R1` has no `due`, which `fixes` asks of each item',
        'warning policy-fields: `R1` has no `owner`, which `fixes` asks of each item',
      ]),
    );
  });
  it('that help to get it done are not asked of what is done', async () => {
    const done = item({ state: 'done', done: '2026-11-20', owner: '', due: '', addresses: '' });
    expect((await find(each, { remediation: items(done) })).map((one) => one.split(',')[0])).toEqual([
      'warning policy-fields: `R1` has no `addresses`',
      'warning policy-fields: `R1` has no `owner`',
      'warning policy-fields: `R1` has no `ticket`',
    ]);
  });
  it('of one item that is said to lack one leave the others to the policy', async () => {
    const done = item({ state: 'done', done: '2026-11-20', owner: '' });
    const remediation = items(done, item({ id: 'R2', owner: '' }));
    expect((await find(own('remediation: { each: [owner] }'), { remediation })).toSorted()).toEqual([
      'warning owner-missing: `R2` has no owner',
      'warning policy-fields: `R1` has no `owner`, which `fixes` asks of each item',
    ]);
  });
  it('are not asked of a draft, nor of what is no promise', async () => {
    const ticket = own('remediation: { each: [ticket] }');
    expect(await find(ticket, { remediation: items(item()), status: 'draft', finished: '' })).toEqual([]);
    const gone = [
      item({ state: 'proposed' }),
      item({ id: 'R2', state: 'wont-do', reason: 'It is retired.' }),
      item({ id: 'R3', state: 'superseded', superseded_by: 'R4' }),
      item({ id: 'R4', ticket: 'PAY-4' }),
    ];
    expect(await find(ticket, { remediation: items(...gone) })).toEqual([]);
  });
  it('can be asked of some priorities alone, and be waived for one item', async () => {
    const urgent = own('remediation: { each: [ticket], priority: [P0, P1] }');
    const remediation = items(item({ priority: 'P1' }), item({ id: 'R2', priority: 'P2' }));
    expect(await find(urgent, { remediation })).toEqual([
      'warning policy-fields: `R1` has no `ticket`, which `fixes` asks of each item',
    ]);
    expect(await find(urgent, { remediation: items(item()) })).toHaveLength(1);
    const waive = '[{ rule: policy-fields, at: R1, reason: It is in nobody’s tracker., by: kim }]';
    expect(await find(urgent, { remediation, waive })).toEqual([]);
  });
});

describe('due dates', () => {
  const due = (day: string, more = {}): Record<string, string> => ({
    remediation: items(item({ due: day, ...more })),
  });
  const within = (limit: string, from = ''): string =>
    own(`remediation: { due_within: ${limit}${from && `, from: ${from}`} }`);
  it('lie within so many days of the end', async () => {
    expect(await find(within('30d'), due('2026-12-05'))).toEqual([]);
    expect(await find(within('30d'), due('2026-12-06'))).toEqual([
      'warning policy-due: `R1` is due 2026-12-06; `fixes` asks for 2026-12-05 at the latest, 30 days after `resolved`',
    ]);
    // The whole of a month is in time only if its last day is.
    expect(await find(within('30d'), due('2026-11'))).toEqual([]);
    expect(await find(within('30d'), due('2026-12'))).toHaveLength(1);
  });
  it('or of the beginning, or of the day it became public', async () => {
    const front = { started: '2026-11-02 09:05', ...due('2026-11-17') };
    expect(await find(within('2w', 'started'), front)).toEqual([
      expect.stringMatching(/2026-11-16 at the latest, 2 weeks after `started`$/),
    ]);
    expect(await find(within('2w'), front)).toEqual([]);
    const block = { public: '{ since: 2026-11-10, show: [summary] }' };
    expect(await find(within('5bd', 'public'), { ...block, ...due('2026-11-18') })).toEqual([
      expect.stringMatching(/2026-11-17 at the latest, 5 business days after `public.since`$/),
    ]);
    expect(await find(within('5bd', 'public'), due('2026-11-18'))).toEqual([]);
  });
  it('are late only when that is certain', async () => {
    expect(await find(within('1d'), { ...due('2027-01-01'), resolved: 'unknown' })).toEqual([]);
    expect(
      await find(within('1d'), { ...due('2027-01-01'), resolved: '', status: 'review', finished: '' }),
    ).toEqual([]);
    expect(await find(within('1d'), { ...due('2026-11-10'), resolved: '2026-11-05 .. 2026-11-09' })).toEqual(
      [],
    );
    expect(
      await find(within('1d'), { ...due('2026-11-11'), resolved: '2026-11-05 .. 2026-11-09' }),
    ).toHaveLength(1);
  });
  it('of a draft, or of what is no longer open, are not looked at', async () => {
    expect(await find(within('1d'), { ...due('2027-01-01'), status: 'draft', finished: '' })).toEqual([]);
    for (const state of [
      { state: 'done', done: '2026-11-20' },
      { state: 'wont-do', reason: 'It is retired.' },
      { state: 'proposed' },
    ])
      expect(await find(within('1d'), due('2027-01-01', state))).toEqual([]);
  });
  it('are not asked of what was only opened after that day', async () => {
    const late = { due: '2027-01-01', opened: '2026-11-08' };
    expect(await find(within('2d'), due('2027-01-01', late))).toEqual([]);
    expect(await find(within('3d'), due('2027-01-01', late))).toHaveLength(1);
  });
  it('can be asked of some priorities alone', async () => {
    const urgent = own('remediation: { due_within: 1d, priority: [P0] }');
    expect(await find(urgent, due('2027-01-01', { priority: 'P1' }))).toEqual([]);
    expect(await find(urgent, due('2027-01-01', { priority: 'P0' }))).toHaveLength(1);
  });
  it('count holidays as no business days', async () => {
    const site = `${within('5bd')}\nholidays: [2026-11-06]`;
    expect(await find(within('5bd'), due('2026-11-13'))).toHaveLength(1);
    expect(await find(site, due('2026-11-13'))).toEqual([]);
  });
});

describe('final texts', () => {
  const open = { status: 'review', finished: '' };
  it('are asked for once their day has passed, in drafts too', async () => {
    for (const status of ['draft', 'review'])
      expect(await find(own('finished_within: 5bd', 'level: error'), { ...open, status })).toEqual([
        `error policy-finished: \`status\` is still \`${status}\`; \`fixes\` asks for a final text by 2026-11-12, 5 business days after \`resolved\``,
      ]);
    expect(await find(own('finished_within: 17d'), open)).toEqual([]);
    expect(await find(own('finished_within: 16d'), open)).toHaveLength(1);
  });
  it('that came late are mentioned', async () => {
    const late = own('finished_within: 3d', 'level: error');
    expect(await find(late, { finished: '2026-11-08' })).toEqual([]);
    expect(await find(late, { finished: '2026-11-09' })).toEqual([
      'info policy-finished: This text became final on 2026-11-09; `fixes` asked for 2026-11-08 at the latest, 3 days after `resolved`',
    ]);
    expect(await find(late, { finished: '2026-11' })).toEqual([]);
  });
  it('are in time where nobody can say that they are not', async () => {
    const asks = own('finished_within: 0d');
    expect(await find(asks, { finished: '' })).toEqual([]);
    expect(await find(asks, { ...open, resolved: 'unknown' })).toEqual([]);
    expect(await find(asks, { ...open, resolved: '' })).toEqual([]);
    expect(await find(asks, { status: 'review' })).toEqual([]);
  });
  it('count from the day in the zone of the site', async () => {
    // 04:30 in Tokyo is the evening before in Dublin.
    const front = { ...open, timezone: 'Asia/Tokyo', resolved: '2026-11-06 04:30' };
    expect(await find(own('finished_within: 16d'), front)).toHaveLength(1);
  });
});

describe('publication', () => {
  const asks = own('public_within: 10bd', 'level: error');
  const since = (day: string): Record<string, string> => ({ public: `{ since: ${day}, show: [summary] }` });
  it('is asked for once its day has passed', async () => {
    expect(await find(asks)).toEqual([
      'error policy-public: This incident is not public; `fixes` asks for 2026-11-19 at the latest, 10 business days after `resolved`',
    ]);
    expect(await find(own('public_within: 17d'))).toEqual([]);
  });
  it('that is set for too late a day can still be brought forward', async () => {
    expect(await find(asks, since('2026-12-01'))).toEqual([
      'error policy-public: This incident becomes public on 2026-12-01; `fixes` asks for 2026-11-19 at the latest, 10 business days after `resolved`',
    ]);
    expect(await find(own('public_within: 20d'), since('2026-11-26'))).toHaveLength(1);
    expect(await find(own('public_within: 21d'), since('2026-11-26'))).toEqual([]);
  });
  it('that came late is mentioned', async () => {
    expect(await find(asks, since('2026-11-19'))).toEqual([]);
    // From today on is public today.
    expect(await find(asks, since('2026-11-22'))).toEqual([
      expect.stringMatching(/^info policy-public: This incident became public on 2026-11-22/),
    ]);
    expect(await find(asks, since('2026-11-20'))).toEqual([
      'info policy-public: This incident became public on 2026-11-20; `fixes` asked for 2026-11-19 at the latest, 10 business days after `resolved`',
    ]);
  });
  it('of what goes on, or ended nobody knows when, is not asked for', async () => {
    expect(await find(asks, { resolved: 'unknown' })).toEqual([]);
    expect(await find(asks, { resolved: '', status: 'review', finished: '' })).toEqual([]);
  });
});

describe('the presets', () => {
  const preset = (text: string): string => `policies:\n  - { preset: ${text} }`;
  const late = {
    remediation: items(item({ due: '2026-12-31', priority: 'P1' })),
    status: 'review',
    finished: '',
  };
  const days = (found: string[]): (string | undefined)[] =>
    found.map((one) => /\d+ [a-z ]*(?=after)/.exec(one)?.[0].trim());

  it.each([
    ['pagerduty', 'critical', ['3 days', '15 days']],
    ['pagerduty', 'major', ['5 business days', '30 days']],
    ['atlassian', 'critical', ['4 weeks']],
    ['pagerduty, window: long', 'critical', ['5 business days', '30 days']],
    ['pagerduty, window: short', 'major', ['3 days', '15 days']],
    ['pagerduty, severity: [critical]', 'major', []],
    ['pagerduty', 'minor', []],
    ['pagerduty, severity: [minor]', 'minor', ['5 business days', '30 days']],
    ['pagerduty, service: [search]', 'critical', []],
    ['pagerduty, since: 2026-11-06', 'critical', []],
    ['pagerduty, level: off', 'critical', []],
  ])('%s holds a %s incident to %j', async (text, severity, expected) => {
    expect(days(await find(preset(text), { ...late, severity }))).toEqual(expected);
  });
  it('hold items that are less urgent to the longer one, or to none', async () => {
    const of = (priority: string, due: string, severity = 'critical') => ({
      severity,
      finished: '2026-11-06',
      remediation: items(item({ due, priority })),
    });
    for (const priority of ['P0', 'P1', '']) {
      expect(await find(preset('pagerduty'), of(priority, '2026-11-21'))).toHaveLength(1);
      expect(await find(preset('atlassian'), of(priority, '2026-12-04'))).toHaveLength(1);
    }
    expect(await find(preset('pagerduty'), of('P2', '2026-11-21'))).toEqual([]);
    expect(days(await find(preset('pagerduty'), of('P2', '2026-12-06')))).toEqual(['30 days']);
    expect(await find(preset('atlassian'), of('P2', '2027-12-31'))).toEqual([]);
    expect(await find(preset('atlassian'), of('P1', '2027-12-31', 'major'))).toEqual([
      'warning policy-due: `R1` is due 2027-12-31; `atlassian` asks for 2026-12-31 at the latest, 8 weeks after `resolved`',
    ]);
  });
  it('are for incidents and for security, not for maintenance or near misses', async () => {
    for (const kind of ['incident', 'security'])
      expect(await find(preset('pagerduty'), { ...late, kind })).toHaveLength(2);
    for (const kind of ['maintenance', 'near-miss'])
      expect(await find(preset('pagerduty'), { ...late, kind })).toEqual([]);
  });
});
