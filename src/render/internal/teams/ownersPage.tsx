import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { ownerAddress, teamsAddress } from '../address.js';
import { countOf } from '../count.js';
import { WorkTable } from '../insights/workTable.js';
import type { Tracker } from '../tracker.js';

/** Everybody who owns an item. */
export function OwnersPage({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const { ownerships, history } = tracker;
  const asOf = formatIsoDay(history.asOf, englishTime);
  const unowned = tracker.items.filter(({ item, open }) => open && item.owner === undefined).length;
  return (
    <>
      <h1>Owners</h1>
      {ownerships.length === 0 ? (
        <p>
          As of {asOf} nobody owns an item. A person or a team stands here as soon as an item names them as{' '}
          <code>owner</code>.
        </p>
      ) : (
        <>
          <p class="lede">
            As of {asOf}; who has most overdue stands first.{' '}
            {countOf(unowned, 'open item has', 'open items have')} no owner. What a team and its members own
            together stands under <a href={link(teamsAddress)}>teams</a>.
          </p>
          <WorkTable
            caption="Items by owner"
            corner="Owner"
            rows={ownerships.map(({ id, name, items }) => ({
              key: id,
              name: <a href={link(ownerAddress(id))}>{name}</a>,
              items,
            }))}
            asOf={history.asOf}
          />
        </>
      )}
    </>
  );
}
