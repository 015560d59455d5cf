import type { Wording } from '../wording/wording.js';

export type ImpactLevel = 'outage' | 'partial' | 'degraded' | 'data-loss' | 'exposure';

/** The levels as one tells them: first how far it could not be used, from the heaviest on, then what became of data. */
const levelOrder: readonly ImpactLevel[] = ['outage', 'partial', 'degraded', 'data-loss', 'exposure'];

/** The different ones among them, in the order in which one tells them. */
export function orderLevels(levels: readonly ImpactLevel[]): ImpactLevel[] {
  return levelOrder.filter((level) => levels.includes(level));
}

/** All of them, none hidden by a heavier one: `Outage`; `Outage, partial outage and data loss`. '' where there is none. */
export function nameLevels(levels: readonly ImpactLevel[], { impact }: Wording): string {
  const [only = 'outage', ...others] = orderLevels(levels);
  if (levels.length === 0) return '';
  return others.length === 0 ? impact.levels[only] : impact.levelsTogether([only, ...others]);
}
