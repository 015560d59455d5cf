import type { Fix } from '../../../diagnostic/diagnostic.js';
import type { Document } from '../../../parse/document.js';
import { findRange } from '../../../parse/yaml.js';
import type { TimelineEntry } from '../../../model/timeline.js';
import { isCertainlyBefore } from '../../../time/when.js';

/** An entry of a list that is in the order of time. */
type Entry = Pick<TimelineEntry, 'at' | 'relative'>;

/**
 * Moves an entry that stands too early or too late to where it belongs. Only where it and its neighbours, old and new, carry dates of
 * their own: a time without a date, `+17m`, or an entry without a time would tell of another moment behind another
 * neighbour.
 */
export function createEntryMove(
  document: Document,
  list: 'timeline' | 'updates',
  entries: readonly Entry[],
  index: number,
): Fix[] {
  const to = findNewIndex(entries, index);
  if (to === undefined) return [];
  const touched = [to - 1, to, index - 1, index, index + 1].flatMap((at) => entries[at] ?? []);
  if (touched.some((entry) => !entry.at || entry.relative)) return [];
  const startOf = (item: number): number | undefined =>
    item < entries.length ? findItemStart(document, list, item) : findListEnd(document, list, item - 1);
  const [target, start, end] = [startOf(to), startOf(index), startOf(index + 1)];
  if (target === undefined || start === undefined || end === undefined) return [];
  const fix: Fix = {
    title: 'Move the entry to where it belongs',
    safe: true,
    edits: [
      { range: [target, target], text: document.text.slice(start, end) },
      { range: [start, end], text: '' },
    ],
  };
  return [fix];
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

/** The beginning of the line of an item's hyphen, or of the comments right above it. Undefined inside `[ ]`. */
function findItemStart({ text, source, yaml }: Document, list: string, index: number): number | undefined {
  const range = findRange(source, yaml[0], [list, index], 'value');
  if (!range) return undefined;
  let start = text.lastIndexOf('\n', range[0] - 1) + 1;
  if (!/^[ \t]*-[ \t]+$/.test(text.slice(start, range[0]))) return undefined;
  for (;;) {
    const above = text.lastIndexOf('\n', start - 2) + 1;
    if (above >= start || !/^[ \t]*#/.test(text.slice(above, start))) return start;
    start = above;
  }
}

/** The beginning of the line behind the last item. */
function findListEnd({ text, source, yaml }: Document, list: string, index: number): number | undefined {
  const range = findRange(source, yaml[0], [list, index], 'value');
  const lineEnd = range ? text.indexOf('\n', range[1] - 1) : -1;
  return lineEnd < 0 ? undefined : lineEnd + 1;
}
