import { isSameAgain } from '../../../model/figures/recurrence.js';
import type { Incident } from '../../../model/incident.js';
import { countOf } from '../count.js';
import { IncidentLink } from '../itemCell.js';
import { countOpen } from '../ownership.js';
import type { Tracker } from '../tracker.js';

/** The incidents that say of themselves that they are another one again, or have its cause, with what is still open after that one. */
export function CameAgain({ incidents, tracker }: { incidents: readonly Incident[]; tracker: Tracker }) {
  const pairs = incidents.flatMap((incident) =>
    incident.related.flatMap(({ id, how }) => {
      const other = id === undefined ? undefined : tracker.findIncident(id);
      return other && isSameAgain(how) ? [{ incident, how, other }] : [];
    }),
  );
  if (pairs.length === 0) return <p class="none">No report says that an incident is an earlier one again.</p>;
  return (
    <ul class="plain came-again">
      {pairs.map(({ incident, how, other }) => {
        const open = countOpen(tracker.itemsOf(other));
        return (
          <li key={`${incident.id} ${how} ${other.id}`}>
            <IncidentLink incident={incident} tracker={tracker} />{' '}
            <span>{how === 'recurrence-of' ? 'is a recurrence of' : 'has the same cause as'}</span>{' '}
            <IncidentLink incident={other} tracker={tracker} />{' '}
            <span class="muted">
              {open === 0
                ? '(nothing of that one is open)'
                : `(${countOf(open, 'item')} of that one ${open === 1 ? 'is' : 'are'} still open)`}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
