import fc from 'fast-check';
import { serializeOuter } from 'parse5';
import { describe, expect, it } from 'vitest';
import { filterItems, groupItemsBy, sortItems, type ListedItem } from '../../../src/client/itemOrder.js';
import { createItemFilter, type ItemQuery } from '../../../src/commands/itemQuery.js';
import { createItemFacts } from '../../../src/model/itemFacts.js';
import { isWantedItem, itemFields } from '../../../src/model/itemFilter.js';
import { createTrackedItem } from '../../../src/model/trackedItem.js';
import { itemColumns } from '../../../src/render/internal/items/itemColumn.js';
import { readItemData } from '../../../src/render/internal/items/itemData.js';
import {
  createViewFilter,
  formatItemView,
  parseItemView,
  type KnownValues,
} from '../../../src/render/internal/items/itemView.js';
import { findAttribute, listElements, type Element } from '../../sites/readPage.js';
import { incident, renderProject } from './project.js';

const first = incident(
  'The disk, or "volume", was full',
  `causes:
  - { id: C1, kind: root, category: capacity, text: The volume was small. }
  - { id: C2, kind: contributing, category: process, text: Nobody was told. }
remediation:
  - { id: R1, title: Alert on the volume, type: detect, priority: P1, state: in-progress, owner: kim, opened: 2026-03-16, due: 2026-11-10, addresses: [C1, C2], ticket: [PAY-42, 'gh:o/r#7'] }
  - { id: R2, title: Rotate the log, type: prevent, priority: P2, state: done, owner: storage, opened: 2026-03-16, due: 2026-04-30, done: 2026-05-09, addresses: [C1] }
  - { id: R3, title: Ask the others, type: investigate, state: proposed }
  - { id: R4, title: Buy another disk, type: mitigate, state: wont-do, reason: No., opened: 2026-03-16 }
  - { id: R5, title: Test the alert, type: detect, priority: P1, owner: lee, opened: 2026-03-16, due: 2026-12-01 }
  - { id: R6, title: Zähle die Bestellungen, type: detect, state: blocked, owner: kim, opened: 2026-04, due: 2026-12 }`,
);
const second = incident(
  'Payment was slow <b>everywhere</b>',
  `  - { service: ledger, level: degraded }
remediation:
  - { id: R1, title: '=cmd|calc', type: repair, priority: P3, owner: lee, opened: 2026-03-20, due: 2026-11-22 }
  - { id: R2, title: Do it at last, type: repair, opened: 2026-03-20, due: 2026-Q3, state: open }
  - { id: R3, title: No date and nobody, type: process, opened: 2026-03-20 }`,
).replace('severity: major', 'severity: minor');
const told = incident(
  'An old one',
  `last_told: 2014-06-12
remediation:
  - { id: R1, title: Research restoring, type: investigate, due: 2014-12-31, owner: kim }`,
);

const project = renderProject({ '2026-03-14-disk': first, '2026-03-14-pay': second, '2014-06-10-old': told });
const { history } = project;

/** The rows of the page as its script reads them. */
function readRows(): { rows: ListedItem[]; known: KnownValues } {
  const elements = listElements(project.html('items/'));
  const view = elements.find((one) => findAttribute(one, 'class') === 'item-view');
  const known = JSON.parse((view && findAttribute(view, 'data-known')) ?? '{}') as KnownValues;
  const asOf = (view && findAttribute(view, 'data-as-of')) ?? '';
  const rows = elements
    .filter((one) => one.tagName === 'tr' && findAttribute(one, 'data-state') !== undefined)
    .map((row, rank): ListedItem => {
      const cells = row.childNodes.filter((cell): cell is Element => 'tagName' in cell).map(textOf);
      const words = (column: (typeof itemColumns)[number]) => cells[itemColumns.indexOf(column)] ?? '';
      const data = Object.fromEntries(
        row.attrs.map(({ name, value }) => [name.replace(/^data-/, ''), value]),
      );
      const readText = () =>
        `${data['incident']}#${words('item')} ${words('incident')} ${words('owner')} ${words('team')} ${words('ticket').replaceAll(', ', ' ')}`;
      return { data: readItemData(data, asOf, readText), rank, words };
    });
  return { rows, known };
}

function textOf(element: Element): string {
  return listText(serializeOuter(element));
}

function listText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

const { rows, known } = readRows();
const tracked = history.incidents.flatMap((one) =>
  one.remediation.map((item) => createTrackedItem(item, one, history.asOf, history.settings)),
);

function nameOf({ data, words }: ListedItem): string {
  return `${data.facts.values.incident.join()}#${words('item').split(' ')[0]}`;
}

function findByQuery(query: string): string[] {
  const { view } = parseItemView(query, known);
  return [...filterItems(rows, createViewFilter(view)).wanted].map(nameOf).toSorted();
}

function listByCommand(query: ItemQuery): string[] {
  const filter = createItemFilter({ state: ['all'], ...query }, history);
  return tracked
    .filter((one) => isWantedItem(createItemFacts(one, history.settings), filter))
    .map(({ item }) => item.globalId)
    .toSorted();
}

const lists = fc.record(
  Object.fromEntries(
    itemFields.map((field) => [
      field,
      fc.oneof(
        { weight: 12, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc.subarray(
            known[field].map(([id]) => id),
            { minLength: 1 },
          ),
        },
      ),
    ]),
  ) as Record<(typeof itemFields)[number], fc.Arbitrary<string[]>>,
);
const rarely = fc.constantFrom(false, false, false, false, true);
const flags = fc.record({ open: rarely, overdue: rarely, unowned: rarely, undated: rarely });
const sometimes = (...values: readonly string[]) =>
  fc.constantFrom(...Array.from({ length: values.length * 4 }, () => undefined), ...values);
const days = fc.record({
  dueWithin: sometimes('0d', '9d', '14d', '2w', '400d'),
  dueAfter: sometimes('2026-11-10', '2026-Q3', '2026', '2014-12'),
  dueBefore: sometimes('2026-11-22', '2026-12', '2027', '2026-Q4'),
  q: sometimes('disk', 'ALERT volume', 'zahle', 'kim', 'PAY-42', '2026-03-14-pay#R', '  ', '<b>', 'storage', 'nowhere', '=cmd', '"volume"'), // prettier-ignore
});

describe('the page and the command line', () => {
  it('have the same rows to choose from', () => {
    expect(rows.map(nameOf).toSorted()).toEqual(tracked.map(({ item }) => item.globalId).toSorted());
    expect(rows).toHaveLength(10);
  });

  it('list the same items for the same filters', () => {
    let found = 0;
    fc.assert(
      fc.property(lists, flags, days, (some, flagged, dated) => {
        const parameters = new URLSearchParams();
        for (const field of itemFields) for (const value of some[field]) parameters.append(field, value);
        for (const [flag, isSet] of Object.entries(flagged)) if (isSet) parameters.set(flag, '1');
        if (dated.dueWithin !== undefined) parameters.set('due-within', dated.dueWithin);
        if (dated.dueAfter !== undefined) parameters.set('due-after', dated.dueAfter);
        if (dated.dueBefore !== undefined) parameters.set('due-before', dated.dueBefore);
        if (dated.q !== undefined) parameters.set('q', dated.q);
        const { state, ...others } = some;
        const query = { ...others, ...(state.length > 0 ? { state } : {}), ...flagged, ...dated };
        const names = findByQuery(`?${parameters.toString()}`);
        found += names.length;
        expect(names).toEqual(listByCommand(query));
      }),
      { numRuns: 500 },
    );
    // Not all of these may have been empty.
    expect(found).toBeGreaterThan(300);
  });
});

describe('the address of a view', () => {
  it('says it again as it was said', () => {
    const query =
      '?owner=kim&owner=lee&overdue=1&due-within=2w&q=a+b&sort=-due&group=team&columns=item%2Cdue';
    const { view, unknown } = parseItemView(query, known);
    expect(unknown).toEqual([]);
    expect(parseItemView(formatItemView(view), known).view).toEqual(view);
    expect(new URLSearchParams(formatItemView(view)).toString()).toBe(
      new URLSearchParams(query.slice(1)).toString(),
    );
    expect(formatItemView(parseItemView('', known).view)).toBe('');
  });

  it('takes several values with commas, and any state for none', () => {
    expect(findByQuery('?owner=kim,lee')).toEqual(findByQuery('?owner=kim&owner=lee'));
    expect(findByQuery('?state=all')).toHaveLength(rows.length);
    expect(findByQuery('?overdue=0')).toHaveLength(rows.length);
  });

  it.each([
    ['?owner=zorro', 'owner', 'zorro'],
    ['?owner=%3Cscript%3E', 'owner', '<script>'],
    ['?team=__proto__', 'team', '__proto__'],
    ['?priority=constructor', 'priority', 'constructor'],
    ['?due-within=soon', 'due-within', 'soon'],
    ['?due-before=2026-13', 'due-before', '2026-13'],
    ['?due-after=yesterday', 'due-after', 'yesterday'],
  ])('finds nothing by %s, and says why', (query, key, value) => {
    expect(findByQuery(query)).toEqual([]);
    expect(parseItemView(query, known).unknown).toEqual([{ key, value }]);
  });

  it.each(['?sort=__proto__', '?sort=-constructor', '?group=toString', '?sort=due;drop'])(
    'keeps the order of the page for %s, and says why',
    (query) => {
      const { view, unknown } = parseItemView(query, known);
      expect(unknown).toHaveLength(1);
      expect([view.sort, view.group]).toEqual([undefined, 'state']);
    },
  );

  it('holds no more words than anybody types', () => {
    expect(parseItemView(`?q=${'x'.repeat(5000)}`, known).view.words).toHaveLength(200);
  });
});

it('counts for each choice the items that it would leave, with everything else as it is', () => {
  fc.assert(
    fc.property(lists, flags, (some, flagged) => {
      const filter = { ...some, ...flagged };
      const { counts } = filterItems(rows, filter);
      for (const field of itemFields) {
        for (const [id] of known[field]) {
          const naive = rows.filter(
            ({ data: { facts } }) =>
              isWantedItem(facts, { ...filter, [field]: [] }) && facts.values[field].includes(id),
          ).length;
          expect(counts.fields[field].get(id) ?? 0).toBe(naive);
        }
      }
      for (const flag of ['open', 'overdue', 'unowned', 'undated'] as const) {
        const naive = rows.filter(({ data }) => isWantedItem(data.facts, { ...filter, [flag]: true })).length;
        expect(counts.flags[flag]).toBe(naive);
      }
    }),
    { numRuns: 200 },
  );
});

describe('sorting', () => {
  const sorted = (column: (typeof itemColumns)[number], descending = false) =>
    sortItems(rows, column, descending, known).map(nameOf);

  it('puts what has no value last, whichever way', () => {
    expect(sorted('due').slice(0, 2)).toEqual(['2014-06-10-old#R1', '2026-03-14-disk#R2']);
    expect(sorted('due', true)[0]).toBe('2026-03-14-disk#R6');
    for (const way of [false, true])
      expect(sorted('due', way).slice(-3).toSorted()).toEqual([
        '2026-03-14-disk#R3',
        '2026-03-14-disk#R4',
        '2026-03-14-pay#R3',
      ]);
  });

  it('follows the order of the settings where there is one', () => {
    expect(
      sorted('priority')
        .slice(0, 4)
        .map((name) => name.slice(-2)),
    ).toEqual(['R1', 'R5', 'R2', 'R1']);
    expect(
      sorted('severity')
        .slice(-3)
        .every((name) => name.startsWith('2026-03-14-pay')),
    ).toBe(true);
  });

  it('loses nothing in any column', () => {
    for (const column of itemColumns) expect(sorted(column).toSorted()).toEqual(rows.map(nameOf).toSorted());
  });
});

it('puts each item into one group, and says what those have that have several values', () => {
  const groups = groupItemsBy(rows, 'service', known).map(({ heading, items }) => [heading, items.length]);
  expect(groups).toEqual([
    ['Checkout', 7],
    ['Checkout, Ledger database', 3],
  ]);
  expect(groupItemsBy(rows, 'owner', known).map(({ heading }) => heading)).toEqual([
    'Kim Doe',
    'Lee Roe',
    'Storage',
    'Nobody’s',
  ]);
});
