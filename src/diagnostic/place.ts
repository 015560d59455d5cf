import { location } from 'vfile-location';

/** A point in a file: line and column count from 1, columns and the offset in UTF-16 units, as editors count. */
export interface Point {
  line: number;
  column: number;
  offset: number;
}

/** A stretch of a file, `[start, end)`. */
export interface Place {
  start: Point;
  end: Point;
}

/** Offsets into a text, `[start, end)`, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/**
 * Makes places of ranges of one text. A range that runs past the text is cut at its end, so that a diagnostic always
 * has a place that exists.
 */
export function createPlacer(text: string): (range: Range) => Place {
  const index = location(text);
  const point = (offset: number): Point => {
    const inside = Math.max(0, Math.min(offset, text.length));
    const found = index.toPoint(inside);
    return { line: found?.line ?? 1, column: found?.column ?? 1, offset: inside };
  };
  return ([start, end]) => ({ start: point(start), end: point(Math.max(start, end)) });
}
