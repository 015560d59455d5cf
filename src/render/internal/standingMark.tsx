import { formatDay } from '../../time/day.js';
import { englishTime } from '../../time/wording.js';
import type { Standing } from './standing.js';

/** Who sees a thing, in a word: told by the word and by the shape before it, not by colour. Nothing where the whole incident is internal. */
export function StandingMark({ standing }: { standing: Standing }) {
  if (standing.is === 'internal') return null;
  return <span class={`standing standing-${standing.is}`}>{standingWords(standing)}</span>;
}

/** `public`, `withheld`, `from 1 December 2026`, `internal`. */
export function standingWords(standing: Standing): string {
  return standing.is === 'coming' ? `from ${formatDay(standing.from, englishTime)}` : standing.is;
}
