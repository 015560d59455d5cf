import {
  createEmptyView,
  createViewFilter,
  formatItemView,
  parseItemView,
  type KnownValues,
} from '../render/internal/items/itemView.js';
import { createElement } from './element.js';
import { createChoices, describeUnknown } from './itemChoices.js';
import { createColumnHeads, isMostFirst } from './itemColumns.js';
import { createItemControls, type ChangeView } from './itemControls.js';
import { filterItems } from './itemOrder.js';
import { createRowTable, readRows } from './itemRows.js';

/*
 * Filters, sorts and groups the table of items at once, and keeps the view in the address of the page. Without it the table is what it
 * is: complete, in groups. All it knows stands in the page.
 */

const place = document.querySelector<HTMLElement>('.item-view');
const table = place?.querySelector<HTMLTableElement>('table');
if (place && table) start(place, table);

function start(section: HTMLElement, items: HTMLTableElement): void {
  const known = JSON.parse(section.dataset.known ?? '{}') as KnownValues;
  const rows = readRows(items, section.dataset.asOf ?? '');
  const rowTable = createRowTable(items, rows, known);
  const numbers = new Intl.NumberFormat('en-GB');
  const status = createElement('p', { class: 'item-status', role: 'status' });
  let { view, unknown } = parseItemView(location.search, known);
  let typing: number | undefined;

  const update = (): void => {
    const { wanted, counts } = filterItems(rows, createViewFilter(view));
    const focused = document.activeElement;
    rowTable.arrange(view);
    rowTable.show(wanted);
    showHeads(view);
    controls.show(view, counts);
    choices.show(view);
    const all = `${numbers.format(rows.length)} ${rows.length === 1 ? 'item' : 'items'}`;
    const said = wanted.size === rows.length ? `All ${all}.` : `${numbers.format(wanted.size)} of ${all}.`;
    const words = [said, describeUnknown(unknown)].filter((part) => part !== '').join(' ');
    if (status.textContent !== words) status.textContent = words;
    // A row that moves, or goes, takes the focus with it.
    if (focused instanceof HTMLElement && items.contains(focused)) {
      const isGone = focused.closest('[hidden]') !== null;
      if (isGone) controls.words.focus();
      else if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    }
  };

  /** Keeps the view in the address: what is typed is one step back, whatever its length. */
  const keep = (isStep: boolean): void => {
    const url = `${location.pathname}${formatItemView(view)}`;
    try {
      if (isStep) history.pushState(null, '', url);
      else history.replaceState(null, '', url);
    } catch {
      // Some browsers refuse after many changes in a short time. The next one is kept.
    }
  };

  const settle = (isStep: boolean): void => {
    clearTimeout(typing);
    typing = undefined;
    // What is unknown is said as long as it is asked for.
    unknown = parseItemView(formatItemView(view), known).unknown;
    keep(isStep);
    update();
  };

  const change: ChangeView = (alter, isTyped = false) => {
    const isFirst = typing === undefined;
    const next = structuredClone(view);
    alter(next);
    if (!isTyped) {
      view = next;
      settle(true);
      return;
    }
    if (isFirst && view.words === '') keep(true);
    view = next;
    clearTimeout(typing);
    typing = setTimeout(() => settle(false), pause);
  };

  const controls = createItemControls(known, change);
  const choices = createChoices(
    known,
    change,
    () => {
      const { sort, descending, group, columns } = view;
      view = { ...createEmptyView(), sort, descending, group, columns };
      settle(true);
      controls.words.focus();
    },
    controls.words,
  );
  const showHeads = createColumnHeads(items, (column) =>
    change((one) => {
      one.descending = one.sort === column ? !one.descending : isMostFirst(column);
      one.sort = column;
    }),
  );

  for (const element of document.querySelectorAll('[data-without-script]')) element.remove();
  section.prepend(controls.form, choices.list, status);
  update();
  // A link to a view also names a group, for those without a script. Here the filters come first, except on the way back.
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (location.search !== '' && location.hash !== '' && visit?.type === 'navigate') {
    keep(false);
    addEventListener('load', () => section.scrollIntoView());
  }
  addEventListener('popstate', () => {
    clearTimeout(typing);
    typing = undefined;
    ({ view, unknown } = parseItemView(location.search, known));
    update();
  });
  addEventListener('keydown', (event) => {
    const isFree = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    const isInField = event.target instanceof Element && event.target.closest('input, select, textarea');
    if (event.key !== '/' || !isFree || isInField) return;
    event.preventDefault();
    controls.words.focus();
  });
}

/** The time in which somebody types on, in ms. */
const pause = 120;
