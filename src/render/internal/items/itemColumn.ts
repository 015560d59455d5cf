/*
 * The columns of the table of items, in their order. Those of `moreColumns` stand last: a page that can hides them until
 * somebody asks for them.
 */

const mainColumns = {
  item: 'Item',
  incident: 'Incident',
  severity: 'Severity',
  priority: 'Priority',
  state: 'State',
  owner: 'Owner',
  team: 'Team',
  due: 'Due',
  late: 'Days late',
  age: 'Age in days',
  moved: 'Moved',
  ticket: 'Ticket',
} as const;

const moreColumns = {
  type: 'Type',
  service: 'Services',
  category: 'Causes',
  opened: 'Opened',
  done: 'Done',
  verified: 'Verified',
} as const;

export const columnLabels = { ...mainColumns, ...moreColumns } as const;

export type ItemColumn = keyof typeof columnLabels;

/** All columns, in their order. */
export const itemColumns = Object.keys(columnLabels) as ItemColumn[];

/** The columns that a page shows by itself. */
export const usualColumns = Object.keys(mainColumns) as ItemColumn[];

export function isItemColumn(name: string): name is ItemColumn {
  return Object.hasOwn(columnLabels, name);
}
