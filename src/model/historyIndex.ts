import type { History } from './history.js';
import { isDamaged, type Incident } from './incident.js';
import type { RemediationItem } from './remediationItem.js';

const incidentsOf = new WeakMap<History, ReadonlyMap<string, Incident>>();
const itemsOf = new WeakMap<History, ReadonlyMap<string, RemediationItem>>();

/** The incident of an id, if it is in the history. */
export function findIncident(history: History, id: string | undefined): Incident | undefined {
  const known = incidentsOf.get(history) ?? new Map(history.incidents.map((one) => [one.id, one]));
  incidentsOf.set(history, known);
  return id === undefined ? undefined : known.get(id);
}

/** The remediation item of a global id, if it is in the history and could be read. */
export function findItem(history: History, globalId: string | undefined): RemediationItem | undefined {
  const known =
    itemsOf.get(history) ??
    new Map(
      history.incidents.flatMap((incident) =>
        incident.remediation.flatMap((item, index): [string, RemediationItem][] =>
          isDamaged(incident, ['remediation', index]) ? [] : [[item.globalId, item]],
        ),
      ),
    );
  itemsOf.set(history, known);
  return globalId === undefined ? undefined : known.get(globalId);
}
