import { formatIsoDay } from '../../../time/day.js';
import { englishTime } from '../../../time/wording.js';
import { groupItems } from '../../../model/itemGroup.js';
import { ItemTable } from './itemTable.js';
import { countOpen, countOverdue, type Ownership } from '../ownership.js';
import type { Tracker } from '../tracker.js';
import { countOf, formatCount } from '../count.js';

/** What one person or team owns. */
export function OwnerPage({ ownership, tracker }: { ownership: Ownership; tracker: Tracker }) {
  const { name, kind, team, items } = ownership;
  const asOf = formatIsoDay(tracker.history.asOf, englishTime);
  const who = kind === 'team' ? 'Team' : team === undefined ? 'Person' : `Person, team ${team}`;
  return (
    <>
      <h1>{name}</h1>
      <p class="lede">
        {who}. As of {asOf}: {countOf(items.length, 'item')} in all, {formatCount(countOpen(items))} open,{' '}
        {formatCount(countOverdue(items))} overdue.
      </p>
      <ItemTable
        caption={`Remediation items of ${name} as of ${asOf}`}
        groups={groupItems(items)}
        tracker={tracker}
      />
    </>
  );
}
