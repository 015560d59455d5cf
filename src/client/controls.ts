import { createElement } from './element.js';
import { dimensions, mostWords, type DimensionName, type Wanted } from './wanted.js';

/** The fields that are made of the lists of a page. */
export interface Controls {
  form: HTMLFormElement;
  read: () => Wanted;
  /** Sets the fields; what is none of their values is everything. */
  set: (wanted: Wanted) => void;
  /** The plain page of a value. */
  findPage: (name: DimensionName, value: string) => string | undefined;
}

/** The time in which somebody types on, in ms. */
const pause = 150;

/**
 * A field for words and a choice for each list, with the labels and counts of the lists. `change` is told whenever what is wanted may have changed.
 */
export function createControls(section: HTMLElement, change: () => void): Controls {
  const words = section.dataset;
  const form = createElement('form', { class: 'finder-form', role: 'search', 'aria-labelledby': 'finder' });
  const field = createElement('input', {
    id: 'finder-q',
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    autocapitalize: 'none',
    spellcheck: 'false',
    enterkeyhint: 'search',
    maxlength: String(mostWords),
    dir: 'auto',
  });
  form.append(label(field, words.words ?? '', 'finder-field finder-words'));
  const selects = new Map<DimensionName, HTMLSelectElement>();
  const pages = new Map<string, string>();
  for (const name of dimensions) {
    const list = section.querySelector<HTMLElement>(`[data-name="${name}"]`);
    if (list === null) continue;
    const select = createElement('select', { id: `finder-${name}`, name, autocomplete: 'off' });
    select.append(new Option(words.any ?? '', ''));
    for (const item of list.querySelectorAll<HTMLElement>('li')) {
      const { value = '', count = '' } = item.dataset;
      const link = item.querySelector('a');
      // A name that runs the other way keeps its count behind it.
      select.append(new Option(`\u2068${link?.textContent ?? value}\u2069 (${count})`, value));
      pages.set(`${name} ${value}`, link?.href ?? '');
    }
    selects.set(name, select);
    form.append(label(select, list.querySelector('summary')?.textContent ?? name, 'finder-field'));
  }
  let typing: number | undefined;
  const changeNow = (): void => {
    clearTimeout(typing);
    change();
  };
  field.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(change, pause);
  });
  for (const select of selects.values()) select.addEventListener('change', changeNow);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    changeNow();
  });
  const valueOf = (name: DimensionName): string => selects.get(name)?.value ?? '';
  return {
    form,
    read: () => ({
      service: valueOf('service'),
      severity: valueOf('severity'),
      cause: valueOf('cause'),
      year: valueOf('year'),
      q: field.value,
    }),
    set: (wanted) => {
      field.value = wanted.q;
      for (const [name, select] of selects) {
        select.value = wanted[name];
        if (select.selectedIndex < 0) select.value = '';
      }
    },
    findPage: (name, value) => pages.get(`${name} ${value}`),
  };
}

function label(control: HTMLElement, text: string, name: string): HTMLElement {
  const field = createElement('div', { class: name });
  field.append(createElement('label', { for: control.id }, text), control);
  return field;
}
