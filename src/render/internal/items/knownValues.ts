import { itemStates, itemTypes } from '../../../validate/schema/remediation.js';
import type { ItemField } from '../../../model/itemFilter.js';
import { createItemFacts } from '../../../model/itemFacts.js';
import { itemStateWords } from '../mark.js';
import { findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import type { KnownValues } from './itemView.js';

type Named = readonly [id: string, name: string];

/** What each field can be: everything that the settings name, in their order, and what items name beyond that. */
export function createKnownValues({ history, items }: Pick<Tracker, 'history' | 'items'>): KnownValues {
  const { settings, incidents } = history;
  const facts = items.map((tracked) => createItemFacts(tracked, settings));
  const complete = (field: ItemField, named: readonly Named[]): readonly Named[] => {
    const ids = new Set(named.map(([id]) => id));
    const others = new Set(facts.flatMap(({ values }) => values[field].filter((id) => !ids.has(id))));
    return [...named, ...[...others].map((id): Named => [id, id])];
  };
  const people = settings.people.map(({ id, name }): Named => [id, name]);
  const teams = settings.teams.map(({ id }): Named => [id, findName(settings, id)]);
  const plain = (ids: readonly string[]): Named[] => ids.map((id) => [id, id]);
  return {
    state: Object.keys(itemStates).map((id): Named => [
      id,
      itemStateWords[id as keyof typeof itemStateWords],
    ]),
    owner: complete('owner', [...people, ...teams]),
    team: complete('team', teams),
    service: complete(
      'service',
      settings.services.map(({ id, name }): Named => [id, name]),
    ),
    severity: complete(
      'severity',
      settings.severities.map(({ id, label }): Named => [id, label]),
    ),
    priority: complete('priority', plain(settings.priorities)),
    type: plain(Object.keys(itemTypes)),
    category: complete('category', plain(settings.categories)),
    incident: incidents.map(({ id, title }): Named => [id, title]),
  };
}
