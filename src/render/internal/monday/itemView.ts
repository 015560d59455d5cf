import { groupItems } from '../../../model/itemGroup.js';
import type { TrackedItem } from '../../../model/trackedItem.js';
import type { Address } from '../../link.js';
import { itemsViewAddress } from '../address.js';

/** How the filters of the table of all items are written: its keys are the names of the command line's options. */
export type ItemQuery = Readonly<Record<string, string>>;

/**
 * Where items stand among all: the view that shows them alone and, for those whose browser runs no script, the group of the table in
 * which the first of them are.
 */
export function viewOf(query: ItemQuery, items: readonly TrackedItem[]): Address {
  const group = groupItems(items).find((one) => one.items.length > 0);
  return itemsViewAddress(query) + (group === undefined ? '' : `#${group.id}`);
}
