import { DayText, NoValue } from '../dayText.js';
import { IncidentLink, ItemLink, lateness, OwnerLink, slips, TeamOf, Tickets } from '../itemCell.js';
import type { ItemGroup } from '../../../model/itemGroup.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { formatCount } from '../count.js';

const columns = [
  'Item',
  'Incident',
  'Severity',
  'Type',
  'Priority',
  'State',
  'Owner and team',
  'Opened',
  'Due',
  'Done',
  'Days late',
  'Moved',
  'Ticket',
] as const;

interface ItemTableProps {
  caption: string;
  groups: readonly ItemGroup[];
  tracker: Tracker;
}

/** Remediation items with everything that is known of them, one group below the other; groups without items are left out. */
export function ItemTable({ caption, groups, tracker }: ItemTableProps) {
  return (
    <TableRegion label={caption}>
      <table class="dense item-table cards">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" class={column === 'Days late' ? 'number' : undefined}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {groups
          .filter(({ items }) => items.length > 0)
          .map((group) => (
            <tbody key={group.id} id={group.id} class={`group-${group.id}`}>
              <tr class="group">
                <th scope="rowgroup" colSpan={columns.length}>
                  <span>
                    {group.heading} <span class="count">{formatCount(group.items.length)}</span>
                  </span>
                </th>
              </tr>
              {group.items.map((tracked) => (
                <ItemRow key={tracked.item.globalId} tracked={tracked} tracker={tracker} />
              ))}
            </tbody>
          ))}
      </table>
    </TableRegion>
  );
}

function ItemRow({ tracked, tracker }: { tracked: TrackedItem; tracker: Tracker }) {
  const { item, incident, daysLate } = tracked;
  const moved = slips(item);
  return (
    <tr>
      <th scope="row" class="title">
        <ItemLink item={item} />
      </th>
      <td class="title">
        <IncidentLink incident={incident} tracker={tracker} />
      </td>
      <td data-label="Severity">{incident.severity?.label ?? <NoValue />}</td>
      <td data-label="Type">{item.type}</td>
      <td data-label="Priority">{item.priority ?? <NoValue />}</td>
      <td class="state">
        <ItemState tracked={tracked} late="word" />
      </td>
      <td data-label="Owner">
        <OwnerLink owner={item.owner} tracker={tracker} />
        <TeamOf item={item} tracker={tracker} />
      </td>
      <td data-label="Opened">
        <DayText day={item.opened} />
      </td>
      <td data-label="Due">
        <DayText day={item.due} />
      </td>
      <td data-label="Done">
        {item.state === 'done' ? <DayText day={item.done ?? 'unknown'} /> : <NoValue />}
      </td>
      <td class={tracked.overdue ? 'number alarm' : 'number'} data-label="Days late">
        {daysLate > 0 ? (
          formatCount(daysLate)
        ) : item.state === 'done' ? (
          (lateness(tracked) ?? <NoValue />)
        ) : (
          <NoValue />
        )}
      </td>
      <td class="moved" data-label="Moved">
        {moved ?? <NoValue />}
      </td>
      <td class="tickets" data-label="Ticket">
        <Tickets tickets={item.tickets} tracker={tracker} />
      </td>
    </tr>
  );
}
