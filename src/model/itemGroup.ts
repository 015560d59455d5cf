import { compareDone, compareDue, compareOverdue, type TrackedItem } from './trackedItem.js';

/** Items that stand together in a table: each item is in exactly one group. */
export interface ItemGroup {
  id: 'overdue' | 'due' | 'undue' | 'told' | 'proposed' | 'done' | 'dropped';
  heading: string;
  items: TrackedItem[];
}

/**
 * Every item in the order in which a manager reads: what is overdue (worst first), what is open by its due date, what
 * is open without one, what was open when last told, what was only proposed, what is done (latest first), what was dropped or superseded.
 */
export function groupItems(items: readonly TrackedItem[]): ItemGroup[] {
  const inState = (...states: TrackedItem['item']['state'][]) =>
    items.filter(({ item }) => states.includes(item.state));
  return [
    {
      id: 'overdue',
      heading: 'Overdue',
      items: items.filter(({ overdue }) => overdue).toSorted(compareOverdue),
    },
    {
      id: 'due',
      heading: 'Open, not yet due',
      items: items.filter(({ open, overdue, item }) => open && !overdue && item.due).toSorted(compareDue),
    },
    {
      id: 'undue',
      heading: 'Open, without a due date',
      items: items.filter(({ open, item }) => open && !item.due).toSorted(compareDue),
    },
    {
      id: 'told',
      heading: 'Open when last told, not followed up',
      items: items.filter(({ openWhenTold }) => openWhenTold).toSorted(compareDue),
    },
    {
      id: 'proposed',
      heading: 'Proposed: nobody has promised it',
      items: inState('proposed').toSorted(compareDue),
    },
    { id: 'done', heading: 'Done', items: inState('done').toSorted(compareDone) },
    {
      id: 'dropped',
      heading: 'Dropped or superseded',
      items: inState('wont-do', 'superseded').toSorted(compareDue),
    },
  ];
}
