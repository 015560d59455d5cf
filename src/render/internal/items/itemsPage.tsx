import { groupItems, type ItemGroup } from '../../../model/itemGroup.js';
import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { usePage } from '../../frame.js';
import { countOf, formatCount } from '../count.js';
import { countOpen, countOverdue, findName } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { changesFeedAddress } from './changesFeed.js';
import { itemCalendarAddress, listCalendarOwners } from './itemCalendar.js';
import { itemsCsvAddress, itemsJsonAddress } from './itemFile.js';
import { ItemTable } from './itemTable.js';
import { createKnownValues } from './knownValues.js';

/** Every remediation item of every incident in one table, which a script filters, groups and sorts. */
export function ItemsPage({ tracker }: { tracker: Tracker }) {
  const { items, history } = tracker;
  const asOf = formatIsoDay(history.asOf, englishTime);
  const groups = groupItems(items).filter((group) => group.items.length > 0);
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
            {countOf(countOpen(items), 'of them open', 'of them open')}, {formatCount(countOverdue(items))}{' '}
            overdue. What is overdue stands worst first; what is open by its due date; what is done by the day
            it was done, the latest first.
          </p>
          <GroupLinks groups={groups} />
          <Files tracker={tracker} />
          <div
            class="item-view"
            data-known={JSON.stringify(createKnownValues(tracker))}
            data-as-of={history.asOf}
          >
            <ItemTable
              caption={`All remediation items as of ${asOf}`}
              groups={groups}
              tracker={tracker}
              isFiltered
            />
          </div>
        </>
      )}
    </>
  );
}

/** Ways down the page, for those whose browser runs no script: a link to a view leads to one of these groups, too. */
function GroupLinks({ groups }: { groups: readonly ItemGroup[] }) {
  return (
    <ul class="item-groups" data-without-script>
      {groups.map(({ id, heading, items }) => (
        <li key={id}>
          <a href={`#${id}`}>{heading}</a> <span class="count">{formatCount(items.length)}</span>
        </li>
      ))}
    </ul>
  );
}

/** The same for spreadsheets, programs, feed readers and calendars. */
function Files({ tracker }: { tracker: Tracker }) {
  const { link } = usePage();
  const owners = listCalendarOwners(tracker);
  return (
    <div class="item-files">
      <p>
        All of it as <a href={link(itemsCsvAddress)}>CSV</a> and <a href={link(itemsJsonAddress)}>JSON</a>;
        what becomes of it as a <a href={link(changesFeedAddress)}>feed of changes</a>.
      </p>
      {owners.length > 0 && (
        <details>
          <summary>Calendars of due dates</summary>
          <ul>
            {owners.map((id) => (
              <li key={id}>
                <a href={link(itemCalendarAddress(id))}>{findName(tracker.history.settings, id)}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
