import type { ItemChange } from '../model/itemChange.js';
import type { TrackedItem } from '../model/trackedItem.js';

/** How an item stands to its due date, in a few words: `12 d late`, `in 5 d`, `last day`; '' where there is nothing to say. */
export function describeStanding({ daysLate, daysLeft }: TrackedItem): string {
  if (daysLate > 0) return `${daysLate} d late`;
  if (daysLeft === undefined) return '';
  return daysLeft === 0 ? 'last day' : `in ${daysLeft} d`;
}

/** Its state; of what is done also since when. */
export function describeState({ item: { state, done } }: TrackedItem): string {
  if (state !== 'done' || done === undefined) return state;
  return done === 'unknown' ? 'done, day unknown' : `done ${done.words}`;
}

/** What became of an item, e.g. `moved on 2026-11-18 from 2026-11-10 to 2026-12-01`. */
export function describeChange(change: ItemChange): string {
  if (change.is === 'overdue') return `overdue since ${change.on.words}`;
  const words = `${change.is} ${change.on.words}`;
  if (change.is !== 'moved') return words;
  return `${words} from ${change.from.words} ${change.to ? `to ${change.to.words}` : 'to no date'}`;
}

/** A count with its noun: `1 item`, `12 items`. */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
