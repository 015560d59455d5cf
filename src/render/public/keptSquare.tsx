import type { DueStanding } from '../../audience/figures/duePeriod.js';

/** The side of a square. */
export const SIDE = 9;

/**
 * The square of what became of a promise that was due, with its upper left corner at a point, as the data of a path: filled is kept in
 * time, half late, small on a day nobody wrote down, a frame still open, a struck one dropped.
 */
export function drawSquare(standing: DueStanding, x: number, y: number): string {
  const outer = `M${x} ${y}h9v9h-9z`;
  // The other way round than the outer one, so that it is a hole.
  const frame = `${outer}m1.5 1.5v6h6v-6z`;
  switch (standing) {
    case 'in-time':
      return outer;
    case 'done':
      return `${frame}M${x + 3} ${y + 3}h3v3h-3z`;
    case 'done-late':
      return `${frame}M${x} ${y}l9 9h-9z`;
    case 'late':
      return frame;
    case 'dropped':
      return `${frame}M${x + 7.5} ${y}h1.5v1.5l-7.5 7.5h-1.5v-1.5z`;
  }
}

/** One such square beside a word. */
export function KeptSquare({ standing }: { standing: DueStanding }) {
  return (
    <svg
      class={`mark kept-${standing}`}
      width={SIDE}
      height={SIDE}
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={drawSquare(standing, 0, 0)} fill="currentColor" />
    </svg>
  );
}
