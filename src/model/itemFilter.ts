import type { IsoDay } from '../time/isoDay.js';

/*
 * Filters of items, for the command line and for pages: this file knows no more than what runs in browsers may.
 */

/** The fields whose values a filter may list. */
export const itemFields = [
  'state',
  'owner',
  'team',
  'service',
  'severity',
  'priority',
  'type',
  'category',
  'incident',
] as const;

export type ItemField = (typeof itemFields)[number];

/**
 * Which items are looked at: those that have one of the values of every list that has any, and every property that is
 * asked for. Ids as `site.yaml` has them; an incident by its id. Without anything: all.
 */
export interface ItemFilter extends Partial<Record<ItemField, readonly string[]>> {
  /** Due on a later day than this one; of a month or a quarter the last day counts. */
  dueAfter?: IsoDay | undefined;
  /** Due on an earlier day than this one. */
  dueBefore?: IsoDay | undefined;
  /** Open, not overdue, and due within so many days from asOf on. */
  dueWithin?: number | undefined;
  /** Open, and somebody follows it up. */
  open?: boolean;
  overdue?: boolean;
  unowned?: boolean;
  undated?: boolean;
  /** Has all of these words, or parts of words, somewhere in its text. */
  words?: string | undefined;
}

/** What a filter asks of an item; a page that filters in the browser has no more than this. */
export interface ItemFacts {
  /** The values of each field: none where nothing is written. */
  values: Readonly<Record<ItemField, readonly string[]>>;
  /** The last day on which it is in time. */
  due: IsoDay | undefined;
  /** See `TrackedItem`. */
  daysLeft: number | undefined;
  open: boolean;
  overdue: boolean;
  /** What words are looked for in, folded: its name and title, its incident's title, owner, team and tickets. */
  text: string;
}

/** Something that a filter can ask: the key that asks for it. */
export type ItemCondition = keyof ItemFilter;

const isMet: Readonly<
  Record<Exclude<ItemCondition, ItemField>, (facts: ItemFacts, filter: ItemFilter) => boolean>
> = {
  dueAfter: ({ due }, { dueAfter }) => dueAfter === undefined || (due !== undefined && due > dueAfter),
  dueBefore: ({ due }, { dueBefore }) => dueBefore === undefined || (due !== undefined && due < dueBefore),
  dueWithin: ({ daysLeft }, { dueWithin }) =>
    dueWithin === undefined || (daysLeft !== undefined && daysLeft <= dueWithin),
  open: ({ open }, filter) => filter.open !== true || open,
  overdue: ({ overdue }, filter) => filter.overdue !== true || overdue,
  unowned: ({ values }, { unowned }) => unowned !== true || values.owner.length === 0,
  undated: ({ due }, { undated }) => undated !== true || due === undefined,
  words: ({ text }, { words = '' }) => splitWords(words).every((word) => text.includes(word)),
};

const properties = Object.keys(isMet) as (keyof typeof isMet)[];

/** What a filter asks for and an item has not; nothing where it is wanted. */
export function listUnmet(facts: ItemFacts, filter: ItemFilter): ItemCondition[] {
  const unmet: ItemCondition[] = itemFields.filter((field) => {
    const wanted = filter[field] ?? [];
    return wanted.length > 0 && !facts.values[field].some((value) => wanted.includes(value));
  });
  for (const property of properties) if (!isMet[property](facts, filter)) unmet.push(property);
  return unmet;
}

/** Whether an item is one of those that a filter asks for. */
export function isWantedItem(facts: ItemFacts, filter: ItemFilter): boolean {
  return listUnmet(facts, filter).length === 0;
}

/** A text as words are compared: in lower case, without accents. */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ');
}

function splitWords(words: string): string[] {
  return words === ''
    ? []
    : foldText(words)
        .split(' ')
        .filter((word) => word !== '');
}

/** A number of days as filters write it, `14d` or `2w`; undefined for anything else. */
export function parseDayCount(written: string): number | undefined {
  const [, count, unit] = /^(\d{1,5})(d|w)$/.exec(written) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'w' ? 7 : 1);
}
