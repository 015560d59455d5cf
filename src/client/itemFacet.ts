import { createElement } from './element.js';

/** A list of choices that folds out. */
export interface Facet {
  element: HTMLDetailsElement;
  /** Shows what is chosen, and how many items each choice would leave; undefined: no counts. */
  show: (chosen: readonly string[], counts: ReadonlyMap<string, number> | undefined) => void;
}

const numbers = new Intl.NumberFormat('en-GB');

/**
 * A button that opens a list of check boxes. The list is made when it is first opened: some have hundreds. `change` gets what is
 * chosen then, in the order of the list.
 */
export function createFacet(
  name: string,
  label: string,
  options: readonly (readonly [id: string, name: string])[],
  change: (chosen: string[]) => void,
): Facet {
  const element = createElement('details', { class: 'item-facet' });
  const summary = createElement('summary');
  const told = createElement('span', { class: 'item-facet-count' });
  summary.append(label, told);
  element.append(summary);
  let boxes: { id: string; box: HTMLInputElement; row: HTMLElement; count: HTMLElement }[] | undefined;
  let shown: { chosen: readonly string[]; counts: ReadonlyMap<string, number> | undefined } = {
    chosen: [],
    counts: undefined,
  };

  const build = () => {
    const list = createElement('fieldset');
    list.append(createElement('legend', { class: 'visually-hidden' }, label));
    const made = options.map(([id, words], index) => {
      const row = createElement('label', { for: `${name}-${index}` });
      const box = createElement('input', { type: 'checkbox', id: `${name}-${index}`, value: id });
      const count = createElement('span', { class: 'count' });
      row.append(box, createElement('bdi', {}, words), ' ', count);
      list.append(row);
      return { id, box, row, count };
    });
    list.addEventListener('change', () => {
      const known = made.filter(({ box }) => box.checked).map(({ id }) => id);
      // What a link asked for, and is no choice, goes only by its own button.
      change([...known, ...shown.chosen.filter((id) => !made.some((one) => one.id === id))]);
    });
    element.append(list);
    return made;
  };

  const fill = (): void => {
    if (!element.open) return;
    boxes ??= build();
    for (const { id, box, row, count } of boxes) {
      box.checked = shown.chosen.includes(id);
      const number = shown.counts?.get(id) ?? 0;
      count.textContent = shown.counts === undefined ? '' : numbers.format(number);
      row.classList.toggle('is-empty', shown.counts !== undefined && number === 0);
    }
  };

  element.addEventListener('toggle', fill);
  element.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !element.open) return;
    element.open = false;
    summary.focus();
  });
  return {
    element,
    show: (chosen, counts) => {
      shown = { chosen, counts };
      told.textContent = chosen.length === 0 || counts === undefined ? '' : ` (${chosen.length})`;
      fill();
    },
  };
}
