import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import type { RemediationItem } from '../model/remediationItem.js';
import { documentId } from '../parse/document.js';
import { findSuggestion, listWords } from '../validate/suggestion.js';

/** An item and where it stands. */
export interface NamedItem {
  item: RemediationItem;
  incident: Incident;
  /** Which of the incident's items it is, from 0. */
  index: number;
}

/** A name of an item on the command line: its id, behind that of its incident where it says one. */
interface ItemName {
  incident: string | undefined;
  id: string;
}

/**
 * Takes a name apart: `2026-03-14-full-disk#R1`, the same with `/`, which no shell takes for something else, the path of
 * the file in place of its id, or `R1` alone.
 */
function readItemName(name: string): ItemName {
  const [, incident, id = ''] = /^(?:(.*)[#/])?([^#/]*)$/s.exec(name) ?? [];
  return { incident: incident === undefined ? undefined : documentId(incident), id };
}

/** The ids of the incidents that names speak of; undefined where one of them says none, so that all have to be looked at. */
export function listNamedIncidents(names: readonly string[]): ReadonlySet<string> | undefined {
  const incidents = names.map((name) => readItemName(name).incident);
  return incidents.includes(undefined) ? undefined : new Set(incidents.map((id) => id ?? ''));
}

/** The items that names mean, each once. Throws a `Failure` that says of every name that means none, or several, why. */
export function findNamedItems(names: readonly string[], history: History): NamedItem[] {
  const all = history.incidents.flatMap((incident) =>
    incident.remediation.map((item, index): NamedItem => ({ item, incident, index })),
  );
  const problems: string[] = [];
  const found = names.flatMap((name) => {
    const { incident, id } = readItemName(name);
    const same = all.filter((one) => one.item.id === id && (incident ?? one.incident.id) === one.incident.id);
    const [first] = same;
    if (first && same.length === 1) return [first];
    problems.push(first ? describeSeveral(name, same) : describeUnknown(name, all, history));
    return [];
  });
  if (problems.length > 0) throw new Failure(problems.join('; '));
  return [...new Set(found)];
}

function describeSeveral(name: string, same: readonly NamedItem[]): string {
  const ids = new Set(same.map(({ item }) => item.globalId));
  if (ids.size === 1) return `${quote(name)} stands twice in ${same[0]?.incident.path ?? ''}`;
  return `There are ${same.length} items ${quote(name)}: ${listWords([...ids], 'and')}`;
}

function describeUnknown(name: string, all: readonly NamedItem[], history: History): string {
  const message = `There is no item ${quote(name)}`;
  const { incident, id } = readItemName(name);
  const known = history.incidents.find((one) => one.id === incident);
  if (known) {
    const ids = known.remediation.map((one) => one.id);
    return `${message}; ${known.path} has ${ids.length === 0 ? 'none' : listWords(ids, 'and')}`;
  }
  if (incident !== undefined && history.ids.has(incident))
    return `${message} that can be read: run \`afterword check\``;
  if (incident !== undefined) {
    const near = findSuggestion(incident, history.ids);
    return near === undefined
      ? `${message}, and no incident ${quote(incident)}`
      : `${message}; did you mean ${quote(`${near}#${id}`)}?`;
  }
  const near = all.find((one) => one.item.id === id.toUpperCase() || one.incident.id === id);
  return near ? `${message}; did you mean ${quote(near.item.globalId)}?` : message;
}
