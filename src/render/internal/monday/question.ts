import {
  compareDue,
  compareOverdue,
  isDueSoon,
  soonUntil,
  type TrackedItem,
} from '../../../model/trackedItem.js';
import { formatIsoDay } from '../../../time/day.js';
import type { IsoDay } from '../../../time/isoDay.js';
import { englishTime } from '../../../time/wording.js';
import type { ItemQuery } from './itemView.js';

/** A question that Monday asks, and the items that answer it. */
export interface Question {
  id: 'overdue' | 'due-soon' | 'blocked' | 'unowned' | 'undated';
  heading: string;
  /** What stands behind the number in the strip at the top. */
  words: string;
  /** The first to be asked about stands first. */
  items: TrackedItem[];
  /** What asks the table of all items the same. */
  query: ItemQuery;
  /** What is said where there is none. */
  none: string;
}

/** The questions about what is open, as of a day. */
export function createQuestions(items: readonly TrackedItem[], asOf: IsoDay): Question[] {
  const open = items.filter((tracked) => tracked.open);
  const soon = formatIsoDay(soonUntil(asOf), englishTime);
  return [
    {
      id: 'overdue',
      heading: 'Overdue',
      words: 'overdue',
      items: open.filter(({ overdue }) => overdue).toSorted(compareOverdue),
      query: { overdue: '1' },
      none: 'Nothing is overdue. An open item whose due date has passed stands here until it is done or its date is moved.',
    },
    {
      id: 'due-soon',
      heading: 'Due within two weeks',
      words: `due by ${soon}`,
      items: open.filter(isDueSoon).toSorted(compareDue),
      query: { 'due-within': '14d' },
      none: `Nothing open is due by ${soon}.`,
    },
    {
      id: 'blocked',
      heading: 'Blocked',
      words: 'blocked',
      items: open.filter(({ item }) => item.state === 'blocked').toSorted(compareDue),
      query: { open: '1', state: 'blocked' },
      none: 'Nothing is blocked. An item with the state “blocked” stands here.',
    },
    {
      id: 'unowned',
      heading: 'Without an owner',
      words: 'without an owner',
      items: open.filter(({ item }) => item.owner === undefined).toSorted(compareDue),
      query: { open: '1', unowned: '1' },
      none: 'Every open item has an owner.',
    },
    {
      id: 'undated',
      heading: 'Without a due date',
      words: 'without a due date',
      items: open.filter(({ item }) => item.due === undefined).toSorted(compareDue),
      query: { open: '1', undated: '1' },
      none: 'Every open item has a due date.',
    },
  ];
}
