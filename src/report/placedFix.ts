import type { Diagnostic } from '../diagnostic/diagnostic.js';
import { createPlacer, type Place, type Range } from '../diagnostic/place.js';

/** A fix whose edits say where they are made in lines and columns. */
export interface PlacedFix {
  title: string;
  safe: boolean;
  edits: { place: Place; text: string }[];
}

/**
 * Places the fixes of diagnostics. Each file's lines are counted once, and only when a fix asks; a fix that changes nothing,
 * or a file whose text nobody has, is left out.
 */
export function createFixPlacer(
  textOf: (path: string) => string | undefined,
): (diagnostic: Diagnostic) => PlacedFix[] {
  const placers = new Map<string, (range: Range) => Place>();
  const findPlacer = (path: string): ((range: Range) => Place) | undefined => {
    const text = placers.has(path) ? undefined : textOf(path);
    if (text !== undefined) placers.set(path, createPlacer(text));
    return placers.get(path);
  };
  return ({ path, fixes = [] }) => {
    const placer = fixes.length === 0 ? undefined : findPlacer(path);
    if (!placer) return [];
    return fixes.flatMap(({ title, safe, edits }) => {
      const placed = edits.map(({ range, text }) => ({ place: placer(range), text }));
      return placed.length === 0 ? [] : [{ title, safe, edits: placed }];
    });
  };
}
