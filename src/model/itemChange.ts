import type { Day } from '../time/day.js';
import { addDays, type IsoDay } from '../time/isoDay.js';
import type { Inline } from '../validate/schema/text.js';
import type { TrackedItem } from './trackedItem.js';

/** Something that became of an item on a day; of a move also from which due date to which. */
export type ItemChange =
  | { is: 'opened' | 'done' | 'overdue'; on: Day }
  | { is: 'moved'; on: Day; from: Day; to: Day | undefined; reason: Inline | undefined };

/**
 * What became of an item from a day on until asOf, both included, in the order of its life. Only what certainly lies in that
 * time is told: not what was done "in November" since the 15th; and nothing is opened by proposing it. Nobody writes on which day an item was dropped, superseded or
 * begun, so that is not among it.
 */
export function listChanges({ item, overdue }: TrackedItem, since: IsoDay, asOf: IsoDay): ItemChange[] {
  const isWithin = (day: Day): boolean => day.first >= since && day.last <= asOf;
  const changes: ItemChange[] = [];
  if (item.opened && item.state !== 'proposed' && isWithin(item.opened))
    changes.push({ is: 'opened', on: item.opened });
  for (const [index, { from, date, reason }] of item.moved.entries()) {
    const to = item.moved[index + 1]?.from ?? item.due;
    if (date && isWithin(date)) changes.push({ is: 'moved', on: date, from, to, reason });
  }
  if (overdue && item.due) {
    const on = wholeDay(addDays(item.due.last, 1));
    if (isWithin(on)) changes.push({ is: 'overdue', on });
  }
  const { state, done } = item;
  if (state === 'done' && done !== undefined && done !== 'unknown' && isWithin(done))
    changes.push({ is: 'done', on: done });
  return changes;
}

function wholeDay(day: IsoDay): Day {
  return { words: day, first: day, last: day, precision: 'day' };
}
