import { styleText } from 'node:util';
import { groupItems } from '../model/itemGroup.js';
import { findOwner } from '../model/reference.js';
import type { TrackedItem } from '../model/trackedItem.js';
import type { Settings } from '../settings/settings.js';
import type { ListedItem } from '../render/internal/items/itemList.js';
import { describeChange, describeStanding, describeState } from './itemWords.js';
import { printable } from './printable.js';
import { fitText, padText, widthOf } from './width.js';

/** What the table needs besides the items. */
export interface TableOptions {
  settings: Settings;
  /** Whether to use colour. */
  color: boolean;
  /** How many characters fit on a line; absent where lines may have any length. */
  columns: number | undefined;
}

/** The cells of a row before the last, which is the title and takes what room is left. */
const heads = ['item', 'when', 'priority', 'state', 'owner', 'due'] as const;

interface Row {
  tracked: TrackedItem;
  cells: string[];
  text: string;
}

type Paint = (format: Parameters<typeof styleText>[0], text: string) => string;

/** A title is not squeezed into less. */
const narrowest = 28;

/**
 * Renders items for people, in groups: what is overdue first. Nothing is left out: titles go on in the next line, and where there
 * is no room for a table each item has lines of its own. '' where there are no items.
 */
export function renderItemTable(items: readonly ListedItem[], options: TableOptions): string {
  const { settings, columns, color } = options;
  const paint: Paint = (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
  const byId = new Map(items.map((one) => [one.tracked.item.globalId, one]));
  const groups = groupItems(items.map(({ tracked }) => tracked))
    .filter((group) => group.items.length > 0)
    .map(({ heading, items: grouped }) => ({
      heading,
      rows: grouped.flatMap((tracked) => {
        const listed = byId.get(tracked.item.globalId);
        return listed ? [createRow(listed, settings)] : [];
      }),
    }));
  const rows = groups.flatMap((group) => group.rows);
  if (rows.length === 0) return '';
  const widths = heads.map((head, index) =>
    Math.max(head.length, ...rows.map(({ cells }) => widthOf(cells[index] ?? ''))),
  );
  const lead = widths.reduce((sum, width) => sum + width + 2, 0);
  const isTable = columns === undefined || columns - lead >= narrowest;
  const head = [...heads.map((name, index) => padText(name, widths[index] ?? 0)), 'title'].join('  ');
  const blocks = groups.map(({ heading, rows: grouped }) => {
    const lines = grouped.flatMap((row) =>
      isTable
        ? renderRow(row, widths, columns === undefined ? Infinity : columns - lead, paint)
        : renderCard(row, columns, paint),
    );
    return [paint('bold', `${heading} (${grouped.length})`), ...lines].join('\n');
  });
  return `${isTable ? `${paint('dim', head)}\n` : ''}${blocks.join('\n\n')}\n`;
}

function createRow({ tracked, changes }: ListedItem, settings: Settings): Row {
  const { item } = tracked;
  const owner = item.owner === undefined ? '-' : (findOwner(settings, item.owner)?.name ?? item.owner);
  const cells = [
    item.globalId,
    describeStanding(tracked) || '-',
    item.priority ?? '-',
    describeState(tracked),
    owner,
    item.due?.words ?? '-',
  ];
  const became = changes.length === 0 ? '' : ` (${changes.map(describeChange).join(', ')})`;
  return { tracked, cells: cells.map(printable), text: printable(item.title + became) };
}

function renderRow(
  { tracked, cells, text }: Row,
  widths: readonly number[],
  room: number,
  paint: Paint,
): string[] {
  const lead = cells.map((cell, index) => {
    const padded = padText(cell, widths[index] ?? 0);
    return heads[index] === 'when' && tracked.overdue ? paint('red', padded) : padded;
  });
  const indent = ' '.repeat(widths.reduce((sum, width) => sum + width + 2, 0));
  return fitText(text, room).map((line, index) => (index === 0 ? [...lead, line].join('  ') : indent + line));
}

/** Where there is no room for a table: the title, and below it what else there is to say. */
function renderCard({ tracked, cells, text }: Row, columns: number | undefined, paint: Paint): string[] {
  const room = Math.max(8, (columns ?? 80) - 2);
  const [id = '', when = '', ...rest] = cells;
  const [priority = '-', state = '', owner = '-', due = '-'] = rest;
  const facts = [
    when,
    state,
    ...(priority === '-' ? [] : [priority]),
    owner === '-' ? 'nobody’s' : owner,
    ...(due === '-' ? [] : [`due ${due}`]),
  ].filter((fact) => fact !== '-');
  const [first = '', ...more] = fitText(text, room);
  return [
    tracked.overdue ? paint('red', first) : first,
    ...more.map((line) => (tracked.overdue ? paint('red', line) : line)),
    // A name that is broken could not be copied.
    `  ${id}`,
    ...fitText(facts.join(', '), room).map((line) => `  ${line}`),
  ];
}

/** Counts for the end: what was listed, and how much of it asks for something. */
export function renderItemSummary(items: readonly TrackedItem[], all: number): string {
  const count = (test: (one: TrackedItem) => boolean): number => items.filter(test).length;
  if (items.length === 0) return `None of ${all} remediation ${all === 1 ? 'item' : 'items'} is listed.`;
  const overdue = count((one) => one.overdue);
  const open = count((one) => one.open);
  const facts = [
    `${open} open`,
    ...(overdue > 0 ? [`${overdue} of them overdue`] : []),
    ...counted(
      count((one) => one.open && one.item.owner === undefined),
      'without an owner',
    ),
    ...counted(
      count((one) => one.open && one.item.due === undefined),
      'without a due date',
    ),
  ];
  return `${items.length} of ${all} remediation ${all === 1 ? 'item' : 'items'}: ${facts.join(', ')}.`;
}

function counted(count: number, words: string): string[] {
  return count === 0 ? [] : [`${count} ${words}`];
}
