import { isOpen } from '../../model/remediationItem.js';
import { listedDayOf, type Day } from '../../time/day.js';
import { addYears } from '../../time/isoDay.js';
import { isCertainlyBefore } from '../../time/when.js';
import type { Commitment, PublicHistory, PublicIncident } from '../publicHistory.js';
import type { Bounds } from './downtime.js';
import { listPast } from './serviceRecord.js';

/** That an incident had a cause which others had before it. */
export interface Recurrence {
  /** “The third with this cause in twelve months”: 3 and 3. Where dates are known roughly, from what is certain to what is possible. */
  ordinal: Bounds;
  /** The incidents before it with the same cause, newest first. */
  earlier: {
    incident: PublicIncident;
    /** Whether it was in the twelve months before. */
    within: 'certain' | 'possible' | 'no';
  }[];
  /** What was promised after those and is open: in the order of `earlier` and of their files. */
  open: Commitment[];
}

/**
 * The incidents that had the same cause as earlier ones, by id. Only what the reports say themselves counts: `recurrence-of` and
 * `same-cause`, told by either side, and what follows when one of them says so of a third. Neither a category nor a service makes
 * two causes one. Of an incident that does not show `related` nothing is said, and undated ones are in no order.
 */
export function createRecurrences(history: PublicHistory): Map<string, Recurrence> {
  const recurrences = new Map<string, Recurrence>();
  const past = new Set(listPast(history));
  for (const family of findFamilies(history)) {
    const dated = family.flatMap((incident) => {
      const day = listedDayOf(incident.started, history.site.zone);
      return incident.year === undefined || day === undefined || !past.has(incident)
        ? []
        : [{ incident, day }];
    });
    for (const one of dated) {
      if (one.incident.related === undefined) continue;
      const recurrence = createRecurrence(one, dated);
      if (recurrence.earlier.length > 0) recurrences.set(one.incident.id, recurrence);
    }
  }
  return recurrences;
}

interface Dated {
  incident: PublicIncident;
  day: Day;
}

/** Of a family in the order of the history. */
function createRecurrence(own: Dated, family: readonly Dated[]): Recurrence {
  const ordinal = { min: 1, max: 1 };
  const earlier: Recurrence['earlier'] = [];
  for (const other of family) {
    if (other === own || isCertainlyBefore(own.incident.started, other.incident.started)) continue;
    const isBefore = isCertainlyBefore(other.incident.started, own.incident.started);
    // Which of two came first is not known: only the report may say so.
    if (!isBefore && !isToldAfter(own.incident, other.incident)) continue;
    const within =
      other.day.first >= addYears(own.day.last, -1)
        ? 'certain'
        : other.day.last >= addYears(own.day.first, -1)
          ? 'possible'
          : 'no';
    if (within === 'certain') ordinal.min++;
    if (within !== 'no') ordinal.max++;
    earlier.push({ incident: other.incident, within });
  }
  return {
    ordinal,
    earlier,
    open: earlier.flatMap(({ incident }) => (incident.remediation ?? []).filter(isOpen)),
  };
}

function isToldAfter(own: PublicIncident, other: PublicIncident): boolean {
  return (own.related ?? []).some(({ how, incident }) => how === 'recurrence-of' && incident.id === other.id);
}

/** The sets of incidents that have one cause, by what they say of each other; each in the order of the history. */
function findFamilies({ incidents }: PublicHistory): PublicIncident[][] {
  const shown = incidents.filter(({ retracted }) => retracted === undefined);
  const parents = new Map(shown.map(({ id }) => [id, id]));
  const find = (id: string): string => {
    let root = id;
    for (let next = parents.get(root); next !== undefined && next !== root; next = parents.get(root)) {
      // Each step halves the way for those that come after.
      parents.set(root, parents.get(next) ?? next);
      root = next;
    }
    return root;
  };
  for (const { id, related = [] } of shown) {
    for (const { how, incident } of related) {
      const isCause = how === 'recurrence-of' || how === 'recurred-as' || how === 'same-cause';
      if (isCause && parents.has(incident.id)) parents.set(find(id), find(incident.id));
    }
  }
  const families = new Map<string, PublicIncident[]>();
  for (const incident of shown) {
    const root = find(incident.id);
    families.set(root, [...(families.get(root) ?? []), incident]);
  }
  return [...families.values()].filter((family) => family.length > 1);
}
