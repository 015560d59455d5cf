import { itemFields, parseDayCount, type ItemField, type ItemFilter } from '../../../model/itemFilter.js';
import { isIsoDay, monthOf, type IsoDay } from '../../../time/isoDay.js';
import { isItemColumn, itemColumns, type ItemColumn } from './itemColumn.js';

/*
 * A view of the table of items, as it stands in the address of the page: `?owner=kim&overdue=1&sort=-due&group=team`. The keys that
 * filter are the names of the command line's options. Whoever writes such an address may write anything.
 */

/** The properties that a view can ask for, by their key. */
export const itemFlags = ['open', 'overdue', 'unowned', 'undated'] as const;

export type ItemFlag = (typeof itemFlags)[number];

/** What rows can stand together by; `state` is as the tracker ranks them: overdue, open, proposed, done. */
export const itemGroupings = [
  'state',
  'team',
  'owner',
  'incident',
  'severity',
  'service',
  'category',
  'none',
] as const;

export type ItemGrouping = (typeof itemGroupings)[number];

/** The questions about days, by their key, as they were written. */
export const dayKeys = ['due-within', 'due-before', 'due-after'] as const;

export type DayKey = (typeof dayKeys)[number];

/** What somebody looks at. */
export interface ItemView {
  lists: Record<ItemField, string[]>;
  flags: Record<ItemFlag, boolean>;
  /** As written; '' where nothing is asked. */
  days: Record<DayKey, string>;
  words: string;
  /** Undefined: as the tracker ranks them. */
  sort: ItemColumn | undefined;
  descending: boolean;
  group: ItemGrouping;
  /** Undefined: those that the page shows by itself. */
  columns: ItemColumn[] | undefined;
}

/** The values that each field can have, with what people call them, in their order. */
export type KnownValues = Readonly<Record<ItemField, readonly (readonly [id: string, name: string])[]>>;

/** Something in an address that nothing here is called. */
export interface UnknownPart {
  key: string;
  value: string;
}

/** Nobody types more words; what comes in a link may be of any length. */
export const mostWords = 200;

export function createEmptyView(): ItemView {
  return {
    lists: {
      state: [],
      owner: [],
      team: [],
      service: [],
      severity: [],
      priority: [],
      type: [],
      category: [],
      incident: [],
    },
    flags: { open: false, overdue: false, unowned: false, undated: false },
    days: { 'due-within': '', 'due-before': '', 'due-after': '' },
    words: '',
    sort: undefined,
    descending: false,
    group: 'state',
    columns: undefined,
  };
}

/** Reads the query of an address. What it asks for that is not known stays in the view, so that it finds nothing rather than everything. */
export function parseItemView(query: string, known: KnownValues): { view: ItemView; unknown: UnknownPart[] } {
  const parameters = new URLSearchParams(query);
  const view = createEmptyView();
  const unknown: UnknownPart[] = [];
  for (const field of itemFields) {
    const ids = new Set(known[field].map(([id]) => id));
    const values = parameters.getAll(field).flatMap((value) => (ids.has(value) ? [value] : value.split(',')));
    const wanted = [...new Set(values.map((value) => value.trim()).filter((value) => value !== ''))];
    // As the command line says "in any state".
    if (field === 'state' && wanted.includes('all')) continue;
    view.lists[field] = wanted;
    unknown.push(
      ...wanted.filter((value) => !ids.has(value)).map((value): UnknownPart => ({ key: field, value })),
    );
  }
  for (const flag of itemFlags) view.flags[flag] = isSet(parameters.get(flag));
  for (const key of dayKeys) {
    const value = (parameters.get(key) ?? '').trim();
    view.days[key] = value;
    if (value !== '' && readDays(key, value) === undefined) unknown.push({ key, value });
  }
  view.words = (parameters.get('q') ?? '').slice(0, mostWords);
  const sort = parameters.get('sort') ?? '';
  const column = sort.replace(/^-/, '');
  if (isItemColumn(column)) {
    view.sort = column;
    view.descending = sort.startsWith('-');
  } else if (sort !== '') unknown.push({ key: 'sort', value: sort });
  const group = parameters.get('group') ?? '';
  const grouping = itemGroupings.find((one) => one === group);
  if (grouping !== undefined) view.group = grouping;
  else if (group !== '') unknown.push({ key: 'group', value: group });
  const columns = parameters.get('columns')?.split(',').filter(isItemColumn);
  // A row without its item would say nothing.
  if (columns !== undefined && columns.length > 0)
    view.columns = itemColumns.filter((one) => one === 'item' || columns.includes(one));
  return { view, unknown };
}

/** The query of a view, with its `?`; '' for the view that the page has by itself. */
export function formatItemView(view: ItemView): string {
  const parameters = new URLSearchParams();
  for (const field of itemFields) for (const value of view.lists[field]) parameters.append(field, value);
  for (const flag of itemFlags) if (view.flags[flag]) parameters.set(flag, '1');
  for (const key of dayKeys) if (view.days[key] !== '') parameters.set(key, view.days[key]);
  if (view.words.trim() !== '') parameters.set('q', view.words);
  if (view.sort !== undefined) parameters.set('sort', `${view.descending ? '-' : ''}${view.sort}`);
  if (view.group !== 'state') parameters.set('group', view.group);
  if (view.columns !== undefined) parameters.set('columns', view.columns.join(','));
  const query = parameters.toString();
  return query === '' ? '' : `?${query}`;
}

/** Which items a view shows. */
export function createViewFilter({ lists, flags, days, words }: ItemView): ItemFilter {
  // No item is due within less than no days, or after every day.
  const within = days['due-within'] === '' ? undefined : (parseDayCount(days['due-within']) ?? -1);
  const after = days['due-after'] === '' ? undefined : (parseDays(days['due-after'])?.last ?? '9999');
  const before = days['due-before'] === '' ? undefined : (parseDays(days['due-before'])?.first ?? '');
  return { ...lists, ...flags, dueWithin: within, dueAfter: after, dueBefore: before, words };
}

function isSet(value: string | null): boolean {
  return value !== null && !/^(?:0|false|no)$/i.test(value);
}

function readDays(key: DayKey, value: string): unknown {
  return key === 'due-within' ? parseDayCount(value) : parseDays(value);
}

/** A day, month, quarter or year, as files write them. */
function parseDays(written: string): { first: IsoDay; last: IsoDay } | undefined {
  if (isIsoDay(written)) return { first: written, last: written };
  const [, year, month, quarter] = /^((?:19|20|21)\d\d)(?:-(0[1-9]|1[0-2])|-Q([1-4]))?$/i.exec(written) ?? [];
  if (year === undefined) return undefined;
  const first = month ? Number(month) : quarter ? Number(quarter) * 3 - 2 : 1;
  const last = month ? first : quarter ? first + 2 : 12;
  return { first: monthOf(Number(year), first).first, last: monthOf(Number(year), last).last };
}
