import {
  columnLabels,
  itemColumns,
  usualColumns,
  type ItemColumn,
} from '../render/internal/items/itemColumn.js';
import type { ItemView } from '../render/internal/items/itemView.js';
import { createButton } from './element.js';

/** What is counted is first asked for with the most on top. */
const mostFirst: ReadonlySet<ItemColumn> = new Set(['late', 'age', 'moved', 'opened', 'done']);

export function isMostFirst(column: ItemColumn): boolean {
  return mostFirst.has(column);
}

/** Makes a button of each head of a column. Gives what shows a view's columns and order. */
export function createColumnHeads(
  table: HTMLTableElement,
  sort: (column: ItemColumn) => void,
): (view: ItemView) => void {
  const heads = new Map<ItemColumn, HTMLElement>();
  for (const column of itemColumns) {
    const head = table.querySelector<HTMLElement>(`th[data-column="${column}"]`);
    if (head === null) continue;
    head.replaceChildren(createButton(columnLabels[column], () => sort(column)));
    heads.set(column, head);
  }
  let before: string | undefined;
  return ({ sort: sorted, descending, columns = usualColumns }) => {
    for (const [column, head] of heads) {
      if (column === sorted) head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    // What the rows are sorted by can be seen.
    const shown = new Set([...columns, ...(sorted === undefined ? [] : [sorted]), 'item' as const]);
    const names = itemColumns.filter((column) => shown.has(column)).join();
    if (names === before) return;
    before = names;
    for (const column of heads.keys()) table.classList.toggle(`without-${column}`, !shown.has(column));
    // The style sheet says how wide a column is.
    const width = [...heads]
      .filter(([column]) => shown.has(column))
      .reduce((sum, [, head]) => sum + (Number.parseFloat(getComputedStyle(head).flexBasis) || 0), 0);
    table.style.setProperty('--items-width', `${width}px`);
    table.classList.toggle(
      'is-fitting',
      [...shown].every((column) => usualColumns.includes(column)),
    );
  };
}
