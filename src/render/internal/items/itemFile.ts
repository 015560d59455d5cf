import { groupItems } from '../../../model/itemGroup.js';
import { renderJson } from '../../json.js';
import type { Address } from '../../link.js';
import type { Output } from '../../output.js';
import type { Tracker } from '../tracker.js';
import { renderItemCsv } from './itemCsv.js';
import { createItemList } from './itemList.js';

export const itemsCsvAddress: Address = 'items.csv';
export const itemsJsonAddress: Address = 'items.json';

/** Every item as CSV and as JSON: what `remediation --state all` prints in these formats, in the same order. */
export function renderItemFiles({ items, history }: Pick<Tracker, 'items' | 'history'>): Output[] {
  const { asOf, settings } = history;
  const listed = groupItems(items).flatMap((group) =>
    group.items.map((tracked) => ({ tracked, changes: [] })),
  );
  const list = createItemList(listed, { asOf, since: undefined, settings });
  return [{ path: itemsCsvAddress, content: renderItemCsv(list) }, renderJson(itemsJsonAddress, list, 0)];
}
