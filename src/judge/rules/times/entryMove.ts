import type { Fix } from '../../../diagnostic/diagnostic.js';
import { applyEdits, type Edit } from '../../../diagnostic/edit.js';
import type { Incident } from '../../../model/incident.js';
import { parseDocument, type Document } from '../../../parse/document.js';
import { findRange } from '../../../parse/yaml.js';
import type { TimelineEntry } from '../../../model/timeline.js';
import { isCertainlyBefore } from '../../../time/when.js';
import { getAt } from '../../../validate/repair.js';

/** An entry of a list that is in the order of time. */
type Entry = Pick<TimelineEntry, 'at' | 'relative'>;
type List = 'timeline' | 'updates';

/**
 * Moves an entry that stands too early or too late to where it belongs. Only where it and its neighbours, old and new, carry dates of
 * their own: a time without a date, `+17m`, or an entry without a time would tell of another moment behind another
 * neighbour. Nor where a waiver counts the entries.
 */
export function createEntryMove(document: Document, list: List, incident: Incident, index: number): Fix[] {
  const entries: readonly Entry[] = incident[list];
  const to = findNewIndex(entries, index);
  if (to === undefined || incident.waivers.some(({ at }) => at?.startsWith(`${list}.`))) return [];
  const touched = [to - 1, to, index - 1, index, index + 1].flatMap((at) => entries[at] ?? []);
  if (touched.some((entry) => !entry.at || entry.relative)) return [];
  const startOf = (item: number): number | undefined =>
    item < entries.length ? findItemStart(document, list, item) : findListEnd(document, list, item - 1);
  const [target, start, end] = [startOf(to), startOf(index), startOf(index + 1)];
  if (target === undefined || start === undefined || end === undefined) return [];
  const edits: Edit[] = [
    { range: [target, target], text: document.text.slice(start, end) },
    { range: [start, end], text: '' },
  ];
  return keepsEntries(document, list, edits)
    ? [{ title: 'Move the entry to where it belongs', safe: true, edits }]
    : [];
}

/** Whether all entries are the same afterwards, but for their order. */
function keepsEntries(document: Document, list: List, edits: readonly Edit[]): boolean {
  const entriesOf = (data: unknown): string => {
    const entries = getAt(data, [list]);
    return Array.isArray(entries)
      ? entries
          .map((entry) => JSON.stringify(entry))
          .toSorted()
          .join('\n')
      : '';
  };
  const moved = parseDocument({ path: document.path, text: applyEdits(document.text, edits) });
  return moved.document !== undefined && entriesOf(moved.document.data) === entriesOf(document.data);
}

/** Before which entry one belongs: the first that happened after it, or the one behind the last that happened before it. */
function findNewIndex(entries: readonly Entry[], index: number): number | undefined {
  const at = entries[index]?.at;
  if (!at) return undefined;
  const first = entries.findIndex((entry) => entry.at && isCertainlyBefore(at, entry.at));
  if (first >= 0 && first < index) return first;
  const last = entries.findLastIndex((entry) => entry.at && isCertainlyBefore(entry.at, at));
  return last > index ? last + 1 : undefined;
}

/**
 * The beginning of the line of an item's hyphen, or of the comments right above it that are indented like it: others
 * belong to the entry before. Undefined inside `[ ]`, and below a comment on the list as a whole.
 */
function findItemStart({ text, source, yaml }: Document, list: List, index: number): number | undefined {
  const range = findRange(source, yaml[0], [list, index], 'value');
  if (!range) return undefined;
  let start = text.lastIndexOf('\n', range[0] - 1) + 1;
  const indentation = /^([ \t]*)-[ \t]+$/.exec(text.slice(start, range[0]))?.[1];
  if (indentation === undefined) return undefined;
  const before = findRange(
    source,
    yaml[0],
    index === 0 ? [list] : [list, index - 1],
    index === 0 ? 'key' : 'value',
  );
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    const line = text.slice(above, start);
    if (above < (before?.[1] ?? 0) || !line.trimStart().startsWith('#')) return start;
    if (index === 0) return undefined;
    if (line.search(/\S/) > indentation.length) return start;
    start = above;
  }
}

/** The beginning of the line behind the last item. */
function findListEnd({ text, source, yaml }: Document, list: List, index: number): number | undefined {
  const range = findRange(source, yaml[0], [list, index], 'value');
  const lineEnd = range ? text.indexOf('\n', range[1] - 1) : -1;
  return lineEnd < 0 ? undefined : lineEnd + 1;
}
