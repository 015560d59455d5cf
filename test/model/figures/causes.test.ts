import { expect, it } from 'vitest';
import { isWithoutFix, listCauses } from '../../../src/model/figures/causeCover.js';
import { countYears, createCauseRecords } from '../../../src/model/figures/causeRecord.js';
import { groupByKey } from '../../../src/model/figures/grouping.js';
import { teamsOfIncident } from '../../../src/model/figures/incidentTeam.js';
import { frontMatter, readHistory, trackItems } from './history.js';

const causes = `causes:
  - { id: C1, kind: root, category: capacity, text: The disk was full. }
  - { id: C2, kind: contributing, category: process, text: Nobody looked. }
  - { id: C3, kind: trigger, category: change, text: A release. }
  - { id: C4, kind: mitigating, category: process, text: It was night. }
  - { id: C5, kind: contributing, category: capacity, text: The alert was off. }`;

const remediation = `remediation:
  - { id: R1, title: One, type: detect, state: done, done: 2026-04-01, addresses: [C1] }
  - { id: R2, title: Two, type: detect, state: wont-do, reason: No., addresses: [C1, C2] }
  - { id: R3, title: Three, type: process, state: proposed, addresses: [C5] }`;

const history = readHistory({
  '2026-03-14-it-broke': frontMatter(`${causes}\n${remediation}`),
  '2024-03-14-once-before': frontMatter(
    `causes:
  - { id: C1, kind: trigger, category: capacity, text: A flood of orders. }`,
    { started: '2024-03-14 09:00', resolved: '2024-03-14 10:00' },
  ),
  '2024-05-01-a-draft': frontMatter(causes, {
    status: 'draft',
    started: '2024-05-01 09:00',
    resolved: '2024-05-01 10:00',
  }),
  '2014-06-28-told': frontMatter(`last_told: 2014-07-01\n${causes}`, {
    started: '2014-06-28',
    resolved: '2014-06-28',
  }),
});

it('says of each cause that needs an item what stands against it, at best', () => {
  const found = listCauses(history.incidents).map((covered) => [
    covered.incident.id,
    covered.cause.id,
    covered.cover,
    isWithoutFix(covered),
  ]);
  expect(found).toEqual([
    ['2026-03-14-it-broke', 'C1', 'done', false],
    ['2026-03-14-it-broke', 'C2', 'dropped', true],
    ['2026-03-14-it-broke', 'C5', 'proposed', true],
    // A trigger that stands alone.
    ['2024-03-14-once-before', 'C1', 'none', true],
  ]);
});

it('records each category, with its incidents by year, items and causes without a fix', () => {
  const records = createCauseRecords(history.incidents, trackItems(history), {
    categories: ['provider', 'capacity'],
  });
  expect(records.map(({ category }) => category)).toEqual(['provider', 'capacity', 'change', 'process']);
  const [provider, capacity] = records;
  expect(provider).toEqual({ category: 'provider', incidents: [], years: [], items: [], withoutFix: [] });
  expect(capacity?.incidents.map(({ id }) => id)).toEqual([
    '2026-03-14-it-broke',
    '2024-05-01-a-draft',
    '2024-03-14-once-before',
    '2014-06-28-told',
  ]);
  expect(capacity?.years.filter(({ count }) => count > 0)).toEqual([
    { year: 2026, count: 1 },
    { year: 2024, count: 2 },
    { year: 2014, count: 1 },
  ]);
  expect(capacity?.items.map(({ item }) => item.id)).toEqual(['R1', 'R2', 'R3']);
  expect(capacity?.withoutFix.map(({ cause }) => cause.id)).toEqual(['C5', 'C1']);
});

it('counts years without gaps, the undated last', () => {
  expect(countYears([{ year: 2024 }, { year: undefined }, { year: 2026 }, { year: 2024 }])).toEqual([
    { year: 2026, count: 1 },
    { year: 2025, count: 0 },
    { year: 2024, count: 2 },
    { year: undefined, count: 1 },
  ]);
  expect(countYears([{ year: undefined }])).toEqual([{ year: undefined, count: 1 }]);
});

it('groups in the order of the settings, then what these do not know, then what has no key', () => {
  const groups = groupByKey(
    ['b1', 'x1', '-', 'a1', 'ab'],
    (thing) => (thing === '-' ? undefined : thing === 'ab' ? ['a', 'b', 'a'] : thing.slice(0, 1)),
    ['a', 'b'],
  );
  expect(groups).toEqual([
    { key: 'a', members: ['a1', 'ab'] },
    { key: 'b', members: ['b1', 'ab'] },
    { key: 'x', members: ['x1'] },
    { key: undefined, members: ['-'] },
  ]);
  expect(groupByKey(['z'], () => [], [])).toEqual([{ key: undefined, members: ['z'] }]);
});

it('finds the teams that answer for an incident, each once', () => {
  const services = [
    { id: 'checkout', team: 'shop' },
    { id: 'cart', team: 'shop' },
    { id: 'ledger', team: 'storage' },
    { id: 'search' },
  ];
  const teams = [
    { id: 'storage', name: 'Storage' },
    { id: 'shop', name: 'Shop' },
  ];
  const of = (...ids: string[]): string[] => {
    const [incident] = readHistory({ '2026-03-14-it-broke': frontMatter() }).incidents;
    const [entry] = incident?.impact ?? [];
    if (!entry) throw new Error('It affects something');
    const settings = {
      ...history.settings,
      teams,
      services: services.map((one) => ({ ...one, name: one.id, internal: false })),
    };
    return teamsOfIncident({ impact: ids.map((service) => ({ ...entry, service })) }, settings);
  };
  expect(of('checkout', 'ledger', 'cart', 'search')).toEqual(['storage', 'shop']);
  expect(of('search', 'nobody-knows')).toEqual([]);
});
