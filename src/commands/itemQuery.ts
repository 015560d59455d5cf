import { Failure } from '../diagnostic/failure.js';
import { quote } from '../diagnostic/quote.js';
import type { History } from '../model/history.js';
import { itemFields, parseDayCount, type ItemField, type ItemFilter } from '../model/itemFilter.js';
import { documentId } from '../parse/document.js';
import { createNamed } from '../settings/namedList.js';
import { parseDay } from '../time/day.js';
import { addDays, type IsoDay } from '../time/isoDay.js';
import { readUnknown, type Named } from '../validate/named.js';
import { itemStates, itemTypes } from '../validate/schema/remediation.js';

/** What the command line asks for, as it was written. */
export type ItemQuery = Partial<Record<ItemField, readonly string[]>> & {
  open?: boolean;
  overdue?: boolean;
  unowned?: boolean;
  undated?: boolean;
  /** `14d`, `2w`. */
  dueWithin?: string | undefined;
  /** A day, a month, a quarter or a year. */
  dueAfter?: string | undefined;
  dueBefore?: string | undefined;
  /** Words, or parts of words. */
  q?: string | undefined;
  /** `7d`, `2w`, or a day. */
  since?: string | undefined;
};

/** In place of a state: whatever it is. */
const anyState = 'all';

/**
 * The filter that a query means. Without a state and without `since` it asks for what is open. Throws a `Failure` for what
 * is known to nobody, with what it may mean.
 */
export function createItemFilter(query: ItemQuery, history: History): ItemFilter {
  const filter: ItemFilter = {};
  for (const field of itemFields) {
    const written = query[field] ?? [];
    if (field === 'state' && written.includes(anyState)) continue;
    const values = splitValues(written, listKnown(field, history));
    filter[field] = values.map((value) => requireKnown(field, value, history));
  }
  const { open = false, overdue = false, unowned = false, undated = false } = query;
  const isAnyState = (query.state ?? []).length > 0 || query.since !== undefined;
  return {
    ...filter,
    open: open || !isAnyState,
    overdue,
    unowned,
    undated,
    words: query.q,
    dueWithin: query.dueWithin === undefined ? undefined : readPeriod('--due-within', query.dueWithin),
    dueAfter: query.dueAfter === undefined ? undefined : readDay('--due-after', query.dueAfter).last,
    dueBefore: query.dueBefore === undefined ? undefined : readDay('--due-before', query.dueBefore).first,
  };
}

/** The first day of what is looked at for changes; undefined where nothing is asked. It lies on or before asOf. */
export function findSince({ since }: ItemQuery, asOf: IsoDay): IsoDay | undefined {
  if (since === undefined) return undefined;
  // The day on which the last week's list was made counts again: what was written later on it was not in that list.
  const days = parseDayCount(since);
  const first = days === undefined ? readDay('--since', since).first : addDays(asOf, -days);
  if (first > asOf) throw new Failure(`--since: ${quote(since)} is after ${asOf}`);
  return first;
}

function readPeriod(option: string, written: string): number {
  const days = parseDayCount(written);
  if (days === undefined)
    throw new Failure(`${option}: ${quote(written)} is not a number of days, such as 14d, or of weeks, 2w`);
  return days;
}

function readDay(option: string, written: string) {
  const parsed = parseDay(written);
  if (!parsed.ok) throw new Failure(`${option}: ${parsed.message} ${parsed.hint ?? ''}`.trim());
  return parsed.day;
}

/** `kim,lee` is two values, unless something is called that. */
function splitValues(written: readonly string[], known: readonly Named[]): string[] {
  return written.flatMap((value) =>
    known.some(({ id }) => id === value) ? [value] : value.split(',').map((part) => part.trim()),
  );
}

function requireKnown(field: ItemField, written: string, history: History): string {
  const known = listKnown(field, history);
  // An incident may be given by its file, as a shell completes it.
  const value = field === 'incident' ? documentId(written) : written;
  if (known.some(({ id }) => id === value)) return value;
  const { what, home } = fields[field];
  const { message, hint } = readUnknown(value, known, { what, home });
  throw new Failure(`--${field}: ${message}. ${hint}`);
}

const fields: Record<ItemField, { what: string; home: string }> = {
  state: { what: 'state', home: 'the format' },
  owner: { what: 'person or team', home: '`people` and `teams` of site/site.yaml' },
  team: { what: 'team', home: '`teams` of site/site.yaml' },
  service: { what: 'service', home: '`services` of site/site.yaml' },
  severity: { what: 'severity', home: '`severities` of site/site.yaml' },
  priority: { what: 'priority', home: '`priorities` of site/site.yaml' },
  type: { what: 'type', home: 'the format' },
  category: { what: 'category', home: '`categories` of site/site.yaml' },
  incident: { what: 'incident', home: 'incidents/' },
};

function listKnown(field: ItemField, { settings, ids }: History): Named[] {
  const plain = (values: Iterable<string>): Named[] => [...values].map((id) => ({ id, names: [] }));
  switch (field) {
    case 'state':
      return plain([...Object.keys(itemStates), anyState]);
    case 'type':
      return plain(Object.keys(itemTypes));
    case 'incident':
      return plain(ids);
    case 'owner':
      return [...createNamed(settings, 'people'), ...createNamed(settings, 'teams')];
    case 'team':
      return createNamed(settings, 'teams');
    case 'service':
      return createNamed(settings, 'services');
    case 'severity':
      return createNamed(settings, 'severities');
    case 'priority':
      return createNamed(settings, 'priorities');
    case 'category':
      return createNamed(settings, 'categories');
  }
}
