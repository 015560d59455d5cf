import type { Place } from '../diagnostic/place.js';

/** The line on which a place begins, found from there: a file may have a million others. */
export function findLine(text: string, { start }: Place): string {
  const rest = text.slice(start.offset - (start.column - 1));
  return /^[^\r\n]*/.exec(rest)?.[0] ?? '';
}
