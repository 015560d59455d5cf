import { createItemFacts } from '../../../model/itemFacts.js';
import { measureAge, type TrackedItem } from '../../../model/trackedItem.js';
import type { Settings } from '../../../settings/settings.js';
import type { IsoDay } from '../../../time/isoDay.js';

type Attributes = Record<`data-${string}`, string | number | undefined>;

/**
 * What the row of an item says to the script that filters, groups and sorts it: `readItemData` reads it in the browser. Ids
 * hold no space; a priority may.
 */
export function writeItemData(tracked: TrackedItem, settings: Settings, asOf: IsoDay): Attributes {
  const { values, due, open, overdue } = createItemFacts(tracked, settings);
  const { item, daysLate } = tracked;
  const some = (ids: readonly string[]): string | undefined => (ids.length === 0 ? undefined : ids.join(' '));
  const done = item.state === 'done' && item.done !== 'unknown' ? item.done?.last : undefined;
  return {
    'data-state': some(values.state),
    'data-owner': some(values.owner),
    'data-team': some(values.team),
    'data-service': some(values.service),
    'data-severity': some(values.severity),
    'data-priority': some(values.priority),
    'data-type': some(values.type),
    'data-category': some(values.category),
    'data-incident': some(values.incident),
    'data-opened': item.opened?.first,
    'data-due': due,
    'data-done': done,
    'data-age': measureAge(tracked, asOf),
    'data-late': daysLate || undefined,
    'data-moved': item.moved.length || undefined,
    'data-is': overdue ? 'overdue' : open ? 'open' : undefined,
  };
}
