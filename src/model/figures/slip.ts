import { compareText } from '../../diagnostic/diagnostic.js';
import { daysBetween } from '../../time/isoDay.js';
import type { Day } from '../../time/day.js';
import type { RemediationItem } from '../remediationItem.js';
import type { TrackedItem } from '../trackedItem.js';

/** An item whose due date was moved. */
export interface Slip {
  tracked: TrackedItem;
  times: number;
  /** The first due date there was. */
  first: Day;
  /** Days from the last day of the first due date to that of the present one: negative where it was drawn nearer, undefined where there is none any more. */
  days: number | undefined;
}

/** The first due date of an item: from before it was ever moved. */
export function firstDue({ due, moved }: Pick<RemediationItem, 'due' | 'moved'>): Day | undefined {
  return moved[0]?.from ?? due;
}

/** The items whose due date was moved: by how many days, most first; then how often; then by name. */
export function listSlips(items: readonly TrackedItem[]): Slip[] {
  return items
    .flatMap((tracked): Slip[] => {
      const { due, moved } = tracked.item;
      const first = moved[0]?.from;
      if (first === undefined) return [];
      return [{ tracked, times: moved.length, first, days: due && daysBetween(first.last, due.last) }];
    })
    .toSorted(
      (a, b) =>
        (b.days ?? -Infinity) - (a.days ?? -Infinity) ||
        b.times - a.times ||
        compareText(a.tracked.item.globalId, b.tracked.item.globalId),
    );
}
