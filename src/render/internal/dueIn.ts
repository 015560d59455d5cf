import { countOf } from './count.js';

/** How long an open item still has: `in 5 days`; on the day itself `last day`. */
export function dueIn(days: number): string {
  return days === 0 ? 'last day' : `in ${countOf(days, 'day')}`;
}
