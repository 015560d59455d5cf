import type { ComponentChildren } from 'preact';
import { countDue } from '../../../model/figures/standing.js';
import { isDueSoon, type TrackedItem } from '../../../model/trackedItem.js';
import { NoValue } from '../dayText.js';
import { countOpen, countOverdue } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import { Count, NumberHead } from './spreadTable.js';
import { shareText } from './standingWords.js';

/** What one row is about, and its items. */
export interface WorkRow {
  key: string;
  name: ComponentChildren;
  items: readonly TrackedItem[];
  /** How many incidents it had; where any row says so, there is a column. */
  incidents?: number;
}

interface WorkTableProps {
  caption: string;
  corner: string;
  rows: readonly WorkRow[];
  asOf: string;
}

/** Who, or what, has how much to do, and how much of what was due was done in time. */
export function WorkTable({ caption, corner, rows, asOf }: WorkTableProps) {
  const hasIncidents = rows.some(({ incidents }) => incidents !== undefined);
  return (
    <TableRegion label={caption}>
      <table class="dense insight-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {hasIncidents && <NumberHead>Incidents</NumberHead>}
            <NumberHead>Items</NumberHead>
            <NumberHead>Open</NumberHead>
            <NumberHead>Overdue</NumberHead>
            <NumberHead>Due soon</NumberHead>
            <NumberHead>Done in time, of those due</NumberHead>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, items, incidents = 0 }) => {
            const { due, standings } = countDue(
              items.map(({ item }) => item),
              asOf,
            );
            return (
              <tr key={key}>
                <th scope="row">{name}</th>
                {hasIncidents && <Count count={incidents} />}
                <Count count={items.length} />
                <Count count={countOpen(items)} />
                <Count count={countOverdue(items)} alarming />
                <Count count={items.filter(isDueSoon).length} />
                <td class="number">{due === 0 ? <NoValue /> : shareText(standings['in-time'], due)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableRegion>
  );
}
