import { itemColumns, type ItemColumn } from '../render/internal/items/itemColumn.js';
import { readItemData } from '../render/internal/items/itemData.js';
import { itemFields } from '../model/itemFilter.js';
import type { ItemView, KnownValues } from '../render/internal/items/itemView.js';
import { createElement } from './element.js';
import { groupItemsBy, sortItems, type ListedItem } from './itemOrder.js';

/** A row of the table. */
export interface ItemRow extends ListedItem {
  element: HTMLTableRowElement;
  /** The part of the table in which it came. */
  home: HTMLTableSectionElement;
}

/** The cells in which words are looked for, beside that of tickets. */
const searched = ['item', 'incident', 'owner', 'team'] as const;

export function readRows(table: HTMLTableElement, asOf: string): ItemRow[] {
  const places = new Map(itemColumns.map((column, index) => [column, index]));
  return [...table.tBodies]
    .flatMap((home) =>
      [...home.rows].slice(1).map((element): Omit<ItemRow, 'rank'> => {
        const words = (column: ItemColumn): string =>
          element.cells[places.get(column) ?? -1]?.textContent ?? '';
        // As the command line says it: `2026-03-14-full-disk#R1 Alert on the volume`.
        const readText = (): string =>
          `${element.dataset.incident ?? ''}#${searched.map(words).join(' ')} ${words('ticket').replaceAll(', ', ' ')}`;
        return { element, home, words, data: readItemData(element.dataset, asOf, readText) };
      }),
    )
    .map((row, rank) => ({ ...row, rank }));
}

interface Section {
  element: HTMLTableSectionElement;
  count: HTMLElement;
  rows: readonly ItemRow[];
}

/** Shows rows of a table, and says how many in the head of each group. */
export interface RowTable {
  /** Puts the rows in the order and the groups of a view. */
  arrange: (view: ItemView) => void;
  show: (wanted: ReadonlySet<ItemRow>) => void;
}

const numbers = new Intl.NumberFormat('en-GB');

/** Rows are moved, never made anew: what somebody has selected or reached in one stays. */
export function createRowTable(
  table: HTMLTableElement,
  rows: readonly ItemRow[],
  known: KnownValues,
): RowTable {
  const homes = [...table.tBodies];
  let arranged = describeArrangement({ sort: undefined, descending: false, group: 'state' });
  let sections: Section[] = homes.map((element) => ({
    element,
    count: element.querySelector<HTMLElement>('.group .count') ?? createElement('span'),
    rows: rows.filter(({ home }) => home === element),
  }));

  const divide = (view: ItemView): Section[] => {
    const sorted = sortItems(rows, view.sort, view.descending, known);
    if (view.group === 'state') {
      return homes.map((element) => {
        const [head] = element.rows;
        const own = sorted.filter(({ home }) => home === element);
        element.replaceChildren(...(head ? [head] : []), ...own.map((row) => row.element));
        return {
          element,
          count: head?.querySelector<HTMLElement>('.count') ?? createElement('span'),
          rows: own,
        };
      });
    }
    const field = itemFields.find((one) => one === view.group);
    const groups =
      field === undefined ? [{ heading: 'All items', items: sorted }] : groupItemsBy(sorted, field, known);
    return groups.map(({ heading, items }) => createSection(heading, items));
  };

  return {
    arrange(view) {
      const next = describeArrangement(view);
      if (next === arranged) return;
      arranged = next;
      sections = divide(view);
      for (const element of table.querySelectorAll(':scope > tbody')) element.remove();
      table.append(...sections.map(({ element }) => element));
    },
    show(wanted) {
      for (const { element, count, rows: own } of sections) {
        let shown = 0;
        for (const row of own) {
          const isShown = wanted.has(row);
          if (isShown) shown += 1;
          if (row.element.hidden === isShown) row.element.hidden = !isShown;
        }
        count.textContent = numbers.format(shown);
        element.hidden = shown === 0;
      }
    },
  };
}

function describeArrangement({
  sort,
  descending,
  group,
}: Pick<ItemView, 'sort' | 'descending' | 'group'>): string {
  return [sort ?? '', descending, group].join(' ');
}

function createSection(heading: string, rows: readonly ItemRow[]): Section {
  const element = createElement('tbody');
  const head = createElement('tr', { class: 'group' });
  const cell = createElement('th', { scope: 'rowgroup', colspan: String(itemColumns.length) });
  const words = createElement('span');
  const count = createElement('span', { class: 'count' });
  words.append(createElement('bdi', {}, heading), ' ', count);
  cell.append(words);
  head.append(cell);
  element.append(head, ...rows.map((row) => row.element));
  return { element, count, rows };
}
