import { DAY } from '../../time/isoDay.js';
import type { Span } from '../../time/span.js';

/** How many lengths lie in each of some columns. */
export interface Spread {
  /** A column holds what is longer than the one before it ends, and no longer than `days`; the last has no end. */
  columns: { days: number | undefined; count: number }[];
  /** Lengths that are known, but too roughly to say in which column they are. */
  rough: number;
}

/** The columns that ages and delays are told in, in days. */
const ends = [7, 30, 90, 180, 365, 730];

/** Sorts lengths in ms into columns. Each is in one, or rough. */
export function createSpread(spans: readonly Span[]): Spread {
  const columns = [...ends, undefined].map((days) => ({ days, count: 0 }));
  let rough = 0;
  for (const { min, max } of spans) {
    const [low, high] = [findColumn(min ?? 0), findColumn(max ?? Infinity)];
    const column = columns[low];
    if (low === high && column) column.count++;
    else rough++;
  }
  return { columns, rough };
}

function findColumn(length: number): number {
  const index = ends.findIndex((days) => length <= days * DAY);
  return index < 0 ? ends.length : index;
}
