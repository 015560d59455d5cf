import { DayText, NoValue } from '../dayText.js';
import { IncidentLink, ItemLink, lateness, OwnerLink } from '../itemCell.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { formatCount } from '../count.js';

interface ShortItemsProps {
  id: string;
  heading: string;
  items: readonly TrackedItem[];
  none: string;
  tracker: Tracker;
}

/** The items of one question of Monday, with what is needed to ask somebody about them. */
export function ShortItems({ id, heading, items, none, tracker }: ShortItemsProps) {
  return (
    <section id={id} class={`short-items short-items-${id}`} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading} <span class="count">{formatCount(items.length)}</span>
      </h2>
      {items.length === 0 ? (
        <p class="none">{none}</p>
      ) : (
        <ShortTable heading={heading} items={items} tracker={tracker} />
      )}
      {id === 'overdue' && items.length > 1 && <Order tracker={tracker} />}
    </section>
  );
}

function ShortTable({ heading, items, tracker }: Pick<ShortItemsProps, 'heading' | 'items' | 'tracker'>) {
  return (
    <TableRegion label={heading}>
      <table class="dense short-table cards">
        <caption class="visually-hidden">{heading}</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Item and incident</th>
            <th scope="col">State</th>
            <th scope="col">Priority</th>
            <th scope="col">Owner</th>
            <th scope="col">Due</th>
          </tr>
        </thead>
        <tbody>
          {items.map((tracked) => (
            <tr key={tracked.item.globalId}>
              <td class={tracked.overdue ? 'when alarm' : 'when'}>{lateness(tracked) ?? <NoValue />}</td>
              <th scope="row" class="title">
                <ItemLink item={tracked.item} />{' '}
                <IncidentLink incident={tracked.incident} tracker={tracker} />
              </th>
              <td class="state">
                <ItemState tracked={tracked} late="nothing" />
              </td>
              <td class="priority" data-label="priority">
                {tracked.item.priority ?? <NoValue />}
              </td>
              <td class="name">
                <OwnerLink owner={tracked.item.owner} tracker={tracker} />
              </td>
              <td class="due" data-label="due">
                <DayText day={tracked.item.due} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

/** How the order of what is overdue comes about, so that anybody can check it. */
function Order({ tracker }: { tracker: Tracker }) {
  const { severities, priorities } = tracker.history.settings;
  const range = (names: readonly string[]): string =>
    names.length < 2 ? `${names[0] ?? ''} 1` : `${names[0]} ${names.length} … ${names.at(-1)} 1`;
  return (
    <p class="basis">
      Worst first: severity of the incident ({range(severities.map(({ label }) => label))}) × priority (
      {range(priorities)}; none 1) × days late.
    </p>
  );
}
