import type { ItemField } from '../model/itemFilter.js';
import {
  columnLabels,
  itemColumns,
  usualColumns,
  isItemColumn,
} from '../render/internal/items/itemColumn.js';
import {
  itemFlags,
  itemGroupings,
  mostWords,
  type ItemFlag,
  type ItemGrouping,
  type ItemView,
  type KnownValues,
} from '../render/internal/items/itemView.js';
import { createButton, createElement } from './element.js';
import { createFacet, type Facet } from './itemFacet.js';
import { soon, type FacetCounts } from './itemOrder.js';

/** The fields by which a table of items is filtered, sorted and grouped. */
export interface ItemControls {
  form: HTMLFormElement;
  words: HTMLInputElement;
  show: (view: ItemView, counts: FacetCounts) => void;
}

/** Gets a view with something in it changed; `isTyped`: somebody is still at it. */
export type ChangeView = (change: (view: ItemView) => void, isTyped?: boolean) => void;

const facetLabels: Readonly<Record<ItemField, string>> = {
  state: 'State',
  owner: 'Owner',
  team: 'Team',
  service: 'Service',
  severity: 'Severity',
  priority: 'Priority',
  type: 'Type',
  category: 'Cause',
  incident: 'Incident',
};

export const flagLabels: Readonly<Record<ItemFlag | 'soon', string>> = {
  open: 'Open',
  overdue: 'Overdue',
  soon: 'Due within 14 days',
  unowned: 'Nobody’s',
  undated: 'No due date',
};

const groupLabels: Readonly<Record<ItemGrouping, string>> = {
  state: 'Overdue, open, done',
  team: 'Team',
  owner: 'Owner',
  incident: 'Incident',
  severity: 'Severity',
  service: 'Service',
  category: 'Cause',
  none: 'Nothing',
};

const fields = Object.keys(facetLabels) as ItemField[];
const numbers = new Intl.NumberFormat('en-GB');

export function nameField(field: ItemField): string {
  return facetLabels[field];
}

/** Makes the controls. What somebody does with them is told to `change`; they show what `show` gets, and keep nothing themselves. */
export function createItemControls(known: KnownValues, change: ChangeView): ItemControls {
  const form = createElement('form', {
    class: 'item-controls',
    role: 'search',
    'aria-label': 'Filter and sort items',
  });
  form.addEventListener('submit', (event) => event.preventDefault());

  const words = createElement('input', {
    id: 'items-q',
    type: 'search',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    maxlength: String(mostWords),
    dir: 'auto',
  });
  words.addEventListener('input', () => change((view) => void (view.words = words.value), true));

  const sort = createSelect('items-sort', [
    ['', 'Worst first'],
    ...itemColumns.map((column): [string, string] => [column, columnLabels[column]]),
  ]);
  sort.addEventListener('change', () =>
    change((view) => {
      view.sort = isItemColumn(sort.value) ? sort.value : undefined;
      view.descending = false;
    }),
  );
  const reverse = createButton('Reverse', () => change((view) => void (view.descending = !view.descending)));
  const group = createSelect(
    'items-group',
    itemGroupings.map((one): [string, string] => [one, groupLabels[one]]),
  );
  group.addEventListener('change', () =>
    change((view) => void (view.group = itemGroupings.find((one) => one === group.value) ?? 'state')),
  );
  const columns = createFacet(
    'items-column',
    'Columns',
    itemColumns.slice(1).map((column) => [column, columnLabels[column]] as const),
    (chosen) =>
      change((view) => {
        const isUsual = chosen.join() === usualColumns.slice(1).join();
        view.columns = isUsual ? undefined : ['item', ...chosen.filter(isItemColumn)];
      }),
  );

  const flags = new Map(
    ([...itemFlags.slice(0, 2), 'soon', ...itemFlags.slice(2)] as (ItemFlag | 'soon')[]).map((flag) => {
      const box = createElement('input', { type: 'checkbox', id: `items-${flag}` });
      const count = createElement('span', { class: 'count' });
      box.addEventListener('change', () =>
        change((view) => {
          if (flag === 'soon') view.days['due-within'] = box.checked ? `${soon}d` : '';
          else view.flags[flag] = box.checked;
        }),
      );
      return [flag, { box, count }] as const;
    }),
  );
  const flagRow = createElement('fieldset', { class: 'item-flags' });
  flagRow.append(createElement('legend', { class: 'visually-hidden' }, 'Only items that are'));
  for (const [flag, { box, count }] of flags) {
    const label = createElement('label', { for: box.id });
    label.append(box, flagLabels[flag], ' ', count);
    flagRow.append(label);
  }

  const facets = new Map<ItemField, Facet>(
    fields.map((field) => [
      field,
      createFacet(`items-${field}`, facetLabels[field], known[field], (chosen) =>
        change((view) => void (view.lists[field] = chosen)),
      ),
    ]),
  );
  const [after, before] = (['due-after', 'due-before'] as const).map((key) => {
    const field = createElement('input', { type: 'date', id: `items-${key}` });
    field.addEventListener('change', () => change((view) => void (view.days[key] = field.value)));
    return field;
  });

  const first = createElement('div', { class: 'item-controls-row' });
  first.append(
    createLabelled(words, 'Words', 'item-words'),
    createLabelled(sort, 'Sort by'),
    reverse,
    createLabelled(group, 'Group by'),
    columns.element,
  );
  const lists = createElement('div', { class: 'item-controls-row item-facets' });
  lists.append(...[...facets.values()].map(({ element }) => element));
  if (after && before) lists.append(createLabelled(after, 'Due after'), createLabelled(before, 'Due before'));
  // A phone has no room for all of them; elsewhere the style sheet shows no lid.
  const more = createElement('details', { class: 'item-more' });
  more.open = matchMedia('(min-width: 40.01rem)').matches;
  more.append(createElement('summary', {}, 'More filters'), lists);
  form.append(first, flagRow, more);

  // A list that is open covers what is below it.
  const lids = [...facets.values(), columns].map(({ element }) => element);
  document.addEventListener('pointerdown', ({ target }) => {
    for (const lid of lids) if (lid.open && target instanceof Node && !lid.contains(target)) lid.open = false;
  });
  for (const lid of lids)
    lid.addEventListener('focusout', ({ relatedTarget }) => {
      // Who presses on words in it focuses what is around them, as it may be focused: the main part of the page.
      const isElsewhere = (node: Node): boolean => !lid.contains(node) && !node.contains(lid);
      if (relatedTarget instanceof Node && isElsewhere(relatedTarget)) lid.open = false;
    });

  return {
    form,
    words,
    show: (view, counts) => {
      if (words.value !== view.words) words.value = view.words;
      sort.value = view.sort ?? '';
      reverse.setAttribute('aria-pressed', String(view.descending));
      reverse.disabled = view.sort === undefined && document.activeElement !== reverse;
      group.value = view.group;
      columns.show((view.columns ?? usualColumns).slice(1), undefined);
      for (const [flag, { box, count }] of flags) {
        box.checked = flag === 'soon' ? view.days['due-within'] === `${soon}d` : view.flags[flag];
        count.textContent = numbers.format(counts.flags[flag]);
      }
      for (const [field, facet] of facets) facet.show(view.lists[field], counts.fields[field]);
      if (after) after.value = view.days['due-after'];
      if (before) before.value = view.days['due-before'];
    },
  };
}

function createSelect(id: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  const select = createElement('select', { id, autocomplete: 'off' });
  select.append(...options.map(([value, text]) => new Option(text, value)));
  return select;
}

function createLabelled(control: HTMLElement, text: string, name = ''): HTMLElement {
  const label = createElement('label', { class: `item-field ${name}`.trim(), for: control.id });
  label.append(createElement('span', {}, text), control);
  return label;
}
