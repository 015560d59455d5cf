import { itemFields } from '../model/itemFilter.js';
import {
  dayKeys,
  itemFlags,
  type ItemView,
  type KnownValues,
  type UnknownPart,
} from '../render/internal/items/itemView.js';
import { createButton, createElement } from './element.js';
import { flagLabels, nameField, type ChangeView } from './itemControls.js';

/** Longer than any name; what stands in an address may have any length. */
const longestName = 60;

interface Choice {
  words: string;
  remove: (view: ItemView) => void;
}

/** What a view asks for, each with how it is left out. */
function listChoices(view: ItemView, known: KnownValues): Choice[] {
  const lists = itemFields.flatMap((field) => {
    const names = new Map(known[field]);
    return view.lists[field].map((value): Choice => ({
      words: `${nameField(field)}: ${names.get(value) ?? `${cut(value)} (unknown)`}`,
      remove: (one) => void (one.lists[field] = one.lists[field].filter((other) => other !== value)),
    }));
  });
  const flags = itemFlags
    .filter((flag) => view.flags[flag])
    .map((flag): Choice => ({
      words: flagLabels[flag],
      remove: (one) => void (one.flags[flag] = false),
    }));
  const days = dayKeys
    .filter((key) => view.days[key] !== '')
    .map((key): Choice => ({
      words: `${key.replace('due-', 'Due ')} ${cut(view.days[key])}`,
      remove: (one) => void (one.days[key] = ''),
    }));
  const words: Choice[] =
    view.words.trim() === ''
      ? []
      : [{ words: `Words: ${cut(view.words)}`, remove: (one) => void (one.words = '') }];
  return [...flags, ...days, ...lists, ...words];
}

/**
 * The list of what is asked for, a button for each that leaves it out. When the one with the focus goes, the next gets it, at last
 * `home`.
 */
export function createChoices(known: KnownValues, change: ChangeView, clear: () => void, home: HTMLElement) {
  const list = createElement('ul', { class: 'item-choices', 'aria-label': 'Filters in use' });
  return {
    list,
    show: (view: ItemView): void => {
      const buttons = [...list.querySelectorAll('button')];
      const focused = buttons.findIndex((button) => button === document.activeElement);
      const choices = listChoices(view, known);
      const items = choices.map(({ words, remove }) => {
        const button = createButton('', () => change(remove));
        button.append(createElement('bdi', {}, words));
        button.setAttribute('aria-label', `Leave out ${words}`);
        return button;
      });
      if (items.length > 0) items.push(createButton('Clear all filters', clear));
      list.replaceChildren(
        ...items.map((button) => {
          const item = createElement('li');
          item.append(button);
          return item;
        }),
      );
      list.hidden = items.length === 0;
      if (focused >= 0) (items[Math.min(focused, items.length - 1)] ?? home).focus();
    },
  };
}

/** What an address asks for in vain, in words; '' where it asks for nothing such. */
export function describeUnknown(unknown: readonly UnknownPart[]): string {
  return unknown
    .map(({ key, value }) => {
      const said = `“${cut(value)}”`;
      if (key === 'sort') return `There is no column ${said} to sort by.`;
      if (key === 'group') return `Nothing can be grouped by ${said}.`;
      if (key === 'due-within') return `${said} is no number of days or weeks, such as 14d or 2w.`;
      if (key.startsWith('due-')) return `${said} is no day, month, quarter or year.`;
      return `There is no ${key} ${said} here.`;
    })
    .join(' ');
}

function cut(value: string): string {
  return value.length > longestName ? `${value.slice(0, longestName)}…` : value;
}
