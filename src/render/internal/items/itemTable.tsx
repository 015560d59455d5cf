import type { ComponentChildren } from 'preact';
import { categoriesOf, servicesOf } from '../../../model/itemFacts.js';
import type { ItemGroup } from '../../../model/itemGroup.js';
import { measureAge, type TrackedItem } from '../../../model/trackedItem.js';
import { formatDay, type Day } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { commitmentAddress, incidentAddress } from '../../link.js';
import { ownerAddress } from '../address.js';
import { formatCount, listOf } from '../count.js';
import { slips, TicketLinks } from '../itemCell.js';
import { itemStateWords, toldWords } from '../mark.js';
import { findName } from '../ownership.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import { columnLabels, itemColumns, type ItemColumn } from './itemColumn.js';
import { writeItemData } from './itemAttributes.js';

interface ItemTableProps {
  caption: string;
  groups: readonly ItemGroup[];
  tracker: Tracker;
  /** Whether rows say to a script what they can be filtered by. */
  isFiltered?: boolean;
}

/**
 * Remediation items with everything that is known of them, one group below the other; groups without items are left out. A table
 * of a thousand rows is as lean as it can be: what has no value is an empty cell, and the style sheet knows columns by their place.
 */
export function ItemTable({ caption, groups, tracker, isFiltered = false }: ItemTableProps) {
  return (
    <TableRegion label={caption}>
      <table class="dense item-table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {itemColumns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {columnLabels[column]}
              </th>
            ))}
          </tr>
        </thead>
        {groups
          .filter(({ items }) => items.length > 0)
          .map((group) => (
            <tbody key={group.id} id={group.id} class={`group-${group.id}`}>
              <tr class="group">
                <th scope="rowgroup" colSpan={itemColumns.length}>
                  <span>
                    {group.heading} <span class="count">{formatCount(group.items.length)}</span>
                  </span>
                </th>
              </tr>
              {group.items.map((tracked) => (
                <ItemRow
                  key={tracked.item.globalId}
                  tracked={tracked}
                  tracker={tracker}
                  isFiltered={isFiltered}
                />
              ))}
            </tbody>
          ))}
      </table>
    </TableRegion>
  );
}

function ItemRow({
  tracked,
  tracker,
  isFiltered,
}: {
  tracked: TrackedItem;
  tracker: Tracker;
  isFiltered: boolean;
}) {
  const { settings, asOf } = tracker.history;
  const { open, overdue, item } = tracked;
  const cells = itemColumns.map((column) => {
    const content = cellOf[column](tracked, tracker);
    if (column === 'item')
      return (
        <th key={column} scope="row">
          {content}
        </th>
      );
    // What is open and has a day to be late after can be counted on in the browser.
    return (
      <td key={column} data-late-after={column === 'late' && open ? item.due?.last : undefined}>
        {content}
      </td>
    );
  });
  return (
    <tr
      class={overdue ? 'is-overdue' : undefined}
      {...(isFiltered ? writeItemData(tracked, settings, asOf) : {})}
    >
      {cells}
    </tr>
  );
}

/** What stands in the cell of a column; nothing where nothing is known. */
const cellOf: Readonly<Record<ItemColumn, (tracked: TrackedItem, tracker: Tracker) => ComponentChildren>> = {
  item: ({ item }) => <ItemName incident={item.incident} id={item.id} title={item.title} />,
  incident: ({ incident }) => <IncidentName id={incident.id} title={incident.title} />,
  severity: ({ incident }) => incident.severity?.label ?? incident.severityId,
  priority: ({ item }) => item.priority,
  state: ({ item, openWhenTold }) =>
    itemStateWords[item.state] + (openWhenTold ? toldWords(item.lastTold) : ''),
  owner: ({ item }, { history }) =>
    item.owner === undefined ? undefined : (
      <OwnerName id={item.owner} name={findName(history.settings, item.owner)} />
    ),
  team: ({ item }, { history }) =>
    item.team === undefined ? undefined : findName(history.settings, item.team),
  due: ({ item }) => dayWords(item.due),
  late: (tracked) => (tracked.daysLate > 0 ? formatCount(tracked.daysLate) : inTime(tracked)),
  age: (tracked, { history }) => {
    const age = measureAge(tracked, history.asOf);
    return age === undefined ? undefined : formatCount(age);
  },
  moved: ({ item }) => slips(item),
  ticket: ({ item }, tracker) =>
    item.tickets.length === 0 ? undefined : <TicketLinks tickets={item.tickets} tracker={tracker} />,
  type: ({ item }) => item.type,
  service: (tracked, { history: { settings } }) =>
    listOf(
      servicesOf(tracked, settings).map((id) => settings.services.find((one) => one.id === id)?.name ?? id),
    ),
  category: (tracked) => categoriesOf(tracked).join(', '),
  opened: ({ item }) => dayWords(item.opened),
  done: ({ item }) => (item.state === 'done' ? dayWords(item.done ?? 'unknown') : undefined),
  verified: ({ item }) => item.verified?.result,
};

/** `2026-03-14`, which sorts by eye; a month, quarter or year in words, since such a Day is not exact. */
function dayWords(day: Day | 'unknown' | undefined): string | undefined {
  if (day === undefined || day === 'unknown') return day;
  return day.precision === 'day' ? day.first : formatDay(day, englishTime);
}

function inTime({ item: { state, done, due } }: TrackedItem): string | undefined {
  const isDated = state === 'done' && done !== undefined && done !== 'unknown' && due !== undefined;
  return isDated && done.last <= due.last ? 'in time' : undefined;
}

function ItemName({ incident, id, title }: { incident: string; id: string; title: string }) {
  const { link } = usePage();
  return (
    <a href={link(commitmentAddress(incident, id))}>
      {id} <bdi>{title}</bdi>
    </a>
  );
}

function IncidentName({ id, title }: { id: string; title: string }) {
  const { link } = usePage();
  return (
    <a href={link(incidentAddress(id))}>
      <bdi>{title}</bdi>
    </a>
  );
}

function OwnerName({ id, name }: { id: string; name: string }) {
  const { link } = usePage();
  return <a href={link(ownerAddress(id))}>{name}</a>;
}
