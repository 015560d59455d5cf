import { groupItems } from '../../../model/itemGroup.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import { usePage } from '../../frame.js';
import { itemsViewAddress } from '../address.js';
import { formatCount } from '../count.js';
import { itemCalendarAddress } from '../items/itemCalendar.js';
import { ItemTable } from '../items/itemTable.js';
import type { Tracker } from '../tracker.js';

interface ItemSectionProps {
  heading: string;
  caption: string;
  items: readonly TrackedItem[];
  /** The filter that finds them in the table of all items, where there is one. */
  query: Readonly<Record<string, string>>;
  /** Who has a calendar of their due dates. */
  calendar?: string | undefined;
  /** What is said where there are none. */
  none: string;
  tracker: Tracker;
}

/** Items as the table of all shows them: what is overdue first. */
export function ItemSection({ heading, caption, items, query, calendar, none, tracker }: ItemSectionProps) {
  const { link } = usePage();
  return (
    <section id="items" class="tracker-section" aria-labelledby="items-heading">
      <h2 id="items-heading">
        {heading} <span class="count">{formatCount(items.length)}</span>
      </h2>
      {items.length === 0 ? (
        <p class="none">{none}</p>
      ) : (
        <>
          <p>
            <a href={link(itemsViewAddress(query))}>Filter, sort and group them</a>
            {calendar !== undefined && (
              <>
                , or take their <a href={link(itemCalendarAddress(calendar))}>due dates as a calendar</a>
              </>
            )}
          </p>
          <ItemTable caption={caption} groups={groupItems(items)} tracker={tracker} />
        </>
      )}
    </section>
  );
}
