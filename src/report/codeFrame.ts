import type { Place } from '../diagnostic/place.js';
import { printable } from './printable.js';

/** The longest piece of a line that is shown. */
const maxWidth = 100;

/**
 * The line of a place with a mark under what is meant, e.g.
 *
 *     4 │ severity: majr
 *       │           ^^^^
 *
 * A place of several lines is marked to the end of its first.
 */
export function renderCodeFrame(text: string, place: Place): string {
  const { line, column } = place.start;
  const source = text.split(/\r\n|\n|\r/)[line - 1] ?? '';
  const end = place.end.line === line ? place.end.column : source.length + 1;

  // A long line is cut so that the mark stays in view.
  const from = column > maxWidth - 20 ? column - 40 : 1;
  const cut = source.slice(from - 1, from - 1 + maxWidth);
  const before = source.slice(from - 1, column - 1);
  const marked = source.slice(column - 1, Math.max(column, Math.min(end - 1, from - 1 + maxWidth)));
  const lead = from > 1 ? '…' : '';
  const tail = from - 1 + maxWidth < source.length ? '…' : '';
  const number = String(line).padStart(5);
  const gap = ' '.repeat(number.length);
  const blank = (lead + printable(before)).replace(/[^\t]/gu, (character) => ' '.repeat(widthOf(character)));
  const marks = '^'.repeat(
    Math.max(
      1,
      [...printable(marked)].reduce((sum, one) => sum + widthOf(one), 0),
    ),
  );
  return `${number} │ ${lead}${printable(cut)}${tail}\n${gap} │ ${blank}${marks}`;
}

/** How many cells of a terminal a character takes: wide scripts and emoji two, combining marks none. */
function widthOf(character: string): number {
  if (/\p{M}/u.test(character)) return 0;
  const wide =
    /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]|\p{Emoji_Presentation}/u;
  return wide.test(character) ? 2 : 1;
}
