import type { Place } from '../diagnostic/place.js';
import { findLine } from './line.js';
import { printable } from './printable.js';
import { widthOf } from './width.js';

/** The longest piece of a line that is shown, where nothing says how wide the terminal is. */
const usualWidth = 100;

/**
 * The line of a place with a mark under what is meant, e.g.
 *
 *     4 │ severity: majr
 *       │           ^^^^
 *
 * A place of several lines is marked to the end of its first. With `columns` no line of the frame is longer than that, so that
 * the mark is not torn off by a terminal that wraps.
 */
export function renderCodeFrame(text: string, place: Place, columns?: number): string {
  const { line, column } = place.start;
  const source = findLine(text, place);
  const end = place.end.line === line ? place.end.column : source.length + 1;
  const number = String(line).padStart(5);
  // Beside the text there are the number, a rule, and a sign at both ends where something is left out.
  const room = Math.max(20, Math.min(usualWidth, (columns ?? Infinity) - number.length - 5));

  // A long line is cut so that the mark stays in view.
  const head = source.slice(0, column - 1);
  const isFar = isWider(source, room) && isWider(head, room - 20);
  const before = isFar ? takeEnd(head, Math.min(40, Math.floor(room / 2))) : head;
  const from = head.length - before.length;
  const opening = from > 0 ? '…' : '';
  const shown = takeBeginning(source.slice(from), room);
  const closing = from + shown.length < source.length ? '…' : '';
  const marked = source.slice(column - 1, Math.min(Math.max(column, end - 1), from + shown.length));

  const lead = opening + printable(before);
  const blank = isPlain(lead) ? ' '.repeat(lead.length) : [...lead].map(toBlank).join('');
  const marks = '^'.repeat(Math.max(1, widthOf(printable(marked))));
  const gap = ' '.repeat(number.length);
  return `${number} │ ${opening}${printable(shown)}${closing}\n${gap} │ ${blank}${marks}`;
}

/** What stands in the place of a frame whose line holds a secret: CI logs are read by many and kept for long. */
export function renderHiddenLine({ start }: Place): string {
  return `${String(start.line).padStart(5)} │ (a line with a secret, not shown)`;
}

/** A tab stays one, so that the mark stands where the terminal puts the text. */
function toBlank(character: string): string {
  return character === '\t' ? '\t' : ' '.repeat(widthOf(character));
}

/** Whether each character takes one cell and is printed as it is: most lines are so, and thousands of frames are many. */
function isPlain(text: string): boolean {
  return /^[ -~]*$/.test(text);
}

/** Whether a text takes more than so many cells; what is many times as long is not measured. */
function isWider(text: string, width: number): boolean {
  if (isPlain(text)) return text.length > width;
  return text.length > 8 * width || widthOf(printable(text)) > width;
}

/** As much of the beginning of a text as fits, as it will be printed. */
function takeBeginning(text: string, width: number): string {
  if (isPlain(text.slice(0, width + 1))) return text.slice(0, width);
  let room = width;
  let taken = '';
  for (const character of text) {
    room -= widthOf(printable(character));
    if (room < 0) break;
    taken += character;
  }
  return taken;
}

/** As much of its end. */
function takeEnd(text: string, width: number): string {
  if (isPlain(text.slice(-4 * width))) return text.slice(-width);
  let room = width;
  let taken = '';
  // A character is one or two units long; marks that take no cell are few.
  for (const character of Array.from(text.slice(-4 * width)).toReversed()) {
    room -= widthOf(printable(character));
    if (room < 0) break;
    taken = character + taken;
  }
  return taken;
}
