import type { ComponentChildren } from 'preact';
import { formatCount } from '../count.js';

interface CappedProps<T> {
  things: readonly T[];
  /** How many stand there at once. One more does not hide behind a click of its own. */
  most: number;
  /** What the others are, e.g. `more that were opened`. */
  rest: string;
  children: (things: readonly T[]) => ComponentChildren;
}

/** The first of some things; the others open behind their number. */
export function Capped<T>({ things, most, rest, children }: CappedProps<T>) {
  const cut = things.length > most + 1 ? most : things.length;
  return (
    <>
      {children(things.slice(0, cut))}
      {cut < things.length && (
        <details class="capped">
          <summary>
            {formatCount(things.length - cut)} {rest}
          </summary>
          {children(things.slice(cut))}
        </details>
      )}
    </>
  );
}
