import { usePage } from '../../frame.js';
import { countOf, formatCount } from '../count.js';
import { DayText, NoValue } from '../dayText.js';
import { IncidentLink, ItemLink, Lateness, OwnerLink } from '../itemCell.js';
import { ItemState } from '../mark.js';
import { TableRegion } from '../tableRegion.js';
import type { Tracker } from '../tracker.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { ItemLine } from './itemLine.js';
import { viewOf } from './itemView.js';
import type { Question } from './question.js';

/** How many items answer a question on this page; the others are one link away. */
const most: Record<Question['id'], number> = {
  overdue: 8,
  'due-soon': 6,
  blocked: 4,
  unowned: 4,
  undated: 4,
};

interface ShortItemsProps {
  question: Question;
  tracker: Tracker;
}

/** The items of one question of Monday, with what is needed to ask somebody about them. */
export function ShortItems({ question, tracker }: ShortItemsProps) {
  const { id, heading, items, none } = question;
  const shown = items.slice(0, most[id]);
  const isTable = id === 'overdue' || id === 'due-soon';
  return (
    <section id={id} class={`short-items short-items-${id}`} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>
        {heading} <span class="count">{formatCount(items.length)}</span>
      </h2>
      {items.length === 0 && <p class="none">{none}</p>}
      {items.length > 0 && isTable && <ShortTable heading={heading} items={shown} tracker={tracker} />}
      {items.length > 0 && !isTable && (
        <ul class="item-lines">
          {shown.map((tracked) => (
            <ItemLine key={tracked.item.globalId} tracked={tracked} tracker={tracker}>
              {tracked.item.due === undefined ? undefined : <Lateness tracked={tracked} />}
            </ItemLine>
          ))}
        </ul>
      )}
      <Rest question={question} shown={shown.length} />
      {id === 'overdue' && items.length > 1 && <Order tracker={tracker} />}
    </section>
  );
}

/** The way to those that are not shown. */
function Rest({ question: { heading, items, query }, shown }: { question: Question; shown: number }) {
  const { link } = usePage();
  if (shown === items.length) return null;
  return (
    <p class="rest">
      <a href={link(viewOf(query, items))}>
        All {countOf(items.length, 'item')}
        <span class="visually-hidden">: {heading}</span>
      </a>
    </p>
  );
}

function ShortTable({
  heading,
  items,
  tracker,
}: {
  heading: string;
  items: readonly TrackedItem[];
  tracker: Tracker;
}) {
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
              <td class={tracked.overdue ? 'when alarm' : 'when'}>
                <Lateness tracked={tracked} />
              </td>
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
