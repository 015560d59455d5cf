import type { AgeGroup, Pile } from '../../../model/figures/pile.js';
import { partsOfDay } from '../../../time/isoDay.js';
import { englishTime } from '../../../time/wording.js';
import { countOf, formatCount } from '../count.js';

type Month = Pile['months'][number];

/** How far back the sentence looks: so many whole months, and the one that goes on. */
const LOOK_BACK = 3;

/** `The pile grew by 12 since the end of August 2026: 45 opened, 33 done.` Undefined where nothing was ever opened. */
export function describeGrowth({ before, months }: Pile): string | undefined {
  const recent = months.slice(-LOOK_BACK);
  const now = months.at(-1);
  const earlier = months.at(-LOOK_BACK - 1);
  if (now === undefined) return undefined;
  const sum = (count: (month: Month) => number): number =>
    recent.reduce((total, month) => total + count(month), 0);
  const opened = sum((month) => month.opened);
  const lost = sum(({ endedUndated }) => endedUndated);
  const difference = now.open - (earlier ?? before).open;
  const first = recent[0]?.period.name;
  const since =
    earlier !== undefined
      ? `since the end of ${describeMonth(earlier)}`
      : `since the beginning of ${first === undefined ? 'this month' : monthName(first)}`;
  const direction =
    difference === 0
      ? `The pile is as high as it was: ${since} `
      : `The pile ${difference > 0 ? 'grew' : 'shrank'} by ${formatCount(Math.abs(difference))} ${since}: `;
  const without = lost === 0 ? '' : ` (${formatCount(lost)} of them ended since, undated)`;
  const done = formatCount(sum(({ closed }) => closed));
  return `${direction}${formatCount(opened)} opened${without}, ${done} done.`;
}

/** `August 2026`. */
export function describeMonth({ period }: Month): string {
  return monthName(period.name);
}

function monthName(name: string): string {
  const { year, month } = partsOfDay(`${name}-01`);
  return englishTime.month(month, year);
}

/** How it is counted, in whole sentences, with what stands beside it. */
export function describeMethod(pile: Pile): string {
  const all = [pile.before, ...pile.months];
  const lost = all.reduce((sum, { endedUndated }) => sum + endedUndated, 0);
  const sentences = [
    'Every promise counts in the month in which it was opened and in the one in which it was done; what is only proposed, or not followed up any more, is no promise.',
  ];
  if (lost > 0) {
    sentences.push(
      `${countOf(lost, 'item was', 'items were')} dropped, superseded or done on a day that nobody wrote: left out of both lines. “At most” counts those of them that may still have been open.`,
    );
  }
  if (pile.undated.length > 0) {
    sentences.push(
      `${countOf(pile.undated.length, 'item is', 'items are')} in no month: when they were opened is not known, or too roughly.`,
    );
  }
  return sentences.join(' ');
}

/** `less than 30 days`, `30 to 89 days`, `365 days or more`. */
export function describeAge({ from, to }: Pick<AgeGroup, 'from' | 'to'>): string {
  if (to === undefined) return `${from} days or more`;
  return from === 0 ? `less than ${to} days` : `${from} to ${to - 1} days`;
}
