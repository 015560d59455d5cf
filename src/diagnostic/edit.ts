import type { Range } from './place.js';

/** A change to a text: what stands in the range is replaced; everything else stays, byte for byte. */
export interface Edit {
  range: Range;
  text: string;
}

/** Applies edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { range, text: replacement } of [...edits].toSorted((a, b) => b.range[0] - a.range[0])) {
    result = result.slice(0, range[0]) + replacement + result.slice(range[1]);
  }
  return result;
}
