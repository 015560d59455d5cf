import type { DueStanding } from '../../../model/figures/standing.js';

/** What became of something that was due, as the head of a column. */
export const dueOutcomes: readonly { is: DueStanding; name: string }[] = [
  { is: 'in-time', name: 'In time' },
  { is: 'done', name: 'Done, day unknown' },
  { is: 'done-late', name: 'Done late' },
  { is: 'late', name: 'Open, late' },
  { is: 'dropped', name: 'Dropped' },
];

/** `34 of 50 (68 %)`; without a share where there are so few that it would say more than there is. */
export function shareText(part: number, whole: number): string {
  const share = whole < 10 ? '' : ` (${Math.round((part / whole) * 100)} %)`;
  return `${part} of ${whole}${share}`;
}
