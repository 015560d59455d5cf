import { isPublic, isRetracted, publicTitle, shownParts } from '../judge/visibility.js';
import type { History } from '../model/history.js';
import type { Incident } from '../model/incident.js';
import type { PublicRelation } from './publicHistory.js';

type How = Incident['related'][number]['how'];

/** How a relation reads from the other end. */
const inverse: Record<How, PublicRelation['how']> = {
  'recurrence-of': 'recurred-as',
  'same-cause': 'same-cause',
  'caused-by': 'caused',
  follows: 'followed-by',
};

/**
 * The relations of an incident to others that customers see: those that it names, and then those that name it, in the
 * order of the history. Only incidents that show `related` tell theirs. A text that was taken back is no reference:
 * it neither tells relations nor stands in those of others.
 */
export function createRelations(incident: Incident, history: History): PublicRelation[] {
  const others = history.incidents.filter(
    (other) => other.id !== incident.id && isPublic(other, history.asOf) && !isRetracted(other),
  );
  const relations: PublicRelation[] = [];
  const add = (how: PublicRelation['how'], other: Incident): void => {
    if (relations.some((one) => one.how === how && one.incident.id === other.id)) return;
    relations.push({
      how,
      incident: { id: other.id, title: publicTitle(other), started: other.started, year: other.year },
    });
  };
  for (const { id, how } of incident.related) {
    const other = others.find((one) => one.id === id);
    if (other) add(how, other);
  }
  for (const other of others) {
    if (!shownParts(other).has('related')) continue;
    for (const { id, how } of other.related) if (id === incident.id) add(inverse[how], other);
  }
  return relations;
}
