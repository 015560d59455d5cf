import { listUnmet, itemFields, type ItemField, type ItemFilter } from '../model/itemFilter.js';
import type { ItemColumn } from '../render/internal/items/itemColumn.js';
import type { ItemData } from '../render/internal/items/itemData.js';
import { itemFlags, type ItemFlag, type KnownValues } from '../render/internal/items/itemView.js';

/** An item as it is sorted and grouped. */
export interface ListedItem {
  data: ItemData;
  /** Its place as the tracker ranks all items. */
  rank: number;
  /** What stands in its cell of a column. */
  words: (column: ItemColumn) => string;
}

/** What is not there stands last, whichever way is sorted. */
type SortValue = number | string | undefined;

/** Items in the order of a column; what is equal in it stays as the tracker ranks it. */
export function sortItems<Item extends ListedItem>(
  items: readonly Item[],
  column: ItemColumn | undefined,
  descending: boolean,
  known: KnownValues,
): Item[] {
  const read = column === undefined ? () => undefined : createReader(column, known);
  const sign = descending ? -1 : 1;
  const valued = items.map((item) => ({ item, value: read(item) }));
  valued.sort((a, b) => {
    const missing = Number(a.value === undefined) - Number(b.value === undefined);
    return missing || sign * compareValues(a.value, b.value) || a.item.rank - b.item.rank;
  });
  return valued.map(({ item }) => item);
}

const collator = new Intl.Collator('en', { numeric: true });

function compareValues(a: SortValue, b: SortValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}

function createReader(column: ItemColumn, known: KnownValues): (item: ListedItem) => SortValue {
  switch (column) {
    // Their order is that of the settings.
    case 'severity':
    case 'priority':
    case 'state':
    case 'type': {
      const places = new Map(known[column].map(([id], index) => [id, index]));
      return ({ data }) => places.get(data.facts.values[column][0] ?? '');
    }
    case 'due':
      return ({ data }) => data.facts.due;
    case 'opened':
    case 'done':
    case 'age':
      return ({ data }) => data[column];
    case 'late':
    case 'moved':
      return ({ data }) => data[column] || undefined;
    case 'item':
      return ({ words }) => words(column).replace(/^\S+ /, '');
    default:
      return ({ words }) => words(column) || undefined;
  }
}

/** Items that stand together. */
export interface NamedGroup<Item> {
  /** The ids that they have in common, in one text. */
  key: string;
  heading: string;
  items: Item[];
}

/** What stands over items that have no value of a field. */
const withoutAny: Readonly<Partial<Record<ItemField, string>>> = {
  team: 'No team',
  owner: 'Nobody’s',
  severity: 'No severity',
  service: 'No service',
  category: 'No cause',
};

/**
 * Puts items into groups by a field, each item into one: what has several services stands under all of them at once. The groups stand
 * in the order of the known values, those of several values after the ones of their first; what has none comes last.
 */
export function groupItemsBy<Item extends ListedItem>(
  items: readonly Item[],
  field: ItemField,
  known: KnownValues,
): NamedGroup<Item>[] {
  const places = new Map(known[field].map(([id, name], index) => [id, { name, index }]));
  const groups = new Map<string, NamedGroup<Item> & { order: number[] }>();
  for (const item of items) {
    const ids = item.data.facts.values[field];
    const key = ids.join(' ');
    const group = groups.get(key);
    if (group) {
      group.items.push(item);
      continue;
    }
    const heading = ids.map((id) => places.get(id)?.name ?? id).join(', ') || (withoutAny[field] ?? 'None');
    const order = ids.length === 0 ? [Infinity] : ids.map((id) => places.get(id)?.index ?? Infinity);
    groups.set(key, { key, heading, items: [item], order });
  }
  const sorted = [...groups.values()];
  sorted.sort((a, b) => compareLists(a.order, b.order));
  return sorted;
}

function compareLists(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (value !== other) return value - other;
  }
  return a.length - b.length;
}

/** How many items each choice would leave, with everything else as it is. */
export interface FacetCounts {
  fields: Record<ItemField, ReadonlyMap<string, number>>;
  flags: Record<ItemFlag | 'soon', number>;
}

/** How many days ahead "soon" looks, as the tracker has it. */
export const soon = 14;

/** Says which items are wanted, and counts for each field and property those that only it could keep out. */
export function filterItems<Item extends ListedItem>(
  items: readonly Item[],
  filter: ItemFilter,
): { wanted: ReadonlySet<Item>; counts: FacetCounts } {
  const wanted = new Set<Item>();
  const fields = Object.fromEntries(itemFields.map((field) => [field, new Map<string, number>()])) as Record<
    ItemField,
    Map<string, number>
  >;
  const flags = { open: 0, overdue: 0, unowned: 0, undated: 0, soon: 0 };
  for (const item of items) {
    const { facts } = item.data;
    const [first, ...more] = listUnmet(facts, filter);
    if (more.length > 0) continue;
    if (first === undefined) wanted.add(item);
    for (const field of itemFields) {
      if (first !== undefined && first !== field) continue;
      const counts = fields[field];
      for (const value of facts.values[field]) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const has = {
      open: facts.open,
      overdue: facts.overdue,
      unowned: facts.values.owner.length === 0,
      undated: facts.due === undefined,
    };
    for (const flag of itemFlags) if ((first === undefined || first === flag) && has[flag]) flags[flag] += 1;
    const isSoon = facts.daysLeft !== undefined && facts.daysLeft <= soon;
    if ((first === undefined || first === 'dueWithin') && isSoon) flags.soon += 1;
  }
  return { wanted, counts: { fields, flags } };
}
