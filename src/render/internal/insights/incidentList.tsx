import type { Incident } from '../../../model/incident.js';
import { describeSpan } from '../../../time/describeSpan.js';
import { englishTime } from '../../../time/wording.js';
import { Time } from '../../component/time.js';
import { NoValue } from '../dayText.js';
import { IncidentLink } from '../itemCell.js';
import { countOpen, countOverdue } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { Count, NumberHead } from './spreadTable.js';

interface IncidentListProps {
  caption: string;
  incidents: readonly Incident[];
  tracker: Tracker;
}

/** Incidents with what was promised after them, in the order of the history. */
export function IncidentList({ caption, incidents, tracker }: IncidentListProps) {
  return (
    <TableRegion label={caption}>
      <table class="dense insight-table cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Incident</th>
            <th scope="col">Started</th>
            <th scope="col">Lasted</th>
            <th scope="col">Causes</th>
            <NumberHead>Items</NumberHead>
            <NumberHead>Open</NumberHead>
            <NumberHead>Overdue</NumberHead>
          </tr>
        </thead>
        <tbody>
          {incidents.map((incident) => {
            const items = tracker.itemsOf(incident);
            const categories = [...new Set(incident.causes.flatMap(({ category }) => category ?? []))];
            return (
              <tr key={incident.id}>
                <th scope="row" class="title">
                  <IncidentLink incident={incident} tracker={tracker} />
                </th>
                <td data-label="Started">
                  <Time when={incident.started} />
                </td>
                <td data-label="Lasted">
                  <Lasted incident={incident} />
                </td>
                <td data-label="Causes">{categories.length === 0 ? <NoValue /> : categories.join(', ')}</td>
                <Count count={items.length} label="Items" />
                <Count count={countOpen(items)} label="Open" />
                <Count count={countOverdue(items)} label="Overdue" alarming />
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Lasted({ incident: { ongoing, duration } }: { incident: Incident }) {
  if (ongoing) return <strong>goes on</strong>;
  return duration ? <>{describeSpan(duration, englishTime)}</> : <NoValue />;
}
