import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { groupItems } from '../../../model/itemGroup.js';
import { ItemTable } from './itemTable.js';
import { countOpen, countOverdue } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { countOf } from '../count.js';

/** Every remediation item of every incident in one table. */
export function ItemsPage({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const asOf = formatIsoDay(history.asOf, englishTime);
  return (
    <>
      <h1>Remediation items</h1>
      {items.length === 0 ? (
        <p>
          As of {asOf} no incident promises anything. An item appears here as soon as an incident file lists
          it under <code>remediation</code>.
        </p>
      ) : (
        <>
          <p class="lede">
            As of {asOf}: {countOf(items.length, 'item')},{' '}
            {countOf(countOpen(items), 'of them open', 'of them open')}, {countOverdue(items)} overdue. What
            is overdue stands worst first; what is open by its due date; what is done by the day it was done,
            the latest first.
          </p>
          <ItemTable
            caption={`All remediation items as of ${asOf}`}
            groups={groupItems(items)}
            tracker={tracker}
          />
        </>
      )}
    </>
  );
}
