import type { Named } from '../validate/named.js';
import type { Settings } from './settings.js';

/** The lists of the settings whose entries are named elsewhere by their ids. */
export type NamedListKey = 'severities' | 'services' | 'teams' | 'people' | 'priorities' | 'categories';

/** What the entries of a list are called: by their ids, their names, and whatever else people know them by. */
export function createNamed(settings: Settings, list: NamedListKey): Named[] {
  switch (list) {
    case 'severities':
      return settings.severities.map(({ id, label }) => ({ id, names: [label] }));
    case 'services':
    case 'teams':
      return settings[list].map(({ id, name }) => ({ id, names: [name] }));
    case 'people':
      return settings.people.map(({ id, name, email, handles = {} }) => ({
        id,
        names: [name, ...(email === undefined ? [] : [email]), ...Object.values(handles)],
      }));
    case 'priorities':
    case 'categories':
      return settings[list].map((id) => ({ id, names: [] }));
  }
}
